"""Lost or stolen papers: Members ICT Scheme 5.15 to 5.18 (MS-58 to MS-61); for employees the Code's data clauses."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.situation import NOT_KNOWN, Answers, Situation
from dialogs.situations.incidents import (
    FOR_COUNCILLOR,
    FOR_EMPLOYEE,
    KEEP,
    TOLD,
    account,
    councillor_opening,
    data_of,
    employee_opening,
    moment,
    named_thing,
    place,
)

_WHAT = account(
    "Which papers are missing?",
    "Papers",
    "the people who act on it need to know what to look for",
    "5.18",
    called="what is missing",
)

_WHERE = place("Where did you last have them?", "the incident report says where they were", called="where they were")

_WHEN = moment(
    "When did you last have them?",
    "the incident report says when they went",
    noted="last seen ",
    called="when you last had them",
)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the papers: ``the casework file``, and to others ``lost papers, the casework file``."""
    words = named_thing(answers, mine, "the papers")
    if mine:
        return {"thing": words}
    return {"thing": "lost papers" if answers.get("what") in (None, NOT_KNOWN) else f"lost papers, {words}"}


PAPERS_LOST_COUNCILLOR = Situation(
    id="papers_lost",
    audience="councillor",
    kind="incident",
    title="Lost papers",
    noun="incident",
    questions=(
        _WHAT,
        _WHERE,
        _WHEN,
        data_of("Whose information was in them?", "Information in them", called="whose information is in them"),
    ),
    headlines={"report": FOR_COUNCILLOR},
    columns={},
    extra=("personal_data",),
    opening=councillor_opening(lambda answers: KEEP),
    sure=("report",),
    offered=("Lost papers", "lost papers", "papers", "file", "documents"),
    manner=TOLD,
    naming=naming,
    urgent=True,
    may_turn_up=True,
)

PAPERS_LOST_EMPLOYEE = replace(
    PAPERS_LOST_COUNCILLOR,
    audience="employee",
    questions=(_WHAT, _WHERE, _WHEN),
    headlines={"report": FOR_EMPLOYEE},
    opening=employee_opening(
        "Ask now wherever you may have left them.",
        "Keep anything that shows what happened, and note down what was in them while you remember it.",
        "lost papers",
    ),
)
