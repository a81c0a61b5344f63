"""Settings and the clock."""

import os
import stat
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.clock import Clock, read_now
from bot.settings import NEEDED_IN_PRODUCTION, read_settings
from knowledge.errors import Sayable
from tests.edge_kit import HandClock

LONDON = ZoneInfo("Europe/London")
PRODUCTION = {
    "PROBITY_ENV": "production",
    "PROBITY_APP_ID": "app",
    "PROBITY_APP_PASSWORD": "hush",
    "PROBITY_TENANT_ID": "tenant",
    "PROBITY_SECRET_KEY": "k" * 40,
}


def test_with_nothing_set_it_is_development_on_a_file_in_the_home(tmp_path):
    settings = read_settings({"PROBITY_HOME": str(tmp_path)})
    assert (settings.env, settings.production, settings.allow_anonymous) == ("development", False, False)
    assert settings.database_url == f"sqlite:///{tmp_path / 'probity.db'}"
    assert settings.zone == LONDON
    assert settings.turns_per_minute == 0
    assert read_settings({}).home.is_absolute()
    assert not read_settings({}).model.is_relative_to(read_settings({}).home)


def test_what_is_set_is_read_and_blanks_count_as_not_set(tmp_path):
    settings = read_settings(
        {
            **PRODUCTION,
            "PROBITY_HOME": str(tmp_path),
            "PROBITY_DATABASE_URL": " postgresql+psycopg://db/probity ",
            "PROBITY_MODEL": "~/model",
            "PROBITY_TIMEZONE": " ",
            "PROBITY_TURNS_PER_MINUTE": "0",
            "OTHER": "x",
        }
    )
    assert settings.production
    assert settings.database_url == "postgresql+psycopg://db/probity"
    assert settings.model == Path.home() / "model"
    assert (settings.zone, settings.turns_per_minute) == (LONDON, 0)
    assert settings.secret_key == "k" * 40
    assert list(tmp_path.iterdir()) == []


def test_the_command_line_goes_before_the_environment():
    settings = read_settings({"PROBITY_DATABASE_URL": "sqlite:///a"}, database_url="sqlite:///b", allow_anonymous=True)
    assert (settings.database_url, settings.allow_anonymous) == ("sqlite:///b", True)


def test_secrets_are_not_in_what_is_printed():
    told = repr(read_settings({**PRODUCTION, "PROBITY_DATABASE_URL": "postgresql://u:pass@db/x"}))
    assert "hush" not in told and "kkk" not in told and "pass@" not in told


@pytest.mark.parametrize("name", ["PROBITY_APP_ID", "PROBITY_APP_PASSWORD", "PROBITY_TENANT_ID", "PROBITY_SECRET_KEY"])
@pytest.mark.parametrize("value", [None, "", "  "])
def test_production_without_its_credentials_does_not_start(name, value):
    environ = {key: held for key, held in PRODUCTION.items() if key != name}
    if value is not None:
        environ[name] = value
    with pytest.raises(Sayable, match=name):
        read_settings(environ)


@pytest.mark.parametrize(
    ("given", "named"), [({"allow_anonymous": True}, "--allow-anonymous"), ({"now": datetime.now(UTC)}, "--now")]
)
def test_what_weakens_the_checks_is_refused_in_production(given, named):
    with pytest.raises(Sayable, match=named):
        read_settings(PRODUCTION, **given)
    assert read_settings({}, **given)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PROBITY_ENV", "prod"),
        ("PROBITY_TIMEZONE", "Europe/Nowhere"),
        ("PROBITY_TIMEZONE", "../etc/passwd"),
        ("PROBITY_TURNS_PER_MINUTE", "many"),
        ("PROBITY_TURNS_PER_MINUTE", "-1"),
        ("PROBITY_TURNS_PER_MINUTE", "1.5"),
        ("PROBITY_TURNS_PER_MINUTE", "9" * 5000),
        ("PROBITY_HOME", "~no-such-user-here/x"),
        ("PROBITY_LINKS", "daily"),
    ],
)
def test_a_setting_that_cannot_be_read_is_named(name, value):
    with pytest.raises(Sayable, match=name):
        read_settings({name: value})


def test_links_are_looked_at_unless_that_is_turned_off():
    assert read_settings({}).looks_at_links
    assert not read_settings({"PROBITY_LINKS": "Off"}).looks_at_links


def test_a_development_key_is_made_once_and_kept_to_its_owner(tmp_path):
    home = tmp_path / "new" / "home"
    first = read_settings({"PROBITY_HOME": str(home)}).secret_key
    assert len(first) >= 32
    assert read_settings({"PROBITY_HOME": str(home)}).secret_key == first
    assert stat.S_IMODE((home / "secret.key").stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == ["secret.key"]


def test_reading_settings_writes_nothing(tmp_path):
    read_settings({"PROBITY_HOME": str(tmp_path / "home")})
    assert os.listdir(tmp_path) == []


def test_a_home_that_cannot_be_written_to_is_said(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(Sayable, match="PROBITY_HOME"):
        _ = read_settings({"PROBITY_HOME": str(tmp_path / "file")}).secret_key


def test_an_empty_key_file_is_said(tmp_path):
    (tmp_path / "secret.key").write_text("\n")
    with pytest.raises(Sayable, match="empty"):
        _ = read_settings({"PROBITY_HOME": str(tmp_path)}).secret_key


def test_a_clock_given_a_start_runs_on_from_it():
    hand = HandClock()
    clock = Clock(LONDON, datetime(2026, 3, 14, 23, 59, tzinfo=LONDON), hand)
    assert clock.now() == datetime(2026, 3, 14, 23, 59, tzinfo=LONDON)
    hand.seconds += 120
    assert (clock.today(), clock.now().minute) == (date(2026, 3, 15), 1)


def test_a_clock_goes_through_the_change_to_summer_time():
    hand = HandClock()
    clock = Clock(LONDON, datetime(2026, 3, 29, 0, 59, tzinfo=LONDON), hand)
    hand.seconds += 120
    assert clock.now().isoformat() == "2026-03-29T02:01:00+01:00"


def test_a_clock_without_a_start_is_the_real_one_in_its_zone():
    now = Clock(ZoneInfo("Asia/Tokyo")).now()
    assert now.utcoffset().total_seconds() == 9 * 3600
    assert abs((datetime.now(UTC) - now).total_seconds()) < 60


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-03-14T09:30", "2026-03-14T09:30:00+00:00"),
        ("2026-07-14T09:30", "2026-07-14T09:30:00+01:00"),
        ("2026-07-14T09:30Z", "2026-07-14T10:30:00+01:00"),
        ("2026-07-14T09:30+02:00", "2026-07-14T08:30:00+01:00"),
        (" 2026-07-14 ", "2026-07-14T00:00:00+01:00"),
    ],
)
def test_now_without_an_offset_is_local_time(text, moment):
    assert read_now(text, LONDON).isoformat() == moment


@pytest.mark.parametrize("text", ["", "noon", "14/03/2026", "2026-02-30", "0001-01-01T00:00+14:00"])
def test_a_now_that_is_no_time_is_said(text):
    with pytest.raises(Sayable, match="--now"):
        read_now(text, LONDON)


def test_production_limits_how_much_a_person_may_write_in_a_minute():
    given = dict.fromkeys(NEEDED_IN_PRODUCTION, "x") | {"PROBITY_ENV": "production"}
    assert read_settings(given).turns_per_minute == 60
