"""Turns over HTTP: answers of invokes, bugs, updates, slow sends, clients that hang up, shutting down."""

import asyncio
import logging

import pytest
from aiohttp import ClientSession, ClientTimeout
from botbuilder.core import InvokeResponse, MessageFactory, TurnContext
from botbuilder.schema import (
    Activity,
    ActivityTypes,
    Attachment,
    ChannelAccount,
    ConversationAccount,
    ConversationReference,
    HeroCard,
)

from bot.adapter import TeamsAdapter
from bot.connector import Connector
from bot.errors import SendFailed
from bot.http_pool import HttpPool
from bot.tokens import NoTokens
from tests.edge_kit import TENANT, running_edge
from tests.fake_connector import Answer, FakeConnector


def invoke(edge, name: str = "adaptiveCard/action") -> dict:
    return edge.activity(type="invoke", name=name, text=None, value={"action": {"verb": "x"}, "trigger": "manual"})


@pytest.mark.parametrize(
    "body",
    [
        {"statusCode": 200, "type": "application/vnd.microsoft.card.adaptive", "value": {"type": "AdaptiveCard"}},
        {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": "Saved"},
        {"task": {"type": "continue", "value": {"title": "Declare a gift"}}},
        {},
    ],
)
async def test_the_answer_of_an_invoke_is_its_json_body(body):
    async def logic(context: TurnContext) -> InvokeResponse:
        return InvokeResponse(status=200, body=body)

    async with running_edge(logic) as edge:
        assert await edge.signed(invoke(edge)) == (200, body)


async def test_an_invoke_answered_through_the_context_is_answered_too():
    async def logic(context: TurnContext) -> None:
        answer = InvokeResponse(status=200, body={"done": True})
        await context.send_activity(Activity(type=ActivityTypes.invoke_response, value=answer))

    async with running_edge(logic, anonymous=True) as edge:
        assert await edge.post(invoke(edge)) == (200, {"done": True})
        assert edge.connector.calls == []


async def test_an_invoke_nobody_answers_gets_an_empty_object():
    async with running_edge(anonymous=True) as edge:
        assert await edge.post(invoke(edge, "message/submitAction")) == (200, {})


async def test_the_sdks_own_cards_in_an_answer_reach_the_wire():
    async def logic(context: TurnContext) -> InvokeResponse:
        card = Attachment(content_type="card", content=HeroCard(title="Gifts"))
        return InvokeResponse(status=200, body={"attachments": [card]})

    async with running_edge(logic, anonymous=True) as edge:
        _, answer = await edge.post(invoke(edge))
        assert answer == {"attachments": [{"contentType": "card", "content": {"title": "Gifts"}}]}


async def broken(context: TurnContext) -> None:
    raise ValueError(f"cannot read {context.activity.text}")


async def test_a_bug_in_a_turn_is_logged_once_without_the_words_and_apologised_for(caplog):
    async def apologise(context: TurnContext, error: Exception, reference: str) -> None:
        await context.send_activity(f"Sorry, quote {reference}.")

    caplog.set_level(logging.DEBUG)
    async with running_edge(broken, anonymous=True, on_bug=apologise) as edge:
        assert await edge.post(edge.activity(text="my secret")) == (200, None)
        apology = edge.connector.bodies()[0]["text"]
    errors = [record for record in caplog.records if record.levelno >= logging.ERROR]
    assert len(errors) == 1
    reference = apology.removeprefix("Sorry, quote ").removesuffix(".")
    assert reference in errors[0].getMessage()
    assert "ValueError" in errors[0].getMessage() and "broken" in errors[0].getMessage()
    assert "my secret" not in caplog.text and "Amy" not in caplog.text


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("adaptiveCard/action", lambda body: body["value"]["message"]),
        ("task/fetch", lambda body: body["task"]["value"]),
        ("task/submit", lambda body: body["task"]["value"]),
        ("composeExtension/query", lambda body: body["composeExtension"]["text"]),
    ],
)
async def test_a_bug_in_an_invoke_is_shown_in_the_form_of_its_kind(name, shown):
    async with running_edge(broken, anonymous=True) as edge:
        status, body = await edge.post(invoke(edge, name))
        assert status == 200
        assert "E-" in shown(body)


