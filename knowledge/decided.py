"""What the council has decided, as this process knows it: dated rows that stand before those of the files.

The rows and decisions are one value that is swapped whole, so that a ruling in another thread reads the old or the new.
Whoever opens a database reads its decisions into here, and again when there are more.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from knowledge.ledger.decisions import Decision
    from knowledge.values import Row


@dataclass(frozen=True, slots=True)
class Held:
    """What was read: from which database (``source``), the decisions, last first, and the dated rows they make."""

    source: object = None
    decisions: tuple["Decision", ...] = ()
    rows: tuple["Row", ...] = ()


NOTHING = Held()
_held = NOTHING


def held() -> Held:
    """Give what this process knows now."""
    return _held


def hold(what: Held) -> None:
    """Know this from now on, in place of what was known before."""
    global _held
    _held = what


def let_go(source: object) -> None:
    """Forget what was read from a database that is closed."""
    if _held.source is source:
        hold(NOTHING)
