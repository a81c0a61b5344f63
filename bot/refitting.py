"""Has the engine fitted to what HR taught, by a process of its own that yields to all else, and takes up what it fits.

The engine that serves goes on serving meanwhile, and for good where a golden check would fail with the new one.
"""

import asyncio
import gc
import logging
import os
import sys
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.clock import Clock
from bot.fittings import Done, first_to_tell, read_done
from dialogs.desk import Desk
from dialogs.fitting_told import tell_of_failed_fitting
from dialogs.following import follow_decisions
from knowledge import decided
from knowledge.clauses import Library, load_library
from knowledge.editions.overlay import library_on
from knowledge.understanding.engine import Engine
from knowledge.understanding.kept import Kept
from knowledge.understanding.refitting import NotFitted, read_back, refit_key
from knowledge.understanding.teaching import Phrase

log = logging.getLogger(__name__)
EVERY_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the engine should be fitted to: its key, the day, the clauses and what is taught."""

    key: str
    on: date
    library: Library
    phrases: tuple[Phrase, ...]


class Refitter:
    """Looks every half minute whether HR taught or changed something, and fits once ``quiet`` seconds brought no more.

    With 0 it never does.

    ``environ`` are the settings of the process that fits, where they differ from this one's; ``wake`` has what is told
    HR sent at once.
    """

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        folder: Path,
        environ: Mapping[str, str],
        quiet: float,
        every: float = EVERY_SECONDS,
        wake: Callable[[], None] = lambda: None,
    ):
        self._desk, self._clock, self._folder, self._environ = desk, clock, folder, environ
        self._every, self._quiet, self._wake = every, quiet, wake
        self._serving = self._given_up = self._seen = ""
        self._seen_at = 0.0
        self._thread = ThreadPoolExecutor(1, "refit")
        self._task: asyncio.Task | None = None
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Look in the background from now on."""
        if self._quiet:
            self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Stop, and end the process that fits."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()
        self._thread.shutdown()

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(self._every)
            try:
                await self._look()
            except Exception as error:
                log.error("refitting broke: %s", type(error).__name__)

    async def _look(self) -> None:
        wanted = await self._in_thread(self._wanted)
        if wanted is None:
            self._desk.newest.engine, self._serving = None, ""
            return
        if wanted.key in (self._serving, self._given_up):
            return
        done = read_done(self._folder)
        if done and done.key == wanted.key and await self._take_up(wanted, done):
            return
        if wanted.key not in (self._serving, self._given_up) and self._is_quiet(wanted.key):
            await self._fit(wanted)

    def _wanted(self) -> Wanted | None:
        """What should be learnt by now; None where nothing was taught and the policies are as they came."""
        store, today = self._desk.store, self._clock.today()
        with store.read() as session:
            follow_decisions(session, store)
        library, phrases = library_on(today), decided.held().phrases
        if library is load_library() and not phrases:
            return None
        return Wanted(refit_key(self._desk.loaded, library, phrases), today, library, phrases)

    def _is_quiet(self, key: str) -> bool:
        now = asyncio.get_running_loop().time()
        if key != self._seen:
            self._seen, self._seen_at = key, now
        return now - self._seen_at >= self._quiet

    async def _fit(self, wanted: Wanted) -> None:
        """Have it fitted; where that comes to nothing it is not tried again until something else is taught."""
        arguments = ("-m", "bot.cli", "model", "refit", "--on", wanted.on.isoformat())
        environ = {**os.environ, **self._environ, "OPENBLAS_NUM_THREADS": "1"}
        quiet = asyncio.subprocess.DEVNULL
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, *arguments, env=environ, stdin=quiet, stdout=quiet, stderr=asyncio.subprocess.PIPE
        )
        _, said = await self._process.communicate()
        done = await self._in_thread(lambda: read_done(self._folder))
        if done and done.key == wanted.key and await self._take_up(wanted, done):
            return
        log.warning("what HR taught was not fitted: %s", said.decode(errors="replace").strip()[-300:])
        self._given_up = wanted.key

    async def _take_up(self, wanted: Wanted, done: Done) -> bool:
        """Serve what was fitted, or give it up where golden checks fail with it; False where it is not all there."""
        if done.failing:
            log.warning("what HR taught is not learnt by heart: golden checks would fail: %s", ", ".join(done.failing))
            self._given_up = wanted.key
            await self._in_thread(lambda: self._tell(done))
            self._wake()
            return True
        try:
            engine = await self._in_thread(lambda: self._read_back(wanted))
        except NotFitted as missing:
            log.warning("what was fitted to what HR taught cannot be read back: %s", missing)
            return False
        self._desk.newest.engine, self._serving = engine, wanted.key
        log.info("learnt by heart: %d taught phrasings", len(wanted.phrases))
        return True

    def _tell(self, done: Done) -> None:
        if first_to_tell(self._folder, done.key):
            with self._desk.store.write() as session:
                tell_of_failed_fitting(session, self._desk.directory, done.failing, self._clock.now())

    def _read_back(self, wanted: Wanted) -> Engine:
        """Read it back, with what the first turn on it would have to work out.

        What is read stays, so the collector need not look through it, now or ever: turns would wait for that.
        """
        gc.disable()
        try:
            engine = read_back(self._desk.loaded, wanted.library, wanted.phrases, Kept(self._folder))
            engine.over(wanted.library, wanted.phrases)
            gc.freeze()
        finally:
            gc.enable()
        return engine

    async def _in_thread(self, work):
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
