"""The real program as a process of its own that can be killed at any moment, and people who talk to it as Teams does.

A client delivers each activity again, with the same id, until it is answered 200, as Teams does.
"""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from importlib import resources
from pathlib import Path
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, web
from sqlmodel import select

from storage.store import open_store
from storage.tables import Decision, Record
from tests.town import TENANT, FakeConnector, actions_of, cards_of, text_of

ROOT = Path(__file__).parent.parent
BEGINS = datetime(2026, 11, 17, 10, 0)
AWAY = timedelta(minutes=3)
SECONDS = 180.0


class Program:
    """``probity serve`` on a home of its own. Each start is three minutes later on the council's clock."""

    def __init__(self, folder: Path, away: timedelta = AWAY):
        self.home, self.away, self.starts = folder / "home", away, 0
        self.home.mkdir()
        self.people = folder / "people.csv"
        self.people.write_text(resources.files("bot").joinpath("demo_people.csv").read_text("utf-8"), "utf-8")
        self.up = asyncio.Event()
        self._process: subprocess.Popen | None = None

    def command(self, *words: str) -> list[str]:
        """Give the command line of one of the program's commands."""
        return [sys.executable, "-m", "bot.cli", *words]

    @property
    def environ(self) -> dict[str, str]:
        """The environment of the process: nothing of the one that runs the tests but what Python needs."""
        kept = {k: v for k, v in os.environ.items() if not k.startswith("PROBITY_")}
        return {**kept, "PROBITY_HOME": str(self.home), "PROBITY_TURNS_PER_MINUTE": "0", "PROBITY_LINKS": "off"}

    async def start(self) -> None:
        """Start the process and wait until it can serve."""
        port, now = _free_port(), BEGINS + self.away * self.starts
        self.starts += 1
        self.url = f"http://127.0.0.1:{port}"
        serve = ("serve", "--allow-anonymous", "--port", str(port), "--people", str(self.people))
        log = (self.home / "log").open("ab")
        self._process = subprocess.Popen(
            self.command(*serve, "--now", now.isoformat()), cwd=ROOT, env=self.environ, stdout=log, stderr=log
        )
        log.close()
        await self._ready()
        self.up.set()

    async def _ready(self) -> None:
        ends = time.monotonic() + SECONDS
        async with ClientSession(timeout=ClientTimeout(total=2)) as session:
            while time.monotonic() < ends:
                try:
                    async with session.get(f"{self.url}/readyz") as answer:
                        if answer.status == 200:
                            return
                except (ClientError, TimeoutError, OSError):
                    pass
                if self._process.poll() is not None:
                    break
                await asyncio.sleep(0.05)
        raise AssertionError(f"the program did not start:\n{(self.home / 'log').read_text()[-2000:]}")

    def kill(self) -> None:
        """End the process at once, as a power cut does."""
        self.up.clear()
        if self._process and self._process.poll() is None:
            self._process.send_signal(signal.SIGKILL)
            self._process.wait()

    async def kill_and_start(self) -> None:
        """Kill the process and start it anew on what it left."""
        self.kill()
        await self.start()

    def verify_audit(self) -> subprocess.CompletedProcess:
        """Run ``probity audit verify`` on the home."""
        words = self.command("audit", "verify")
        return subprocess.run(words, cwd=ROOT, env=self.environ, capture_output=True, text=True, timeout=SECONDS)

    def kept(self, table: type = Record) -> list[Any]:
        """Give all rows of a table, in order."""
        (database,) = self.home.glob("*.db")
        store = open_store(f"sqlite:///{database}")
        try:
            with store.read() as session:
                return list(session.exec(select(table).order_by(table.id)).all())
        finally:
            store.close()

    def decisions(self) -> list[Decision]:
        """Give all decisions, in order."""
        return self.kept(Decision)


