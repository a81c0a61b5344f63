"""People as plain values, and what the conversation needs to know of a directory."""

from dataclasses import dataclass
from typing import Any, Protocol

MANAGER_ROLES = frozenset({"manager", "senior_manager", "director", "headteacher", "chair_of_governors", "head_of_hr"})


@dataclass(frozen=True, slots=True)
class Person:
    """One person. ``id`` is the Entra object id; ``known`` is false for somebody in no directory."""

    id: str
    name: str
    audience: str
    key: str = ""
    email: str = ""
    roles: tuple[str, ...] = ()
    manager: str = ""
    service_area: str = ""
    school: str = ""
    school_type: str = ""
    known: bool = True

    @property
    def first_name(self) -> str:
        """The name to use in a sentence: a councillor keeps the title."""
        parts = self.name.split()
        if parts and parts[0].casefold().rstrip(".") in ("cllr", "councillor"):
            return self.name
        return parts[0] if parts else "your colleague"


class Directory(Protocol):
    """Where people come from: a local file, or the council's own directory."""

    def find(self, person_id: str) -> Person | None:
        """Give the person with this id, or None."""

    def manager_of(self, person: Person) -> Person | None:
        """Give the person's line manager, or None where none is listed."""

    def everybody(self) -> tuple[Person, ...]:
        """Give everybody who is listed, in the directory's order."""

    def with_role(self, role: str) -> tuple[Person, ...]:
        """Give everybody who holds the role, in the directory's order."""


def school_facts(person: Person) -> dict[str, Any]:
    """Give the facts of the school lens from the directory (Code of conduct, Principles, paragraphs 4 and 5)."""
    if not person.school:
        return {}
    head = {"headteacher": "headteacher" in person.roles}
    return {"school_employee": True, **({"school_type": person.school_type} if person.school_type else {}), **head}
