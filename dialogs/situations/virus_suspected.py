"""A possible virus: Members ICT Scheme 12.4 and 5.15 to 5.17 (MS-97 to MS-99); for employees the Code's care clauses.

Power off comes first, then the line that answers now; what the screen showed is written down afterwards (X35).
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.situation import Answers, Situation
from dialogs.situations.incidents import (
    FOR_COUNCILLOR,
    FOR_DESK,
    FOR_EMPLOYEE,
    TOLD,
    account,
    councillor_opening,
    device,
    employee_opening,
    moment,
    on_device,
    place,
)

_QUESTIONS = (
    device("Which device is it?", "the service desk need to know what to look at", "12.4"),
    account("What did it show or do?", "What happened", "it tells the service desk what it may be", "12.4"),
    place("Where is the device now?", "the service desk may have to come to it", called="where it is"),
    moment("When did you notice it?", "what came after it may be affected too", called="when you noticed it"),
)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it with its device: ``the possible virus on the laptop``."""
    return {"thing": f"{'the' if mine else 'a'} possible virus{on_device(answers)}"}


VIRUS_SUSPECTED_COUNCILLOR = Situation(
    id="virus_suspected",
    audience="councillor",
    kind="incident",
    title="A possible virus",
    noun="incident",
    questions=_QUESTIONS,
    headlines={"desk_only": FOR_DESK, "report": FOR_COUNCILLOR},
    columns={"device": "device"},
    extra=("owner", "data_of", "personal_data"),
    own_words="what",
    opening=councillor_opening(
        lambda answers: "Leave it off until they tell you what to do. Once it's off, write down what it showed.",
        first="**Power the device off now.**",
    ),
    sure=("desk_only", "report"),
    offered=("A possible virus", "a possible virus", "virus", "malware"),
    manner=TOLD,
    naming=naming,
    urgent=True,
)

VIRUS_SUSPECTED_EMPLOYEE = replace(
    VIRUS_SUSPECTED_COUNCILLOR,
    audience="employee",
    headlines={"report": FOR_EMPLOYEE},
    opening=employee_opening(
        "Switch the device off now, or take it off the network, and ring the IT service desk.",
        "Leave it so until they have seen it, and write down what it showed.",
        "a virus",
    ),
)
