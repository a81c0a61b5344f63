"""Who is let in, over real HTTP with real keys."""

import asyncio
import base64
import json
import time

import pytest

from bot.gate import Gate
from bot.service_urls import is_bot_connector
from knowledge.errors import Sayable
from tests.edge_kit import TENANT, running_edge
from tests.fake_login import sign

OTHER = "99999999-9999-9999-9999-999999999999"


async def test_a_signed_message_of_our_tenant_is_answered():
    async with running_edge() as edge:
        assert await edge.signed() == (200, None)
        assert [body["text"] for body in edge.connector.bodies()] == ["you said hello"]


@pytest.mark.parametrize(
    ("claims", "status", "code"),
    [
        ({"iss": "https://sts.windows.net/x"}, 401, "Unauthorized"),
        ({"iss": None}, 401, "Unauthorized"),
        ({"iss": ["https://api.botframework.com"]}, 401, "Unauthorized"),
        ({"aud": "another-bot"}, 401, "Unauthorized"),
        ({"aud": None}, 401, "Unauthorized"),
        ({"exp": int(time.time()) - 301}, 401, "Unauthorized"),
        ({"exp": None}, 401, "Unauthorized"),
        ({"exp": "soon"}, 401, "Unauthorized"),
        ({"nbf": int(time.time()) + 86_400}, 401, "Unauthorized"),
        ({"signed_by": "webchat-only"}, 401, "Unauthorized"),
        ({"kid": "unknown"}, 401, "Unauthorized"),
        ({"serviceurl": "http://127.0.0.1:9/"}, 403, "WrongServiceUrl"),
        ({"kid": "webchat-only"}, 403, "NotEndorsed"),
    ],
)
async def test_a_token_that_does_not_hold_is_refused(claims, status, code):
    async with running_edge() as edge:
        got, answer = await edge.signed(**claims)
        assert (got, answer["error"]["code"]) == (status, code)
        assert edge.connector.calls == []


async def test_a_token_without_its_service_url_is_refused():
    async with running_edge() as edge:
        status, answer = await edge.signed(serviceurl=None)
        assert (status, answer["error"]["code"]) == (403, "WrongServiceUrl")


async def test_a_token_that_ended_within_the_allowed_skew_is_let_in():
    async with running_edge() as edge:
        assert (await edge.signed(exp=int(time.time()) - 200))[0] == 200


def unsigned(url: str) -> str:
    def part(value):
        return base64.urlsafe_b64encode(json.dumps(value).encode()).rstrip(b"=").decode()

    head = {"alg": "none", "kid": "one", "typ": "JWT"}
    return f"{part(head)}.{part({'iss': 'https://api.botframework.com', 'serviceurl': url})}."


@pytest.mark.parametrize(
    "header",
    [None, "", "Bearer", "Bearer ", "Basic abc", "Bearer abc", "Bearer a.b.c", "Bearer " + "." * 50, "Bearer é.b.c"],
)
async def test_a_missing_or_malformed_token_is_refused(header):
    async with running_edge() as edge:
        headers = {} if header is None else {"Authorization": header}
        status, answer = await edge.post(edge.activity(), headers=headers)
        assert (status, answer["error"]["code"]) == (401, "Unauthorized")


async def test_an_unsigned_token_is_refused():
    async with running_edge() as edge:
        assert (await edge.post(edge.activity(), token=unsigned(edge.connector.url)))[0] == 401


async def test_a_token_signed_with_the_public_key_as_a_secret_is_refused():
    async with running_edge() as edge:
        token = sign(edge.connector.url, head={"alg": "RS256"})
        head, claims, signature = token.split(".")
        forged = base64.urlsafe_b64encode(json.dumps({"alg": "HS256", "kid": "one"}).encode()).rstrip(b"=").decode()
        assert (await edge.post(edge.activity(), token=f"{forged}.{claims}.{signature}"))[0] == 401


@pytest.mark.parametrize(
    ("conversation_tenant", "channel_tenant", "status"),
    [
        (TENANT, TENANT, 200),
        (TENANT.upper(), None, 200),
        (None, TENANT, 200),
        (OTHER, OTHER, 403),
        (TENANT, OTHER, 403),
        (OTHER, TENANT, 403),
        (None, None, 403),
        ("", TENANT, 403),
        (TENANT, ["x"], 403),
        (5, TENANT, 403),
    ],
)
async def test_every_tenant_named_must_be_ours_and_one_must_be_named(conversation_tenant, channel_tenant, status):
    async with running_edge() as edge:
        conversation = {"id": "a:1", "tenantId": conversation_tenant}
        body = edge.activity(conversation=conversation, channelData={"tenant": {"id": channel_tenant}})
        assert (await edge.signed(body))[0] == status


