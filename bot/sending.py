"""Sends what waits in the outbox: a turn's own replies at once, everything else by a pump that never loses a row."""

import asyncio
import logging
import os
import secrets
import socket
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Executor
from datetime import timedelta
from functools import partial
from typing import Any

from bot.cards import draw
from bot.clock import Clock
from bot.connector import Connector
from bot.errors import SendFailed
from dialogs.desk import Taken
from dialogs.replies import Reply, from_json
from storage import outbox, persons, posted
from storage.outbox import Lease, Leased
from storage.store import Store

log = logging.getLogger(__name__)

LEASE_SECONDS = 120.0
LOOK_EVERY = 2.0
AT_ONCE = 20
MOST_UNDER_WAY = 100
FIRST_WAIT, LONGEST_WAIT = 5.0, 600.0
SPOKEN_TRIES = 3


class Sender:
    """One per process. Messages to one person leave in order; people do not wait for each other."""

    def __init__(self, store: Store, connector: Connector, clock: Clock, pool: Executor):
        self.lease = Lease(f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}", LEASE_SECONDS)
        self._store, self._connector, self._clock, self._pool = store, connector, clock, pool
        self._lanes: dict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._wake, self._pass = asyncio.Event(), asyncio.Lock()
        self._tasks: set[asyncio.Task] = set()
        self._ended = 0
        self._pump: asyncio.Task | None = None

    def start(self) -> None:
        """Start looking for what waits, what was left by a crash first."""
        self._free_what_the_dead_held()
        self._pump = asyncio.get_running_loop().create_task(self._run())

    def wake(self) -> None:
        """Say that something may wait now."""
        self._wake.set()

    async def idle(self) -> None:
        """Wait until everything that can leave now has left."""
        while True:
            if self._tasks:
                await asyncio.wait(set(self._tasks))
            # A send that ends during the look frees the message behind it, which that look did not see.
            ended = self._ended
            if not await self._send_waiting() and not self._tasks and self._ended == ended:
                return

    async def close(self) -> None:
        """Let sends under way end, then stop looking."""
        if self._pump:
            self._pump.cancel()
            await asyncio.gather(self._pump, return_exceptions=True)
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=10)

    def send_turn(self, person: str, reference: dict[str, Any], taken: Taken) -> None:
        """Send a turn's replies in order without holding it up: leased rows, or replies that are kept nowhere."""
        if taken.leased or taken.spoken:
            self._spawn(self._send_turn(person, reference, taken))
        if taken.waits:
            self.wake()

    async def _send_turn(self, person: str, reference: dict[str, Any], taken: Taken) -> None:
        async with self._lane(person):
            for reply in taken.spoken:
                await self._speak(reference, reply)
            for notice in taken.leased:
                activity_id = await self._send_notice(reference, notice)
                if activity_id is None:
                    break
                await self._mark(notice, reference, activity_id)

    async def _mark(self, notice: Leased, reference: dict[str, Any], activity_id: str) -> None:
        """Mark a message before the next one leaves: a crash in between repeats one message at the most."""
        if await self._in_pool(self._mark_sent, notice, reference["conversation_id"], activity_id):
            self.wake()

    async def _speak(self, reference: dict[str, Any], reply: Reply) -> None:
        for attempt in range(SPOKEN_TRIES):
            try:
                await self._post(reference, reply)
                return
            except SendFailed as failure:
                if failure.kind != "later":
                    log.warning("a reply that is kept nowhere was not sent: %s", failure)
                    return
                await asyncio.sleep(failure.retry_after or 2.0**attempt)

    async def _run(self) -> None:
        while True:
            known = self._wake.is_set()
            self._wake.clear()
            try:
                while await self._send_waiting(known) == AT_ONCE:
                    pass
            except Exception as error:
                log.error("the outbox could not be read: %s", type(error).__name__)
            try:
                await asyncio.wait_for(self._wake.wait(), LOOK_EVERY)
            except TimeoutError:
                pass

    async def _send_waiting(self, known: bool = False) -> int:
        """Begin to send the first message of everybody for whom one waits, and say how many were begun.

        ``known``: somebody said that there is one, so that no look goes before the claim.
        """
        async with self._pass:
            if len(self._tasks) >= MOST_UNDER_WAY:
                await asyncio.wait(self._tasks, return_when=asyncio.FIRST_COMPLETED)
            claimed = await self._in_pool(self._claim, known)
            for each in claimed:
                self._spawn(self._send_claimed(*each))
            return len(claimed)

    async def _send_claimed(self, notice: Leased, reference: dict[str, Any] | None, update: str | None) -> None:
        if reference is None:
            await self._fail(notice, SendFailed("gone"))
            return
        async with self._lane(notice.to_person):
            activity_id = await self._send_notice(reference, notice, update)
            if activity_id is not None:
                await self._mark(notice, reference, activity_id)

    async def _send_notice(self, reference: dict[str, Any], notice: Leased, update: str | None = None) -> str | None:
        try:
            return await self._post(reference, from_json(notice.body), update, alert=notice.kind == "notice")
        except SendFailed as failure:
            if update and failure.kind in ("gone", "rejected"):
                return await self._post_anew(reference, notice)
            await self._fail(notice, failure)
            return None

    async def _post_anew(self, reference: dict[str, Any], notice: Leased) -> str | None:
        """A card that the person deleted cannot be updated: it is posted anew."""
        try:
            return await self._post(reference, from_json(notice.body))
        except SendFailed as failure:
            await self._fail(notice, failure)
            return None

    async def _fail(self, notice: Leased, failure: SendFailed) -> None:
        """Give a message back; those behind it may be free to leave now."""
        await self._in_pool(self._mark_failed, notice.id, failure)
        self.wake()

    async def _post(
        self, reference: dict[str, Any], reply: Reply, update: str | None = None, alert: bool = False
    ) -> str:
        activity = draw(reply, reference, alert)
        where = reference["service_url"], reference["conversation_id"]
        if update:
            return await self._connector.update(*where, update, {**activity, "id": update})
        return await self._connector.send(*where, activity)

    def _free_what_the_dead_held(self) -> None:
        """What a process of this machine held that is no more is sent now, not when its lease runs out."""
        with self._store.write() as session:
            dead = [worker for worker in outbox.workers(session=session) if _is_dead(worker)]
            outbox.let_go(session=session, workers=dead, now=self._clock.now())

    def _claim(self, known: bool) -> list[tuple[Leased, dict[str, Any] | None, str | None]]:
        now = self._clock.now()
        if not known:
            with self._store.read() as session:
                if not outbox.anything_due(session=session, now=now):
                    return []
        with self._store.write() as session:
            rows = outbox.claim(
                session=session, worker=self.lease.worker, now=now, lease_seconds=self.lease.seconds, limit=AT_ONCE
            )
            return [(row, self._reference(session, row.to_person), self._posted(session, row)) for row in rows]

    @staticmethod
    def _reference(session: Any, person: str) -> dict[str, Any] | None:
        known = persons.find(session=session, person=person)
        return known.reference if known else None

    @staticmethod
    def _posted(session: Any, row: Leased) -> str | None:
        if row.kind != "update" or row.record_id is None:
            return None
        cards = posted.of_record(session=session, record_id=row.record_id)
        return next((p.activity_id for p in cards if (p.person, p.view) == (row.to_person, row.card)), None)

    def _mark_sent(self, notice: Leased, conversation_id: str, activity_id: str) -> bool:
        """Marks what arrived, and says whether more waits for the person."""
        with self._store.mark() as session:
            outbox.sent(
                session=session,
                notice_id=notice.id,
                activity_id=activity_id,
                conversation_id=conversation_id,
                now=self._clock.now(),
            )
            return outbox.more_waits(session=session, person=notice.to_person)

    def _mark_failed(self, notice_id: int, failure: SendFailed) -> None:
        with self._store.write() as session:
            now = self._clock.now()
            wait = failure.retry_after or FIRST_WAIT
            outbox.failed(
                session=session,
                notice_id=notice_id,
                kind=failure.kind,
                retry_at=now + timedelta(seconds=min(wait, LONGEST_WAIT)),
                error=failure.code or str(failure.status or failure.kind),
                now=now,
            )

    def _lane(self, person: str) -> asyncio.Lock:
        return self._lanes[person]

    def _in_pool(self, work: Callable[..., Any], *given: Any) -> Any:
        return asyncio.get_running_loop().run_in_executor(self._pool, partial(work, *given))

    def _spawn(self, work: Any) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._note_ended)

    def _note_ended(self, task: asyncio.Task) -> None:
        self._tasks.discard(task)
        self._ended += 1


def _is_dead(worker: str) -> bool:
    """Say whether the process that named itself so ran on this machine and is gone."""
    host, _, rest = worker.partition("/")
    process = rest.partition("/")[0]
    if host != socket.gethostname() or not process.isdigit():
        return False
    if int(process) == os.getpid():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