async def test_what_answers_for_a_bug_may_answer_the_invoke():
    async def answer(context: TurnContext, error: Exception, reference: str) -> InvokeResponse:
        return InvokeResponse(status=200, body={"said": reference})

    async with running_edge(broken, anonymous=True, on_bug=answer) as edge:
        status, body = await edge.post(invoke(edge))
        assert (status, body["said"][:2]) == (200, "E-")


async def test_an_apology_that_breaks_or_cannot_be_sent_still_ends_the_turn_well():
    async def worse(context: TurnContext, error: Exception, reference: str) -> None:
        raise RuntimeError("again")

    async def unsent(context: TurnContext, error: Exception, reference: str) -> None:
        raise SendFailed("blocked", 403)

    for on_bug in (worse, unsent):
        async with running_edge(broken, anonymous=True, on_bug=on_bug) as edge:
            assert (await edge.post(edge.activity()))[0] == 200
            assert (await edge.post(invoke(edge)))[0] == 200


async def test_an_answer_that_is_no_json_becomes_an_apology():
    async def logic(context: TurnContext) -> InvokeResponse:
        return InvokeResponse(status=200, body={"value": object()})

    async with running_edge(logic, anonymous=True) as edge:
        status, body = await edge.post(invoke(edge))
        assert (status, body["type"]) == (200, "application/vnd.microsoft.error")


async def test_a_reply_that_cannot_be_sent_does_not_make_the_channel_send_again():
    async with running_edge(anonymous=True) as edge:
        edge.connector.answers = [Answer(403)]
        assert await edge.post(edge.activity()) == (200, None)


async def test_a_reply_is_addressed_to_the_message_and_the_person():
    async with running_edge() as edge:
        body = edge.activity(id="1700000000000")
        await edge.signed(body)
        call = edge.connector.calls[0]
        assert call.path == "/uk/v3/conversations/a%3Aamy-personal/activities/1700000000000"
        assert call.authorization == "Bearer token-1"
        assert call.body["from"] == {"id": "28:bot", "name": "Bot"}
        assert call.body["recipient"]["id"] == "29:amy"
        assert call.body["conversation"]["tenantId"] == TENANT


async def test_asking_for_the_replies_in_the_answer_does_not_keep_them_from_the_person():
    async with running_edge(anonymous=True) as edge:
        assert await edge.post(edge.activity(deliveryMode="expectReplies")) == (200, None)
        assert len(edge.connector.bodies()) == 1


async def test_messages_are_sent_in_order_updated_and_taken_back():
    async def logic(context: TurnContext) -> None:
        first = await context.send_activity("one")
        await context.send_activities([Activity(type="typing"), Activity(type="trace"), MessageFactory.text("two")])
        await context.update_activity(Activity(id=first.id, type="message", text="one, changed"))
        await context.delete_activity(first.id)

    async with running_edge(logic, anonymous=True) as edge:
        assert (await edge.post(edge.activity()))[0] == 200
        calls = edge.connector.calls
        assert [(call.method, (call.body or {}).get("type")) for call in calls] == [
            ("POST", "message"),
            ("POST", "typing"),
            ("POST", "message"),
            ("PUT", "message"),
            ("DELETE", None),
        ]
        assert calls[3].path == calls[4].path == "/uk/v3/conversations/a%3Aamy-personal/activities/m1"
        assert calls[3].body["text"] == "one, changed"


async def test_middleware_sees_every_turn():
    seen = []

    class Watch:
        async def on_turn(self, context, call_next):
            seen.append(context.activity.type)
            return await call_next()

    async def logic(context: TurnContext) -> InvokeResponse:
        return InvokeResponse(status=200, body={"through": True})

    pool = HttpPool()
    adapter = TeamsAdapter(Connector(pool, NoTokens())).use(Watch())
    activity = Activity(type="invoke", name="x", conversation=ConversationAccount(id="a:1"))
    answer = await adapter.process(activity, logic)
    assert (answer.body, seen) == ({"through": True}, ["invoke"])


