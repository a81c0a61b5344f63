"""Clauses that a text names itself: by number, by heading and paragraph, by appendix, or by id."""

import re
from collections.abc import Iterable

from knowledge.clauses import Clause

_NUMBER = re.compile(r"(?<![£$€\d.:])(\d{1,2}\.\d{1,2})(?![\d%]|\s?(?:am|pm|k|m|quid|pounds?|hours?|hrs)\b)", re.I)
_PARAGRAPH = re.compile(r"\b(?:paragraph|para|clause|section|number)\s+(\d{1,2})\b", re.I)
_APPENDIX = re.compile(r"\bappendix\s+(\d)\b", re.I)
_ID = re.compile(r"\b(?:[a-z][a-z-]+\.[a-z0-9-]+|appendix-\d|\d{1,2}\.\d{1,2}-[a-z-]+)")
_WORD = re.compile(r"[a-z]+")


def named_clauses(text: str, clauses: Iterable[Clause]) -> tuple[Clause, ...]:
    """Give the clauses that a text names, in document order: both where two share a number, as 5.21 does."""
    numbers, ids = set(_NUMBER.findall(text)), set(_ID.findall(text.lower()))
    ids.update(f"appendix-{number}" for number in _APPENDIX.findall(text))
    said = _heading_words(text)
    paragraphs = {number for number in _PARAGRAPH.findall(text)}
    if not (numbers or ids or paragraphs):
        return ()
    return tuple(
        clause
        for clause in clauses
        if clause.number in numbers or clause.id in ids or _is_paragraph(clause, said, paragraphs)
    )


def _is_paragraph(clause: Clause, said: str, paragraphs: set[str]) -> bool:
    """A paragraph of the Code has no number of its own: it is named by its heading and its place under it."""
    if clause.number or not clause.heading or clause.id.rpartition(".")[2] not in paragraphs:
        return False
    heading = re.escape(_heading_words(clause.heading[-1]))
    return re.search(rf"(?:^| ){heading} (?:paragraph|para|clause|section|number)\b", said) is not None


def _heading_words(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))
