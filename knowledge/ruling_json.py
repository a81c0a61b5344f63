"""A ruling as the JSON object that the command line prints."""

from knowledge.clauses import Library
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
