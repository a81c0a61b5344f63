"""Printed lines as blocks: the lines of a paragraph are joined again, across a page break too."""

import re
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.documents.blocks import HEADING, ITEM, TEXT, Block, block

_LARGE = 1.05  # of the size of the body: above it a heading
_BULLET = re.compile(r"^(?:[•▪◦●○·∙–\uf0b7\uf0a7\uf0a8-]|o(?=\s[a-z]))\s*(?=\S)")
_LETTERED = re.compile(r"^\(?(?:[ivxl]{1,6}|[a-z])\)\s+\S", re.I)
_NUMBERED = re.compile(r"^\d+(?:\.\d+)+\.?(?:\s|$)")
_ENDED = re.compile(r"[.:;?!]\W*$")
_ADDRESS = re.compile(r"(?:://|www\.)\S*[/.-]$")


@dataclass(frozen=True, slots=True)
class Row:
    """One printed line: its words, its place on its page, its size, and what tells headings and notes apart.

    ``edge``: it stands where headers and footers do. ``numbered``: a small raised number stands before it.
    """

    text: str
    page: int
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    edge: bool
    numbered: bool


def rows_to_blocks(rows: Sequence[Row], body: float) -> Iterator[Block | None]:
    """Give the blocks that printed lines make, in order; ``body`` is the size of most words."""
    gap = _usual_gap(rows)
    right = max((row.right for row in rows), default=0.0)
    whole = set(re.findall(r"\w+", " ".join(row.text for row in rows).lower()))
    group: list[Row] = []
    for row in rows:
        if group and _begins(group, row, body, gap, right):
            yield _block(group, body, whole)
            group = []
        group.append(row)
    if group:
        yield _block(group, body, whole)


def _usual_gap(rows: Sequence[Row]) -> float:
    gaps = [b.top - a.bottom for a, b in zip(rows, rows[1:], strict=False) if a.page == b.page and b.top > a.top]
    return statistics.median(gaps) if gaps else 0.0


def _begins(group: Sequence[Row], row: Row, body: float, gap: float, right: float) -> bool:
    """Tell whether a line begins a block of its own, rather than going on with the one before it."""
    last = group[-1]
    if _BULLET.match(row.text) or _LETTERED.match(row.text) or _NUMBERED.match(row.text):
        return True
    if _leaves_item(group[0], row):
        return True
    if _is_heading(row, body) != _is_heading(last, body) or abs(row.size - last.size) > body * 0.06:
        return True
    if row.page != last.page or row.top < last.top:
        return bool(_ENDED.search(last.text)) or (not row.text[:1].islower() and last.right < right * 0.8)
    return row.top - last.bottom > gap + body * 0.25


def _leaves_item(first: Row, row: Row) -> bool:
    """Tell whether a line stands too far left to go on with an item, which hangs from its mark."""
    in_list = _BULLET.match(first.text) or _LETTERED.match(first.text)
    return bool(in_list) and row.left < first.left + 2 and not row.text[:1].islower()


def _is_heading(row: Row, body: float) -> bool:
    if _NUMBERED.match(row.text) or _LETTERED.match(row.text):
        return False
    return row.size > body * _LARGE or (row.bold and not re.search(r"[.;,]$", row.text))


def _block(group: Sequence[Row], body: float, whole: set[str]) -> Block | None:
    words, first = _joined([row.text for row in group], whole), group[0]
    if _is_heading(first, body):
        return block(HEADING, words, 1 if first.size > body * 1.3 else 2 if first.size > body * 1.1 else 3)
    if _BULLET.match(words):
        return block(ITEM, _BULLET.sub("", words))
    return block(ITEM if _LETTERED.match(words) else TEXT, words)


def _joined(lines: Sequence[str], whole: set[str]) -> str:
    """One run of words. A hyphen at the end of a line goes where the word stands without one elsewhere."""
    said = lines[0]
    for line in lines[1:]:
        broken = re.search(r"(\w+)-$", said)
        if broken and (after := re.match(r"[a-z]+", line)):
            said = (said[:-1] if f"{broken[1]}{after[0]}".lower() in whole else said) + line
        else:
            said += line if _ADDRESS.search(said) else f" {line}"
    return said
