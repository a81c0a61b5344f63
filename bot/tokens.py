"""The bot's own token for the Bot Connector: asked for once, shared by all sends, renewed before it ends."""

import asyncio
import json
import logging
import time
from collections.abc import Callable
from typing import Protocol
from urllib.parse import quote

import aiohttp

from bot.errors import TokenUnavailable
from bot.http_pool import HttpPool, read_answer

log = logging.getLogger(__name__)

LOGIN = "https://login.microsoftonline.com"
SCOPE = "https://api.botframework.com/.default"
RENEW_BEFORE = 300.0
FAILURE_WAIT = 10.0


class Tokens(Protocol):
    """Where the connector gets its token."""

    async def get(self) -> str | None:
        """A valid token, None where none is used; raises TokenUnavailable."""

    def forget(self, token: str) -> None:
        """Drops ``token``, which the far side refused."""


class NoTokens:
    """For a bot that sends to a local stand-in without logging in."""

    async def get(self) -> None:
        """No token."""
        return None

    def forget(self, token: str) -> None:
        """Nothing to drop."""


class ClientTokens:
    """Tokens by client credentials for one scope: one request at a time, whoever asks."""

    def __init__(
        self,
        pool: HttpPool,
        app_id: str,
        password: str,
        tenant: str,
        *,
        login: str = LOGIN,
        scope: str = SCOPE,
        monotonic: Callable[[], float] = time.monotonic,
    ):
        self._pool = pool
        self._url = f"{login}/{quote(tenant, safe='')}/oauth2/v2.0/token"
        self._form = {
            "grant_type": "client_credentials",
            "client_id": app_id,
            "client_secret": password,
            "scope": scope,
        }
        self._monotonic = monotonic
        self._token: str | None = None
        self._ends = float("-inf")
        self._failed_at = float("-inf")
        self._asking: asyncio.Task | None = None

    async def get(self) -> str:
        """A token that is still valid; within five minutes of its end a new one is fetched behind the caller's back."""
        now = self._monotonic()
        if self._token is None or now >= self._ends:
            await asyncio.shield(self._start_asking())
        elif now >= self._ends - RENEW_BEFORE and now - self._failed_at >= FAILURE_WAIT:
            self._start_asking()
        if self._token is None or self._monotonic() >= self._ends:
            raise TokenUnavailable("the login host gave no token")
        return self._token

    def forget(self, token: str) -> None:
        """Drops ``token``, which the connector refused; a newer one stays."""
        if token == self._token:
            self._token = None

    def _start_asking(self) -> asyncio.Task:
        if self._asking is None:
            self._asking = self._pool.spawn(self._ask())
        return self._asking

    async def _ask(self) -> None:
        asked_at = self._monotonic()
        try:
            async with self._pool.session().post(self._url, data=self._form, allow_redirects=False) as response:
                body = await read_answer(response)
                if response.status != 200:
                    raise ValueError(f"status {response.status}")
            self._token, lasts = read_token(body)
            self._ends = asked_at + lasts
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            self._failed_at = self._monotonic()
            reason = str(error) if type(error) is ValueError else type(error).__name__
            log.warning("no token from the login host (%s)", reason)
        finally:
            self._asking = None


def read_token(body: bytes) -> tuple[str, float]:
    """The token in an OAuth answer and the seconds it lasts; raises ValueError where there is none."""
    try:
        answer = json.loads(body)
        token, lasts = answer["access_token"], float(answer["expires_in"])
    except (KeyError, TypeError, ValueError):
        raise ValueError("an answer without a token") from None
    if not isinstance(token, str) or not token or not token.isascii() or not lasts > 0:
        raise ValueError("an answer without a token")
    return token, lasts
