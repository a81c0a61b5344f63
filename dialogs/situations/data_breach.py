"""Information that reached somebody who was not to have it.

Members ICT Scheme 5.15 to 5.17, 5.27 and 5.33 (MS-59 to MS-71); for employees the Code's data clauses (CC-56, CC-57).
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.situation import Answers, Situation
from dialogs.situations.incidents import (
    FOR_COUNCILLOR,
    FOR_EMPLOYEE,
    TOLD,
    account,
    councillor_opening,
    data_of,
    employee_opening,
    moment,
    place,
)

_QUESTIONS = (
    account(
        "What got out, and how?",
        "What happened",
        "it tells those who act on it what was in it and who may have it",
        "5.15",
    ),
    place("Where is it now, or who may have it?", "it may still be got back", "Now with", "who may have it"),
    moment("When did it happen?", "the incident report says when it happened", called="when it happened"),
)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it: ``the information that got out``; what it was stands in the person's own words beside it."""
    return {"thing": "the information that got out" if mine else "information that got out"}


DATA_BREACH_COUNCILLOR = Situation(
    id="data_breach",
    audience="councillor",
    kind="incident",
    title="Information that got out",
    noun="incident",
    questions=(
        *_QUESTIONS,
        data_of("Whose information was it?", "Information of", called="whose information it was"),
    ),
    headlines={"report": FOR_COUNCILLOR},
    columns={},
    extra=("personal_data",),
    own_words="what",
    opening=councillor_opening(
        lambda answers: "Please keep what was sent or said, and anything that shows who has it now."
    ),
    sure=("report",),
    offered=("Information that got out", "information that got out", "breach", "data", "information", "wrong person"),
    manner=TOLD,
    naming=naming,
    urgent=True,
)

DATA_BREACH_EMPLOYEE = replace(
    DATA_BREACH_COUNCILLOR,
    audience="employee",
    questions=_QUESTIONS,
    headlines={"report": FOR_EMPLOYEE},
    opening=employee_opening(
        "Ask whoever has it now to delete it and not to pass it on.",
        "Keep their answer, and what was sent or said.",
        "such a case",
    ),
)
