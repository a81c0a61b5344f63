"""Who reads the knowledge base in chat: HR's editors and auditors. Everybody else asks and gets the clause."""

from dialogs.people import Person

READERS = ("hr_editor", "hr_auditor")
READS = " Type “kb list” for the clauses of the policies, and what hangs on each."


def may_read(person: Person) -> bool:
    """Say whether this person reads the clauses with what hangs on them."""
    return person.known and any(role in person.roles for role in READERS)
