"""The sender: what a turn leaves for others goes out at once, in order, and nobody has to look for it."""

import asyncio
import contextlib
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from zoneinfo import ZoneInfo

from sqlmodel import select

from bot import sending
from bot.clock import Clock
from bot.connector import Connector
from bot.http_pool import HttpPool
from bot.tokens import NoTokens
from dialogs.desk import Taken
from dialogs.replies import Reply, to_json
from storage import outbox, persons
from storage.store import open_store
from storage.tables import Notice
from tests.fake_connector import Answer, FakeConnector
from tests.storage_kit import REFERENCE

LONDON = ZoneInfo("Europe/London")


class Post:
    """A running sender that only looks for work when it is told of some, with a connector that remembers."""

    def __init__(self, store, fake, sender, clock):
        self.store, self.fake, self.sender, self.clock = store, fake, sender, clock

    def reference(self, person):
        return {**REFERENCE, "service_url": self.fake.url, "conversation_id": f"a:{person}", "user_id": person}

    def turn(self, person, *replies, to_others=()):
        """What a turn does: keeps replies and messages for others, and hands them over."""
        with self.store.turn(person) as session:
            now = self.clock.now()
            persons.meet(session=session, person=person, reference=self.reference(person), now=now)
            for other, text in to_others:
                body = to_json(Reply(text))
                given = {"kind": "notice", "template": "t", "body": body, "now": now}
                outbox.enqueue(session=session, to_person=other, **given)
            leased = outbox.enqueue_replies(
                session=session,
                to_person=person,
                turn_key=f"{person} {replies}",
                replies=[(to_json(Reply(text)), None, None) for text in replies],
                now=now,
                lease=self.sender.lease,
            )
            taken = Taken(leased=leased, waits=outbox.left_waiting(session))
        self.sender.send_turn(person, self.reference(person), taken)

    async def arrived(self, *texts):
        """Waits until just these texts have arrived, in this order."""
        async with asyncio.timeout(10):
            while len(self.fake.calls) < len(texts):
                await asyncio.sleep(0.005)
        assert [call.body["text"] for call in self.fake.calls] == list(texts)

    async def marked(self, *states):
        """Waits until the messages are marked so, in the order of their ids."""
        async with asyncio.timeout(10):
            while self.states() != list(states):
                await asyncio.sleep(0.005)

    def states(self):
        with self.store.read() as session:
            return list(session.exec(select(Notice.state).order_by(Notice.id)))


@contextlib.asynccontextmanager
async def posting(tmp_path, monkeypatch, *answers):
    monkeypatch.setattr(sending, "LOOK_EVERY", 3600.0)
    store = open_store(f"sqlite:///{tmp_path / 'probity.db'}")
    store.upgrade()
    fake, http, clock = await FakeConnector().start(), HttpPool(), Clock(LONDON)
    fake.answers = list(answers)
    with ThreadPoolExecutor(2) as pool:
        sender = sending.Sender(store, Connector(http, NoTokens()), clock, pool)
        sender.start()
        await asyncio.sleep(0)
        try:
            yield Post(store, fake, sender, clock)
        finally:
            await sender.close()
            await http.close()
            await fake.close()
            store.close()


async def test_the_replies_of_a_turn_leave_in_order_and_are_marked(tmp_path, monkeypatch):
    async with posting(tmp_path, monkeypatch) as post:
        post.turn("ana", "one", "two")
        await post.arrived("one", "two")
        await post.marked("sent", "sent")


async def test_what_a_turn_leaves_for_others_goes_out_at_once(tmp_path, monkeypatch):
    async with posting(tmp_path, monkeypatch) as post:
        post.turn("ben")
        post.turn("ana", to_others=[("ben", "for you")])
        await post.arrived("for you")
        await post.marked("sent")


async def test_messages_to_one_person_follow_each_other_without_anybody_looking(tmp_path, monkeypatch):
    async with posting(tmp_path, monkeypatch) as post:
        post.turn("ben")
        post.turn("ana", to_others=[("ben", f"{n}") for n in range(4)])
        await post.arrived("0", "1", "2", "3")
        await post.marked(*["sent"] * 4)


async def test_a_message_that_waited_for_the_replies_before_it_follows_them(tmp_path, monkeypatch):
    gate = asyncio.Event()
    async with posting(tmp_path, monkeypatch, Answer(before=gate)) as post:
        post.turn("ben", "reply")
        post.turn("ana", to_others=[("ben", "notice")])
        await post.marked("sending", "pending")
        gate.set()
        await post.arrived("reply", "notice")
        await post.marked("sent", "sent")


async def test_what_comes_after_a_refused_message_is_not_held_up(tmp_path, monkeypatch):
    async with posting(tmp_path, monkeypatch, Answer(400)) as post:
        post.turn("ben", "refused", "next")
        await post.arrived("refused", "next")
        await post.marked("failed", "sent")


async def test_somebody_met_for_the_first_time_gets_what_was_waiting(tmp_path, monkeypatch):
    async with posting(tmp_path, monkeypatch) as post:
        post.turn("ana", to_others=[("ben", "for you")])
        await post.marked("waiting")
        post.turn("ben")
        await post.arrived("for you")
        await post.marked("sent")


async def test_idle_waits_for_what_a_send_frees_while_it_looks(tmp_path, monkeypatch):
    """The pump takes the first message while idle waits to look; idle's look ends only once that one is marked."""
    looking, claim_now, marked = threading.Event(), threading.Event(), threading.Event()
    async with posting(tmp_path, monkeypatch) as post:
        claim, mark = post.sender._claim, post.sender._mark_sent

        def look(known):
            if not looking.is_set():
                looking.set()
                claim_now.wait(5)
                return claim(known)
            found = claim(known)
            if not found and not marked.is_set():
                marked.wait(5)
                time.sleep(0.1)
            return found

        def note(*given):
            more = mark(*given)
            marked.set()
            return more

        monkeypatch.setattr(post.sender, "_claim", look)
        monkeypatch.setattr(post.sender, "_mark_sent", note)
        post.turn("ben")
        post.turn("ana", to_others=[("ben", "first"), ("ben", "second")])
        async with asyncio.timeout(10):
            while not looking.is_set():
                await asyncio.sleep(0.005)
            idle = asyncio.create_task(post.sender.idle())
            await asyncio.sleep(0.05)
            claim_now.set()
            await idle
        assert [call.body["text"] for call in post.fake.calls] == ["first", "second"]
