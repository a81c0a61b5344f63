"""A suspicious message: Members ICT Scheme 12.4, 5.3 and 5.16 (MS-45, MS-97); for employees the Code (CC-55, CC-58).

Once something in it was opened, the device is powered off as with a virus.
"""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.incidents import (
    FOR_COUNCILLOR_AND_DESK,
    FOR_EMPLOYEE,
    FOR_SERVICE_DESK,
    TOLD,
    account,
    councillor_opening,
    employee_opening,
    moment,
    place,
    reported,
)

_OPENED = Question(
    "opened",
    "yes_no",
    "Did you open a link or an attachment in it?",
    "Opened",
    "a device on which something was opened has to be powered off first",
    "12.4",
    needed=reported,
    called="whether something in it was opened",
)

_QUESTIONS = (
    account(
        "Who does it say it's from, and what does it want?",
        "Message",
        "the service desk can tell from that what it is",
        "12.4",
        called="what the message says",
    ),
    place(
        "Where did it arrive, such as your council email or your phone?",
        "the service desk need to know where to look",
        "Arrived in",
        "where it arrived",
    ),
    moment("When did it arrive?", "others may have got it at the same time", "arrived ", "when it arrived"),
)


_POWER_OFF = "As something in it may have been opened, power the device off now and leave it off. "


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it: ``the suspicious message``; what it says stands in the person's own words beside it."""
    return {"thing": f"{'the' if mine else 'a'} suspicious message"}


def read_as(answers: Answers) -> Answers:
    """Take it as opened where the person does not know: powering off is the safe way."""
    return {"opened": True} if answers.get("opened") == NOT_KNOWN else {}


def _steps(answers: Answers) -> str:
    return "Leave its links and attachments alone, and keep it as it came, without forwarding or deleting it."


SUSPICIOUS_MESSAGE_COUNCILLOR = Situation(
    id="suspicious_message",
    audience="councillor",
    kind="incident",
    title="A suspicious message",
    noun="incident",
    questions=(_OPENED, *_QUESTIONS),
    headlines={
        "opened_desk_only": _POWER_OFF + FOR_SERVICE_DESK,
        "opened": _POWER_OFF + FOR_COUNCILLOR_AND_DESK,
        "desk_only": FOR_SERVICE_DESK,
        "report": FOR_COUNCILLOR_AND_DESK,
    },
    columns={},
    opening=councillor_opening(_steps),
    sure=("opened_desk_only", "opened", "desk_only", "report"),
    offered=("A suspicious message", "a suspicious message", "message", "email", "phishing", "scam"),
    manner=TOLD,
    naming=naming,
    read_as=read_as,
    urgent=True,
)

SUSPICIOUS_MESSAGE_EMPLOYEE = replace(
    SUSPICIOUS_MESSAGE_COUNCILLOR,
    audience="employee",
    questions=(*_QUESTIONS, replace(_OPENED, needed=lambda answers, ruling: False)),
    headlines={"report": FOR_EMPLOYEE},
    opening=employee_opening(
        "Leave its links and attachments alone, and don't forward it.",
        "If you have opened something in it, switch the device off and ring the IT service desk now.",
        "a suspicious message",
    ),
)
