"""A lost or stolen device: Members ICT Scheme 5.15 to 5.18 (MS-58 to MS-60); for employees the Code's care clauses."""

from dataclasses import replace
from datetime import datetime

from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.incidents import (
    CARE,
    FOR_COUNCILLOR,
    FOR_EMPLOYEE,
    councillor_opening,
    data_of,
    device,
    employee_opening,
    moment,
    owner,
    place,
)


def _steps(answers: Answers) -> str:
    keep = "keep anything that shows what happened"
    if answers.get("owner") == "own":
        return f"Please {keep}."
    return f"Please don't reset or wipe it until Digital Services ask you to, and {keep}."


_LOCK_IT = employee_opening(
    "Ring the IT service desk now, so that they can lock it.",
    "Change the password you use on it, and keep anything that shows what happened.",
    "a lost device",
)
_STOP_THE_CARD = employee_opening(
    "Tell the IT service desk now, so that the card can be stopped.",
    "Keep anything that shows what happened.",
    "a lost card",
)


def _for_employee(now: datetime, answers: Answers) -> str:
    return (_STOP_THE_CARD if answers.get("device") == "id_card" else _LOCK_IT)(now, answers)


_DEVICE = device("What is missing?", "the people who act on it need to know what to look for", "5.15")

_WHEN = moment(
    "When did you last have it?",
    "the incident report says when it went",
    noted="last seen ",
    called="when you last had it",
)

_WHERE = place("Where did you last have it?", "the incident report says where it was when it went")

# Never asked, as nothing hangs on it: kept where the words tell it, and shown to whoever acts on it.
_HOW = Question(
    "how",
    "choice",
    "Was it lost or stolen?",
    "How it went",
    "those who act on it go about a theft in another way",
    "5.15",
    options=(
        Option("lost", "Lost", ("mislaid", "left somewhere", "missing")),
        Option("stolen", "Stolen", ("theft", "nicked", "taken", "robbed")),
    ),
    called="how it went",
)

DEVICE_LOST_COUNCILLOR = Situation(
    id="device_lost",
    audience="councillor",
    kind="incident",
    title="A missing device",
    noun="incident",
    questions=(
        owner("5.16"),
        data_of("Whose information was on it?", "Information on it", called="whose information is on it"),
        _DEVICE,
        _WHERE,
        _WHEN,
        _HOW,
    ),
    headlines={
        "report": FOR_COUNCILLOR,
        "own_no_data": "Nothing has to be reported: {thing} is your own, with nobody else's information on it.",
    },
    columns={"device": "device"},
    extra=("thing", *CARE),
    opening=councillor_opening(_steps),
    sure=("report",),
    told_by_thing=("device", "how"),
    offered=("A lost or stolen device", "a lost or stolen device", "lost device", "device", "lost", "stolen"),
    urgent=True,
    may_turn_up=True,
)

DEVICE_LOST_EMPLOYEE = replace(
    DEVICE_LOST_COUNCILLOR,
    audience="employee",
    questions=(_DEVICE, _WHERE, _WHEN, _HOW),
    headlines={"report": FOR_EMPLOYEE},
    opening=_for_employee,
)
