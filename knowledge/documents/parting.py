"""The blocks of a document parted into clauses.

Where whole clauses in force stand in it, word for word, they are its clauses, however it splits them. The rest goes by
its shape: a numbered paragraph is a clause with all that follows it up to the next number or heading; where nothing is
numbered, a paragraph is one, with the list that it opens.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.clauses import Clause
from knowledge.documents.blocks import HEADING, ITEM, TEXT, Block

_NUMBER = re.compile(r"^(?P<number>\d+(?:\.\d+)+)\.?(?=\s|$)")
_ENDED = re.compile(r"[.:;,?!]\W*$")
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\u2011": "-", "…": "..."})


@dataclass(frozen=True, slots=True)
class Part:
    """A clause or a heading as a document has it. ``heading`` holds those over it, ``text`` a line an item.

    ``clause`` is the place of the clause in force whose words they are, ``goes_on`` that it may belong to the part
    before it.
    """

    number: str | None
    heading: tuple[str, ...]
    text: str
    is_heading: bool = False
    goes_on: bool = False
    clause: int | None = None


def plain(text: str) -> str:
    """Give a text with the marks taken back that word processors put in place of plain ones."""
    return text.translate(_PLAIN)


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text as they are compared: the number without a full stop, no lines between cells."""
    return tuple(word for word in _NUMBER.sub(r"\g<number>", plain(text)).split() if word != "|")


def part(blocks: Sequence[Block], clauses: Sequence[Clause]) -> list[Part]:
    """Give the clauses and the headings of a document in its order. A number without words is neither."""
    parting, runs = _Parting(clauses), dict(_whole_clauses(blocks, clauses))
    place = 0
    while place < len(blocks):
        if place in runs:
            place, known = runs[place]
            parting.take_known(known)
        else:
            parting.take(blocks[place])
            place += 1
    return parting.end()


def _whole_clauses(
    blocks: Sequence[Block], clauses: Sequence[Clause]
) -> Iterator[tuple[int, tuple[int, Sequence[int]]]]:
    """Give for each block where clauses in force begin, word for word, the block after them and their places."""
    by_first: dict[str, list[tuple[tuple[str, ...], int]]] = {}
    for place, clause in enumerate(clauses):
        words = words_of(clause.text)
        by_first.setdefault(words[0], []).append((words, place))
    for known in by_first.values():
        known.sort(key=lambda each: -len(each[0]))
    said: list[str] = []
    starts, ends = [], {}
    for place, block in enumerate(blocks):
        starts.append(len(said))
        said.extend(words_of(block.text))
        ends[len(said)] = place + 1
    for place, start in enumerate(starts):
        end, known = _run(said, start, ends, by_first)
        if known:
            yield place, (ends[end], known)


def _run(said: Sequence[str], at: int, ends: Mapping[int, int], by_first: Mapping) -> tuple[int, list[int]]:
    """Follow whole clauses, the longest that fits each, until one ends where a block does."""
    known: list[int] = []
    while not known or at not in ends:
        fitting = by_first.get(said[at], ()) if at < len(said) else ()
        found = next((each for each in fitting if tuple(said[at : at + len(each[0])]) == each[0]), None)
        if found is None:
            return at, []
        known.append(found[1])
        at += len(found[0])
    return at, known


class _Parting:
    """The parts found so far, the blocks of the one that is being read, and the headings over it."""

    def __init__(self, clauses: Sequence[Clause]):
        self._clauses = clauses
        self._headings = {
            words_of(name): each.heading[: n + 1] for each in clauses for n, name in enumerate(each.heading)
        }
        self._free: dict[tuple[str, ...], list[int]] = {}
        for place, clause in enumerate(clauses):
            self._free.setdefault(words_of(clause.text), []).append(place)
        self._parts: list[Part] = []
        self._open: list[Block] = []
        self._path: list[tuple[int, str]] = []
        self._number: str | None = None

    def end(self) -> list[Part]:
        self._close()
        return self._parts

    def take_known(self, places: Sequence[int]) -> None:
        self._close()
        for place in places:
            clause = self._clauses[place]
            self._number = clause.number
            self._parts.append(Part(clause.number, self._over(), clause.text, clause=self._choose(place)))

    def take(self, block: Block) -> None:
        known = self._headings.get(words_of(block.text)) if block.kind != ITEM else None
        number = _NUMBER.match(block.text)
        if known or (block.kind == HEADING and not number):
            self._take_heading(block, known)
            return
        if number or (self._open and not self._goes_on(block, self._open[-1].text)):
            self._close()
            self._number = number["number"] if number else None
        self._open.append(block)

    def _take_heading(self, block: Block, known: tuple[str, ...] | None) -> None:
        self._close()
        above = [each for each in self._path if each[0] < block.level]
        self._path = list(enumerate(known, 1)) if known else [*above, (block.level, block.text)]
        self._number = None
        self._parts.append(Part(None, self._over(), block.text, is_heading=True))

    def _choose(self, place: int) -> int | None:
        """Of clauses with the same words, take the one under the same heading; none where the words are there again."""
        same = self._free[words_of(self._clauses[place].text)]
        if not same:
            return None
        over = self._over()[-1:]
        return same.pop(next((n for n, each in enumerate(same) if self._clauses[each].heading[-1:] == over), 0))

    def _goes_on(self, block: Block, before: str) -> bool:
        """Tell whether a block may belong to the words before it; lines that do not end are a list without marks."""
        unended = not _ENDED.search(before) and not _ENDED.search(block.text)
        return self._number is not None or block.kind == ITEM or unended

    def _over(self) -> tuple[str, ...]:
        return tuple(heading for _, heading in self._path)

    def _close(self) -> None:
        text = _text(self._open)
        found = _NUMBER.match(text)
        if text and not (found and found.end() == len(text)):
            follows = bool(self._parts) and not self._parts[-1].is_heading
            goes_on = follows and not found and self._goes_on(self._open[0], self._parts[-1].text)
            self._parts.append(Part(found["number"] if found else None, self._over(), text, goes_on=goes_on))
        self._open = []


def _text(blocks: Sequence[Block]) -> str:
    """A line for each block, but for a paragraph that goes on with the sentence of the one before it."""
    said = ""
    for block in blocks:
        torn = block.kind == TEXT and block.text[:1].islower() and said and said[-1] not in ".:;!?"
        said += f"{' ' if torn else chr(10) if said else ''}{block.text}"
    return said
