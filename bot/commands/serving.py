"""serve and demo: the bot over HTTP."""

import argparse
import gc
import logging
import os
from pathlib import Path

from bot.clock import read_now
from bot.people import LocalDirectory, demo_directory, read_people_file
from bot.settings import Settings, read_settings
from knowledge.errors import Sayable

TRY = {
    "amy": "an employee: “Acme have offered me two tickets for the rugby on Saturday, about £120 the pair”",
    "megan": "her manager: “my approvals”",
    "rhys": "a councillor: “left my ipad on the train”",
    "helen": "HR: “what counts as a relative?”",
}


def serve(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Run the bot until it is stopped."""
    settings = settings_for(given, allow_anonymous=given.allow_anonymous)
    if settings.production and not given.people:
        raise Sayable("Name the council's people with --people FILE: production does not run on the demo people.")
    _run(settings, people_for(given.people), given)
    return 0


def demo(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Run the bot with the demo people, for this machine only."""
    settings = settings_for(given, allow_anonymous=True)
    print(f"Probity is at http://{given.host}:{given.port}/api/messages, with the demo people.")
    print("Talk to it from another terminal (in the project's folder, after “make run” has installed it):")
    for key, what in TRY.items():
        print(f"  .venv/bin/probity chat --as {key:6}  {what}")
    _run(settings, demo_directory(), given)
    return 0


def settings_for(given: argparse.Namespace, allow_anonymous: bool = False) -> Settings:
    """Read the settings with what the command line adds."""
    plain = read_settings(os.environ)
    return read_settings(
        os.environ,
        allow_anonymous=allow_anonymous,
        now=read_now(given.now, plain.zone) if given.now else None,
        database_url=getattr(given, "database_url", None),
    )


def people_for(path: str | None) -> LocalDirectory:
    """Give the people of a file, or the demo people where none is named."""
    return read_people_file(Path(path)) if path else demo_directory()


def _run(settings: Settings, directory: LocalDirectory, given: argparse.Namespace) -> None:
    from aiohttp import web

    from bot.app import build_app

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    app = build_app(settings, directory)
    # What is loaded by now stays to the end: the collector need not go through it again and again.
    gc.collect()
    gc.freeze()
    try:
        web.run_app(app, host=given.host, port=given.port, access_log=None, print=_announce)
    except OSError as error:
        raise Sayable(f"Port {given.port} cannot be used ({error.strerror}). Choose another with --port.") from error


def _announce(text: str) -> None:
    print(text.replace("\n(Press CTRL+C to quit)", " Press Ctrl+C to stop."), flush=True)
