"""Memory sticks, drives and discs: Members ICT Scheme 5.21 (Removable media) and 5.22."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import Answers, Question, Situation
from dialogs.situations.asking_for import filed, purpose, the_thing, when
from dialogs.wants import APPROVE

_CLAUSE = "5.21-removable-media"


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the use of the stick or drive, and the stick itself."""
    what = the_thing(answers, "medium", "storage device", mine)
    return {"thing": f"the use of {what}", "what": what}


def for_desk(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the scheme asks before such a use is approved."""
    if wants != APPROVE:
        return ()
    return (
        "They say that the IT Section supplied it and that there is a business case, for you to judge.",
        "What is stored on it has to be encrypted where possible.",
    )


REMOVABLE_MEDIA = Situation(
    id="removable_media_request",
    audience="councillor",
    kind="request",
    title="A USB stick or drive",
    noun="storage device",
    questions=(
        Question(
            "medium",
            "text",
            "What kind of storage is it?",
            "Storage",
            "the Service Desk have to know what would be used",
            "5.22",
            needed=filed,
            called="the kind of storage",
        ),
        Question(
            "supplied_by_it",
            "yes_no",
            "Did the council's IT Section supply it?",
            "Supplied by the IT Section",
            "what the IT Section did not supply must not be used",
            "5.22",
            called="who supplied it",
        ),
        Question(
            "has_business_case",
            "yes_no",
            "Is there a business case: a reason in your work that nothing else would serve?",
            "Business case",
            "such a use is approved only with a valid business case",
            _CLAUSE,
            called="whether there's a business case",
        ),
        purpose("What is the business case, in a sentence or two?", "the Service Desk decide by it", _CLAUSE),
        when("When would you first use it?", "it has to be enabled on your equipment before", "5.22", "First use"),
    ),
    headlines={
        "not_supplied": "Please don't use {what}: only what the IT Section supplied may be used. Ask the Service Desk "
        "for one of theirs, or how to get the files across another way.",
        "no_business_case": "{what} can be used only with a business case. When you have one, tell me and I'll ask the "
        "Service Desk; until then they can tell you of another way.",
        "ask": "The Service Desk decide about {what}. Please don't use it before, and encrypt what goes on it.",
    },
    columns={},
    told_by_thing=("medium",),
    told_by_title=("medium", "supplied_by_it", "has_business_case"),
    offered=("A USB stick or drive", "a usb stick or drive", "usb", "stick", "drive", "removable media"),
    in_order=True,
    naming=naming,
    manner=replace(REQUEST, asks="{person} asks for {thing}"),
    for_decider=for_desk,
)
