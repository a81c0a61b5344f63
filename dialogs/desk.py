"""What a turn works with, and what one turn holds while it is decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import Session

from dialogs.events import Event
from dialogs.memory import Memory
from dialogs.people import Directory, Person
from dialogs.replies import Card, Citation, Reply
from knowledge import decided
from knowledge.clauses import Library
from knowledge.understanding.engine import Engine, Understanding
from knowledge.understanding.refitting import Newest
from knowledge.understanding.teaching import Phrase
from storage.outbox import Leased
from storage.store import Store

PRIVATE = "A private message"


@dataclass(frozen=True, slots=True)
class Desk:
    """The parts that every turn shares: built once, by the edge.

    ``documents`` are those that HR sent, for as long as it takes to read what they change. ``newest`` is the engine
    that was fitted to what HR taught, once it was. ``looks_at_links``: the edge does so when asked.
    """

    store: Store
    engine: Engine
    library: Library
    directory: Directory
    memory: Memory
    base: Engine | None = None
    documents: Memory = field(default_factory=lambda: Memory(timedelta(hours=2)))
    newest: Newest = field(default_factory=Newest)
    looks_at_links: bool = False

    @property
    def loaded(self) -> Engine:
        """The engine as it was loaded, over the policies as they came."""
        return self.base or self.engine

    @property
    def fitted(self) -> Engine:
        """The engine that was fitted last to what HR have taught and not taken back."""
        return self.newest.beside(self.loaded, decided.held().phrases)

    def over(self, library: Library, phrases: tuple[Phrase, ...]) -> "Desk":
        """Give the desk with the clauses of another day, for its answers and its search alike, and what HR taught."""
        return replace(self, library=library, engine=self.fitted.over(library, phrases), base=self.loaded)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One thing that reached the bot, with the person, the time on the council's clock and the key of the activity."""

    person: Person
    event: Event
    key: str
    now: datetime
    reference: Mapping[str, Any] | None = None
    understanding: Understanding | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What a turn came to. ``spoken`` are replies that are kept nowhere; ``leased`` were taken to be sent now, in
    order; ``waits`` says that the sender has something else to look for, ``links`` that links are to be looked at."""

    repeat: bool = False
    spoken: tuple[Reply, ...] = ()
    leased: Sequence[Leased] = ()
    waits: bool = False
    links: bool = False
    answer: Mapping[str, Any] | None = None


@dataclass(slots=True)
class Turn:
    """One turn while it is decided: what came in, and what it leads to.

    ``private``: it is about something sensitive, so that no preview shows what is said.
    """

    desk: Desk
    incoming: Incoming
    session: Session
    replies: list[Reply] = field(default_factory=list)
    cards: list[tuple[Reply, str, str]] = field(default_factory=list)
    answer: Card | str | None = None
    kept: bool = False
    first_time: bool = False
    private: bool = False
    steps: dict[tuple[int, int], Any] = field(default_factory=dict)

    @property
    def person(self) -> Person:
        """The person whose turn it is."""
        return self.incoming.person

    @property
    def now(self) -> datetime:
        """The time of the turn on the council's clock."""
        return self.incoming.now

    @property
    def today(self) -> date:
        """The day of the turn on the council's clock."""
        return self.incoming.now.date()

    def say(
        self,
        *paragraphs: str,
        citations: tuple[Citation, ...] = (),
        choices: tuple[str, ...] = (),
        card: Card | None = None,
        rated: bool = False,
    ) -> None:
        """Add one reply for the person whose turn it is; empty paragraphs are left out."""
        preview = PRIVATE if self.private else ""
        text = "\n\n".join(p for p in paragraphs if p)
        self.replies.append(Reply(text, citations, choices, card, preview, rated))
