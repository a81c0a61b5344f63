"""Whom somebody may ask for declarations: HR, auditors and Democratic Services anybody, a manager their own team."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from dialogs.people import Directory, Person
from dialogs.wording import listed, said
from knowledge.errors import Sayable

ASKS_ANYBODY = frozenset({"head_of_hr", "hr_auditor", "democratic_services"})
ASKS_THEIR_TEAM = frozenset({"manager", "senior_manager", "director", "headteacher"})
CLOSE = 85.0
_WHO = r"(?:everybody|everyone|all(?: of)?(?: the)?|the|staff|employees|people|all staff|all employees|those)"
_EVERYBODY = re.compile(
    r"(?:everybody|everyone|all(?: of us| the)?(?: employees| staff| people)?|the whole council|the council)", re.I
)
_MY_TEAM = re.compile(
    r"(?:(?:everybody|everyone|all) (?:in|on|of) )?(?:my|our) (?:own |whole |entire )?"
    r"(?:team|people|staff|direct reports|reports|employees)|everybody who reports to me|everyone who reports to me",
    re.I,
)
_BEFORE = re.compile(rf"^{_WHO}\s+(?:(?:who works? )?(?:in|of|at|for|from)\s+)?(?:the\s+)?", re.I)
_AFTER = re.compile(r"\s+(?:team|service|services|department|section|staff|employees|people|area)$", re.I)
_AND = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+|\s*&\s*", re.I)


@dataclass(frozen=True, slots=True)
class Group:
    """People who are asked: what they are called together, who they are, and what of the words led to nobody.

    ``unknown`` are names that nobody in the directory has, ``not_theirs`` how many people may not be asked by this one.
    """

    label: str
    people: tuple[Person, ...]
    unknown: tuple[str, ...] = ()
    not_theirs: int = 0


def may_ask(directory: Directory, person: Person) -> bool:
    """Say whether somebody may start a review of declarations."""
    return person.known and (
        bool((ASKS_ANYBODY | ASKS_THEIR_TEAM) & set(person.roles)) or bool(team(directory, person))
    )


def team(directory: Directory, person: Person) -> tuple[Person, ...]:
    """Give the employees whose line manager somebody is."""
    return tuple(p for p in _employees(directory) if directory.manager_of(p) == person)


def read_group(directory: Directory, asker: Person, words: str) -> Group:
    """Read whom the words name: a team, a service area or school, everybody, or people by name.

    Raises Sayable, with what can be said instead, where they name nobody whom this person may ask.
    """
    words = " ".join(words.split()).strip(" .,!?;:")
    group = _named(directory, asker, words)
    if not group.people and group.unknown:
        raise Sayable(f"I don't find {listed([f'“{said(each)}”' for each in group.unknown])}. {_instead(directory)}")
    return _allowed(directory, asker, group)


def _named(directory: Directory, asker: Person, words: str) -> Group:
    if _EVERYBODY.fullmatch(words):
        return Group("all employees", _employees(directory))
    if _MY_TEAM.fullmatch(words):
        return Group("your team", team(directory, asker))
    area = _area(directory, words)
    if area:
        return Group(area, tuple(p for p in _employees(directory) if area in (p.service_area, p.school)))
    return _by_name(directory, words)


def _employees(directory: Directory) -> tuple[Person, ...]:
    return tuple(p for p in directory.everybody() if p.audience == "employee")


def _area(directory: Directory, words: str) -> str | None:
    spoken = {words.casefold(), _AFTER.sub("", _BEFORE.sub("", words)).casefold(), _BEFORE.sub("", words).casefold()}
    areas = _areas(directory)
    exact = [a for a in areas if a.casefold() in spoken]
    near = exact or [a for a in areas if max(fuzz.ratio(a.casefold(), s) for s in spoken) >= CLOSE]
    return near[0] if len(near) == 1 else None


def _areas(directory: Directory) -> tuple[str, ...]:
    named = (area for p in _employees(directory) for area in (p.service_area, p.school) if area)
    return tuple(dict.fromkeys(named))


def _by_name(directory: Directory, words: str) -> Group:
    found: dict[str, Person] = {}
    unknown = []
    for name in filter(None, _AND.split(words)):
        person = _called(directory, name)
        if person:
            found[person.id] = person
        else:
            unknown.append(name)
    people = tuple(found.values())
    return Group(
        listed([p.name for p in people]) if len(people) <= 3 else f"{len(people)} people", people, tuple(unknown)
    )


def _called(directory: Directory, name: str) -> Person | None:
    spoken = set(name.casefold().split())
    same = [p for p in _employees(directory) if spoken <= set(p.name.casefold().split())]
    if len(same) > 1:
        raise Sayable(f"{len(same)} people are called “{said(name)}”. Please give the whole name.")
    return same[0] if same else None


def _allowed(directory: Directory, asker: Person, group: Group) -> Group:
    if ASKS_ANYBODY & set(asker.roles):
        if not group.people:
            raise Sayable(f"Nobody is listed there. {_instead(directory)}")
        return group
    theirs = {p.id for p in team(directory, asker)}
    people = tuple(p for p in group.people if p.id in theirs)
    if not people:
        raise Sayable(_not_yours(directory, asker))
    return Group(group.label, people, group.unknown, len(group.people) - len(people))


def _not_yours(directory: Directory, asker: Person) -> str:
    if not team(directory, asker):
        return "Nobody is listed as reporting to you, so there's nobody you can ask. Please ask HR to correct the list."
    return (
        "You can ask your own team, and nobody there reports to you. Say, for example, “ask my team for their "
        "declarations by Friday week”. For others, please ask HR to start the review."
    )


def _instead(directory: Directory) -> str:
    areas: Sequence[str] = _areas(directory)[:6]
    known = f"a service area ({listed(areas, 'or')})" if areas else "a service area"
    return f"You can name {known}, “my team”, “everybody”, or people by their names."
