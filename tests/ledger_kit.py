"""What the tests of the ledger share: an entry that HR has decided, for as long as a test looks."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from knowledge import decided
from knowledge.following import follow
from knowledge.ledger.decisions import Decision

MADE_ON = date(2026, 11, 10)
WORDS = "This is how we read it."


def decision(number: int, entry: str, reading: str = "", **given) -> Decision:
    fields = {"words": WORDS, "by": "helen", "made_on": MADE_ON, "since": MADE_ON}
    return Decision(number, entry, reading, **{**fields, **given})


@contextmanager
def following(*decisions: Decision) -> Iterator[None]:
    source = object()
    follow(source, decisions)
    try:
        yield
    finally:
        decided.let_go(source)


def having_decided(entry: str, reading: str = "", **given):
    return following(decision(1, entry, reading, **given))
