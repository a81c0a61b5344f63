"""Has the links in the clauses looked at in the background: once a week, and when somebody in HR asks."""

import asyncio
import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Executor

from bot.clock import Clock
from bot.links import LinkLooker
from dialogs.policy_links import begin_round, end_round
from knowledge.links import Look
from storage.store import Store

log = logging.getLogger(__name__)

FIRST_AFTER_SECONDS = 600.0
EVERY_SECONDS = 300.0


class LinkKeeper:
    """Asks every five minutes whether a week has gone by, or a round was left undone.

    Several processes may do so at once, and one of them looks.
    """

    def __init__(self, store: Store, clock: Clock, pool: Executor, looker: LinkLooker, wake: Callable[[], None]):
        self._store, self._clock, self._pool, self._looker, self._wake = store, clock, pool, looker, wake
        self._asked = asyncio.Event()
        self._task: asyncio.Task | None = None

    async def start(self) -> None:
        """Begin in the background, some minutes from now, so that starting is not held up."""
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Stop, also in the middle of looking."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    def ask(self) -> None:
        """Look now: somebody's wish has been kept."""
        self._asked.set()

    async def look(self) -> None:
        """Look at the links where it is time or asked for, keep how they answered, and tell whoever asked."""
        loop = asyncio.get_running_loop()
        urls = await loop.run_in_executor(self._pool, self._begin)
        if urls is None:
            return
        looks = await self._looker.look_at(urls)
        log.info("looked at %d links, %d did not answer", len(looks), sum(not look.answered for look in looks))
        if await loop.run_in_executor(self._pool, self._end, looks):
            self._wake()

    async def _run(self) -> None:
        await self._wait(FIRST_AFTER_SECONDS)
        while True:
            self._asked.clear()
            try:
                await self.look()
            except Exception as error:
                log.error("looking at links broke: %s", type(error).__name__)
            await self._wait(EVERY_SECONDS)

    async def _wait(self, seconds: float) -> None:
        try:
            await asyncio.wait_for(self._asked.wait(), seconds)
        except TimeoutError:
            return

    def _begin(self) -> tuple[str, ...] | None:
        with self._store.write() as session:
            return begin_round(session, self._store, self._clock.now())

    def _end(self, looks: Iterable[Look]) -> int:
        with self._store.write() as session:
            return end_round(session, looks, self._clock.now())
