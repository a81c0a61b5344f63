"""A ruling as the JSON object that the command line prints."""

from collections.abc import Iterable

from knowledge.changes import Change
from knowledge.clauses import Library
from knowledge.facts import NUMBERS, Fact
from knowledge.ruling import Finding, Ruling


def assess_json(ruling: Ruling, library: Library) -> dict:
    """The ruling in the fixed shape of ``probity assess --json``; ``advisory`` is there only where it is true."""
    shaped = {
        "situation": ruling.situation,
        "outcome": str(ruling.outcome),
        "duties": [str(duty) for duty in ruling.duties],
        "findings": [_finding(finding, library) for finding in ruling.findings],
        "unknown": list(ruling.unknown),
        "approver": ruling.approver,
        "receivers": list(ruling.receivers),
    }
    return shaped | {"advisory": True} if ruling.advisory else shaped


def changes_json(changes: Iterable[Change], facts: Iterable[Fact]) -> list[dict]:
    """What would change a ruling as ``probity assess --what-if`` prints it, its facts as they come on the wire."""
    kinds = {fact.name: fact.kind for fact in facts}
    return [
        {
            "facts": {name: _on_the_wire(kinds[name], at) for name, at in change.facts.items()},
            "outcome": str(change.outcome),
            "duties": [str(duty) for duty in change.duties],
        }
        for change in changes
    ]


def _on_the_wire(kind: str, at: object) -> object:
    if kind == "money":
        return f"{at:.2f}"
    return float(at) if kind in NUMBERS else at


def _finding(finding: Finding, library: Library) -> dict:
    clause = library.get(finding.clause)
    return {
        "policy": clause.policy,
        "clause": clause.id,
        "label": clause.label,
        "quote": finding.quote,
        "version": clause.version,
        "because": finding.because,
    }
