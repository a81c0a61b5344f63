"""model refit: the engine fitted to what HR taught, checked against the golden set and laid ready for the bot."""

import argparse
import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.commands.keeping import current_store
from bot.commands.lines import date_of, print_json
from bot.fittings import Done, forget_done, read_done, refit_folder, write_done
from bot.settings import read_settings
from dialogs.following import follow_decisions
from knowledge import decided
from knowledge.clauses import Library, load_library
from knowledge.editions.impact import goes_elsewhere_between
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.understanding.teaching import Phrase

if TYPE_CHECKING:
    from knowledge.understanding.engine import Engine

_LOCK, _AS_NICE_AS_CAN_BE = "lock", 19


def model_refit(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Fit the engine to what HR taught and to the clauses in force, and lay it ready where the golden set allows it.

    A running bot does this by itself. It yields to everything else on the machine. Exit code 1 where a golden check
    that is right would fail: the bot goes on as it is.
    """
    os.nice(_AS_NICE_AS_CAN_BE)
    settings, store = read_settings(os.environ), current_store(given, prepare=True)
    on = date_of(given.on, command, "--on") if given.on else Clock(settings.zone).today()
    with store.read() as session:
        follow_decisions(session, store)
    folder = refit_folder(settings.home)
    with _alone(folder):
        done = _fit(folder, settings.model, on)
    if given.json:
        print_json(asdict(done))
    elif not done.failing:
        print(f"Fitted to {len(done.phrases)} taught phrasings. A running bot takes it up within a minute.")
    if done.failing:
        names = ", ".join(done.failing)
        raise Sayable(f"With it these golden checks would fail, so the bot goes on as it is: {names}.")
    return 0


def _fit(folder: Path, model: Path, on: date) -> Done:
    from knowledge.understanding.engine import load_engine, refit
    from knowledge.understanding.kept import Kept
    from knowledge.understanding.refitting import refit_key

    loaded, library, phrases = load_engine(load_library(), model), library_on(on), decided.held().phrases
    key, before = refit_key(loaded, library, phrases), read_done(folder)
    if before and before.key == key and (before.failing or _is_whole(loaded, library, phrases, folder)):
        return before
    forget_done(folder)
    _lay_beside(model, folder)
    fitted = refit(loaded, library, phrases, Kept(folder))
    failing = tuple(each.before.id for each in goes_elsewhere_between(loaded, fitted, on) if each.fails)
    done = Done(key, tuple(each.number for each in phrases), on.isoformat(), failing)
    write_done(folder, done)
    return done


def _is_whole(loaded: "Engine", library: Library, phrases: tuple[Phrase, ...], folder: Path) -> bool:
    """Whether what was fitted before can be read back."""
    from knowledge.understanding.kept import Kept
    from knowledge.understanding.refitting import NotFitted, read_back

    try:
        read_back(loaded, library, phrases, Kept(folder))
    except NotFitted:
        return False
    return True


def _lay_beside(model: Path, folder: Path) -> None:
    """What the encoder made of the texts of the product need not be made again."""
    for vectors in model.glob("vectors-*.npz"):
        if not (folder / vectors.name).exists():
            shutil.copyfile(vectors, folder / vectors.name)


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One process fits at a time, and others wait for what it comes to; Sayable where the folder cannot be written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / _LOCK).open("w")
    except OSError as error:
        raise Sayable(
            f"{folder} can't be written ({type(error).__name__}). Set PROBITY_HOME to a folder that can."
        ) from error
    with lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
