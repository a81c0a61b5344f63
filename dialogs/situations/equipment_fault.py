"""A fault: Members ICT Scheme 4.6, 5.15, 12.7 and 12.8 (MS-41, MS-58, MS-102); for employees the Code (CC-54, CC-58).

What is damaged counts as an incident and goes to the two offices as well (MS-58).
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.situation import Answers, Question, Situation
from dialogs.situations.incidents import (
    FOR_COUNCILLOR_AND_DESK,
    FOR_EMPLOYEE,
    TOLD,
    account,
    councillor_opening,
    device,
    employee_opening,
    moment,
    on_device,
    owner,
    place,
    reported,
)

_DAMAGED = Question(
    "damaged",
    "yes_no",
    "Is it damaged, such as cracked or wet?",
    "Damaged",
    "damaged equipment counts as an incident, and a fault alone does not",
    "5.15",
    needed=reported,
    called="whether it is damaged",
)
_QUESTIONS = (
    device("What is it in?", "the service desk need to know what to look at", "12.7"),
    account(
        "What is wrong with it?",
        "Fault",
        "the service desk can tell from that how to help",
        "12.7",
        called="what is wrong",
    ),
    place("Where is it now?", "the service desk may have to come to it", called="where it is"),
    moment("When did it start?", "the report says since when", "since ", "when it started"),
)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it with its device: ``the fault in the phone``; ``kit`` is the device alone."""
    where = on_device(answers, "in")
    return {"thing": f"{'the' if mine else 'a'} fault{where}", "kit": where.removeprefix(" in ") or "it"}


EQUIPMENT_FAULT_COUNCILLOR = Situation(
    id="equipment_fault",
    audience="councillor",
    kind="incident",
    title="A fault",
    noun="incident",
    questions=(_DAMAGED, owner("4.6"), *_QUESTIONS),
    headlines={
        "fault": "The IT service desk have to be told of it as soon as you reasonably can.",
        "damaged": "As it's damaged, it counts as an incident. " + FOR_COUNCILLOR_AND_DESK,
        "own": "Nothing has to be reported: {kit} is your own, so the service desk can't help with it.",
    },
    columns={"device": "device"},
    own_words="what",
    opening=councillor_opening(lambda answers: ""),
    sure=("fault", "damaged"),
    offered=("A fault", "a fault", "fault", "broken", "not working"),
    manner=TOLD,
    naming=naming,
    in_order=True,
    urgent=True,
)

EQUIPMENT_FAULT_EMPLOYEE = replace(
    EQUIPMENT_FAULT_COUNCILLOR,
    audience="employee",
    questions=_QUESTIONS,
    headlines={"report": FOR_EMPLOYEE},
    extra=("owner", "damaged"),
    opening=employee_opening(
        "Ring the IT service desk, and let nobody else repair it.", "Council data may be on it.", "a fault"
    ),
    sure=("report",),
)