async def test_invokes_of_another_tenant_are_refused_too():
    async with running_edge() as edge:
        body = edge.activity(type="invoke", name="adaptiveCard/action", channelData={"tenant": {"id": OTHER}})
        assert (await edge.signed(body))[0] == 403


@pytest.mark.parametrize("anonymous", [True, False])
@pytest.mark.parametrize("channel", [None, "webchat", "emulator", "MSTEAMS", "", 5, ["msteams"]])
async def test_only_teams_is_let_in_even_without_tokens(anonymous, channel):
    async with running_edge(anonymous=anonymous) as edge:
        status, answer = await edge.signed(edge.activity(channelId=channel))
        assert (status, answer["error"]["code"]) == (403, "WrongChannel")


async def test_without_tokens_any_tenant_and_service_url_are_let_in():
    async with running_edge(anonymous=True, trusted=is_bot_connector) as edge:
        assert (await edge.post(edge.activity(conversation={"id": "a:1", "tenantId": OTHER})))[0] == 200
        assert edge.connector.calls[0].authorization is None


async def test_a_service_url_that_is_no_bot_connector_is_refused_before_any_token_goes_there():
    async with running_edge(trusted=is_bot_connector) as edge:
        status, answer = await edge.signed()
        assert (status, answer["error"]["code"]) == (403, "WrongServiceUrl")
        assert edge.login.token_forms == []


@pytest.mark.parametrize(
    ("url", "known"),
    [
        ("https://smba.trafficmanager.net/uk/", True),
        ("https://SMBA.trafficmanager.net:443/uk/", True),
        ("https://smba.infra.gcc.teams.microsoft.com/gcc", True),
        ("https://europe.botframework.com", True),
        ("http://smba.trafficmanager.net/uk/", False),
        ("https://evil.trafficmanager.net/", False),
        ("https://smba.trafficmanager.net.evil.example/", False),
        ("https://smba.trafficmanager.net@evil.example/", False),
        ("https://evil.example\\.botframework.com/", False),
        ("https://evilbotframework.com/", False),
        ("https://smba.trafficmanager.net:8443/", False),
        ("https://smba.trafficmanager.net:x/", False),
        ("https://", False),
        ("", False),
        ("https://[::1", False),
    ],
)
def test_the_bot_connector_is_known_by_its_hosts(url, known):
    assert is_bot_connector(url) is known


@pytest.mark.parametrize("content_type", ["text/plain", "application/x-www-form-urlencoded", "application/jsonp", ""])
async def test_what_does_not_call_itself_json_is_refused(content_type):
    async with running_edge(anonymous=True) as edge:
        data = json.dumps(edge.activity()).encode()
        status, answer = await edge.post(data=data, headers={"Content-Type": content_type})
        assert (status, answer["error"]["code"]) == (415, "UnsupportedMediaType")


async def test_json_with_a_charset_is_let_in():
    async with running_edge(anonymous=True) as edge:
        data = json.dumps(edge.activity(text="hŵyl"), ensure_ascii=False).encode()
        assert (await edge.post(data=data, headers={"Content-Type": "application/json; charset=utf-8"}))[0] == 200
        assert edge.connector.bodies()[0]["text"] == "you said hŵyl"


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'"text"',
        b"5",
        b'{"type": NaN}',
        b'{"type": Infinity}',
        b'{"type": "message", "value": 1e999}',
        b'{"text": "\\ud800"}',
        b'{"\\udc00": 1}',
        b'{"text": "a\\u0000b"}',
        b'{"text": "\xff"}',
        b"[" * 100_000,
        b'{"a":' * 40_000,
        b'{"value": ' + b"[" * 70 + b"]" * 70 + b"}",
        b'{"value": ' + b"9" * 5000 + b"}",
    ],
)
async def test_json_that_cannot_be_kept_is_refused(data):
    async with running_edge(anonymous=True) as edge:
        status, answer = await edge.post(data=data, headers={"Content-Type": "application/json"})
        assert (status, answer["error"]["code"]) == (400, "BadJson")


