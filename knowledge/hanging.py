"""What hangs on a clause: the figures taken from it, the situations whose rules cite it, what is unclear in it, and
the everyday questions that are stored for it."""

from dataclasses import dataclass

from knowledge.checklist import guidance
from knowledge.editions.resting import rules_on
from knowledge.ledger.entries import Entry, load_entries
from knowledge.policies.employee_code_of_conduct.rules.school import ADVISORY
from knowledge.understanding.lessons import stored_questions
from knowledge.values import Row, load_rows


@dataclass(frozen=True, slots=True)
class Hanging:
    """What would have to be looked at if the clause were changed.

    ``situations`` are pairs of a situation and its role. ``in_schools``: every ruling for the staff of some schools
    cites it. ``guidance`` says why no rule need cite it, where none does.
    """

    figures: tuple[Row, ...]
    situations: tuple[tuple[str, str], ...]
    in_schools: bool
    guidance: str
    entries: tuple[Entry, ...]
    questions: tuple[str, ...]


def hanging_on(clause_id: str) -> Hanging:
    """Give what hangs on a clause; nothing where there is no such clause."""
    return Hanging(
        figures=tuple(row for row in load_rows() if row.value.clause == clause_id),
        situations=rules_on(clause_id),
        in_schools=clause_id == ADVISORY.clause_id,
        guidance=guidance().get(clause_id, ""),
        entries=tuple(each for each in load_entries() if any(p.clause == clause_id for p in each.passages)),
        questions=stored_questions().get(clause_id, ()),
    )
