"""What the tests of the rules share: a day, and assessing in one short call."""

from datetime import date

from knowledge.ruling import Ruling, assess

ON = date(2026, 11, 21)


def employee(situation: str, /, **facts) -> Ruling:
    return assess(situation, "employee", facts, ON)


def councillor(situation: str, /, **facts) -> Ruling:
    return assess(situation, "councillor", facts, ON)


def clauses(ruling: Ruling) -> list[str]:
    return [finding.clause for finding in ruling.findings]


def because(ruling: Ruling, line: str) -> str:
    return next(finding.because for finding in ruling.findings if finding.line == line)
