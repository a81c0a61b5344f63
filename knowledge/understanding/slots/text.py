"""Small helpers over raw text that keep every offset where it was."""

import re

_SAME_LENGTH = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u00a0": " ", "\u2009": " ", "￡": "£"}
)
CLAUSE_END = re.compile(r"[.;!?\n](?=\s|$)|\s-\s|[()]")


def plain(text: str) -> str:
    """The text with typographic quotes, dashes and spaces made plain; the same length, so offsets still fit."""
    return text.translate(_SAME_LENGTH)


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence that holds the span ``start:end``, at most 240 characters to each side."""
    first, last = max(0, start - 240), min(len(text), end + 240)
    before = max((m.end() for m in CLAUSE_END.finditer(text, first, start)), default=first)
    after = CLAUSE_END.search(text, end, last)
    return before, after.start() if after else last


def left_of(text: str, at: int, width: int = 90) -> str:
    """The last ``width`` characters before a place: enough for any reader, and short however long the text is."""
    return text[max(0, at - width) : at]
