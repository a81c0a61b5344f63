"""Sending: what is tried again, what a failure means, and the bot's own token."""

import asyncio
import contextlib
import socket
from datetime import UTC, datetime

import pytest

from bot.connector import Connector
from bot.errors import SendFailed
from bot.http_pool import HttpPool
from bot.retrying import read_retry_after
from bot.service_urls import is_bot_connector
from bot.tokens import ClientTokens, NoTokens
from tests.edge_kit import HandClock
from tests.fake_connector import Answer, FakeConnector
from tests.fake_login import FakeLogin

HELLO = {"type": "message", "text": "hello"}


@contextlib.asynccontextmanager
async def sending(*answers: Answer, with_login: bool = False, trusted=lambda url: True, **pool_options):
    """A connector to a fake that gives ``answers`` first; gives connector, fake, login and clock."""
    clock, pool = HandClock(), HttpPool(**pool_options)
    fake, login = await FakeConnector().start(), await FakeLogin().start()
    fake.answers = list(answers)
    tokens = ClientTokens(pool, "app", "secret", "tenant", login=login.url, monotonic=clock)
    jitterless = {"sleep": clock.sleep, "jitter": lambda: 1.0, "trusted": trusted}
    connector = Connector(pool, tokens if with_login else NoTokens(), **jitterless)
    try:
        yield connector, fake, login, clock
    finally:
        for answer in answers:
            if answer.before is not None:
                answer.before.set()
        await connector.close()
        await fake.close()
        await login.close()


async def test_a_message_is_posted_once_and_its_id_given_back():
    async with sending() as (connector, fake, _, clock):
        assert await connector.send(fake.url, "a:1/2 x;messageid=3", HELLO) == "m1"
        assert await connector.send(fake.url, "a:1", HELLO, "m1") == "m2"
        paths = [call.path for call in fake.calls]
        assert paths[0] == "/uk/v3/conversations/a%3A1%2F2%20x%3Bmessageid%3D3/activities"
        assert paths[1] == "/uk/v3/conversations/a%3A1/activities/m1"
        assert clock.slept == []


async def test_an_accepted_message_without_an_id_is_not_a_failure():
    async with sending(Answer(201, body=[])) as (connector, fake, _, _clock):
        assert await connector.send(fake.url, "a:1", HELLO) == ""


@pytest.mark.parametrize(
    ("status", "kind"),
    [(400, "rejected"), (401, "later"), (403, "blocked"), (404, "gone"), (413, "rejected"), (500, "unknown")]
    + [(502, "unknown"), (503, "unknown"), (504, "unknown"), (302, "rejected"), (409, "rejected")],
)
async def test_a_message_that_may_not_be_repeated_is_posted_once(status, kind):
    async with sending(Answer(status)) as (connector, fake, _, clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert (failed.value.kind, failed.value.status) == (kind, status)
        assert failed.value.code == f"Fault{status}"
        assert (len(fake.calls), clock.slept) == (1, [])


@pytest.mark.parametrize("status", [502, 503, 504])
async def test_a_harmless_message_is_repeated_after_a_passing_fault(status):
    async with sending(Answer(status), Answer(status)) as (connector, fake, _, clock):
        assert await connector.send(fake.url, "a:1", HELLO, harmless=True)
        assert (len(fake.calls), clock.slept) == (3, [2.0, 8.0])


async def test_a_message_the_connector_did_not_take_is_repeated():
    async with sending(Answer(412)) as (connector, fake, _, clock):
        assert await connector.send(fake.url, "a:1", HELLO)
        assert (len(fake.calls), clock.slept) == (2, [2.0])


@pytest.mark.parametrize("status", [412, 429, 503])
async def test_after_three_tries_it_is_left_for_later(status):
    async with sending(*[Answer(status)] * 3) as (connector, fake, _, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO, harmless=True)
        assert (failed.value.kind, len(fake.calls)) == ("later", 3)


async def test_throttled_waits_as_long_as_it_is_told():
    answers = [Answer(429, headers={"Retry-After": "7"}), Answer(429)]
    async with sending(*answers) as (connector, fake, _, clock):
        assert await connector.send(fake.url, "a:1", HELLO)
        assert clock.slept == [7.0, 8.0]


async def test_a_long_throttle_is_left_to_the_outbox_with_its_time():
    async with sending(Answer(429, headers={"Retry-After": "600"})) as (connector, fake, _, clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert (failed.value.kind, failed.value.retry_after, clock.slept) == ("later", 600.0, [])


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("3", 3.0), ("-1", 0.0), ("Sat, 14 Mar 2026 09:30:30 GMT", 30.0), ("soon", None), ("nan", None), (None, None)],
)
def test_retry_after_is_a_number_or_a_date(text, seconds):
    assert read_retry_after(text, datetime(2026, 3, 14, 9, 30, tzinfo=UTC)) == seconds


async def test_a_refused_connection_is_tried_again_and_left_for_later():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}/"
        async with sending() as (connector, _, _login, clock):
            with pytest.raises(SendFailed) as failed:
                await connector.send(url, "a:1", HELLO)
            assert (failed.value.kind, failed.value.status, clock.slept) == ("later", None, [2.0, 8.0])