class People:
    """The people of the council, each with a chat that outlives the program."""

    def __init__(self, program: Program):
        self.program, self.connector = program, FakeConnector()
        self._ids = 0

    async def __aenter__(self) -> "People":
        self._far = web.AppRunner(self.connector.app(), access_log=None)
        await self._far.setup()
        site = web.TCPSite(self._far, "127.0.0.1", 0)
        await site.start()
        host, port = self._far.addresses[0][:2]
        self.service_url = f"http://{host}:{port}"
        self._session = ClientSession(timeout=ClientTimeout(total=SECONDS))
        return self

    async def __aexit__(self, *_: object) -> None:
        self.program.kill()
        await self._session.close()
        await self._far.cleanup()

    async def say(self, who: str, text: str) -> None:
        """Type something; comes back once it was answered 200."""
        await self.deliver(who, type="message", text=text, textFormat="plain")

    async def opens(self, *keys: str) -> None:
        """Open the bot for the first time."""
        for who in keys:
            await self.deliver(who, type="installationUpdate", action="add")

    async def press(self, who: str, title: str, **inputs: str) -> None:
        """Press the newest button with this title; comes back once it was answered 200."""
        chat = self.connector.chats[f"a:{who}"]
        there = [(m, a) for m, t in chat.messages.items() for c in cards_of(t) for a in actions_of(c)]
        message, action = [(m, a) for m, a in there if a["title"] == title][-1]
        data = {**action["data"], **inputs}
        value = {"action": {"type": "Action.Execute", "verb": action["verb"], "data": data}, "trigger": "manual"}
        await self.deliver(who, type="invoke", name="adaptiveCard/action", value=value, replyToId=message)

    async def deliver(self, who: str, **activity: Any) -> None:
        """Deliver one activity, again and again with the same id, until it is answered 200."""
        self._ids += 1
        body = {**self._base(who), "id": f"in-{self._ids}", **activity}
        ends = time.monotonic() + SECONDS
        while time.monotonic() < ends:
            await self.program.up.wait()
            try:
                async with self._session.post(f"{self.program.url}/api/messages", json=body) as answer:
                    if answer.status == 200:
                        await answer.read()
                        return
            except (ClientError, OSError):
                pass
            await asyncio.sleep(0.01)
        raise AssertionError(f"{who}: {activity} was never answered 200")

    async def hears(self, who: str, words: str, times: int = 1) -> None:
        """Wait until the person was told these words, at least so many times."""
        ends = time.monotonic() + SECONDS
        while self.told(who).count(words) < times:
            if time.monotonic() > ends:
                raise AssertionError(f"{who} never heard {words!r} {times} times, but:\n{self.told(who)}")
            await asyncio.sleep(0.01)

    def told(self, who: str) -> str:
        """Give everything that the person was sent, changed cards included."""
        chat = self.connector.chats[f"a:{who}"]
        return " ".join("\n".join(text_of(a) for _, _, a in chat.log).replace("**", "").split())

    def _base(self, who: str) -> dict[str, Any]:
        return {
            "channelId": "msteams",
            "serviceUrl": self.service_url,
            "from": {"id": f"29:{who}", "name": who, "aadObjectId": _entra_id(self.program.people, who)},
            "recipient": {"id": "28:bot", "name": "Probity"},
            "conversation": {"id": f"a:{who}", "conversationType": "personal", "tenantId": TENANT},
            "channelData": {"tenant": {"id": TENANT}},
        }


def without_gaps(references: Sequence[str]) -> bool:
    """Say whether the references of each kind run 1, 2, 3... in the order in which they were given."""
    numbers: dict[str, list[int]] = {}
    for reference in references:
        kind, _, number = reference.rpartition("-")
        numbers.setdefault(kind, []).append(int(number))
    return all(got == list(range(1, len(got) + 1)) for got in numbers.values())


def _entra_id(people: Path, key: str) -> str:
    rows = (line.split(",") for line in people.read_text("utf-8").splitlines())
    return next(row[1] for row in rows if row[0] == key)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