@pytest.mark.parametrize(
    "changes",
    [
        {"type": None},
        {"type": ""},
        {"type": 5},
        {"type": ["message"]},
        {"from": None},
        {"from": []},
        {"from": "amy"},
        {"from": {"id": "29:amy"}},
        {"from": {"id": "29:amy", "aadObjectId": ""}},
        {"from": {"id": "29:amy", "aadObjectId": 5}},
        {"from": {"aadObjectId": "x"}},
        {"from": {"id": "29:amy", "aadObjectId": "x" * 2000}},
        {"conversation": None},
        {"conversation": "a:1"},
        {"conversation": {}},
        {"conversation": {"id": 5}},
        {"conversation": {"id": ".."}},
        {"serviceUrl": None},
        {"serviceUrl": "file:///etc/passwd"},
        {"serviceUrl": "http://host/?q="},
        {"serviceUrl": {"a": 1}},
        {"text": 5},
        {"text": ["hello"]},
        {"id": 5},
        {"recipient": "bot"},
        {"channelData": "x"},
        {"channelData": ["x"]},
        {"entities": {}},
        {"entities": ["x"]},
        {"entities": [{"type": 5}]},
        {"attachments": [None]},
        {"attachments": [{"contentType": 5}]},
        {"membersAdded": [[]]},
        {"timestamp": "yesterday"},
        {"timestamp": 5},
        {"locale": {}},
        {"replyToId": 7},
        {"suggestedActions": {"actions": [5]}},
        {"type": "invoke"},
        {"type": "invoke", "name": 5},
    ],
)
async def test_an_activity_of_the_wrong_shape_is_a_bad_request(changes):
    async with running_edge(anonymous=True) as edge:
        status, answer = await edge.post(edge.activity(**changes))
        assert (status, answer["error"]["code"]) == (400, "BadActivity")
        assert edge.connector.calls == []


@pytest.mark.parametrize("kind", ["conversationUpdate", "installationUpdate", "messageReaction", "event"])
async def test_an_activity_that_speaks_for_nobody_needs_no_person(kind):
    async with running_edge(anonymous=True) as edge:
        body = edge.activity(type=kind, text=None, membersAdded=[{"id": "28:bot"}], **{"from": {"id": "29:x"}})
        assert await edge.post(body) == (200, None)


async def test_a_body_of_a_megabyte_is_too_large():
    async with running_edge(anonymous=True) as edge:
        status, answer = await edge.post(edge.activity(text="x" * 2**20))
        assert (status, answer["error"]["code"]) == (413, "TooLarge")


async def test_a_body_without_a_length_is_cut_off_while_reading():
    async with running_edge(anonymous=True) as edge:
        given = 0

        async def endless():
            nonlocal given
            for _ in range(10_000):
                given += 1
                yield b"x" * 16_384
                await asyncio.sleep(0)

        try:
            status, _ = await edge.post(data=endless(), headers={"Content-Type": "application/json"})
            assert status == 413
        except (ConnectionError, OSError):
            pass
        assert given < 5_000


async def test_a_compressed_bomb_is_cut_off_by_what_it_unpacks_to():
    import gzip

    async with running_edge(anonymous=True) as edge:
        headers = {"Content-Type": "application/json", "Content-Encoding": "gzip"}
        assert (await edge.post(data=gzip.compress(b" " * 20_000_000), headers=headers))[0] == 413
        assert (await edge.post(data=b"not gzip at all", headers=headers))[0] == 400


async def test_a_body_that_never_ends_is_given_up():
    async with running_edge(anonymous=True, read_seconds=0.05) as edge:
        never = asyncio.Event()

        async def stalled():
            yield b"{"
            await never.wait()

        status, answer = await edge.post(data=stalled(), headers={"Content-Type": "application/json"})
        assert (status, answer["error"]["code"]) == (408, "Timeout")


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "PATCH"])
async def test_activities_are_only_posted(method):
    async with running_edge(anonymous=True) as edge:
        async with edge.session.request(method, f"{edge.url}/api/messages") as response:
            assert response.status == 405
            assert response.headers["Allow"] == "POST"
            assert (await response.json())["error"]["code"] == "MethodNotAllowed"


def test_a_gate_that_could_let_nobody_in_is_refused_at_start():
    with pytest.raises(Sayable, match="PROBITY_APP_ID"):
        Gate()
