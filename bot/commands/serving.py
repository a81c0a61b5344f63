"""serve and demo: the bot over HTTP."""

import argparse
import gc
import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from bot.clock import read_now
from bot.people import LocalDirectory, demo_directory, read_people_file
from bot.settings import Settings, read_settings
from knowledge.errors import Sayable

if TYPE_CHECKING:
    from aiohttp import web


def serve(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Run the bot until it is stopped."""
    settings = settings_for(given, allow_anonymous=given.allow_anonymous)
    if settings.production and not given.people:
        raise Sayable("Name the council's people with --people FILE: production does not run on the demo people.")
    _run(settings, people_for(given.people), given)
    return 0


def demo(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Run the bot with the demo people, for this machine only, and a Playground for some of them."""
    from bot.app import build_app
    from bot.playground.connector import PlaygroundConnector
    from bot.playground.opening import Playgrounds

    settings, directory = settings_for(given, allow_anonymous=True), demo_directory()
    host = "127.0.0.1" if given.host in ("0.0.0.0", "localhost") else given.host
    endpoint = f"http://{host}:{given.port}/api/messages"
    _announce(f"Probity is at {endpoint}, with the demo people.")

    def build(settings: Settings, directory: LocalDirectory) -> "web.Application":
        app = build_app(settings, directory, connect=PlaygroundConnector)
        Playgrounds(directory, settings.home, endpoint, _announce).beside(app)
        return app

    _run(settings, directory, given, build)
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


def _run(
    settings: Settings,
    directory: LocalDirectory,
    given: argparse.Namespace,
    build: "Callable[[Settings, LocalDirectory], web.Application] | None" = None,
) -> None:
    from aiohttp import web

    from bot.app import build_app

    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(name)s %(message)s")
    logging.getLogger("alembic").setLevel(logging.WARNING)
    app = (build or build_app)(settings, directory)
    # What is loaded by now stays to the end: the collector need not go through it again and again.
    gc.collect()
    gc.freeze()
    try:
        web.run_app(app, host=given.host, port=given.port, access_log=None, print=_announce)
    except OSError as error:
        raise Sayable(f"Port {given.port} cannot be used ({error.strerror}). Choose another with --port.") from error


def _announce(text: str) -> None:
    print(text.replace("\n(Press CTRL+C to quit)", " Press Ctrl+C to stop."), flush=True)
