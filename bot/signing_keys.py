"""The keys with which the Bot Framework signs its tokens, kept fresh without holding up a turn.

Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication.
"""

import asyncio
import json
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import aiohttp
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from jwt.algorithms import RSAAlgorithm
from jwt.exceptions import InvalidKeyError

from bot.errors import KeysUnavailable
from bot.http_pool import HttpPool, read_answer

log = logging.getLogger(__name__)

METADATA_URL = "https://login.botframework.com/v1/.well-known/openidconfiguration"
REFRESH_AFTER = 24 * 3600.0
MISS_WAIT = 60.0
FAILURE_WAIT = 5.0
SMALLEST_KEY = 2048


@dataclass(frozen=True, slots=True)
class SigningKey:
    """A public key and the channels it may speak for."""

    kid: str
    key: RSAPublicKey
    endorsements: frozenset[str]


class SigningKeys:
    """A cache of the published keys.

    Refreshed behind the back of the turns when a day old; at once for a key id it does not know, at most every
    ``miss_wait`` seconds, so that made-up ids cannot flood the login host. Old keys serve while that host is down.
    """

    def __init__(
        self,
        pool: HttpPool,
        metadata_url: str = METADATA_URL,
        *,
        miss_wait: float = MISS_WAIT,
        refresh_after: float = REFRESH_AFTER,
        failure_wait: float = FAILURE_WAIT,
        monotonic: Callable[[], float] = time.monotonic,
    ):
        self._pool = pool
        self._url = metadata_url
        self._miss_wait = miss_wait
        self._refresh_after = refresh_after
        self._failure_wait = failure_wait
        self._monotonic = monotonic
        self._keys: Mapping[str, SigningKey] = {}
        self._loaded_at = float("-inf")
        self._missed_at = float("-inf")
        self._failed_at = float("-inf")
        self._refreshing: asyncio.Task | None = None

    async def find(self, kid: str) -> SigningKey | None:
        """The key with this id, or None; raises KeysUnavailable where no keys were ever loaded."""
        now = self._monotonic()
        if not self._keys:
            await self._first_load(now)
        elif kid not in self._keys:
            if now - self._missed_at >= self._miss_wait:
                self._missed_at = now
                await self._refresh()
            elif self._refreshing is not None:
                await self._refresh()
        elif now - self._loaded_at >= self._refresh_after and not self._just_failed(now):
            self._start_refresh()
        return self._keys.get(kid)

    async def _first_load(self, now: float) -> None:
        if self._refreshing is not None or not self._just_failed(now):
            await self._refresh()
        if not self._keys:
            raise KeysUnavailable("no signing keys yet")

    def _just_failed(self, now: float) -> bool:
        return now - self._failed_at < self._failure_wait

    def _start_refresh(self) -> asyncio.Task:
        if self._refreshing is None:
            self._refreshing = self._pool.spawn(self._load())
        return self._refreshing

    async def _refresh(self) -> None:
        await asyncio.shield(self._start_refresh())

    async def _load(self) -> None:
        try:
            self._keys = read_keys(await self._get_json(await self._keys_url()))
            self._loaded_at = self._monotonic()
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            self._failed_at = self._monotonic()
            log.warning("signing keys not refreshed (%s); %d kept", type(error).__name__, len(self._keys))
        finally:
            self._refreshing = None

    async def _keys_url(self) -> str:
        metadata = await self._get_json(self._url)
        address = metadata.get("jwks_uri")
        if not isinstance(address, str):
            raise ValueError("metadata without jwks_uri")
        return address

    async def _get_json(self, url: str) -> dict:
        async with self._pool.session().get(url) as response:
            response.raise_for_status()
            body = json.loads(await read_answer(response))
        if not isinstance(body, dict):
            raise ValueError("not a JSON object")
        return body


def read_keys(key_set: Mapping) -> Mapping[str, SigningKey]:
    """The usable RSA keys of a JSON Web Key Set by key id; raises ValueError where there is none."""
    entries = key_set.get("keys")
    keys = [_read_key(entry) for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []
    usable = {key.kid: key for key in keys if key is not None}
    if not usable:
        raise ValueError("no usable key in the key set")
    return usable


def _read_key(entry: Mapping) -> SigningKey | None:
    kid, endorsements = entry.get("kid"), entry.get("endorsements")
    try:
        key = RSAAlgorithm.from_jwk(dict(entry))
    except (InvalidKeyError, ValueError, TypeError, KeyError):
        return None
    if not isinstance(kid, str) or not isinstance(key, RSAPublicKey) or key.key_size < SMALLEST_KEY:
        return None
    named = endorsements if isinstance(endorsements, list) else []
    return SigningKey(kid, key, frozenset(name for name in named if isinstance(name, str)))
