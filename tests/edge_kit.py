"""What the tests of the edge share: a whole edge on loopback, activities, and a clock and a sleep of their own."""

import contextlib
import copy
import uuid
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from botbuilder.core import TurnContext

from bot.adapter import TeamsAdapter
from bot.connector import Connector
from bot.gate import Gate
from bot.http_pool import HttpPool
from bot.service_urls import is_web_address
from bot.signing_keys import SigningKeys
from bot.tokens import ClientTokens, NoTokens
from bot.web import build_web
from tests.fake_connector import FakeConnector
from tests.fake_login import APP_ID, FakeLogin, sign

TENANT = "11111111-1111-1111-1111-111111111111"


@dataclass
class HandClock:
    """Seconds that pass when told to; sleeping only writes down how long."""

    seconds: float = 1000.0
    slept: list[float] = field(default_factory=list)

    def __call__(self) -> float:
        return self.seconds

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


def activity(service_url: str, **changes: Any) -> dict[str, Any]:
    """A message as Teams sends it in a personal chat; a change to None leaves the field out."""
    body = {
        "type": "message",
        "id": uuid.uuid4().hex,
        "channelId": "msteams",
        "serviceUrl": service_url,
        "timestamp": "2026-03-14T09:30:00.1234567Z",
        "localTimestamp": "2026-03-14T09:30:00.1234567+00:00",
        "from": {"id": "29:amy", "name": "Amy", "aadObjectId": "22222222-2222-2222-2222-222222222222"},
        "recipient": {"id": "28:bot", "name": "Bot"},
        "conversation": {"id": "a:amy-personal", "conversationType": "personal", "tenantId": TENANT},
        "channelData": {"tenant": {"id": TENANT}},
        "entities": [{"type": "clientInfo", "locale": "en-GB", "platform": "iOS"}],
        "text": "hello",
        "locale": "en-GB",
    }
    body.update(changes)
    return copy.deepcopy({name: value for name, value in body.items() if value is not None})


async def echo(context: TurnContext) -> None:
    """The smallest conversation: what was said, said back."""
    if context.activity.type == "message":
        await context.send_activity(f"you said {context.activity.text}")


class Edge:
    """A running edge and a client to knock at its door."""

    def __init__(self, url: str, session: ClientSession, connector: FakeConnector, login: FakeLogin, clock: HandClock):
        self.url = url
        self.session = session
        self.connector = connector
        self.login = login
        self.clock = clock

    def activity(self, **changes: Any) -> dict[str, Any]:
        return activity(self.connector.url, **changes)

    async def post(self, body: Any = None, *, token: str | None = None, **kwargs: Any) -> tuple[int, Any]:
        """Posts an activity (or ``data=``) and gives status and JSON, None for an empty body."""
        headers = {**kwargs.pop("headers", {})}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        if "data" not in kwargs:
            kwargs["json"] = body
        async with self.session.post(f"{self.url}/api/messages", headers=headers, **kwargs) as response:
            text = await response.text()
            return response.status, await response.json(content_type=None) if text else None

    async def signed(self, body: dict[str, Any] | None = None, **claims: Any) -> tuple[int, Any]:
        """Posts an activity with a token made for its service URL, claims changed as told."""
        body = body if body is not None else self.activity()
        kid = claims.pop("kid", "one")
        return await self.post(body, token=sign(claims.pop("serviceurl", self.connector.url), kid, **claims))


@contextlib.asynccontextmanager
async def running_edge(
    logic=echo,
    *,
    anonymous: bool = False,
    on_bug=None,
    readiness=None,
    trusted=is_web_address,
    shutdown_timeout: float = 5.0,
    **web_options: Any,
) -> AsyncIterator[Edge]:
    """The whole edge over real HTTP with a fake Bot Connector and fake login hosts."""
    clock = HandClock()
    login, connector, pool = await FakeLogin().start(), await FakeConnector().start(), HttpPool()
    keys = SigningKeys(pool, login.metadata_url, monotonic=clock)
    tokens = ClientTokens(pool, APP_ID, "secret", TENANT, login=login.url, monotonic=clock)
    sender = Connector(pool, NoTokens() if anonymous else tokens, trusted=trusted, sleep=clock.sleep)
    gate = Gate(keys=keys, app_id=APP_ID, tenant_id=TENANT, anonymous=anonymous, trusted=trusted)
    app = build_web(TeamsAdapter(sender, on_bug), logic, gate, readiness or _ready, **web_options)
    server = TestServer(app)
    await server.start_server(shutdown_timeout=shutdown_timeout)
    try:
        async with ClientSession() as session:
            yield Edge(f"http://127.0.0.1:{server.port}", session, connector, login, clock)
    finally:
        for event in [*connector.slow.values(), login.slow]:
            if event is not None:
                event.set()
        await server.close()
        await sender.close()
        await connector.close()
        await login.close()


async def _ready() -> tuple[bool, dict[str, Any]]:
    return True, {"checked": "yes"}
