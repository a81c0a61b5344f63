"""Who decides, who receives, and whom to ask. Nobody decides their own, nor what they gave: one level up."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.people import Directory, Person, school_facts
from dialogs.wording import ROLE_NAMES
from knowledge.policies.employee_code_of_conduct.rules.school import in_place_of, manager_of

MANAGING = ("line_manager", "headteacher", "chair_of_governors")
_MY_MANAGER = re.compile(
    r"\bmy (?:own |new )?(?:line )?(?:manager|boss|supervisor|team leader|gaffer|foreman|head ?teacher)\b", re.I
)
_THE_HEAD = re.compile(
    r"\b(?:my|our|the)\s+(?:acting\s+|deputy\s+)?head(?:\s?teacher|mistress|master)?\b(?!\s+of\b)", re.I
)
_TITLES = r"(?:mrs?|ms|miss|dr|our|my (?:manager|boss|supervisor))\W+"
_AT_WORK = re.compile(
    r"\b(?:manager|boss|supervisor|team leader|gaffer|colleague)\b|\bat work\b|\bin (?:my|the) (?:team|office)\b"
)
# One desk has many names (ledger X42).
_SAME_DESK = {"service_desk": "digital_services", "digital_services": "service_desk"}
_NOTHING: Mapping[str, Any] = {}


def people_for(directory: Directory, person: Person, role: str, answers: Mapping[str, Any] = _NOTHING) -> Person | None:
    """Give the person who holds ``role`` for this person's record; None where nobody is listed.

    Never the person, and never the one who made the offer, or is the other party, that ``answers`` tell of.
    """
    other = _other_party(answers)
    if role in MANAGING:
        return _manager(directory, person, other)
    holders = directory.with_role(role) or directory.with_role(_SAME_DESK.get(role, role))
    return next((p for p in holders if p.id != person.id and not _names(str(answers.get("party") or ""), p)), None)


def made_the_offer(directory: Directory, owner: Person, answers: Mapping[str, Any], person: Person) -> bool:
    """Say whether a person is the one who made the offer, or is the other party, that the answers tell of."""
    other = _other_party(answers)
    their_manager = directory.manager_of(owner)
    return _names(other, person) or bool(_MY_MANAGER.search(other)) and their_manager == person


def manager_spoken_of(directory: Directory, person: Person, words: str) -> Person | None:
    """Give the person's own manager, in a school the head, where words name them: they may be about them."""
    manager = directory.manager_of(person)
    if manager is None:
        return None
    named = re.search(rf"\b{re.escape(manager.first_name)}\b", words, re.I) or _MY_MANAGER.search(words)
    return manager if named or school_facts(person) and _THE_HEAD.search(words) else None


def same_desk(role: str) -> tuple[str, ...]:
    """Give a role with the other name that its desk has, if it has one (ledger X42)."""
    return (role, _SAME_DESK[role]) if role in _SAME_DESK else (role,)


def role_name(role: str) -> str:
    """Name a role in a sentence."""
    return ROLE_NAMES.get(role, role.replace("_", " "))


def named_role(directory: Directory, person: Person, role: str, answers: Mapping[str, Any] = _NOTHING) -> str:
    """Name a role by person where one is listed: ``Megan Lloyd (your line manager)``; in a school the headteacher."""
    role = in_place_of(role, manager_of(school_facts(person)))
    found = people_for(directory, person, role, answers)
    if found is None:
        return role_name(role)
    if role in MANAGING and directory.manager_of(person) != found:
        why = "it's about" if answers.get("party") else "the offer came from"
        return f"{found.name} (one level up, as {why} your manager)"
    return f"{found.name} ({role_name(role).removeprefix('the ')})"


def whom_to_ask(directory: Directory, person: Person) -> str:
    """Name whom this person asks when the policy does not help (Code of conduct, Policy overview; scheme 12.10)."""
    if person.audience == "councillor":
        return named_role(directory, person, "democratic_services")
    if people_for(directory, person, "line_manager") is None:
        return named_role(directory, person, "hr_editor")
    return named_role(directory, person, "line_manager")


def _other_party(answers: Mapping[str, Any]) -> str:
    return str(answers.get("giver") or answers.get("party") or "")


def _manager(directory: Directory, person: Person, other: str) -> Person | None:
    manager, seen = directory.manager_of(person), {person.id}
    if manager and _MY_MANAGER.search(other):
        seen.add(manager.id)
    while manager and (manager.id in seen or _names(other, manager)):
        seen.add(manager.id)
        above = directory.manager_of(manager)
        manager = above if above and above.id not in seen else None
    return manager


def _names(giver: str, person: Person) -> bool:
    """Say whether the words name the person: in full, or by the first name with no other surname and no firm."""
    said, name = giver.casefold(), person.name.casefold()
    if name in said:
        return True
    first = re.match(rf"\W*(?:{_TITLES})?{re.escape(name.split()[0])}\b(?:['’]s)?(?P<rest>.*)$", said)
    return bool(first) and (not first["rest"].strip(" .!") or bool(_AT_WORK.search(first["rest"])))
