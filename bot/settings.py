"""Settings from the environment, typed, and refused by name at start."""

import os
import secrets
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import platformdirs

from knowledge.errors import Sayable

KEY_FILE = "secret.key"
DEFAULT_REFIT_AFTER = 120
DEFAULT_TURNS_PER_MINUTE = {"development": 0, "production": 60}
NEEDED_IN_PRODUCTION = {
    "PROBITY_APP_ID": "the application (client) id of the bot's registration",
    "PROBITY_APP_PASSWORD": "a client secret of the bot's registration",
    "PROBITY_TENANT_ID": "the directory (tenant) id of the council",
    "PROBITY_SECRET_KEY": "a long random text, the same on every server and kept between releases",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the program is told from outside. ``now`` is where a clock given with --now starts (aware).

    ``refit_after`` is how many seconds HR teach and change nothing before the engine is fitted to it; 0: it never is.
    """

    env: str
    home: Path
    database_url: str = field(repr=False)
    model: Path
    app_id: str
    app_password: str = field(repr=False)
    tenant_id: str
    zone: ZoneInfo
    given_secret_key: str = field(repr=False)
    turns_per_minute: int
    refit_after: int
    looks_at_links: bool = True
    allow_anonymous: bool = False
    now: datetime | None = None

    @property
    def production(self) -> bool:
        """Whether these are production settings."""
        return self.env == "production"

    @property
    def secret_key(self) -> str:
        """The key that signs receipts: the one given, or in development one made once and kept in PROBITY_HOME."""
        return self.given_secret_key or kept_secret_key(self.home)


def read_settings(
    environ: Mapping[str, str],
    *,
    allow_anonymous: bool = False,
    now: datetime | None = None,
    database_url: str | None = None,
) -> Settings:
    """The settings in ``environ`` with what the command line adds; raises Sayable naming the setting that is wrong."""
    given = {name: value.strip() for name, value in environ.items() if name.startswith("PROBITY_") and value.strip()}
    env = _environment(given)
    if env == "production":
        _check_production(given, allow_anonymous, now)
    home = Path(given.get("PROBITY_HOME") or platformdirs.user_data_dir("probity", appauthor=False))
    home = _absolute(home, "PROBITY_HOME")
    model = Path(given.get("PROBITY_MODEL") or Path(platformdirs.user_cache_dir("probity", appauthor=False)) / "model")
    return Settings(
        env=env,
        home=home,
        database_url=database_url or given.get("PROBITY_DATABASE_URL") or f"sqlite:///{home / 'probity.db'}",
        model=_absolute(model, "PROBITY_MODEL"),
        app_id=given.get("PROBITY_APP_ID", ""),
        app_password=given.get("PROBITY_APP_PASSWORD", ""),
        tenant_id=given.get("PROBITY_TENANT_ID", ""),
        zone=_zone(given.get("PROBITY_TIMEZONE", "Europe/London")),
        given_secret_key=given.get("PROBITY_SECRET_KEY", ""),
        turns_per_minute=_whole_number(given, "PROBITY_TURNS_PER_MINUTE", DEFAULT_TURNS_PER_MINUTE[env]),
        refit_after=_whole_number(given, "PROBITY_REFIT_AFTER", DEFAULT_REFIT_AFTER),
        looks_at_links=_weekly(given.get("PROBITY_LINKS", "weekly")),
        allow_anonymous=allow_anonymous,
        now=now,
    )


def as_environment(settings: Settings) -> dict[str, str]:
    """Give the variables by which another process of this machine finds the same state, policies and clock."""
    return {
        "PROBITY_HOME": str(settings.home),
        "PROBITY_DATABASE_URL": settings.database_url,
        "PROBITY_MODEL": str(settings.model),
        "PROBITY_TIMEZONE": settings.zone.key,
    }


def kept_secret_key(home: Path) -> str:
    """The key kept in ``home``, made at the first call (mode 600); raises Sayable where it cannot be kept."""
    path = home / KEY_FILE
    try:
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not path.exists():
            _keep_once(path, secrets.token_urlsafe(48))
        key = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise Sayable(
            f"The secret key cannot be kept in {path} ({type(error).__name__}). "
            "Set PROBITY_HOME to a folder this account can write to, or set PROBITY_SECRET_KEY."
        ) from error
    if not key:
        raise Sayable(f"The secret key in {path} is empty. Remove the file, or set PROBITY_SECRET_KEY.")
    return key


def _keep_once(path: Path, text: str) -> None:
    """Writes a whole file or none; where another process was first, its file stays."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".secret-")
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(text)
        os.chmod(name, 0o600)
        try:
            os.link(name, path)
        except FileExistsError:
            pass
    finally:
        os.unlink(name)


def _environment(given: Mapping[str, str]) -> str:
    env = given.get("PROBITY_ENV", "development").lower()
    if env not in ("development", "production"):
        raise Sayable(f"PROBITY_ENV is {env!r}. Set it to development or production.")
    return env


def _check_production(given: Mapping[str, str], allow_anonymous: bool, now: datetime | None) -> None:
    missing = [f"{name} ({what})" for name, what in NEEDED_IN_PRODUCTION.items() if name not in given]
    if allow_anonymous:
        raise Sayable("--allow-anonymous is refused with PROBITY_ENV=production. Leave it out.")
    if now is not None:
        raise Sayable("--now is refused with PROBITY_ENV=production. Leave it out.")
    if missing:
        raise Sayable("PROBITY_ENV is production, so these must be set: " + "; ".join(missing) + ".")


def _absolute(path: Path, name: str) -> Path:
    try:
        return path.expanduser().absolute()
    except RuntimeError:
        raise Sayable(f"{name} names a home folder that is not there. Set it to a full path.") from None


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (LookupError, OSError, ValueError):
        raise Sayable(f"PROBITY_TIMEZONE is {name!r}. Set it to a name such as Europe/London.") from None


def _weekly(links: str) -> bool:
    if links.lower() not in ("weekly", "off"):
        raise Sayable(f"PROBITY_LINKS is {links!r}. Set it to weekly or off.")
    return links.lower() == "weekly"


def _whole_number(given: Mapping[str, str], name: str, default: int) -> int:
    text = given.get(name, str(default))
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise Sayable(f"{name} is {text!r}. Set it to a whole number, such as {default}.")
    return int(text)
