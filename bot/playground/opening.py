"""Opens the Playgrounds of the demo beside the bot, says where they are, and ends them with it.

A Playground tells the bot that it was installed when its page is opened, and not before; what waits for the person is
delivered then. Addresses kept from an earlier demo are replaced by that.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path

from aiohttp import ClientSession, ClientTimeout, web

from bot.people import LocalDirectory
from bot.playground.config import PERSONAS, Persona
from bot.playground.process import Playground, node
from knowledge.errors import Sayable

OPEN = "Open these in a browser as they come up. Each is one person's chat, as in Teams:"
CHAT = ".venv/bin/probity chat --as {key}"
TERMINAL = "Talk to Probity from another terminal, in the project's folder:"


class Playgrounds:
    """The Playgrounds of one demo. ``show`` prints a line; ``endpoint`` is where the bot takes messages."""

    def __init__(self, directory: LocalDirectory, home: Path, endpoint: str, show: Callable[[str], None]):
        self._directory, self._home, self._endpoint, self._show = directory, home, endpoint, show
        self._open: list[Playground] = []
        self._starting: asyncio.Task | None = None

    def beside(self, app: web.Application) -> None:
        """Have them start and end with the web application of the bot."""
        app.on_startup.append(self._start)
        app.on_cleanup.append(self._stop)

    async def _start(self, app: web.Application) -> None:
        self._starting = asyncio.create_task(self._open_all())

    async def _open_all(self) -> None:
        try:
            path = node()
        except Sayable as missing:
            self._show("\n".join([f"{missing} {TERMINAL}", *map(_terminal_line, PERSONAS)]))
            return
        self._show(OPEN)
        async with ClientSession(timeout=ClientTimeout(total=30)) as session:
            opening = [asyncio.ensure_future(self._open_one(session, persona, path)) for persona in PERSONAS]
            for line in opening:
                self._show(f"  {await line}")

    async def _open_one(self, session: ClientSession, persona: Persona, node_path: str) -> str:
        """Open one person's Playground; gives the line to print, whether it started or not."""
        try:
            playground = self._start_one(persona, node_path)
            await playground.started(session)
        except Sayable as failed:
            return f"{failed} In another terminal instead: {CHAT.format(key=persona.key)}"
        return f"{playground.address}  {playground.person.name}, {persona.who}. Try “{persona.sentence}”"

    def _start_one(self, persona: Persona, node_path: str) -> Playground:
        person = self._directory.by_key(persona.key)
        try:
            playground = Playground.start(person, self._directory.people, self._home, self._endpoint, node_path)
        except OSError as error:
            raise Sayable(f"{person.name}'s Playground did not start: {error.strerror}.") from error
        self._open.append(playground)
        return playground

    async def _stop(self, app: web.Application) -> None:
        if self._starting:
            self._starting.cancel()
            await asyncio.gather(self._starting, return_exceptions=True)
        await asyncio.gather(*(playground.stop() for playground in self._open))


def _terminal_line(persona: Persona) -> str:
    return f"  {CHAT.format(key=persona.key):37}  {persona.who}: “{persona.sentence}”"
