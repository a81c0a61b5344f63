"""What incidents share: the line that answers now, who has to hear of it, and the questions on when, where and whose.

Members ICT Scheme 5.15 to 5.18 and 5.31 (MS-58 to MS-61, MS-67); for employees the Code names no route (X2).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from dialogs.help_line import line_now
from dialogs.manners import INCIDENT
from dialogs.situation import NOT_KNOWN, Answers, Option, Question
from dialogs.wording import said
from knowledge.incidents import named
from knowledge.ruling import Ruling

FOR_COUNCILLOR = "This has to be reported now to Digital Services and to the Head of Legal and Democratic Services."
FOR_COUNCILLOR_AND_DESK = (
    "This has to be reported now to the IT service desk, to Digital Services and to the Head of Legal and Democratic "
    "Services."
)
FOR_DESK = "This has to be reported now to Digital Services."
FOR_SERVICE_DESK = "This has to be reported now to the IT service desk and to Digital Services."
FOR_EMPLOYEE = "I can report it for you to {manager} and to the IT service desk."
KEEP = "Please keep anything that shows what happened."
_DEVICES = {
    "ipad": "iPad",
    "laptop": "laptop",
    "phone": "phone",
    "id_card": "ID card",
    "removable_media": "USB stick",
}
TOLD = replace(INCIDENT, tells="{ref}: {person} reports {thing}")
CARE = ("encrypted", "personal_data", "left_unattended", "in_vehicle", "overnight")


def reported(answers: Answers, ruling: Ruling) -> bool:
    """Say whether there is an incident to report, so that its register fields are needed."""
    return ruling.outcome == "report"


def councillor_opening(steps: Callable[[Answers], str], first: str = "") -> Callable[..., str]:
    """Make the first words for a councillor: ``first`` of all, then the line that answers now, then ``steps``."""

    def opening(now: datetime, answers: Answers) -> str:
        return " ".join(part for part in (first, line_now(now), steps(answers)) if part)

    return opening


def employee_opening(first: str, then: str, what: str) -> Callable[..., str]:
    """Make the first words for an employee: what to do, and that the Code names no route for ``what`` (X2)."""
    words = f"**{first}** {then} This is common practice: the Code of conduct names no route for reporting {what}."

    def opening(now: datetime, answers: Answers) -> str:
        return words

    return opening


def moment(asks: str, why: str, noted: str = "", called: str = "") -> Question:
    """Make the question when it happened, which every report of an incident holds (5.16)."""
    return Question("when", "moment", asks, "When", why, "5.16", needed=reported, noted=noted, called=called)


def place(asks: str, why: str, label: str = "Where", called: str = "where it was") -> Question:
    """Make the question where it happened, which every report of an incident holds (5.16)."""
    return Question("where", "text", asks, label, why, "5.16", needed=reported, called=called)


def account(asks: str, label: str, why: str, clause: str, called: str = "") -> Question:
    """Make the question what happened or what it is about, in the person's own words."""
    return Question("what", "text", asks, label, why, clause, needed=reported, called=called)


def device(asks: str, why: str, clause: str, needed: Callable[[Answers, Ruling], bool] = reported) -> Question:
    """Make the question which kind of device it is."""
    return Question(
        "device",
        "choice",
        asks,
        "Device",
        why,
        clause,
        options=(
            Option("ipad", "iPad or tablet", ("ipad", "tablet"), "An iPad or tablet"),
            Option("laptop", "Laptop", ("laptop", "computer", "macbook", "surface")),
            Option("phone", "Phone", ("phone", "mobile", "iphone", "android")),
            Option("id_card", "ID card", ("id card", "badge", "pass", "fob", "lanyard")),
            Option("removable_media", "USB stick or drive", ("usb", "memory stick", "drive", "cd", "card")),
            Option("other", "Something else", ("other",)),
        ),
        needed=needed,
    )


def owner(clause: str) -> Question:
    """Make the question whose device it is, which changes what a councillor has to report."""
    return Question(
        "owner",
        "choice",
        "Is it the council's, or your own?",
        "Belongs to",
        "the council's own devices and yours are treated differently",
        clause,
        called="whose it is",
        options=(
            Option("council", "The council's", ("council", "the council", "work", "issued", "theirs", "npt")),
            Option("own", "My own", ("mine", "own", "personal", "my own", "private")),
        ),
    )


def data_of(asks: str, label: str, called: str) -> Question:
    """Make the question whose information is concerned: who is answerable for it depends on that (5.31)."""
    return Question(
        "data_of",
        "choice",
        asks,
        label,
        "who is answerable for the information depends on whose it is",
        "5.31",
        called=called,
        options=(
            Option("council", "The council's", ("council", "the council", "council papers", "emails")),
            Option("constituents", "Constituents'", ("constituents", "casework", "residents", "surgery")),
            Option("party", "My party's", ("party", "political", "members of my party")),
            Option("none", "None of these", ("none", "nothing", "no", "neither")),
        ),
    )


def on_device(answers: Answers, word: str = "on") -> str:
    """Name the device within a sentence: `` on the laptop``; nothing where it is not known which."""
    device_name = _DEVICES.get(answers.get("device", ""))
    return f" {word} the {device_name}" if device_name else ""


def named_thing(answers: Answers, mine: bool, otherwise: str) -> str:
    """Name what was lost or sent as the person named it: ``the casework file``; ``otherwise`` where they did not.

    ``mine``: its owner reads it, and not somebody else.
    """
    what = answers.get("what")
    words = named(None if what == NOT_KNOWN else what, otherwise)
    return said(words if mine else re.sub(r"^your\b", "the", words))
