"""What happens without anybody writing: reminders that fall due, and forgetting what need not be kept."""

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import timedelta

from bot.clock import Clock
from dialogs.following import follow_decisions
from dialogs.people import Directory
from dialogs.reminding import remind_all
from storage import drafts, outbox, turns
from storage.store import Store

log = logging.getLogger(__name__)

EVERY_SECONDS = 300.0
HANDLED_KEPT = timedelta(days=1)


class Housekeeper:
    """Tidies once at start and every five minutes; several processes may do so at once."""

    def __init__(self, store: Store, directory: Directory, clock: Clock, pool: Executor, wake: Callable[[], None]):
        self._store, self._directory, self._clock, self._pool, self._wake = store, directory, clock, pool, wake
        self._task: asyncio.Task | None = None

    async def start(self) -> None:
        """Tidy once, then go on in the background."""
        await self._tidy_safely()
        self._task = asyncio.get_running_loop().create_task(self._run())

    async def close(self) -> None:
        """Stop."""
        if self._task:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while True:
            await asyncio.sleep(EVERY_SECONDS)
            await self._tidy_safely()

    async def _tidy_safely(self) -> None:
        try:
            if await asyncio.get_running_loop().run_in_executor(self._pool, self._tidy):
                self._wake()
        except Exception as error:
            log.error("housekeeping broke: %s", type(error).__name__)

    def _tidy(self) -> int:
        now = self._clock.now()
        with self._store.write() as session:
            turns.forget_old(session=session, before=now - HANDLED_KEPT)
            outbox.forget_sent(session=session, now=now)
            drafts.expire(session=session, now=now)
            follow_decisions(session, self._store)
            return remind_all(session, now, self._directory)
