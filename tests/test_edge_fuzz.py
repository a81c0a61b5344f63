"""Nothing that comes in over HTTP is answered with a server error."""

import asyncio
import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.edge_kit import activity, running_edge

leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)
anything = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4)
)
fields = st.sampled_from(
    [*activity("http://x/"), "value", "name", "attachments", "membersAdded", "replyToId", "action"]
)
kinds = st.sampled_from(["message", "invoke", "conversationUpdate", "messageReaction", "event", "x"])
paths = st.sampled_from([("from", "id"), ("from", "aadObjectId"), ("conversation", "id"), ("channelData", "tenant")])


async def replying(context) -> None:
    await context.send_activity("yes")


def statuses(bodies: list[bytes]) -> list[tuple[int, bytes]]:
    """What each body is answered with; a turn that breaks over one fails the test too."""

    async def broke(context, error, reference):
        bugs.append(error)

    async def post_all():
        async with running_edge(replying, anonymous=True, on_bug=broke) as edge:
            port = edge.connector.url.encode()
            headers = {"Content-Type": "application/json"}
            sent = [body.replace(b"http://x/", port) for body in bodies]
            answers = [await edge.post(data=data, headers=headers) for data in sent]
            return [(status, data) for (status, _), data in zip(answers, sent, strict=True)]

    bugs: list[Exception] = []
    answered = asyncio.run(post_all())
    assert bugs == []
    return answered


calm = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@calm
@given(st.lists(st.tuples(kinds, st.dictionaries(fields, anything, max_size=4)), min_size=1, max_size=8))
def test_no_activity_with_wrong_fields_is_a_server_error(changes):
    bodies = [json.dumps({**activity("http://x/", type=kind), **change}).encode() for kind, change in changes]
    for status, body in statuses(bodies):
        assert status < 500, body


@calm
@given(st.lists(st.tuples(kinds, paths, anything), min_size=1, max_size=8))
def test_no_activity_with_wrong_inner_fields_is_a_server_error(changes):
    bodies = []
    for kind, (outer, inner), value in changes:
        body = activity("http://x/", type=kind, name="x")
        body[outer][inner] = value
        bodies.append(json.dumps(body).encode())
    for status, body in statuses(bodies):
        assert status < 500, body


@calm
@given(
    st.lists(st.binary(max_size=200) | anything.map(lambda value: json.dumps(value).encode()), min_size=1, max_size=8)
)
def test_no_body_at_all_is_a_server_error(bodies):
    for status, body in statuses(bodies):
        assert 400 <= status < 500, body
