"""One activity in, one turn taken, its replies on their way: translates and does nothing else."""

import asyncio
from collections import defaultdict, deque
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import replace
from typing import Any

from botbuilder.core import InvokeResponse, TurnContext
from botbuilder.schema import Activity, ActivityTypes

from bot.cards import CARD_TYPE, draw_card
from bot.clock import Clock
from bot.downloads import Downloads
from bot.sending import Sender
from bot.translate import is_group, reference_of, translate
from dialogs.desk import Desk, Incoming, Taken
from dialogs.editions import may_edit
from dialogs.events import Attached, Event, Said
from dialogs.following import on_this_day
from dialogs.people import Person
from dialogs.replies import Reply, from_json
from dialogs.turning import take_turn
from knowledge.understanding.engine import Understanding
from storage.turns import turn_key

GROUP = "I only work in a personal chat, so that nobody else can read along. Please open a chat with me."
TOO_MANY = "That's a lot at once, so I've left this one. Please wait a minute and send it again."
APOLOGY = (
    "Something went wrong on our side, and it isn't your fault. What you told me before is kept. "
    "Please try again; if it happens again, quote {reference} to HR."
)


class Handler:
    """The logic of every turn; one per process."""

    def __init__(
        self,
        desk: Desk,
        clock: Clock,
        sender: Sender,
        pool: Executor,
        secret: str,
        turns_per_minute: int,
        downloads: Downloads,
        look_at_links: Callable[[], None] = lambda: None,
    ):
        self._desk, self._clock, self._sender, self._pool = desk, clock, sender, pool
        self._downloads, self._look_at_links = downloads, look_at_links
        self._secret = secret.encode()
        self._limit = TurnLimit(turns_per_minute)

    async def __call__(self, context: TurnContext) -> InvokeResponse | None:
        """Take the turn of one activity; gives the answer of an invoke."""
        activity = context.activity
        event = translate(activity)
        if event is None:
            return None
        if is_group(activity):
            if activity.type == ActivityTypes.message:
                await context.send_activity(GROUP)
            return None
        person = self._person(activity)
        if person is None:
            return None
        if not self._limit.allows(person.id):
            return await self._too_many(context)
        if isinstance(event, Attached) and may_edit(person):
            event = replace(event, files=await self._downloads.of(activity))
        incoming = (person, event, self._key(activity), reference_of(activity))
        taken = await asyncio.get_running_loop().run_in_executor(self._pool, self._take, *incoming)
        self._sender.send_turn(person.id, incoming[3], taken)
        if taken.links:
            self._look_at_links()
        return _answer(activity, taken)

    async def on_bug(self, context: TurnContext, error: Exception, reference: str) -> InvokeResponse | None:
        """Apologise for a turn that broke, with the reference under which it is logged."""
        if context.activity.type == ActivityTypes.message:
            await context.send_activity(APOLOGY.format(reference=reference))
        return None

    def _take(self, person: Person, event: Event, key: str, reference: dict[str, Any]) -> Taken:
        now = self._clock.now()
        incoming = Incoming(person, event, key, now, reference, self._understood(event, person, now))
        return take_turn(self._desk, incoming, self._sender.lease)

    def _understood(self, event: Event, person: Person, now: Any) -> Understanding | None:
        text = event.text if isinstance(event, Said | Attached) else ""
        audience = person.audience or "employee"
        engine = on_this_day(self._desk, now.date()).engine
        return engine.understand(text, audience, now) if text.strip() else None

    def _person(self, activity: Activity) -> Person | None:
        sender = activity.from_property
        person_id = sender and (sender.aad_object_id or sender.id)
        if not person_id:
            return None
        found = self._desk.directory.find(person_id)
        return found or Person(id=person_id, name=sender.name or "there", audience="", known=False)

    def _key(self, activity: Activity) -> str:
        said = activity.id or f"{activity.type} {activity.timestamp or self._clock.now().isoformat()}"
        return turn_key(self._secret, activity.conversation.id, f"{activity.type} {said}")

    async def _too_many(self, context: TurnContext) -> InvokeResponse | None:
        if context.activity.type == ActivityTypes.message:
            await context.send_activity(TOO_MANY)
        return _message_answer(TOO_MANY)


class TurnLimit:
    """How many turns a person may take in a minute; 0 is no limit."""

    def __init__(self, turns_per_minute: int):
        self._most = turns_per_minute
        self._taken: dict[str, deque[float]] = defaultdict(deque)

    def allows(self, person_id: str) -> bool:
        """Count a turn; False where the person has had the minute's turns."""
        if not self._most:
            return True
        now, taken = asyncio.get_running_loop().time(), self._taken[person_id]
        while taken and now - taken[0] > 60:
            taken.popleft()
        if len(taken) >= self._most:
            return False
        taken.append(now)
        return True


def _answer(activity: Activity, taken: Taken) -> InvokeResponse | None:
    if activity.type != ActivityTypes.invoke:
        return None
    if activity.name == "message/submitAction":
        return InvokeResponse(status=200, body={})
    shown = from_json(taken.answer) if taken.answer else Reply("Done.")
    if shown.card is None:
        return _message_answer(shown.text)
    return InvokeResponse(status=200, body={"statusCode": 200, "type": CARD_TYPE, "value": draw_card(shown.card)})


def _message_answer(text: str) -> InvokeResponse:
    body = {"statusCode": 200, "type": "application/vnd.microsoft.activity.message", "value": text}
    return InvokeResponse(status=200, body=body)
