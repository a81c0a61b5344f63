"""Sends to the Bot Connector.

What is tried again, and what a failure means, follows the error table of the platform
(learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). Posting an activity is not idempotent and has no
key: after a time-out or a 5xx it may be there already, so it is repeated only where the caller calls that harmless.
"""

import asyncio
import json
import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp
from yarl import URL

from bot.connector_paths import activities_path, activity_path, conversations_path
from bot.errors import SendFailed, TokenUnavailable
from bot.http_pool import HttpPool, read_answer
from bot.retrying import Attempt, failure_of, read_attempt, wait_before_next
from bot.service_urls import is_bot_connector
from bot.tokens import Tokens

DELAYS = (2.0, 8.0)
LONGEST_WAIT = 20.0
JITTER = 0.2
NEVER_ARRIVED = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError)


@dataclass(frozen=True, slots=True)
class Request:
    """One call of the connector; ``harmless`` where doing it twice does no harm."""

    method: str
    url: str
    body: Mapping[str, Any] | None
    harmless: bool


class Connector:
    """The operations of the Bot Connector this bot uses. Each raises SendFailed and nothing else."""

    def __init__(
        self,
        pool: HttpPool,
        tokens: Tokens,
        *,
        trusted: Callable[[str], bool] = is_bot_connector,
        delays: Sequence[float] = DELAYS,
        longest_wait: float = LONGEST_WAIT,
        sleep: Callable[[float], Awaitable[Any]] = asyncio.sleep,
        jitter: Callable[[], float] = lambda: random.uniform(1 - JITTER, 1 + JITTER),
    ):
        self._pool = pool
        self._tokens = tokens
        self._trusted = trusted
        self._delays = tuple(delays)
        self._longest_wait = longest_wait
        self._sleep = sleep
        self._jitter = jitter

    async def send(
        self,
        service_url: str,
        conversation_id: str,
        activity: Mapping[str, Any],
        reply_to: str | None = None,
        *,
        harmless: bool = False,
    ) -> str:
        """Posts an activity; gives its id, or an empty text where the connector accepted it and named none."""
        url = activities_path(service_url, conversation_id, reply_to)
        return _id(await self._call(Request("POST", url, activity, harmless)), "id")

    async def update(
        self, service_url: str, conversation_id: str, activity_id: str, activity: Mapping[str, Any]
    ) -> str:
        """Replaces an activity already sent; gives its id."""
        url = activity_path(service_url, conversation_id, activity_id)
        return _id(await self._call(Request("PUT", url, activity, True)), "id") or activity_id

    async def delete(self, service_url: str, conversation_id: str, activity_id: str) -> None:
        """Takes back an activity already sent."""
        await self._call(Request("DELETE", activity_path(service_url, conversation_id, activity_id), None, True))

    async def create_conversation(self, service_url: str, payload: Mapping[str, Any]) -> tuple[str, str]:
        """Opens (or finds) the personal chat the payload names: its conversation id, and the id of a first activity.

        The second is empty where the payload carries no activity; only then is repeating it harmless.
        """
        request = Request("POST", conversations_path(service_url), payload, "activity" not in payload)
        answer = await self._call(request)
        conversation = _id(answer, "id")
        if not conversation:
            raise SendFailed("unknown", 200, "NoConversationId")
        return conversation, _id(answer, "activityId") if "activity" in payload else ""

    async def close(self) -> None:
        """Closes the connections; the pool may be shared and is closed once."""
        await self._pool.close()

    async def _call(self, request: Request) -> Mapping[str, Any]:
        tried_new_token = False
        attempt_number = 0
        while True:
            token = await self._token(request.url)
            attempt = await self._try(request, token)
            if attempt.delivered:
                return attempt.answer
            if attempt.status == 401 and token and not tried_new_token:
                tried_new_token = True
                self._tokens.forget(token)
                continue
            wait = wait_before_next(attempt, request.harmless, attempt_number, self._delays, self._jitter)
            if wait is None or wait > self._longest_wait * (1 + JITTER):
                raise failure_of(attempt, request.harmless)
            attempt_number += 1
            await self._sleep(wait)

    async def _token(self, url: str) -> str | None:
        try:
            token = await self._tokens.get()
        except TokenUnavailable:
            raise SendFailed("later", None, "NoToken") from None
        if token is not None and not self._trusted(url):
            raise SendFailed("rejected", None, "UntrustedServiceUrl")
        return token

    async def _try(self, request: Request, token: str | None) -> Attempt:
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        data = None
        if request.body is not None:
            headers["Content-Type"] = "application/json; charset=utf-8"
            data = _encode(request.body)
        try:
            async with self._pool.session().request(
                request.method, URL(request.url, encoded=True), data=data, headers=headers, allow_redirects=False
            ) as response:
                return read_attempt(response.status, response.headers, await _body(response))
        except NEVER_ARRIVED:
            return Attempt(arrived=False)
        except (aiohttp.InvalidURL, aiohttp.NonHttpUrlClientError):
            raise SendFailed("rejected", None, "BadServiceUrl") from None
        except (aiohttp.ClientError, TimeoutError, OSError):
            return Attempt(arrived=True)


def _encode(body: Mapping[str, Any]) -> bytes:
    try:
        return json.dumps(body, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
    except ValueError:
        raise SendFailed("rejected", None, "NotJson") from None


async def _body(response: aiohttp.ClientResponse) -> bytes:
    """The body of an answer; once the status is known, a broken body changes nothing."""
    try:
        return await read_answer(response)
    except (aiohttp.ClientError, TimeoutError):
        return b""


def _id(answer: Mapping[str, Any], name: str) -> str:
    value = answer.get(name)
    return value if isinstance(value, str) else ""
