"""Who decides, who receives, and whom to ask. Nobody decides their own: one level up."""

from dialogs.people import Directory, Person
from dialogs.wording import ROLE_NAMES


def people_for(directory: Directory, person: Person, role: str) -> Person | None:
    """Give the person who holds ``role`` for this person's record, never that person; None where nobody is listed."""
    if role in ("line_manager", "headteacher", "chair_of_governors"):
        manager = directory.manager_of(person)
        while manager and manager.id == person.id:
            manager = None
        return manager
    return next((p for p in directory.with_role(role) if p.id != person.id), None)


def role_name(role: str) -> str:
    """Name a role in a sentence."""
    return ROLE_NAMES.get(role, role.replace("_", " "))


def named_role(directory: Directory, person: Person, role: str) -> str:
    """Name a role by person where one is listed: ``Megan Lloyd, your line manager``."""
    found = people_for(directory, person, role)
    return f"{found.name}, {role_name(role)}" if found else role_name(role)


def whom_to_ask(directory: Directory, person: Person) -> str:
    """Name whom this person asks when the policy does not help (Code of conduct, Policy overview; scheme 12.10)."""
    if person.audience == "councillor":
        return named_role(directory, person, "democratic_services")
    return named_role(directory, person, "line_manager")
