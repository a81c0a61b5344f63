"""What is let in: one check of an inbound request, from its headers to the shape of its activity.

Source: learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication. A token proves the
connector, not the organisation, so the tenant is checked on every activity beside it.
"""

from collections.abc import Callable, Mapping
from typing import Any

import jwt
from botbuilder.schema import Activity

from bot.errors import KeysUnavailable, Refused
from bot.inbound_json import read_object
from bot.service_urls import is_bot_connector, is_web_address, same_address
from bot.signing_keys import SigningKey, SigningKeys
from bot.wire import read_activity
from knowledge.errors import Sayable

CHANNEL = "msteams"
ISSUER = "https://api.botframework.com"
MAX_BODY = 256 * 1024
CLOCK_SKEW = 300
MAX_ID = 1024
# These speak for a person, so they must say who.
SPOKEN = frozenset({"message", "invoke"})


class Gate:
    """Checks requests for one bot and one tenant; ``anonymous`` leaves only the channel and the shape to check."""

    def __init__(
        self,
        *,
        keys: SigningKeys | None = None,
        app_id: str = "",
        tenant_id: str = "",
        anonymous: bool = False,
        max_body: int = MAX_BODY,
        trusted: Callable[[str], bool] = is_bot_connector,
    ):
        if not anonymous and not (keys and app_id and tenant_id):
            raise Sayable(
                "Nobody could be let in: set PROBITY_APP_ID and PROBITY_TENANT_ID, "
                "or for a trial on this machine start with --allow-anonymous."
            )
        self.max_body = max_body
        self._keys = keys
        self._app_id = app_id
        self._tenant = tenant_id.casefold()
        self._anonymous = anonymous
        self._trusted = trusted

    async def check(self, headers: Mapping[str, str], body: bytes) -> Activity:
        """The activity of a request that may come in; raises Refused (400, 401, 403, 413, 415, or 503 without keys)."""
        if len(body) > self.max_body:
            raise too_large(self.max_body)
        if headers.get("Content-Type", "").partition(";")[0].strip().lower() != "application/json":
            raise Refused(415, "UnsupportedMediaType", "send application/json")
        if self._anonymous:
            raw = read_object(body)
            _check_channel(raw)
        else:
            claims, key = await self._check_token(headers.get("Authorization", ""))
            raw = read_object(body)
            _check_channel(raw)
            self._check_origin(raw, claims, key)
        activity = read_activity(raw)
        _check_shape(activity)
        return activity

    async def _check_token(self, header: str) -> tuple[Mapping[str, Any], SigningKey]:
        scheme, _, token = header.strip().partition(" ")
        if scheme.lower() != "bearer" or not token.strip():
            raise _unauthorised("a bearer token is needed")
        key = await self._signing_key(token.strip())
        try:
            claims = jwt.decode(
                token.strip(),
                key.key,
                algorithms=["RS256"],
                audience=self._app_id,
                issuer=ISSUER,
                leeway=CLOCK_SKEW,
                options={"require": ["exp", "iss", "aud"]},
            )
        # A claim of a wrong type can escape the library as a plain error.
        except (jwt.PyJWTError, ValueError, TypeError, OverflowError) as error:
            raise _unauthorised(f"the token is not valid ({type(error).__name__})") from None
        return claims, key

    async def _signing_key(self, token: str) -> SigningKey:
        try:
            head = jwt.get_unverified_header(token)
        except (jwt.PyJWTError, ValueError, RecursionError):
            raise _unauthorised("the token cannot be read") from None
        kid = head.get("kid")
        if head.get("alg") != "RS256" or not isinstance(kid, str):
            raise _unauthorised("the token is not signed with RS256 and a named key")
        try:
            key = await self._keys.find(kid)
        except KeysUnavailable:
            raise Refused(503, "KeysUnavailable", "tokens cannot be checked just now; try again") from None
        if key is None:
            raise _unauthorised("the key of the token is not known")
        return key

    def _check_origin(self, raw: Mapping[str, Any], claims: Mapping[str, Any], key: SigningKey) -> None:
        if CHANNEL not in key.endorsements:
            raise Refused(403, "NotEndorsed", "the key of the token is not endorsed for this channel")
        claimed, service_url = claims.get("serviceurl"), raw.get("serviceUrl")
        if not (isinstance(claimed, str) and isinstance(service_url, str) and same_address(claimed, service_url)):
            raise Refused(403, "WrongServiceUrl", "serviceUrl is not the one the token was made for")
        if not self._trusted(service_url):
            raise Refused(403, "WrongServiceUrl", "serviceUrl is not a Bot Connector")
        tenants = _tenants(raw)
        if not tenants or any(tenant != self._tenant for tenant in tenants):
            raise Refused(403, "WrongTenant", "this bot serves another organisation")


def too_large(limit: int) -> Refused:
    """The refusal of a body over ``limit`` bytes."""
    return Refused(413, "TooLarge", f"the body is over {limit} bytes")


def _unauthorised(reason: str) -> Refused:
    return Refused(401, "Unauthorized", reason)


def _check_channel(raw: Mapping[str, Any]) -> None:
    if not isinstance(raw.get("type"), str) or not raw["type"]:
        raise Refused(400, "BadActivity", "type is missing")
    if raw.get("channelId") != CHANNEL:
        raise Refused(403, "WrongChannel", f"channelId must be {CHANNEL}")


def _tenants(raw: Mapping[str, Any]) -> list[str]:
    """Every tenant the activity names; a wrong type names one that is nobody's."""
    found = [_inside(raw, "conversation", "tenantId"), _inside(raw, "channelData", "tenant", "id")]
    return [tenant.casefold() if isinstance(tenant, str) else "" for tenant in found if tenant is not None]


def _inside(value: Any, *path: str) -> Any:
    for name in path:
        if value is None:
            return None
        if not isinstance(value, dict):
            return False
        value = value.get(name)
    return value


def _check_shape(activity: Activity) -> None:
    if activity.from_property is None:
        raise _bad("from is missing")
    if activity.conversation is None or not _is_id(activity.conversation.id):
        raise _bad("conversation.id is missing")
    if not activity.service_url or not is_web_address(activity.service_url):
        raise _bad("serviceUrl must be a web address")
    if activity.channel_data is not None and not isinstance(activity.channel_data, dict):
        raise _bad("channelData must be an object")
    if activity.type in SPOKEN and not (activity.from_property.id and activity.from_property.aad_object_id):
        raise _bad("from.id and from.aadObjectId are needed")
    if activity.type == "invoke" and not activity.name:
        raise _bad("name is missing")
    if not all(len(text) <= MAX_ID for text in (activity.id or "", activity.from_property.aad_object_id or "")):
        raise _bad("an id is too long")


def _is_id(text: str | None) -> bool:
    return bool(text) and len(text) <= MAX_ID and text not in (".", "..")


def _bad(reason: str) -> Refused:
    return Refused(400, "BadActivity", reason)
