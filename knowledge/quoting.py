"""Cuts a quotation out of a clause: whole sentences, word for word."""

import re
from collections.abc import Iterator

from knowledge.clauses import Clause

OMISSION = " … "

_SENTENCE_END = re.compile(r"(?<=[.!?])(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\betc\.)\s+(?=[A-Z\"'“‘(])")


def quote(clause: Clause, words: str) -> str:
    """Give the shortest run of whole sentences of the clause that holds ``words``.

    From a list it gives the opening line and the items that hold the words, the line of a list within the list too;
    ``" … "`` stands where items are left out, so that each piece is verbatim. Line breaks in ``words`` do not matter.
    ``ValueError`` when the words are not in the clause.
    """
    lines = clause.text.split("\n")
    runs = [_run(lines, start, end) for start, end in _places(clause.text, words)]
    if not runs:
        raise ValueError(f"clause {clause.id} does not have the words {words!r}")
    shortest = min(runs, key=len)
    number = f"{clause.number} "
    return shortest.removeprefix(number) if not words.startswith(number) else shortest


def holds_words(text: str, words: str) -> bool:
    """Tell whether a text has these words, whatever its line breaks; £50 does not stand in £50.50."""
    return any(True for _ in _places(text, words))


def _places(text: str, words: str) -> Iterator[tuple[int, int]]:
    if not words.split():
        return
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    for found in re.finditer(rf"(?<!\w)(?<!\d[.,]){pattern}(?!\w|[.,]\d)", text):
        yield found.start(), found.end()


def _run(lines: list[str], start: int, end: int) -> str:
    first, offset = _line_at(lines, start)
    last, end_offset = _line_at(lines, end - 1)
    if first == last and not _openings(lines, first):
        return _sentences(lines[first], start - offset, end - end_offset)
    return _join(lines, [*_openings(lines, first), *range(first, last + 1)])


def _line_at(lines: list[str], position: int) -> tuple[int, int]:
    offset = 0
    for index, line in enumerate(lines):
        if position <= offset + len(line):
            return index, offset
        offset += len(line) + 1
    raise IndexError(position)


def _openings(lines: list[str], index: int) -> list[int]:
    """The lines that an item hangs on: the clause's opening line, and that of the list it is nested in."""
    if index == 0 or not lines[0].endswith((":", ":-", ";")):
        return []
    nested = [above for above in range(1, index) if lines[above].endswith(":")]
    return [0, *nested[-1:]]


def _sentences(line: str, start: int, end: int) -> str:
    starts = [0, *(found.end() for found in _SENTENCE_END.finditer(line))]
    begin = max(place for place in starts if place <= start)
    stop = min((place for place in starts if place >= end), default=len(line))
    return line[begin:stop].strip()


def _join(lines: list[str], wanted: list[int]) -> str:
    pieces = [lines[wanted[0]]]
    for before, index in zip(wanted, wanted[1:], strict=False):
        pieces.append("\n" if index == before + 1 else OMISSION)
        pieces.append(lines[index])
    return "".join(pieces)
