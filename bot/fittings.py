"""What was fitted to what HR taught, as it is laid ready beside the state of an installation."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

_DONE, _TOLD = "done.json", "told-"


@dataclass(frozen=True, slots=True)
class Done:
    """A fitting that was done: what it was fitted to, and the golden checks that are right without it and fail with it.

    ``phrases`` are the numbers of what was taught, ``on`` is the day whose clauses it was fitted to (ISO).
    """

    key: str
    phrases: tuple[int, ...]
    on: str
    failing: tuple[str, ...]


def refit_folder(home: Path) -> Path:
    """Give where a fitting is laid ready: it belongs to the installation whose HR taught it."""
    return home / "fitted"


def read_done(folder: Path) -> Done | None:
    """Give the fitting that was done last; None where there is none."""
    try:
        kept = json.loads((folder / _DONE).read_text(encoding="utf-8"))
        return Done(kept["key"], tuple(kept["phrases"]), kept["on"], tuple(kept["failing"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def forget_done(folder: Path) -> None:
    """Take back what ``write_done`` said, before anything of that fitting is overwritten."""
    (folder / _DONE).unlink(missing_ok=True)
    for told in folder.glob(f"{_TOLD}*"):
        told.unlink(missing_ok=True)


def first_to_tell(folder: Path, key: str) -> bool:
    """Say whether this process is the first to tell of a fitting that failed: several may find it so."""
    try:
        (folder / f"{_TOLD}{key}").touch(exist_ok=False)
    except OSError:
        return False
    return True


def write_done(folder: Path, done: Done) -> None:
    """Say that a fitting is done, once all of it is there."""
    made = folder / f".{_DONE}"
    made.write_text(json.dumps(asdict(done)), encoding="utf-8")
    made.replace(folder / _DONE)
