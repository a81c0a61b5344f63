"""The HTTP routes: one door for activities, two for those who watch over the process."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from aiohttp import ClientError, web
from botbuilder.core import InvokeResponse
from botbuilder.schema import Activity

from bot.adapter import Logic, TeamsAdapter, invoke_error, log_bug, new_reference
from bot.errors import Refused
from bot.gate import Gate, too_large
from bot.wire import plain

log = logging.getLogger(__name__)

Readiness = Callable[[], Awaitable[tuple[bool, Mapping[str, Any]]]]
READ_SECONDS = 15.0
DRAIN_SECONDS = 25.0


class Turns:
    """The turns in flight. A client that hangs up does not end one; shutting down waits for them."""

    def __init__(self, drain_seconds: float):
        self._drain_seconds = drain_seconds
        self._running: set[asyncio.Task] = set()
        self._closing = False

    async def run(self, turn: Awaitable[InvokeResponse | None]) -> InvokeResponse | None:
        """Runs a turn to its end, whatever becomes of the one who waits for it."""
        task = asyncio.ensure_future(turn)
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    def check_open(self) -> None:
        """Raises Refused 503 once the process is shutting down."""
        if self._closing:
            raise Refused(503, "ShuttingDown", "shutting down; try again")

    async def drain(self) -> None:
        """Takes no new turn and waits for those in flight."""
        self._closing = True
        if self._running:
            _, late = await asyncio.wait(self._running, timeout=self._drain_seconds)
            if late:
                log.warning("%d turns did not end in time", len(late))


def build_web(
    adapter: TeamsAdapter,
    logic: Logic,
    gate: Gate,
    readiness: Readiness,
    *,
    read_seconds: float = READ_SECONDS,
    drain_seconds: float = DRAIN_SECONDS,
) -> web.Application:
    """The web application; ``readiness()`` says whether the process can serve, and what it says of itself."""
    turns = Turns(drain_seconds)

    async def messages(request: web.Request) -> web.Response:
        turns.check_open()
        body = await _read_body(request, gate.max_body, read_seconds)
        activity = await gate.check(request.headers, body)
        answer = await turns.run(adapter.process(activity, logic))
        return web.Response(status=200) if answer is None else _invoke_response(activity, answer)

    async def healthz(request: web.Request) -> web.Response:
        return web.json_response({"status": "ok"})

    async def readyz(request: web.Request) -> web.Response:
        ready, told = await _ask_readiness(readiness)
        return web.json_response({"ready": ready, **told}, status=200 if ready else 503)

    async def drain(app: web.Application) -> None:
        await turns.drain()

    app = web.Application(middlewares=[_json_errors])
    app.router.add_post("/api/messages", messages)
    app.router.add_get("/healthz", healthz)
    app.router.add_get("/readyz", readyz)
    app.on_shutdown.append(drain)
    return app


async def _read_body(request: web.Request, limit: int, seconds: float) -> bytes:
    if (request.content_length or 0) > limit:
        raise too_large(limit)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.content.iter_any():
                body += chunk
                if len(body) > limit:
                    raise too_large(limit)
    except TimeoutError:
        raise Refused(408, "Timeout", "the body did not arrive in time") from None
    except (ClientError, web.RequestPayloadError):
        raise Refused(400, "BadBody", "the body cannot be read") from None
    return bytes(body)


async def _ask_readiness(readiness: Readiness) -> tuple[bool, Mapping[str, Any]]:
    try:
        return await readiness()
    except Exception as error:
        reference = new_reference()
        log_bug("readiness", reference, error)
        return False, {"reference": reference}


def _invoke_response(activity: Activity, answer: InvokeResponse) -> web.Response:
    try:
        text = json.dumps({} if answer.body is None else plain(answer.body), allow_nan=False)
        return web.Response(status=answer.status, text=text, content_type="application/json")
    except (TypeError, ValueError, RecursionError) as error:
        reference = new_reference()
        log_bug("invoke answer", reference, error)
        excuse = invoke_error(activity, f"Something went wrong on our side. Please try again, or quote {reference}.")
        return web.json_response(excuse.body, status=excuse.status)


@web.middleware
async def _json_errors(request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]):
    try:
        return await handler(request)
    except Refused as refused:
        log.info("refused %d %s", refused.status, refused.code)
        return _error(refused.status, refused.code, refused.reason)
    except web.HTTPException as error:
        kept = {name: error.headers[name] for name in ("Allow",) if name in error.headers}
        return _error(error.status, error.reason.replace(" ", ""), error.reason, kept)
    except Exception as error:
        reference = new_reference()
        log_bug("request", reference, error)
        return _error(500, "InternalError", f"something went wrong; quote {reference}")


def _error(status: int, code: str, message: str, headers: Mapping[str, str] | None = None) -> web.Response:
    headers = dict(headers or {})
    if status == 401:
        headers["WWW-Authenticate"] = "Bearer"
    if status == 503:
        headers["Retry-After"] = "5"
    text = json.dumps({"error": {"code": code, "message": message}})
    return web.Response(status=status, text=text, content_type="application/json", headers=headers)
