"""What the council has decided and published, as this process knows it: dated, and before what the files say.

It is one value that is swapped whole, so that a ruling in another thread reads the old or the new.
Whoever opens a database reads its decisions and editions into here, and again when there are more.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.clauses import Library
    from knowledge.confirmed import Confirmation
    from knowledge.editions.edits import Edition
    from knowledge.ledger.decisions import Decision
    from knowledge.understanding.teaching import Phrase
    from knowledge.values import Row


@dataclass(frozen=True, slots=True)
class Began:
    """The clauses that HR began with, and the rows of each figure that a release has otherwise."""

    library: "Library"
    rows: tuple["Row", ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What was read: from which database (``source``), the decisions, last first, the editions in the order of their
    publication, the dated rows that both make, last first, and what HR taught.

    ``confirmations`` are the contacts that HR found to stand. ``mark`` tells one reading of the database from the next;
    ``began`` is what HR began with, None where no release changed it since; ``libraries`` are those worked out from the
    editions.
    """

    source: object = None
    decisions: tuple["Decision", ...] = ()
    rows: tuple["Row", ...] = ()
    editions: tuple["Edition", ...] = ()
    phrases: tuple["Phrase", ...] = ()
    mark: object = None
    confirmations: tuple["Confirmation", ...] = ()
    began: "Began | None" = None
    libraries: dict[tuple[int, ...], "Library"] = field(default_factory=dict, compare=False, repr=False)


NOTHING = Held()
_held = NOTHING
_supposed: ContextVar[Held | None] = ContextVar("supposed", default=None)


def held() -> Held:
    """Give what this process knows now, or within ``supposing`` what is supposed."""
    return _supposed.get() or _held


def hold(what: Held) -> None:
    """Know this from now on, in place of what was known before."""
    global _held
    _held = what


@contextmanager
def supposing(what: Held) -> Iterator[None]:
    """Rule and answer within as if this were known, in this thread alone."""
    token = _supposed.set(what)
    try:
        yield
    finally:
        _supposed.reset(token)


def let_go(source: object) -> None:
    """Forget what was read from a database that is closed."""
    if _held.source is source:
        hold(NOTHING)
