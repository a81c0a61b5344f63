"""The search over a policy that was changed: clauses in new words and new clauses, without fitting anything again.

What was learnt from the stored questions stays; the words of the changed clauses take the place of the old ones.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.clauses import Clause, Library
from knowledge.understanding.features import WORD, Vector, blocks
from knowledge.understanding.holding import held_words
from knowledge.understanding.index import Index, build_index
from knowledge.understanding.search import ClauseIndex, texts_of
from knowledge.understanding.search_parts import Part

_READ = ("whole", "sentence")
Encode = Callable[[str], np.ndarray]


def over(
    index: ClauseIndex, library: Library, encode: Encode | None, asked: Sequence[tuple[str, str]] = ()
) -> ClauseIndex:
    """Give the search over the clauses of a library that differs here and there from the one it was built over.

    ``encode`` is the encoder's, None where the search was built on words alone. ``asked`` are the ids of clauses with
    questions that HR taught.
    """
    clauses = _clauses(index, library)
    fresh = [place for place, clause in enumerate(clauses) if place >= len(index.clauses) or _differs(index, clause)]
    texts = {place: texts_of((clauses[place],), {}) for place in fresh}
    parts = {
        kind: _renewed(part, {p: [text for _, text in texts[p][kind]] for p in fresh}, index, encode)
        if kind in _READ
        else part
        for kind, part in index.parts.items()
    }
    size = len(clauses)
    return replace(
        index,
        clauses=clauses,
        places={clause.id: place for place, clause in enumerate(clauses)},
        audiences=np.array(["" if clause.withdrawn else clause.audience for clause in clauses], str),
        since=np.array([_first_day(clause) for clause in clauses], np.int32),
        parts=parts,
        learnt=index.learnt and replace(index.learnt, clause_of=_moved(index, size), clauses=size),
        held=_held(index, clauses, fresh),
        taught=_taught(index, _rows(index, clauses, texts, asked), encode),
    )


def _rows(
    index: ClauseIndex, clauses: Sequence[Clause], texts: Mapping[int, Mapping], asked: Sequence[tuple[str, str]]
) -> list[tuple[int, str]]:
    """The taught questions of each clause, and what a new clause says itself; those of a clause stand together."""
    places = {clause.id: place for place, clause in enumerate(clauses)}
    rows = [(place, said) for place, found in texts.items() if place >= len(index.clauses) for said in _says(found)]
    rows += [(places[clause], text) for clause, text in asked if clause in places]
    return sorted(dict.fromkeys(rows), key=lambda row: row[0])


def _clauses(index: ClauseIndex, library: Library) -> tuple[Clause, ...]:
    """Those that the search has, as they read now, each in its place, and behind them the new ones.

    One that the library does not have is none of the policies any more: the search had learnt it before it was taken
    back.
    """
    known = tuple(library.find(clause.id) or replace(clause, withdrawn=True) for clause in index.clauses)
    added = (clause for clause in library.clauses if clause.id not in index.places and clause.text.strip())
    return (*known, *added)


def _differs(index: ClauseIndex, clause: Clause) -> bool:
    before = index.clauses[index.places[clause.id]]
    return (before.text, before.heading) != (clause.text, clause.heading)


def _first_day(clause: Clause) -> int:
    return clause.effective_from.toordinal() if clause.effective_from else 0


def _moved(index: ClauseIndex, size: int) -> np.ndarray:
    """The clause of each label that was learnt, with the place behind the last for what no clause answers."""
    clause_of = index.learnt.clause_of
    return np.where(clause_of == index.learnt.clauses, size, clause_of)


def _says(texts: Mapping[str, Sequence[tuple[int, str]]]) -> list[str]:
    """What a new clause is asked by until HR teach it questions: its own words, and each of its sentences."""
    return list(dict.fromkeys(text for kind in _READ for _, text in texts[kind]))


def _taught(index: ClauseIndex, rows: Sequence[tuple[int, str]], encode: Encode | None) -> Part | None:
    if not rows:
        return None
    read = [index.vectoriser.of_blocks(blocks(text, index.vectoriser.concepts)) for _, text in rows]
    vectors = np.array([encode(text) for _, text in rows], np.float32) if encode else None
    owner = np.array([place for place, _ in rows], np.int32)
    return Part(build_index(read, len(index.vectoriser.idf)), owner, tuple(text for _, text in rows), vectors)


def _renewed(part: Part, texts: Mapping[int, Sequence[str]], index: ClauseIndex, encode: Encode | None) -> Part:
    kept = np.flatnonzero(~np.isin(part.owner, list(texts)))
    added = [(place, text) for place, found in texts.items() for text in found]
    owner = np.concatenate([part.owner[kept], np.array([place for place, _ in added], np.int32)])
    order = np.argsort(owner, kind="stable")
    said = [*(part.texts[row] for row in kept), *(text for _, text in added)]
    read = [index.vectoriser.of_blocks(blocks(text, index.vectoriser.concepts)) for _, text in added]
    vectors = part.vectors
    if vectors is not None:
        made = [encode(text) for _, text in added]
        vectors = np.concatenate([vectors[kept], np.array(made, np.float32).reshape(-1, vectors.shape[1])])[order]
    return Part(_Rows(kept, order).of(part.index, read), owner[order], tuple(said[row] for row in order), vectors)


def _held(index: ClauseIndex, clauses: Sequence[Clause], fresh: Sequence[int]) -> Index:
    """How far each clause and its questions hold each word, counted anew where the clause is new or has changed."""
    kept = np.setdiff1d(np.arange(index.held.size), fresh)
    order = np.argsort(np.concatenate([kept, np.array(fresh, kept.dtype)]), kind="stable")
    counts = [_counted(index, clauses[place], place) for place in fresh]
    return _Rows(kept, order).of(index.held, [held_words(each, index.rare) for each in counts])


def _counted(index: ClauseIndex, clause: Clause, place: int) -> Counter[str]:
    questions = index.parts["question"]
    texts = [text for _, text in texts_of((clause,), {})["whole"]]
    texts += [questions.texts[row] for row in np.flatnonzero(questions.owner == place)]
    said: Counter[str] = Counter()
    for text in texts:
        said.update({word[1:]: n for word, n in blocks(text, index.vectoriser.concepts)[WORD].items()})
    return said


@dataclass(frozen=True, slots=True)
class _Rows:
    """Which rows of an index stay, and the order in which they and the new ones behind them then stand."""

    kept: np.ndarray
    order: np.ndarray

    def of(self, index: Index, added: Sequence[Vector]) -> Index:
        """The index of the rows that stay and of those that are added."""
        rank = np.empty(len(self.order), np.int32)
        rank[self.order] = np.arange(len(self.order), dtype=np.int32)
        moved = np.full(index.size, -1, np.int32)
        moved[self.kept] = rank[: len(self.kept)]
        stays = moved[index.rows] >= 0
        features = len(index.starts) - 1
        columns = [np.repeat(np.arange(features), np.diff(index.starts))[stays], *(each.features for each in added)]
        rows = [moved[index.rows][stays]]
        rows += [np.full(len(v.features), rank[len(self.kept) + n], np.int32) for n, v in enumerate(added)]
        weights = [index.weights[stays], *(each.weights for each in added)]
        return _by_feature(len(self.order), features, *(np.concatenate(each) for each in (columns, rows, weights)))


def _by_feature(size: int, features: int, columns: np.ndarray, rows: np.ndarray, weights: np.ndarray) -> Index:
    order = np.argsort(columns, kind="stable")
    starts = np.zeros(features + 1, np.int64)
    np.cumsum(np.bincount(columns, minlength=features), out=starts[1:])
    return Index(size, starts, rows[order], weights[order])
