"""A person going through one situation, as a test drives it: what was asked last, and what is kept of it."""

import functools
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from sqlmodel import select

import bot.app
from dialogs.situation import Situation
from knowledge.understanding.engine import Engine, Understanding
from storage import drafts
from storage.tables import Draft, Notice, Record
from tests.battery_paths import Said, Way, openings
from tests.battery_speech import faults_of_activity, faults_of_card
from tests.engines import any_engine
from tests.town import FakeConnector, Town, cards_of, text_of

SUMMARY, ENTRY = "the summary", "the offer of an entry"
SUMMARY_TITLE = "Check this before I file it"
ENTRY_WORDS = "Would you like me to record it all the same?"
WHO = {"employee": "amy", "councillor": "rhys"}
ASIDE = {"employee": "what counts as a relative?", "councillor": "can I install whatsapp?"}


class Remembering:
    """An engine that remembers for a minute what it made of a text: a battery says the same words hundreds of times."""

    def __init__(self, engine: Engine):
        self._engine = engine
        self._understand = functools.lru_cache(8192)(engine.understand)

    def understand(self, text: str, audience: str, now: datetime, pending: str | None = None) -> Understanding:
        return self._understand(text, audience, now.replace(second=0, microsecond=0), pending)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._engine, name)


_engine = functools.cache(lambda: Remembering(any_engine()))


