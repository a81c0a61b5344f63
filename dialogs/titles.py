"""What each matter that cannot be filed in chat is called where it is offered, and the words by which it is chosen."""

from collections.abc import Mapping

TITLES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "papers_lost": ("Lost papers", ("papers", "file", "documents")),
    "data_breach": ("Information that got out", ("breach", "data", "information", "wrong person")),
    "virus_suspected": ("A possible virus", ("virus", "malware")),
    "suspicious_message": ("A suspicious message", ("message", "email", "phishing", "scam")),
    "password_compromised": ("A password someone may know", ("password", "login")),
    "equipment_fault": ("A fault", ("fault", "broken", "not working")),
    "fraud_concern": ("A worry about fraud", ("fraud", "theft", "corruption")),
    "harassment_or_bullying": ("Bullying or harassment", ("bullying", "harassment")),
    "safeguarding_concern": ("Someone who may be at risk", ("safeguarding", "at risk", "a child", "an adult")),
    "discrimination": ("Discrimination", ("discrimination", "unfair treatment")),
    "dependency_support": ("Help with drink or drugs", ("drink", "drugs", "addiction")),
    "health_and_safety": ("Health and safety", ("safety", "health")),
}


def unfiled_words(situation: str) -> tuple[str, ...]:
    """Give the words by which such a matter is offered, the first as a button; none for anything else."""
    title, words = TITLES.get(situation, ("", ()))
    return (title, title.casefold(), *words) if title else ()
