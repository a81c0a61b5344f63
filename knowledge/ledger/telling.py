"""How an entry is told: that HR has not decided, and what is safest, or what HR decided and when."""

from datetime import date

from knowledge.ledger.decisions import Decision
from knowledge.ledger.entries import Entry
from knowledge.ledger.landing import Landed


def told(landed: Landed) -> str:
    """Say in plain words what is unclear, and how it stands."""
    return f"{landed.entry.says} {verdict(landed)}"


def verdict(landed: Landed) -> str:
    """Say how an entry stands: that HR has not decided and what is safest, or what HR decided."""
    if landed.decision:
        return decided_sentence(landed.decision)
    return f"{undecided(landed.entry)} Until then the safer way counts: {landed.entry.safest}"


def undecided(entry: Entry) -> str:
    """Say that HR has not decided: where passages stand against each other, which of them holds."""
    return f"HR hasn't decided {'which of these holds' if entry.is_contradiction else 'this yet'}."


def until_decided(entry: Entry) -> str:
    """Say what is safest until HR decides, where that is said first."""
    return f"Until HR decides, the safer way counts: {entry.safest}"


def decided_sentence(decision: Decision) -> str:
    """Cite a decision: ``HR decided on 3 December 2026: “...”``, and from when it holds where that is another day."""
    since = "" if decision.since == decision.made_on else f", to hold from {day_of(decision.since)}"
    return f"HR decided on {day_of(decision.made_on)}{since}: “{decision.words}”"


def day_of(day: date) -> str:
    """Write a day in full: ``3 December 2026``."""
    return f"{day.day} {day:%B} {day.year}"
