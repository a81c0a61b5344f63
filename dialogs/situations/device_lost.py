"""A lost or stolen device: Members ICT Scheme 5.15 to 5.18 (MS-58 to MS-60); for employees the Code's care clauses."""

from datetime import datetime

from dialogs.help_line import line_now
from dialogs.situation import Answers, Option, Question, Situation
from knowledge.ruling import Ruling


def reported(answers: Answers, ruling: Ruling) -> bool:
    """Say whether there is an incident to report, so that its register fields are needed."""
    return ruling.outcome == "report"


def _councillor_opening(now: datetime, answers: Answers) -> str:
    own = answers.get("owner") == "own"
    keep = "keep anything that shows what happened"
    steps = (
        f"Please {keep}." if own else f"Please don't reset or wipe it until Digital Services ask you to, and {keep}."
    )
    return f"{line_now(now)} {steps}"


def _employee_opening(now: datetime, answers: Answers) -> str:
    return (
        "**Ring the IT service desk now, so that they can lock it.** Change the password you use on it, and keep "
        "anything that shows what happened. This is common practice: the Code of conduct names no route for reporting "
        "a lost device."
    )


OFFERED = ("A lost or stolen device", "a lost or stolen device", "lost device", "device", "lost", "stolen")

_DEVICE = Question(
    "device",
    "choice",
    "What is missing?",
    "Device",
    "the people who act on it need to know what to look for",
    "5.15",
    options=(
        Option("ipad", "iPad or tablet", ("ipad", "tablet")),
        Option("laptop", "Laptop", ("laptop", "computer", "macbook", "surface")),
        Option("phone", "Phone", ("phone", "mobile", "iphone", "android")),
        Option("id_card", "ID card", ("id card", "badge", "pass", "fob", "lanyard")),
        Option("removable_media", "USB stick or drive", ("usb", "memory stick", "drive", "cd", "card")),
        Option("other", "Something else", ("other",)),
    ),
    needed=reported,
)

_WHEN = Question(
    "when",
    "moment",
    "When did you last have it?",
    "When",
    "the incident report says when it went",
    "5.16",
    needed=reported,
    noted="last seen ",
    called="when you last had it",
)

_WHERE = Question(
    "where",
    "text",
    "Where did you last have it?",
    "Where",
    "the incident report says where it was when it went",
    "5.16",
    needed=reported,
    called="where it was",
)

DEVICE_LOST_COUNCILLOR = Situation(
    id="device_lost",
    audience="councillor",
    kind="incident",
    title="A missing device",
    noun="incident",
    questions=(
        Question(
            "owner",
            "choice",
            "Is it the council's, or your own?",
            "Belongs to",
            "the council's own devices and yours are treated differently",
            "5.16",
            called="whose it is",
            options=(
                Option("council", "The council's", ("council", "the council", "work", "issued", "theirs", "npt")),
                Option("own", "My own", ("mine", "own", "personal", "my own", "private")),
            ),
        ),
        Question(
            "data_of",
            "choice",
            "Whose information was on it?",
            "Information on it",
            "who is answerable for the information depends on whose it is",
            "5.31",
            called="whose information is on it",
            options=(
                Option("council", "The council's", ("council", "the council", "council papers", "emails")),
                Option("constituents", "Constituents'", ("constituents", "casework", "residents", "surgery")),
                Option("party", "My party's", ("party", "political", "members of my party")),
                Option("none", "None of these", ("none", "nothing", "no", "neither")),
            ),
        ),
        _DEVICE,
        _WHERE,
        _WHEN,
    ),
    headlines={
        "report": "This has to be reported now to Digital Services and to the Head of Legal and Democratic Services.",
        "own_no_data": "Nothing has to be reported: {thing} is your own, with nobody else's information on it.",
    },
    columns={"device": "device"},
    extra=("thing", "how", "encrypted", "personal_data", "left_unattended", "in_vehicle", "overnight"),
    opening=_councillor_opening,
    sure=("report",),
    offered=OFFERED,
    urgent=True,
)

DEVICE_LOST_EMPLOYEE = Situation(
    id="device_lost",
    audience="employee",
    kind="incident",
    title="A missing device",
    noun="incident",
    questions=(_DEVICE, _WHERE, _WHEN),
    headlines={"report": "I can report it for you to {manager} and to the IT service desk."},
    columns={"device": "device"},
    extra=DEVICE_LOST_COUNCILLOR.extra,
    opening=_employee_opening,
    sure=("report",),
    offered=OFFERED,
    urgent=True,
)
