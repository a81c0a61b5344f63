"""From a document to an edition: what differs from the clauses in force, as edits."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import LCSseq

from knowledge.clauses import Clause, Library
from knowledge.documents.difference import ADDED, CHANGED, MOVED, REMOVED, Change, Difference
from knowledge.documents.parting import Part, words_of
from knowledge.editions.edits import ClauseEdit
from knowledge.editions.proposing import LONGEST, clause_text
from knowledge.errors import Sayable

_SURELY_THE_SAME = 0.6  # of the words of both, those that stand in both in the same order
_KINDS = (CHANGED, MOVED, ADDED, REMOVED)


def edits_from(library: Library, policy: str, difference: Difference) -> tuple[ClauseEdit, ...]:
    """Give the edits that make a policy in force read as a document does.

    A clause that was changed or moved keeps its id and label; a new one is named by its number, or by its heading and
    its place under it. Sayable where a paragraph of the document is too long for a clause.
    """
    naming = _Naming(library, policy)
    return tuple(_edits(naming, policy, [change for change in difference.changes if change.kind in _KINDS]))


def doubtful(difference: Difference) -> tuple[Change, ...]:
    """Give the changes of which it is a question whether they are a clause in other words, or another clause."""
    return tuple(each for each in difference.of(CHANGED) if _kept_share(each) < _SURELY_THE_SAME)


def as_two(library: Library, policy: str, difference: Difference, edit: ClauseEdit) -> tuple[ClauseEdit, ...]:
    """Give a clause in other words as one that goes and a new one in its place."""
    change = next(each for each in difference.of(CHANGED) if each.clause.id == edit.clause)
    return _Naming(library, policy).of(change.new, edit.clause), _of(change.clause, "")


def _kept_share(change: Change) -> float:
    old, new = words_of(change.clause.text), words_of(change.new.text)
    return 2 * LCSseq.similarity(old, new) / (len(old) + len(new))


def _edits(naming: "_Naming", policy: str, changes: Sequence[Change]) -> Iterator[ClauseEdit]:
    added_after: dict[str, str] = {}
    for change in changes:
        clause, new = change.clause, change.new
        if new is not None and len(new.text) > LONGEST:
            raise Sayable(
                f"A paragraph of the document has {len(new.text):,} characters, and a clause at most {LONGEST:,}: "
                f"“{new.text[:60]}…”. Split it into two paragraphs, and send it again."
            )
        if change.kind == CHANGED:
            yield _of(clause, clause_text(new.text))
        elif change.kind == REMOVED:
            yield _of(clause, "")
        else:
            before = change.after.id if change.after else ""
            after = added_after.get(before, before)
            edit = _of(clause, clause.text, after) if clause else naming.of(new, after)
            added_after[before] = edit.clause
            yield edit


def _of(clause: Clause, text: str, after: str | None = None) -> ClauseEdit:
    return ClauseEdit(clause.id, text, clause.policy, clause.label, clause.heading, clause.number, after)


class _Naming:
    """Names new clauses as those of the policy are named, none of them twice."""

    def __init__(self, library: Library, policy: str):
        self._policy, self._title = policy, library.title(policy)
        self._own = [clause for clause in library.clauses if clause.policy == policy]
        self._taken = {clause.id for clause in library.clauses}

    def of(self, part: Part, after: str) -> ClauseEdit:
        """Give a new clause of a document as an edit."""
        heading = tuple(part.heading) or self._own[0].heading
        name = part.number or f"{_slug(heading[-1])}.{self._next(heading)}"
        clause = self._free(name)
        self._taken.add(clause)
        place = part.number or f"{heading[-1]}, paragraph {clause.rpartition('.')[2]}"
        label = f"{self._title} {place}" if part.number else f"{self._title}, {place}"
        return ClauseEdit(clause, clause_text(part.text), self._policy, label, heading, part.number, after)

    def _next(self, heading: tuple[str, ...]) -> int:
        slug = _slug(heading[-1])
        used = [re.fullmatch(rf"{re.escape(slug)}\.(\d+)", each) for each in self._taken]
        return max((int(found[1]) for found in used if found), default=0) + 1

    def _free(self, name: str) -> str:
        number = 2
        free = name
        while free in self._taken:
            free, number = f"{name}-{number}", number + 1
        return free


def _slug(heading: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", heading.casefold())) or "clause"
