"""Software that somebody would like: Members ICT Scheme 5.19, 12.7; the Code's Security of computers (CC-55)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import Answers, Question, Situation
from dialogs.situations.asking_for import by_name, filed, purpose, when
from dialogs.wants import APPROVE

_CODE = "security-and-use-of-computer-data-or-equipment.1"
OFFERED = ("New software", "new software", "software", "app", "program")


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the software as the person did."""
    what = by_name(answers, "software", "the software", mine)
    return {"thing": what, "what": what}


def for_desk(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the scheme leaves to the Service Desk."""
    if wants != APPROVE:
        return ()
    return ("Members must not install software themselves, so it waits for you.",)


def _software(clause: str) -> Question:
    return Question(
        "software",
        "text",
        "Which software would you like?",
        "Software",
        "whoever decides has to know which software it is",
        clause,
        needed=filed,
        is_name=True,
        called="the software",
    )


_NEEDS = "whoever decides has to know what you need it for"

SOFTWARE_COUNCILLOR = Situation(
    id="software_request",
    audience="councillor",
    kind="request",
    title="New software",
    noun="software",
    questions=(
        _software("5.19"),
        Question(
            "in_toolkit",
            "yes_no",
            "Is it part of Microsoft Office, Modern.Gov, Teams or Zoom?",
            "In the members' toolkit",
            "what is in the members' toolkit is yours already, and help with it is given",
            "12.7",
            called="whether it's in the toolkit",
        ),
        purpose("What do you need it for?", _NEEDS, "5.19"),
        when("By when would you like it?", "the Service Desk can plan by it", "5.19", label="By", called="by when"),
    ),
    headlines={
        "ask": "The Service Desk decide about {what}. Please don't install it yourself.",
        "in_toolkit": "{what} is in your toolkit already, so nothing has to be asked for. If it isn't there or doesn't "
        "work, ring the Service Desk and they'll help.",
    },
    columns={},
    told_by_thing=("software",),
    told_by_title=("software", "in_toolkit"),
    offered=OFFERED,
    in_order=True,
    naming=naming,
    manner=replace(REQUEST, asks="{person} asks for {thing}"),
    for_decider=for_desk,
)

SOFTWARE_EMPLOYEE = Situation(
    id="software_request",
    audience="employee",
    kind="request",
    title="New software",
    noun="software",
    questions=(
        _software(_CODE),
        purpose("What do you need it for?", _NEEDS, _CODE),
        when("By when would you like it?", "your manager has to know by when to answer", _CODE, "By", "by when"),
    ),
    headlines={
        "ask": "Please ask {manager} before {what} is installed: unauthorised software is a risk, the code says."
    },
    columns={},
    told_by_thing=("software",),
    told_by_title=("software",),
    offered=OFFERED,
    in_order=True,
    naming=naming,
)
