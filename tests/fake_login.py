"""Both login hosts on loopback, with real RSA keys: the Bot Framework's key set and the tokens of the directory."""

import asyncio
import functools
import json
import time

from aiohttp import web
from aiohttp.test_utils import TestServer
from cryptography.hazmat.primitives.asymmetric import rsa
from jwt import PyJWS
from jwt.algorithms import RSAAlgorithm

APP_ID = "00000000-aaaa-bbbb-cccc-000000000001"


@functools.cache
def private_key(name: str) -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def sign(service_url: str, kid: str = "one", *, signed_by: str | None = None, head: dict | None = None, **changes):
    """A token as the Bot Framework makes them; a claim changed to None is left out."""
    now = int(time.time())
    claims = {
        "iss": "https://api.botframework.com",
        "aud": APP_ID,
        "nbf": now - 60,
        "exp": now + 3600,
        "serviceurl": service_url,
    }
    claims.update(changes)
    claims = {name: value for name, value in claims.items() if value is not None}
    # Below the library's own checks, so that claims of a wrong type can be signed too.
    payload, headers = json.dumps(claims).encode(), {"kid": kid, **(head or {})}
    return PyJWS().encode(payload, private_key(signed_by or kid), algorithm="RS256", headers=headers)


class FakeLogin:
    """``published`` maps key ids to their endorsements; ``down`` makes every answer a 503."""

    def __init__(self):
        self.published: dict[str, list[str]] = {"one": ["msteams"], "webchat-only": ["webchat"]}
        self.down = False
        self.slow: asyncio.Event | None = None
        self.metadata_reads = 0
        self.token_forms: list[dict] = []
        self.token_answer: dict = {"token_type": "Bearer", "expires_in": 3600}
        self._server: TestServer | None = None

    async def start(self) -> "FakeLogin":
        app = web.Application()
        app.router.add_get("/openid", self._metadata)
        app.router.add_get("/keys", self._keys)
        app.router.add_post("/{tenant}/oauth2/v2.0/token", self._token)
        self._server = TestServer(app)
        await self._server.start_server()
        return self

    async def close(self) -> None:
        await self._server.close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.port}"

    @property
    def metadata_url(self) -> str:
        return f"{self.url}/openid"

    async def _pause(self) -> None:
        if self.slow is not None:
            await self.slow.wait()
        if self.down:
            raise web.HTTPServiceUnavailable

    async def _metadata(self, request: web.Request) -> web.Response:
        self.metadata_reads += 1
        await self._pause()
        return web.json_response({"issuer": "https://api.botframework.com", "jwks_uri": f"{self.url}/keys"})

    async def _keys(self, request: web.Request) -> web.Response:
        await self._pause()
        entries = [{"kty": "EC", "kid": "not-ours"}, {"kid": 7}]
        for kid, endorsements in self.published.items():
            entry = json.loads(RSAAlgorithm.to_jwk(private_key(kid).public_key()))
            entries.append({**entry, "kid": kid, "use": "sig", "endorsements": endorsements})
        return web.json_response({"keys": entries})

    async def _token(self, request: web.Request) -> web.Response:
        self.token_forms.append(dict(await request.post()))
        await self._pause()
        return web.json_response({"access_token": f"token-{len(self.token_forms)}", **self.token_answer})
