"""The library of a day: the clauses as they came, with what the editions that hold on that day make of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from types import MappingProxyType

from knowledge import decided
from knowledge.clauses import Clause, Library, load_library
from knowledge.editions.edits import ClauseEdit, Edition
from knowledge.values import Row, load_rows


def library_on(on: date) -> Library:
    """Give the clauses of all policies as they read on a day.

    Clauses that an edition took away are kept, marked as withdrawn: old records cite them. Where no edition holds it is
    the library that HR began with: as it came, or as it came before a release that they have not published.
    """
    held = decided.held()
    holding = tuple(place for place, edition in enumerate(held.editions) if edition.holds(on))
    if not holding:
        return _began()
    if holding not in held.libraries:
        held.libraries[holding] = _Overlay().over(held.editions, holding)
    return held.libraries[holding]


@dataclass(slots=True)
class _Overlay:
    """The clauses so far, edition by edition, and the words that say each figure so far."""

    clauses: dict[str, Clause] = field(default_factory=lambda: {each.id: each for each in _began().clauses})
    order: list[str] = field(default_factory=lambda: [each.id for each in _began().clauses])
    words: dict[str, str] = field(default_factory=lambda: {row.value.name: row.value.words for row in _rows_began()})

    def over(self, editions: tuple[Edition, ...], holding: tuple[int, ...]) -> Library:
        versions: dict[str, int] = {}
        for place, edition in enumerate(editions):
            for edit in edition.clauses:
                versions[edit.clause] = versions.get(edit.clause, self._first(edit.clause)) + 1
                if place in holding:
                    self._apply(edit, edition, versions[edit.clause])
            if place in holding:
                self.words |= {figure.name: figure.words for figure in edition.figures}
        titles = MappingProxyType(dict(load_library().titles))
        return Library(tuple(self.clauses[each] for each in self.order), titles)

    def _first(self, clause: str) -> int:
        return self.clauses[clause].version if clause in self.clauses else 0

    def _apply(self, edit: ClauseEdit, edition: Edition, version: int) -> None:
        before = self.clauses.get(edit.clause)
        self.clauses[edit.clause] = Clause(
            policy=edit.policy,
            id=edit.clause,
            label=edit.label,
            heading=edit.heading,
            number=edit.number,
            text=edit.text or (before.text if before else ""),
            audience=before.audience if before else self._audience(edit.policy),
            version=version,
            effective_from=edition.since,
            withdrawn=not edit.text,
            unreviewed=self._unreviewed(before, edit, edition),
        )
        if before is None or edit.after is not None:
            self._place(edit)

    def _audience(self, policy: str) -> str:
        return next(each.audience for each in self.clauses.values() if each.policy == policy)

    def _unreviewed(self, before: Clause | None, edit: ClauseEdit, edition: Edition) -> bool:
        if before is None or edit.clause in edition.reviewed or _is_as_it_came(edit):
            return False
        if _squeezed(edit.text) == _squeezed(self._with_figures(before.text, edition)):
            return before.unreviewed
        return True

    def _with_figures(self, text: str, edition: Edition) -> str:
        text = _squeezed(text)
        for figure in edition.figures:
            text = text.replace(_squeezed(self.words.get(figure.name, figure.words)), _squeezed(figure.words))
        return text

    def _place(self, edit: ClauseEdit) -> None:
        if edit.clause in self.order:
            self.order.remove(edit.clause)
        self.order.insert(self._position(edit), edit.clause)

    def _position(self, edit: ClauseEdit) -> int:
        if edit.after and edit.after in self.order:
            return self.order.index(edit.after) + 1
        own = [place for place, each in enumerate(self.order) if self.clauses[each].policy == edit.policy]
        if edit.after == "":
            return own[0] if own else len(self.order)
        return own[-1] + 1 if own else len(self.order)


def _began() -> Library:
    began = decided.held().began
    return began.library if began else load_library()


def _rows_began() -> tuple[Row, ...]:
    began = decided.held().began
    return (*load_rows(), *(began.rows if began else ()))


def last_read(clause_id: str, on: date) -> str:
    """Give the words of a clause against which its rules were read last, of those that it had until a day."""
    editions, words = decided.held().editions, _began().find(clause_id)
    text, holding = words.text if words else "", ()
    for place, edition in enumerate(editions):
        holding = (*holding, place) if edition.holds(on) else holding
        if edition.holds(on) and any(edit.clause == clause_id for edit in edition.clauses):
            then = _Overlay().over(editions, holding).get(clause_id)
            text = text if then.unreviewed or then.withdrawn else then.text
    return text


def as_it_was(library: Library, clause_id: str, version: int) -> Clause:
    """Give the version of a clause that a record cites; where it is not known, the clause as the library has it."""
    now = library.get(clause_id)
    if now.version == version:
        return now
    others = (each.find(clause_id) for each in _libraries_of(clause_id))
    return next((clause for clause in others if clause and clause.version == version), now)


def _libraries_of(clause_id: str) -> Iterator[Library]:
    """The library as it came, and as it read with each edition of a clause, though that held for a part of a day."""
    yield _began()
    editions = decided.held().editions
    for place, edition in enumerate(editions):
        if any(edit.clause == clause_id for edit in edition.clauses):
            before = (other for other in range(place) if editions[other].holds(edition.since))
            yield _Overlay().over(editions, (*before, place))


def reads_as_it_came(clause: Clause) -> bool:
    """Tell whether no edition has changed the words of a clause."""
    came = load_library().find(clause.id)
    return came is not None and came.text == clause.text


def _is_as_it_came(edit: ClauseEdit) -> bool:
    """Whether these are the words that the product came with: its rules are written against them."""
    came = load_library().find(edit.clause)
    return came is not None and _squeezed(came.text) == _squeezed(edit.text)


def with_edits(library: Library, edits: tuple[ClauseEdit, ...]) -> dict[str, Clause]:
    """Give the clauses by id as they would read with these edits: the texts only, for what is checked against them."""
    clauses = {clause.id: clause for clause in library.in_force()}
    for edit in edits:
        if not edit.text:
            clauses.pop(edit.clause, None)
        elif edit.clause in clauses:
            clauses[edit.clause] = replace(clauses[edit.clause], text=edit.text)
    return clauses


def _squeezed(text: str) -> str:
    return " ".join(text.split())