async def test_a_person_is_written_to_first_and_again_later():
    fake, pool = await FakeConnector().start(), HttpPool()
    try:
        adapter = TeamsAdapter(Connector(pool, NoTokens()))
        known = ConversationReference(
            bot=ChannelAccount(id="28:bot"),
            user=ChannelAccount(id="29:bob", aad_object_id="bob-id"),
            conversation=ConversationAccount(tenant_id=TENANT),
            channel_id="msteams",
            service_url=fake.url,
        )
        opened = await adapter.create_conversation(known, lambda context: context.send_activity("hello Bob"))
        await adapter.continue_conversation(opened, lambda context: context.send_activity("still there?"))
    finally:
        await pool.close()
        await fake.close()
    created, first, second = fake.calls
    assert created.body["members"] == [{"id": "29:bob", "aadObjectId": "bob-id"}]
    assert (created.body["bot"], created.body["tenantId"]) == ({"id": "28:bot"}, TENANT)
    assert created.body["channelData"] == {"tenant": {"id": TENANT}}
    assert opened.conversation.id == "a:conversation-1"
    assert [call.body["text"] for call in (first, second)] == ["hello Bob", "still there?"]
    assert "a%3Aconversation-1/activities" in second.path


async def test_a_slow_send_does_not_stall_other_turns():
    async with running_edge(anonymous=True) as edge:
        edge.connector.slow["slow-chat"] = asyncio.Event()
        slow = [asyncio.create_task(edge.post(in_chat(edge, "slow-chat"))) for _ in range(5)]
        async with asyncio.timeout(5):
            for number in range(10):
                assert (await edge.post(in_chat(edge, f"chat-{number}")))[0] == 200
        assert not any(task.done() for task in slow)
        edge.connector.slow["slow-chat"].set()
        assert {status for status, _ in await asyncio.gather(*slow)} == {200}


def in_chat(edge, name: str) -> dict:
    return edge.activity(conversation={"id": name, "tenantId": TENANT})


async def test_a_client_that_hangs_up_does_not_end_the_turn():
    started, go_on, ended = asyncio.Event(), asyncio.Event(), asyncio.Event()

    async def logic(context: TurnContext) -> None:
        started.set()
        await go_on.wait()
        await context.send_activity("done all the same")
        ended.set()

    async with running_edge(logic, anonymous=True) as edge:
        async with ClientSession(timeout=ClientTimeout(total=30)) as impatient:
            asking = asyncio.create_task(impatient.post(f"{edge.url}/api/messages", json=edge.activity()))
            await started.wait()
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
        go_on.set()
        await asyncio.wait_for(ended.wait(), 5)
        assert edge.connector.bodies()[0]["text"] == "done all the same"


async def test_shutting_down_waits_for_the_turns_in_flight():
    started, ended = asyncio.Event(), asyncio.Event()

    async def logic(context: TurnContext) -> None:
        started.set()
        await asyncio.sleep(0.2)
        ended.set()

    async with running_edge(logic, anonymous=True) as edge:
        asking = asyncio.create_task(edge.post(edge.activity()))
        await started.wait()
    assert ended.is_set()
    await asyncio.gather(asking, return_exceptions=True)


async def test_a_turn_that_never_ends_does_not_hold_up_shutting_down_for_ever():
    started = asyncio.Event()

    async def logic(context: TurnContext) -> None:
        started.set()
        await asyncio.Event().wait()

    async with asyncio.timeout(10):
        async with running_edge(logic, anonymous=True, drain_seconds=0.05, shutdown_timeout=0.05) as edge:
            asking = asyncio.create_task(edge.post(edge.activity()))
            await started.wait()
        await asyncio.gather(asking, return_exceptions=True)


async def test_those_who_watch_over_the_process_are_told():
    async def not_ready():
        return False, {"database": "down"}

    async def broken_readiness():
        raise RuntimeError("no")

    async with running_edge() as edge:
        assert await watch(edge, "/healthz") == (200, {"status": "ok"})
        assert await watch(edge, "/readyz") == (200, {"ready": True, "checked": "yes"})
        assert (await watch(edge, "/nowhere"))[0] == 404
    async with running_edge(readiness=not_ready) as edge:
        assert await watch(edge, "/readyz") == (503, {"ready": False, "database": "down"})
        assert (await watch(edge, "/healthz"))[0] == 200
    async with running_edge(readiness=broken_readiness) as edge:
        status, told = await watch(edge, "/readyz")
        assert (status, told["ready"]) == (503, False)


async def watch(edge, path: str) -> tuple[int, dict]:
    async with edge.session.get(edge.url + path) as response:
        return response.status, await response.json()
