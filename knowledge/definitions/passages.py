"""The words of a passage that a definition rests on, as they stand in its clause on a day."""

from collections.abc import Iterator
from datetime import date

from knowledge.editions.proposing import written_in
from knowledge.values import load_rows, value


def words_on(clause: str, words: str, text: str, on: date) -> str | None:
    """Give the words of a clause, as they came, as its text has them on a day; None where they do not stand there.

    HR may have set a figure in them: "more than a 20% shareholding" there alone, or wherever they say 20%.
    """
    return next((said for said in _readings(clause, words, on) if said in text), None)


def _readings(clause: str, words: str, on: date) -> Iterator[str]:
    yield words
    for row in load_rows():
        if row.value.clause == clause and row.value.words in words and row.holds(on):
            now = value(row.value.name, on)
            there = words.replace(row.value.words, now.words)
            yield there
            yield there.replace(written_in(row.value), written_in(now)) if written_in(row.value) else there
