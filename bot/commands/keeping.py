"""kb, db and audit: what is kept, from the command line."""

import argparse
import os

from bot.clock import Clock
from bot.commands.following import follow_database
from bot.commands.lines import print_json
from bot.settings import read_settings
from knowledge.clauses import export_lines, load_library
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from storage import audit
from storage.store import Store, open_store


def kb_export(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Print every clause in force, a JSON object a line."""
    today = Clock(read_settings(os.environ).zone).today()
    follow_database()
    for line in export_lines(library_on(today), today):
        print_json(line)
    return 0


def db_upgrade(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Bring the database up to this release."""
    store = _store(given)
    behind = store.behind()
    store.upgrade()
    print("The database is up to date." if not behind else "The database was brought up to date.")
    return 0


def audit_verify(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Check the audit trail; names the first broken row."""
    store = current_store(given)
    with store.read() as session:
        broken = audit.verify(session=session)
    if broken is not None:
        raise Sayable(f"The audit trail is broken at row {broken}. Keep the database as it is and tell an auditor.")
    print("The audit trail is whole.")
    return 0


def current_store(given: argparse.Namespace, prepare: bool = False) -> Store:
    """Open the database that the command names; Sayable where it cannot be opened or is behind this release.

    ``prepare``: a database of SQLite or of development is brought up to date, as when the bot starts.
    """
    store, settings = _store(given), read_settings(os.environ, database_url=given.database_url)
    if not store.behind():
        return store
    if prepare and (not settings.production or settings.database_url.startswith("sqlite")):
        store.upgrade()
    else:
        raise Sayable("The database is behind this release. Run “probity db upgrade” first.")
    return store


def _store(given: argparse.Namespace) -> Store:
    settings = read_settings(os.environ, database_url=given.database_url)
    try:
        store = open_store(settings.database_url)
        store.ping()
    except Exception as error:
        raise Sayable(
            f"The database cannot be opened ({type(error).__name__}). Check PROBITY_DATABASE_URL or --database-url."
        ) from error
    return store


def model_build(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Fetch, check and convert the encoder, and work out beforehand what every start needs."""
    from knowledge.understanding.encoder.building import build_encoder
    from knowledge.understanding.engine import load_engine

    folder = read_settings(os.environ).model
    build_encoder(folder, lambda said: print(said, flush=True))
    print("Reading the phrasings and clauses with it ...", flush=True)
    engine = load_engine(load_library(), folder)
    if engine.encoder is None:
        raise Sayable(engine.notice)
    print(f"The encoder is ready in {folder}.")
    return 0
