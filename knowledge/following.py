"""What this process follows: the decisions and editions of a database, as the dated rows and clauses they make."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from knowledge import decided
from knowledge.confirmed import Confirmation
from knowledge.days import day_before
from knowledge.editions.edits import Edition, FigureEdit
from knowledge.ledger.decisions import Decision, row_of
from knowledge.ledger.entries import find_entry
from knowledge.understanding.teaching import Phrase
from knowledge.values import Amount, Row, Value, load_rows


def follow(
    source: object,
    decisions: Iterable[Decision] = (),
    editions: Iterable[Edition] = (),
    phrases: Iterable[Phrase] = (),
    mark: object = None,
    confirmations: Iterable[Confirmation] = (),
    began: decided.Began | None = None,
) -> None:
    """Let rulings and answers of this process follow these decisions, published editions, phrasings and confirmations.

    They are all that ``source`` holds; ``mark`` tells this reading of it from the next. Editions come in the order of
    their publication. ``began`` is what HR began with, where a release changed something of it since.
    """
    decided.hold(held_of(source, decisions, editions, phrases, mark, confirmations, began))


def held_of(
    source: object,
    decisions: Iterable[Decision],
    editions: Iterable[Edition],
    phrases: Iterable[Phrase] = (),
    mark: object = None,
    confirmations: Iterable[Confirmation] = (),
    began: decided.Began | None = None,
) -> decided.Held:
    """Give decisions, editions and what was taught as one value, for ``decided.hold`` or ``decided.supposing``."""
    last_first = tuple(sorted(decisions, key=lambda each: -each.number))
    published = tuple(editions)
    rows = (*(row_of(each) for each in last_first if find_entry(each.entry)), *_rows(published))
    rows += began.rows if began else ()
    return decided.Held(source, last_first, rows, published, tuple(phrases), mark, tuple(confirmations), began)


def _rows(editions: tuple[Edition, ...]) -> Iterator[Row]:
    """The figures of editions, those published last first; one that never came into force has none."""
    for edition in reversed(editions):
        if edition.until is None or edition.since < edition.until:
            until = None if edition.until is None else day_before(edition.until)
            yield from (Row(_value(figure), edition.since, until) for figure in edition.figures)


def _value(figure: FigureEdit) -> Value:
    known = next(row.value for row in load_rows() if row.value.name == figure.name)
    return Value(known.name, typed(known, figure.amount), known.unit, known.clause, figure.words)


def typed(known: Value, amount: str) -> Amount:
    """Give an amount written as text in the kind of a known figure; ``ValueError`` where it is of another kind."""
    if isinstance(known.amount, Decimal):
        return Decimal(amount)
    return int(amount) if isinstance(known.amount, int) else amount
