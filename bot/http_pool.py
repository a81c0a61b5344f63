"""The one pooled HTTP client of the process, and the tasks that work in its background."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

import aiohttp

log = logging.getLogger(__name__)

MAX_ANSWER = 1024 * 1024


class AnswerTooLarge(aiohttp.ClientPayloadError):
    """The far side answered with more bytes than any real answer has."""


class HttpPool:
    """Makes its session at the first use, on the running loop; ``close()`` ends the session and the tasks."""

    def __init__(self, *, connect_seconds: float = 5.0, total_seconds: float = 15.0, connections: int = 100):
        self._timeout = aiohttp.ClientTimeout(total=total_seconds, connect=None, sock_connect=connect_seconds)
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None
        self._tasks: set[asyncio.Task] = set()

    def session(self) -> aiohttp.ClientSession:
        """The pooled session."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=self._connections, keepalive_timeout=30)
            self._session = aiohttp.ClientSession(
                connector=connector, timeout=self._timeout, cookie_jar=aiohttp.DummyCookieJar()
            )
        return self._session

    def spawn(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task:
        """Runs ``work`` as a task that ``close()`` cancels; who waits for it does so through ``asyncio.shield``."""
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        return task

    async def close(self) -> None:
        """Cancels the background tasks and closes the connections; may be called twice."""
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _ended(self, task: asyncio.Task) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and task.exception() is not None:
            log.debug("background task ended with %s", type(task.exception()).__name__)


async def read_answer(response: aiohttp.ClientResponse, limit: int = MAX_ANSWER) -> bytes:
    """The body of an answer; raises AnswerTooLarge beyond ``limit`` bytes."""
    body = bytearray()
    async for chunk in response.content.iter_any():
        body += chunk
        if len(body) > limit:
            raise AnswerTooLarge(f"over {limit} bytes")
    return bytes(body)
