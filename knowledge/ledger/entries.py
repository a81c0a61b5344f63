"""The entries of the ledger as HR reads them in ``entries.toml``."""

import functools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from knowledge.clause_files import read_toml

_FILE = Path(__file__).parent / "entries.toml"

Words = Mapping[str, Sequence[str]]  # by the name under which several entries share them


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a clause that an entry is about, verbatim; line breaks do not matter."""

    clause: str
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One way in which HR may decide an entry: its key, and in one sentence what then holds."""

    key: str
    says: str


@dataclass(frozen=True, slots=True)
class Landing:
    """Where a ruling lands on an entry: the situation, for whom, and what must hold.

    One of ``lines`` (none: any) is a line of the ruling, each of ``facts`` has one of its values, those of ``known``
    have one at all, and those of ``up_to`` and ``over`` lie on that side of a figure of the policy. ``passages`` are
    the clauses whose passages bear on it (none: all).
    """

    situation: str
    role: str
    lines: tuple[str, ...] = ()
    facts: Mapping[str, tuple[object, ...]] = field(default_factory=dict)
    known: tuple[str, ...] = ()
    up_to: Mapping[str, str] = field(default_factory=dict)
    over: Mapping[str, str] = field(default_factory=dict)
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One ambiguity: what is unclear, what is safest until HR decides, the passages, and how it may be decided.

    The first of ``readings`` holds until HR decides; without readings a decision is words only. ``about`` are the ways
    of asking about it, each as groups of words of which a question has one each, and none of ``unless``; ``beside``
    are clauses that such a question finds as well. ``served`` says how the product deals with what HR need not decide.
    ``people``: it is whether those whom its clauses name are still in post, which HR answer by confirming them.
    ``says`` and ``safest`` may hold the names of figures in braces, which ``as_read`` fills in.
    """

    id: str
    title: str
    says: str
    safest: str
    passages: tuple[Passage, ...] = ()
    readings: tuple[Reading, ...] = ()
    lands: tuple[Landing, ...] = ()
    about: tuple[tuple[tuple[str, ...], ...], ...] = ()
    unless: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    without: str = ""
    served: str = ""
    people: bool = False

    @property
    def is_contradiction(self) -> bool:
        """Whether passages stand against each other, so that it is a question which of them holds."""
        return len(self.passages) > 1

    def reading(self, key: str) -> Reading | None:
        """Give the reading with this key, or None."""
        return next((reading for reading in self.readings if reading.key == key), None)


@functools.cache
def load_entries() -> tuple[Entry, ...]:
    """Give all entries in the order of their numbers; read once per process."""
    file = read_toml(_FILE)
    return tuple(_entry(each, file["words"]) for each in file["entry"])


def find_entry(entry_id: str) -> Entry | None:
    """Give the entry with this id, in whatever case it is written (``x3``), or None."""
    return _by_id().get(entry_id.strip().upper())


@functools.cache
def _by_id() -> dict[str, Entry]:
    return {entry.id: entry for entry in load_entries()}


def _entry(raw: dict, named: Words) -> Entry:
    words = {name: raw[name] for name in ("id", "title", "says", "safest")}
    return Entry(
        **words,
        passages=tuple(Passage(**each) for each in raw.get("passage", ())),
        readings=tuple(Reading(**each) for each in raw.get("reading", ())),
        lands=tuple(_landing(each) for each in raw.get("lands", ())),
        about=tuple(tuple(_group(group, named) for group in way) for way in _ways(raw)),
        unless=_group(raw.get("unless", ()), named),
        beside=tuple(raw.get("beside", ())),
        without=raw.get("without", ""),
        served=raw.get("served", ""),
        people=raw.get("people", False),
    )


def _ways(raw: dict) -> list[list[list[str]]]:
    return ([raw["about"]] if "about" in raw else []) + raw.get("also", [])


def _group(words: Iterable[str], named: Words) -> tuple[str, ...]:
    return tuple(chain.from_iterable(named[word[1:]] if word.startswith("@") else (word,) for word in words))


def _landing(raw: dict) -> Landing:
    return Landing(
        situation=raw["situation"],
        role=raw["role"],
        lines=tuple(raw.get("lines", ())),
        facts={name: tuple(values) for name, values in raw.get("facts", {}).items()},
        known=tuple(raw.get("known", ())),
        up_to=raw.get("up_to", {}),
        over=raw.get("over", {}),
        passages=tuple(raw.get("passages", ())),
    )
