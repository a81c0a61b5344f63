"""The coverage table as lines of text."""

from collections.abc import Iterator, Mapping

from tests.coverage import clauses, facts, outcomes, questions, rows
from tests.coverage.finding import Finding

Report = Mapping[str, list[Finding]]


async def build() -> Report:
    """Look at everything; the conversation files are played for it, which takes about a minute."""
    played = await outcomes.reached_in_files()
    return {
        "Rows of the checklist": list(rows.findings()),
        "Clauses": list(clauses.findings()),
        "Questions that are asked": list(questions.findings()),
        "Values of facts": list(facts.findings()),
        "Outcomes": list(outcomes.findings(played)),
        "Situations with one complete conversation file": list(outcomes.complete(played)),
    }


def lines_of(report: Report, everything: bool) -> Iterator[str]:
    """Give the table: the rows of the checklist always, of the rest what is not covered, or everything."""
    for number, (title, found) in enumerate(report.items()):
        shown = [f for f in found if everything or number == 0 or not f.covered]
        if shown:
            yield from ("", title, *(f"  {'' if f.covered else 'NOT COVERED '}{f.what}: {f.how}" for f in shown))
    if rows.missed():
        yield from ("", "Plain questions that do not bring the clause of their row, for whoever teaches the engine")
        yield from (f"  {row}: “{asked}”" for row, asked in rows.missed().items())


def totals_of(report: Report) -> Iterator[str]:
    """Give a line of totals for each part of the table."""
    width = max(map(len, report))
    for title, found in report.items():
        yield f"{title:<{width}}  {sum(f.covered for f in found):>4} of {len(found):>4} covered"
