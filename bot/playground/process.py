"""One Playground: a Node process with a folder of its own, which ends with this program."""

import asyncio
import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from aiohttp import ClientError, ClientSession

from bot.playground.config import write_config
from dialogs.people import Person
from knowledge.errors import Sayable

HERE = Path(__file__).parent
PACKAGE = HERE / "node_modules" / "@microsoft" / "m365agentsplayground"
START_SECONDS, STOP_SECONDS, LOOK_SECONDS = 90.0, 5.0, 0.2
_LISTENS = re.compile(r"^Listening on (\d+)$", re.M)
_REASON = re.compile(r"^error Reason: (?:\w+Error )?(.+)$", re.M)
_ERROR = re.compile(r"^\w*Error(?: \[\w+\])?: (.+)$", re.M)


def node() -> str:
    """Give the path of Node; raises Sayable where it, or the Playground, is not installed."""
    found = shutil.which("node")
    if found is None:
        raise Sayable("Node.js is not on this machine, so the Playground that looks like Teams cannot be started.")
    if not PACKAGE.is_dir():
        raise Sayable("The Playground that looks like Teams is not installed. “make install” fetches it with npm.")
    return found


class Playground:
    """The Playground of one person; ``address`` is where a browser finds it once it has started."""

    def __init__(self, person: Person, folder: Path, process: subprocess.Popen):
        self.person, self.folder, self.address = person, folder, ""
        self._process = process

    @classmethod
    def start(cls, person: Person, people: Sequence[Person], home: Path, endpoint: str, node: str) -> "Playground":
        """Start a person's Playground in a folder of its own; ``endpoint`` is where the bot takes messages."""
        folder = home / "playground" / person.key
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        write_config(folder, person, people)
        command = [node, str(HERE / "launch.js"), "start", "--app-endpoint", endpoint, "--channel-id", "msteams"]
        with (folder / "output.log").open("wb") as output:
            process = subprocess.Popen(
                [*command, "--port", "0", "--disable-telemetry"],
                cwd=folder,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        return cls(person, folder, process)

    @property
    def ended(self) -> bool:
        """Whether its process is no more."""
        return self._process.poll() is not None

    async def started(self, session: ClientSession, seconds: float = START_SECONDS) -> None:
        """Wait until it can be opened; raises Sayable where it ends or takes longer."""
        try:
            async with asyncio.timeout(seconds):
                while not await self._answers(session):
                    if self.ended:
                        raise Sayable(f"{self._name()} did not start: {self._reason()}")
                    await asyncio.sleep(LOOK_SECONDS)
        except TimeoutError:
            raise Sayable(f"{self._name()} did not start within {seconds:g} seconds.") from None

    async def stop(self) -> None:
        """End it, kindly first."""
        self._process.stdin.close()
        try:
            await asyncio.to_thread(self._process.wait, STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            await asyncio.to_thread(self._process.wait)

    async def _answers(self, session: ClientSession) -> bool:
        listens = _LISTENS.search(self._read("output.log"))
        if not listens:
            return False
        self.address = f"http://localhost:{listens[1]}"
        try:
            async with session.get(f"{self.address}/_internal/v1/config") as answer:
                return answer.status == 200
        except (ClientError, TimeoutError):
            return False

    def _name(self) -> str:
        return f"{self.person.name}'s Playground"

    def _reason(self) -> str:
        output = self._read("output.log")
        words = _REASON.findall(self._read("devTools/m365agentsplayground.log")) or _ERROR.findall(output)
        words = words or output.strip().splitlines() or ["it ended without a word"]
        return f"{words[-1].rstrip('.')}."

    def _read(self, name: str) -> str:
        try:
            return (self.folder / name).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return ""
