"""The processes that are measured: how each is started, and what it has used of the machine."""

import os
import random
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
KEPT_SETTINGS = ("PROBITY_MODEL",)
PORTS = 20_000, 32_000


class DidNotStart(Exception):
    """A server ended before it answered; carries the end of what it printed."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to start one of the bots: its name in the report, its arguments but for the port, its settings."""

    name: str
    arguments: Sequence[str]
    environ: Mapping[str, str]

    def start(self, folder: Path) -> "Server":
        """Start the bot on a free port; its output goes to a file in ``folder``."""
        port, log = _free_port(), folder / f"{self.name}.log"
        plain = {k: v for k, v in os.environ.items() if not k.startswith("PROBITY_") or k in KEPT_SETTINGS}
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", *self.arguments, "--port", str(port)],
                cwd=ROOT,
                env={**plain, **self.environ},
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        return Server(process, f"http://127.0.0.1:{port}/api/messages", log)


@dataclass(frozen=True, slots=True)
class Server:
    """A running bot."""

    process: subprocess.Popen
    url: str
    log: Path

    def check_running(self) -> None:
        """Raises DidNotStart where the process has ended."""
        if self.process.poll() is not None:
            said = self.log.read_text(encoding="utf-8", errors="replace")[-1500:]
            raise DidNotStart(f"{self.log.stem} ended with {self.process.returncode}:\n{said}")

    def cpu_seconds(self) -> float:
        """Give the CPU time of the process so far, user and system, in all its threads, the ended ones too.

        This is the clock that Linux keeps for a process, to the nanosecond (clock_getcpuclockid(3)): what
        /proc/PID/stat shows in hundredths of a second.
        """
        return time.clock_gettime((~self.process.pid << 3) | 2)

    def memory_mb(self) -> float:
        """Give the resident memory of the process, in millions of bytes."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
        return int(line.split()[1]) * 1024 / 1e6

    def stop(self) -> None:
        """End the process, with force where it does not end by itself."""
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def echo_bot() -> Recipe:
    """The stock SDK echo bot."""
    return Recipe("echo", ("tests.benchmarks.echo_bot",), {})


def probity(name: str, home: Path, people: Path, database_url: str) -> Recipe:
    """This project's bot as it is served, without tokens and without a limit on turns."""
    serve = ("bot.cli", "serve", "--allow-anonymous", "--people", str(people), "--database-url", database_url)
    return Recipe(name, serve, {"PROBITY_HOME": str(home), "PROBITY_TURNS_PER_MINUTE": "0", "PROBITY_LINKS": "off"})


def _free_port() -> int:
    """A port below those the system gives to anybody who asks for one, so that it is still free a second later."""
    for port in random.sample(range(*PORTS), 100):
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise DidNotStart("no port is free on loopback")
