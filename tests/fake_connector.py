"""A Bot Connector on loopback: keeps what it is sent and answers as it is told."""

import asyncio
import itertools
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer


@dataclass
class Call:
    """One request as it came over the wire."""

    method: str
    path: str
    body: Any
    authorization: str | None


@dataclass
class Answer:
    """What to answer next; ``before`` is waited for first, ``drop`` hangs up instead of answering."""

    status: int = 200
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)
    before: asyncio.Event | None = None
    drop: bool = False


class FakeConnector:
    """``calls`` is what came; ``answers`` is used up first, then everything is accepted."""

    def __init__(self):
        self.calls: list[Call] = []
        self.answers: list[Answer] = []
        self.slow: dict[str, asyncio.Event] = {}
        self._ids = itertools.count(1)
        self._server: TestServer | None = None

    async def start(self) -> "FakeConnector":
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._handle)
        self._server = TestServer(app)
        await self._server.start_server()
        return self

    async def close(self) -> None:
        await self._server.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}/uk/"

    def bodies(self, method: str = "POST") -> list[Any]:
        return [call.body for call in self.calls if call.method == method]

    async def _handle(self, request: web.Request) -> web.StreamResponse:
        body = await request.json() if request.can_read_body else None
        self.calls.append(Call(request.method, request.raw_path, body, request.headers.get("Authorization")))
        answer = self.answers.pop(0) if self.answers else Answer()
        for mark, event in self.slow.items():
            if mark in request.raw_path:
                await event.wait()
        if answer.before is not None:
            await answer.before.wait()
        if answer.drop:
            request.transport.close()
            return web.Response()
        number = next(self._ids)
        default = {"id": f"a:conversation-{number}" if request.path.endswith("/conversations") else f"m{number}"}
        accepted = default if answer.status < 300 else {"error": {"code": f"Fault{answer.status}", "message": "no"}}
        body = answer.body if answer.body is not None else accepted
        return web.json_response(body, status=answer.status, headers=answer.headers)
