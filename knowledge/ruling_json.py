"""A ruling as the JSON object that the command line prints."""

from collections.abc import Iterable

from knowledge.changes import Change
from knowledge.clauses import Library
from knowledge.editions.rewording import passage_now
from knowledge.facts import NUMBERS, Fact
from knowledge.ledger.landing import Landed
from knowledge.ledger.telling import told
from knowledge.ruling import Finding, Ruling


def assess_json(ruling: Ruling, library: Library) -> dict:
    """The ruling in the fixed shape of ``probity assess --json``.

    ``advisory`` is there only where it is true, ``ledger`` only where the ruling lands on an ambiguity, and
    ``unreviewed`` of a finding only where HR changed its clause and have not yet read the rule again.
    """
    shaped = {
        "situation": ruling.situation,
        "outcome": str(ruling.outcome),
        "duties": [str(duty) for duty in ruling.duties],
        "findings": [_finding(finding, library) for finding in ruling.findings],
        "unknown": list(ruling.unknown),
        "approver": ruling.approver,
        "receivers": list(ruling.receivers),
    }
    if ruling.advisory:
        shaped["advisory"] = True
    if ruling.ledger:
        shaped["ledger"] = [landed_json(landed, library) for landed in ruling.ledger]
    return shaped


def landed_json(landed: Landed, library: Library) -> dict:
    """An ambiguity that was met: its passages with the versions shown, the reading used, and HR's decision or null."""
    entry, decision = landed.entry, landed.decision
    return {
        "entry": entry.id,
        "says": entry.says,
        "safest": entry.safest,
        "told": told(landed),
        "passages": [_passage(each.clause, each.words, library) for each in landed.passages],
        "reading": landed.reading,
        "decided": decision
        and {
            "on": decision.made_on.isoformat(),
            "from": decision.since.isoformat(),
            "words": decision.words,
        },
    }


def _passage(clause_id: str, words: str, library: Library) -> dict:
    clause = library.get(clause_id)
    quoted = passage_now(library, clause_id, words)
    return {"clause": clause.id, "label": clause.label, "quote": quoted, "version": clause.version}


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
    shaped = {
        "policy": clause.policy,
        "clause": clause.id,
        "label": clause.label,
        "quote": finding.quote,
        "version": clause.version,
        "because": finding.because,
    }
    return {**shaped, "unreviewed": True} if finding.unreviewed else shaped