@pytest.fixture(autouse=True)
def one_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fit the engine once for all towns of a worker: it is read only, and fitting it takes a second."""
    monkeypatch.setattr(bot.app, "load_engine", lambda library, model: _engine())


class Replied(FakeConnector):
    """A Bot Connector that takes replies to one message as well."""

    def app(self) -> web.Application:
        app = super().app()
        app.router.add_post("/v3/conversations/{c}/activities/{a}", self._post)
        return app


class Listener(Town):
    """A town that keeps the cards which took the place of pressed ones, too."""

    def __init__(self, folder: Path, **given: Any):
        super().__init__(folder, **given)
        self.answers: list[dict] = []
        self.connector = Replied()

    async def _post(self, activity: dict) -> int:
        status = await super()._post(activity)
        if self.last_answer is not None:
            self.answers.append(self.last_answer)
        return status

    def records(self) -> list[Record]:
        """Give all records in the order in which they were filed."""
        with self.store.read() as session:
            return list(session.exec(select(Record).order_by(Record.id)).all())

    def notices(self) -> list[Notice]:
        """Give what was put into the outbox for others than the one who spoke."""
        with self.store.read() as session:
            return list(session.exec(select(Notice).where(Notice.kind != "reply")).all())

    def draft(self, who: str) -> Draft | None:
        """Give what the person is in the middle of."""
        with self.store.read() as session:
            return drafts.active(session=session, person=self.person(who).id)

    def faults(self) -> list[str]:
        """Tell what is wrong with anything that was said to anybody so far."""
        found = []
        for where, chat in self.connector.chats.items():
            person = self.person(where.removeprefix("a:"))
            for _, _, activity in chat.log:
                found += [f"to {person.key}: {f}" for f in faults_of_activity(activity, person.audience)]
        shown = [a["value"] for a in self.answers if isinstance(a.get("value"), dict) and "body" in a["value"]]
        return list(dict.fromkeys(found + [f for card in shown for f in faults_of_card(card)]))


@asynccontextmanager
async def listening(folder: Path, **given: Any) -> AsyncIterator[Listener]:
    """Give a running town; on leaving, everything that was said in it must be fit to be read."""
    town = await Listener(folder, **given).open()
    try:
        yield town
        faults = town.faults()
        assert not faults, "\n".join(faults)
    finally:
        await town.close()


class Walk:
    """One person in one situation. ``asked`` is the id of the question asked last, SUMMARY, ENTRY or ""."""

    def __init__(self, town: Listener, situation: Situation):
        self.town, self.situation = town, situation
        self.who = WHO[situation.audience]
        self.heard, self.asked, self.began = "", "", 0

    async def say(self, words: str) -> str:
        """Say something; gives all that was said in return."""
        return await self._do(lambda: self.town.say(self.who, words), words)

    async def press(self, title: str, newest: bool = True, inputs: dict[str, Any] | None = None) -> str:
        """Press a button; gives all that was said in return."""
        return await self._do(lambda: self.town.press(self.who, title, inputs, newest=newest), title)

    async def choose(self, title: str) -> str:
        """Take an offered answer as Teams does: a button of the newest card, or an answer offered beneath a text."""
        last = self.town.chat(self.who).log[-1][2]
        offered = (last.get("suggestedActions") or {}).get("actions") or []
        value = next((a["value"] for a in offered if a["title"] == title), None)
        if value is not None:
            return await self.say(value)
        listed = next((v for card in cards_of(last) for v in _listed(card, title)), None)
        return await (self.press(title) if listed is None else self.press("Choose this", inputs={"value": listed}))

    async def _do(self, act: Callable[[], Any], what: str) -> str:
        mark = len(self.town.chat(self.who).log)
        status = await act()
        assert status == 200, f"{what!r}: status {status}"
        said = [a for how, _, a in self.town.chat(self.who).log[mark:] if how == "new"]
        assert said, f"{what!r} was met with silence"
        self.heard = plain("\n".join(text_of(a) for a in said))
        self.asked = next((q for a in reversed(said) if (q := self._question(a))), "")
        return self.heard

    def _question(self, activity: dict) -> str:
        for card in cards_of(activity):
            title = card["body"][0]["text"]
            return SUMMARY if title == SUMMARY_TITLE else self._which(title)
        last = activity["text"].rstrip().split("\n\n")[-1].replace("**", "")
        return ENTRY if last.endswith(ENTRY_WORDS) else self._which(last)

    def _which(self, words: str) -> str:
        found = [q.id for q in self.situation.questions if pattern_of(q.asks).fullmatch(words)]
        return found[0] if found else ""

    async def open(self) -> None:
        """Begin the situation with nothing known."""
        await self.say(openings(self.situation, 1)[0])
        self.began = len(self.town.chat(self.who).log)
        await self.say("start again")

    async def answer(self, said: Said) -> None:
        """Answer the question that is asked, which must be the one that the answer is for."""
        if self.asked == ENTRY:
            await self.say("record it anyway")
        assert self.asked == said.question, f"asked is {self.asked!r}, not {said.question!r}:\n{self.heard}"
        await self.say(said.words)

    async def go(self, way: Way, steps: int | None = None) -> None:
        """Begin anew and answer so many questions of a way (all of them where no number is given)."""
        if self.town.draft(self.who):
            await self.say("cancel")
        await self.open()
        for said in way[:steps]:
            await self.answer(said)
        if steps is None and self.asked == ENTRY:
            await self.say("record it anyway")

    @property
    def kept(self) -> dict[str, Any]:
        """The answers that are kept so far."""
        draft = self.town.draft(self.who)
        return dict(draft.answers) if draft else {}

    def must_ask(self, question: str, after: str) -> None:
        """Fail unless this is the question that was asked last."""
        assert self.asked == question, f"after {after}, {question!r} was to be asked, not {self.asked!r}:\n{self.heard}"


def plain(text: str) -> str:
    """Give a text without marks of Markdown and with single spaces."""
    return " ".join(text.replace("**", "").replace("• ", "").split())


@functools.cache
def pattern_of(words: str) -> re.Pattern[str]:
    """Give the shape of a sentence with places to fill."""
    return re.compile(re.sub(r"\\\{\w+\\\}", ".+?", re.escape(words)))


def _listed(card: dict[str, Any], title: str) -> list[str]:
    """The value behind a title in a card's list to choose from."""
    lists = [item["choices"] for item in card["body"] if item["type"] == "Input.ChoiceSet"]
    return [choice["value"] for choices in lists for choice in choices if choice["title"] == title]