async def test_a_time_out_after_sending_is_not_known_and_not_repeated():
    async with sending(Answer(before=asyncio.Event()), total_seconds=0.2) as (connector, fake, _, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert (failed.value.kind, failed.value.status, len(fake.calls)) == ("unknown", None, 1)


async def test_a_line_that_breaks_after_sending_is_not_known():
    async with sending(Answer(drop=True)) as (connector, fake, _, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert (failed.value.kind, len(fake.calls)) == ("unknown", 1)


async def test_updates_and_deletions_may_always_be_repeated():
    answers = [Answer(503), Answer(drop=True), Answer(), Answer(502)]
    async with sending(*answers) as (connector, fake, _, _clock):
        assert await connector.update(fake.url, "a:1", "m9", HELLO)
        assert await connector.delete(fake.url, "a:1", "m9") is None
        assert {call.path for call in fake.calls} == {"/uk/v3/conversations/a%3A1/activities/m9"}
        assert [call.method for call in fake.calls] == ["PUT"] * 3 + ["DELETE"] * 2


async def test_a_conversation_is_created_with_whom_and_where():
    async with sending(Answer(503)) as (connector, fake, _, _clock):
        payload = {"isGroup": False, "members": [{"id": "29:amy"}], "tenantId": "t", "bot": {"id": "28:bot"}}
        assert await connector.create_conversation(fake.url, payload) == ("a:conversation-2", "")
        assert fake.calls[-1].path == "/uk/v3/conversations"
        assert fake.calls[-1].body == payload


async def test_a_conversation_created_with_a_first_message_is_not_repeated():
    async with sending(Answer(503)) as (connector, fake, _, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.create_conversation(fake.url, {"members": [], "activity": HELLO})
        assert (failed.value.kind, len(fake.calls)) == ("unknown", 1)


@pytest.mark.parametrize("conversation_id", ["", ".", "..", "\ud800"])
async def test_an_id_that_would_climb_out_of_its_path_is_never_sent(conversation_id):
    async with sending() as (connector, fake, _, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, conversation_id, HELLO)
        assert (failed.value.kind, fake.calls) == ("rejected", [])


@pytest.mark.parametrize("url", ["", "nonsense", "ftp://host/", "http://"])
async def test_a_service_url_that_is_none_is_rejected(url):
    async with sending() as (connector, _, _login, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(url, "a:1", HELLO)
        assert failed.value.kind == "rejected"


async def test_twenty_sends_at_once_log_in_once():
    async with sending(with_login=True) as (connector, fake, login, _clock):
        await asyncio.gather(*(connector.send(fake.url, f"a:{n}", HELLO) for n in range(20)))
        assert len(login.token_forms) == 1
        assert login.token_forms[0]["scope"] == "https://api.botframework.com/.default"
        assert {call.authorization for call in fake.calls} == {"Bearer token-1"}


async def test_a_refused_token_is_renewed_once():
    async with sending(Answer(401), with_login=True) as (connector, fake, login, _clock):
        assert await connector.send(fake.url, "a:1", HELLO)
        assert [call.authorization for call in fake.calls] == ["Bearer token-1", "Bearer token-2"]


async def test_a_token_refused_twice_is_left_for_later():
    async with sending(Answer(401), Answer(401), with_login=True) as (connector, fake, login, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert (failed.value.kind, len(fake.calls), len(login.token_forms)) == ("later", 2, 2)


async def test_our_token_goes_to_the_bot_connector_only():
    async with sending(with_login=True, trusted=is_bot_connector) as (connector, fake, _, _clock):
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert (failed.value.code, fake.calls) == ("UntrustedServiceUrl", [])


async def test_a_redirect_does_not_carry_the_token_away():
    moved = Answer(307, headers={"Location": "/elsewhere"})
    async with sending(moved, with_login=True) as (connector, fake, _, _clock):
        with pytest.raises(SendFailed):
            await connector.send(fake.url, "a:1", HELLO)
        assert len(fake.calls) == 1


async def test_a_token_is_renewed_behind_the_back_before_it_ends_and_kept_when_that_fails(caplog):
    async with sending(with_login=True) as (connector, fake, login, clock):
        await connector.send(fake.url, "a:1", HELLO)
        login.down = True
        clock.seconds += 3400
        await connector.send(fake.url, "a:1", HELLO)
        await settled(lambda: "no token from the login host" in caplog.text)
        login.down = False
        clock.seconds += 20
        await connector.send(fake.url, "a:1", HELLO)
        await settled(lambda: len(login.token_forms) == 3)
        used = [call.authorization for call in fake.calls]
        assert used == ["Bearer token-1"] * 3
        clock.seconds += 181
        await connector.send(fake.url, "a:1", HELLO)
        assert fake.calls[-1].authorization == "Bearer token-3"


async def test_without_a_token_nothing_is_sent():
    async with sending(with_login=True) as (connector, fake, login, _clock):
        login.down = True
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert (failed.value.kind, failed.value.code, fake.calls) == ("later", "NoToken", [])


@pytest.mark.parametrize("answer", [{"expires_in": 0}, {"access_token": 5}, {"expires_in": "x"}, {"access_token": "é"}])
async def test_an_answer_of_the_login_host_without_a_usable_token_is_none(answer):
    async with sending(with_login=True) as (connector, fake, login, _clock):
        login.token_answer = {"expires_in": 3600, **answer}
        with pytest.raises(SendFailed) as failed:
            await connector.send(fake.url, "a:1", HELLO)
        assert failed.value.code == "NoToken"


async def test_closing_ends_what_works_in_the_background():
    pool, never = HttpPool(), asyncio.Event()
    waiting = pool.spawn(never.wait())
    session = pool.session()
    await pool.close()
    await pool.close()
    assert waiting.cancelled() and session.closed


async def settled(happened) -> None:
    """Waits until something true in the background has happened."""
    async with asyncio.timeout(5):
        while not happened():
            await asyncio.sleep(0.005)
