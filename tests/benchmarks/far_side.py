"""The far side of a bot on loopback: a Bot Connector that notes when what arrived, and the client that sends turns."""

import asyncio
import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout, TCPConnector, web

PATIENCE = 20.0


class NoReply(Exception):
    """A turn was refused, or nothing came back for it."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds from sending a turn to its HTTP answer, and to its first reply at the connector, with that reply."""

    answered: float
    replied: float
    reply: bytes


class FarSide:
    """Accepts every activity; ``turn`` sends one and times what comes of it. Use as a context manager."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.Future[tuple[float, bytes]]] = {}
        self._ids = itertools.count(1)

    async def __aenter__(self) -> "FarSide":
        app = web.Application(client_max_size=2**20)
        app.router.add_post("/v3/conversations/{chat}/activities", self._arrived)
        app.router.add_post("/v3/conversations/{chat}/activities/{activity}", self._arrived)
        app.router.add_put("/v3/conversations/{chat}/activities/{activity}", self._accept)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, "127.0.0.1", 0).start()
        self.service_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/"
        self._session = ClientSession(connector=TCPConnector(limit=0), timeout=ClientTimeout(total=PATIENCE))
        return self

    async def __aexit__(self, *_: Any) -> None:
        await self._session.close()
        await self._runner.cleanup()

    async def turns(self, url: str, activities: Sequence[dict[str, Any]], concurrency: int) -> list[Timing]:
        """Send the activities, so many at once; they must be of different chats."""
        gate = asyncio.Semaphore(concurrency)

        async def one(activity: dict[str, Any]) -> Timing:
            async with gate:
                return await self.turn(url, activity)

        return await asyncio.gather(*(one(activity) for activity in activities))

    async def turn(self, url: str, activity: dict[str, Any]) -> Timing:
        """Send one activity and wait for its HTTP answer and its first reply; raises NoReply where one is missing."""
        chat = activity["conversation"]["id"]
        arrival = self._waiting[chat] = asyncio.get_running_loop().create_future()
        try:
            began = perf_counter()
            await self.post(url, activity)
            answered = perf_counter() - began
            arrived, reply = await asyncio.wait_for(arrival, PATIENCE)
            return Timing(answered, arrived - began, reply)
        except TimeoutError:
            raise NoReply(f"no reply to {activity.get('text')!r} within {PATIENCE:.0f} s") from None
        finally:
            del self._waiting[chat]

    async def post(self, url: str, activity: dict[str, Any]) -> None:
        """Send one activity and wait for its HTTP answer; raises NoReply where it is refused."""
        async with self._session.post(url, json=activity) as answer:
            await answer.read()
        if answer.status >= 300:
            raise NoReply(f"{activity['type']} {activity.get('text', '')!r} was answered with {answer.status}")

    async def listens(self, url: str) -> bool:
        """Say whether anything answers at this address yet."""
        try:
            async with self._session.get(url):
                return True
        except ClientError:
            return False

    async def _arrived(self, request: web.Request) -> web.Response:
        body = await request.read()
        waiting = self._waiting.get(request.match_info["chat"])
        if waiting is not None and not waiting.done():
            waiting.set_result((perf_counter(), body))
        return await self._accept(request)

    async def _accept(self, request: web.Request) -> web.Response:
        await request.read()
        return web.json_response({"id": f"m{next(self._ids)}"})
