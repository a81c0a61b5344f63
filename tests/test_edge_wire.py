"""What activities look like on the wire, and citations among them."""

import inspect
from datetime import UTC, datetime

import botbuilder.schema as schema
import pytest
from botbuilder.core import TurnContext
from botbuilder.schema import Activity, ActivityTypes, Attachment, ChannelAccount, Mention, SuggestedActions
from msrest.serialization import Model

from bot.entities import MAX_ABSTRACT, MAX_NAME, Citation, citation_entity, clip
from bot.wire import read_activity, write_activity
from tests.edge_kit import activity, running_edge

GIFTS = Citation(
    "Code of conduct, Gifts", "Employees must not accept gifts.", "https://council.example/code", ("gifts",)
)


async def test_citations_reach_the_wire_whole():
    async def logic(context: TurnContext) -> None:
        entities = [citation_entity([GIFTS, Citation("Members ICT Scheme 5.16", "x " * 200)])]
        await context.send_activity(Activity(type="message", text="No [1] [2].", entities=entities))

    async with running_edge(logic, anonymous=True) as edge:
        await edge.post(edge.activity())
        (entity,) = edge.connector.bodies()[0]["entities"]
    first, second = entity.pop("citation")
    assert entity == {
        "type": "https://schema.org/Message",
        "@type": "Message",
        "@context": "https://schema.org",
        "@id": "",
    }
    assert first == {
        "@type": "Claim",
        "position": 1,
        "appearance": {
            "@type": "DigitalDocument",
            "name": "Code of conduct, Gifts",
            "abstract": "Employees must not accept gifts.",
            "url": "https://council.example/code",
            "keywords": ["gifts"],
        },
    }
    assert second["position"] == 2
    assert len(second["appearance"]["abstract"]) <= MAX_ABSTRACT


def test_no_more_than_twenty_citations_are_sent():
    entity = write_activity(citation_entity([GIFTS] * 25))
    assert [claim["position"] for claim in entity["citation"]] == list(range(1, 21))


def test_no_citations_make_no_citation_field():
    assert "citation" not in write_activity(citation_entity([]))


@pytest.mark.parametrize(
    ("text", "limit", "clipped"),
    [
        ("short", 10, "short"),
        ("exactly te", 10, "exactly te"),
        ("a longer sentence", 10, "a longer…"),
        ("a longer sentence", 9, "a longer…"),
        ("two\n\nlines  here", 40, "two lines here"),
        ("unbreakable", 5, "unbr…"),
        ("gifts, and more", 9, "gifts…"),
        ("", 5, ""),
    ],
)
def test_a_text_is_cut_at_a_word(text, limit, clipped):
    assert clip(text, limit) == clipped
    assert len(clip(text, limit)) <= limit


def test_a_long_name_keeps_to_its_limit():
    entity = citation_entity([Citation("Registration of gifts and hospitality " * 5, "x")])
    assert len(entity.citation[0]["appearance"]["name"]) <= MAX_NAME


def test_what_teams_sends_comes_back_out_the_same():
    body = activity("https://smba.trafficmanager.net/uk/", replyToId="m1", somethingNew={"a": [1]})
    written = write_activity(read_activity(body))
    for name in ("timestamp", "localTimestamp"):
        assert written.pop(name) == "2026-03-14T09:30:00.123456+00:00"
        body.pop(name)
    assert written == body


def test_an_activity_read_has_the_fields_of_the_sdk():
    read = read_activity(activity("https://x/", text="hi", value={"a": 1}, membersAdded=[{"id": "28:bot"}]))
    assert isinstance(read, Activity)
    assert (read.text, read.value, read.type) == ("hi", {"a": 1}, "message")
    assert (read.from_property.id, read.from_property.name) == ("29:amy", "Amy")
    assert read.conversation.tenant_id == "11111111-1111-1111-1111-111111111111"
    assert read.members_added == [ChannelAccount(id="28:bot")]
    assert read.local_timestamp.utcoffset().total_seconds() == 0
    assert read.entities[0].additional_properties["locale"] == "en-GB"


def test_null_is_the_same_as_absent():
    assert read_activity({"type": "event", "text": None, "entities": None}).text is None


def test_plain_dictionaries_enums_dates_and_cards_are_written():
    made = Activity(
        type=ActivityTypes.message,
        timestamp=datetime(2026, 3, 14, 9, 30),
        expiration=datetime(2026, 3, 15, tzinfo=UTC),
        entities=[
            {"type": "mention", "text": "<at>Amy</at>"},
            Mention(type="mention", mentioned=ChannelAccount(id="29:a")),
        ],
        attachments=[
            Attachment(content_type="application/vnd.microsoft.card.adaptive", content={"body": ({"a": None},)})
        ],
        suggested_actions=SuggestedActions(to=["29:a"], actions=[]),
        channel_data={"notification": {"alert": True}},
    )
    assert write_activity(made) == {
        "type": "message",
        "timestamp": "2026-03-14T09:30:00+00:00",
        "expiration": "2026-03-15T00:00:00+00:00",
        "entities": [
            {"type": "mention", "text": "<at>Amy</at>"},
            {"type": "mention", "mentioned": {"id": "29:a"}},
        ],
        "attachments": [{"contentType": "application/vnd.microsoft.card.adaptive", "content": {"body": [{"a": None}]}}],
        "suggestedActions": {"to": ["29:a"], "actions": []},
        "channelData": {"notification": {"alert": True}},
    }


MODELS = [model for _, model in inspect.getmembers(schema, inspect.isclass) if issubclass(model, Model)]


def test_every_type_an_activity_can_hold_can_be_read():
    reached, waiting = set(), [Activity]
    by_name = {model.__name__: model for model in MODELS}
    while waiting:
        model = waiting.pop()
        if model not in reached:
            reached.add(model)
            kinds = {field["type"].strip("[]{}") for field in model._attribute_map.values()}
            waiting += [by_name[kind] for kind in kinds if kind in by_name]
            assert kinds - set(by_name) <= {"str", "bool", "int", "float", "iso-8601", "object"}
    assert len(reached) > 8
