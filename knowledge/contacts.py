"""Whom the policies name: help lines, desks and people, each by role first, read from the clauses in force.

A person is found where a clause gives name, role and address: ``Jules Payne – Head of Digital Operations`` and on the
same line or the next ``e-mail j.payne@npt.gov.uk``. A desk is found where a clause says ``e-mail the Service Desk on``.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.clauses import Clause, Library
from knowledge.helplines import Line, desk_of, hours_of
from knowledge.line_words import EMAIL, PHONE

LINE, DESK, PERSON = "line", "desk", "person"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞŴŶ][\w'’.-]*"
NAME = re.compile(rf"(?:(?:Mrs?|Ms|Miss|Dr|Cllr)\.? )?{_CAPITAL}(?: {_CAPITAL}){{1,3}}")
ROLE = re.compile(rf"{_CAPITAL}[^\n@:\d]*?")
_LABEL = r"(?i:(?:e-?mail|tel(?:ephone)?|phone)\b[.:]? *)?"
_PERSON = re.compile(
    rf"^(?!Contact\b|Ask\b|E-?mail\b|Ring\b)(?P<name>{NAME.pattern})(?: +[–—-] +|, *)"
    rf"(?P<role>{ROLE.pattern})[\s,;:(–—-]*{_LABEL}"
    rf"(?P<address>{EMAIL.pattern}|{PHONE.pattern})\)?[.;]?$",
    re.M,
)
_DESK = re.compile(rf"[Ee]-?mail the (?P<role>{_CAPITAL}(?: {_CAPITAL})*) (?:on|at) (?P<address>{EMAIL.pattern})")


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody or something that a clause names. ``name`` is that of a person, else "".

    ``address`` is the email address or number, "" where it cannot be read in the words; ``hours`` are the words that
    say when a line answers.
    """

    kind: str
    role: str
    name: str
    address: str
    clause: str
    hours: str = ""

    @property
    def reads(self) -> str:
        """How it reads, on one line: what is confirmed, and what a button carries."""
        return " | ".join(" ".join(part.split()) for part in (self.role, self.name, self.address, self.hours) if part)

    @property
    def called(self) -> str:
        """The name, or where there is none the role."""
        return self.name or self.role


@functools.lru_cache(maxsize=32)
def contacts_of(library: Library) -> tuple[Contact, ...]:
    """Give every contact that the clauses of a library name, in document order; read once for each."""
    lines = {line.clause.id: line for line in hours_of(library).lines}
    return tuple(each for clause in library.in_force() for each in _in_clause(clause, lines.get(clause.id)))


def contacts_in(library: Library, clause_id: str) -> tuple[Contact, ...]:
    """Give the contacts that one clause of a library names."""
    return tuple(each for each in contacts_of(library) if each.clause == clause_id)


def _in_clause(clause: Clause, line: Line | None) -> Iterator[Contact]:
    if line:
        yield Contact(LINE, line.name, "", line.number or "", clause.id, hours_words(clause.text))
        return
    for kind, found in found_in(clause):
        parts = found.groupdict()
        role = parts.get("role") or desk_of(clause.id)
        yield Contact(kind, " ".join(role.split()), parts.get("name") or "", parts["address"].rstrip("."), clause.id)


def found_in(clause: Clause) -> Iterator[tuple[str, re.Match]]:
    """Give where a clause names people and desks, with the parts of each as groups: name, role and address."""
    if desk_of(clause.id):
        found = list(re.finditer(rf"(?P<address>{EMAIL.pattern})", clause.text))
        yield from ((DESK, each) for each in found if len(found) == 1)
        return
    yield from ((DESK, each) for each in _DESK.finditer(clause.text))
    yield from ((PERSON, each) for each in _PERSON.finditer(clause.text))


def hours_words(text: str) -> str:
    """Give the words of a line's clause beside its number, a line each: those that say its hours."""
    return "\n".join(line for line in text.split("\n") if line.strip() and not PHONE.search(line))
