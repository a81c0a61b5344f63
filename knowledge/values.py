"""The figures of the policies, each with the days it holds, its clause and the words it comes from."""

import functools
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import chain

from knowledge import decided
from knowledge.clause_files import policy_folders, read_toml
from knowledge.ledger.entries import Entry, load_entries
from knowledge.phrases import pounds

Amount = Decimal | int | str


@dataclass(frozen=True, slots=True)
class Value:
    """A figure in force: money is a ``Decimal`` in pounds (``GBP``), the rest counts its ``unit``."""

    name: str
    amount: Amount
    unit: str
    clause: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A value and the first and last day it holds; ``None`` is without end."""

    value: Value
    since: date | None = None
    until: date | None = None

    def holds(self, on: date) -> bool:
        """Tell whether the row is in force on a day; both its first and its last day count."""
        return (self.since is None or self.since <= on) and (self.until is None or on <= self.until)


def value(name: str, on: date) -> Value:
    """Give the figure of this name in force on a day; ``LookupError`` naming both when nothing is.

    What the council has decided and published comes before the policies' own. How an entry of the ledger is read is a
    figure too, by the entry's id (``X3``).
    """
    return in_force(chain(decided.held().rows, load_rows(), reading_rows()), name, on)


def in_words(figure: Value) -> str:
    """Write the amount of a figure: money and percentages with their sign, others as the number alone."""
    if isinstance(figure.amount, Decimal):
        return pounds(figure.amount)
    return f"{figure.amount}%" if figure.unit == "%" else str(figure.amount)


def in_force(rows: Iterable[Row], name: str, on: date) -> Value:
    """Pick the figure of this name in force on a day among rows; ``LookupError`` naming both when nothing is."""
    for row in rows:
        if row.value.name == name and row.holds(on):
            return row.value
    raise LookupError(f"no value {name!r} is in force on {on.isoformat()}")


@functools.cache
def load_rows() -> tuple[Row, ...]:
    """Give the dated rows of all policies, in the order of their files."""
    files = (folder / "values.toml" for folder in policy_folders())
    return tuple(_row(entry) for path in files if path.exists() for entry in read_toml(path)["value"])


@functools.cache
def reading_rows() -> tuple[Row, ...]:
    """Give the readings of the ledger that hold until HR decides, each of them always."""
    return tuple(Row(reading_value(entry, entry.readings[0].key)) for entry in load_entries() if entry.readings)


def reading_value(entry: Entry, key: str) -> Value:
    """Give a reading of an entry as a figure, with the first of its passages."""
    first = entry.passages[0] if entry.passages else None
    return Value(entry.id, key, "reading", first.clause if first else "", first.words if first else "")


def _row(entry: dict) -> Row:
    amount = Decimal(entry["amount"]) if entry["unit"] == "GBP" else entry["amount"]
    figure = Value(entry["name"], amount, entry["unit"], entry["clause"], entry["words"])
    return Row(figure, entry.get("from"), entry.get("until"))
