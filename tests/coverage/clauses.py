"""Every clause: a line of a rule cites it, or it is marked as guidance with the reason; never both."""

from collections.abc import Iterator

from knowledge.checklist import guidance
from knowledge.clauses import load_library
from knowledge.policies.employee_code_of_conduct.rules.school import ADVISORY
from knowledge.ruling import RULES
from knowledge.understanding.lessons import stored_questions
from tests.coverage.finding import Finding


def findings() -> Iterator[Finding]:
    """Give a line for each clause, in document order."""
    cited = _cited()
    for clause in load_library().clauses:
        lines, reason = cited.get(clause.id, []), guidance().get(clause.id)
        if lines and reason:
            yield Finding(clause.id, False, "marked as guidance, and a rule cites it")
        elif lines:
            more = f" and {len(lines) - 1} more" if len(lines) > 1 else ""
            yield Finding(clause.id, True, f"rule {lines[0]}{more}")
        else:
            yield Finding(clause.id, bool(reason), _guided(clause.id, reason))


def _guided(clause: str, reason: str | None) -> str:
    if reason is None:
        return "no rule cites it, and it is not marked as guidance"
    asked = len(stored_questions().get(clause, ()))
    return f"guidance ({asked} everyday questions): {reason}"


def _cited() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {ADVISORY.clause_id: ["every employee's rule, in a school"]}
    for rule in RULES.values():
        for line in rule.lines:
            for cite in line.cites:
                found.setdefault(cite.clause_id, []).append(f"{rule.situation}.{line.key}")
    return found
