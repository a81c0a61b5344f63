"""A sales promotion, or a loyalty card on council purchases: Code of conduct, Hospitality (CC-98 to 100; X16)."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import GIFT
from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.giving import GIVER, OFFERED_ON, VALUE, recorded
from dialogs.talk import without_my
from dialogs.wording import said
from knowledge.clauses import Library
from knowledge.ruling import Ruling

_CLAUSE = "hospitality.3"
_A_THING = re.compile(r"^(?:(?:an?|the|some|one|two|three|our|your)\s+|(?=free\b|bonus\b))", re.I)
_DESCRIBED = re.compile(r"^(?:an?|the|some|our|my|one)\b", re.I)
_DECLINE = "Please say no to {thing}. {manager} has to know, and decides whether the Section 151 officer does as well."


def _offered(answers: Answers, ruling: Ruling) -> bool:
    return recorded(answers, ruling) and not answers.get("loyalty_card")


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the offer: ``the free TV from Acme``; a deal told in a sentence is ``the promotion``."""
    if answers.get("loyalty_card"):
        return {"thing": "the loyalty card"}
    giver = answers.get("giver")
    source = f" from {said(without_my(giver))}" if giver not in (None, NOT_GIVEN, NOT_KNOWN) else ""
    return {"thing": f"{_extra(answers) or 'the promotion'}{source}"}


def _extra(answers: Answers) -> str:
    offer = answers.get("offer") or ""
    return f"the {said(_A_THING.sub('', offer, count=1))}" if _A_THING.match(offer) else ""


def letter(answers: Answers) -> str:
    """Draft the letter that says no to the company (CC-99)."""
    giver = answers.get("giver")
    named = giver not in (None, NOT_GIVEN, NOT_KNOWN) and not _DESCRIBED.match(giver)
    about = f"your offer of {said(answers['offer'])}" if _extra(answers) else "your promotional offer"
    return (
        f"Dear {said(giver) if named else 'Sir or Madam'},\n\n"
        f"Thank you for {about}. Our employees decline promotional sales offers, so we are not able to take it up. "
        "Improved discounts are the only form of promotion acceptable to us.\n\n"
        "Yours faithfully,"
    )


def ready(answers: Answers, lines: Collection[str], library: Library) -> tuple[str, ...]:
    """Give the draft; the code does not say who writes to the company, so it is for the manager to send (X16)."""
    if "promotion" not in lines:
        return ()
    lead = (
        "A letter may tell the company so. The code doesn't say who writes it, so please leave it to {manager}, who "
        "gets this draft as well:"
    )
    return lead, letter(answers)


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the manager decides, and give the draft of the letter (CC-98, 99)."""
    if "promotion" not in ruling["lines"]:
        return ()
    return (
        "The code has them say no, and leaves it to you whether the Section 151 officer needs to know.",
        "You can write to the company. A draft to copy:",
        letter(answers),
    )


PROMOTIONAL_OFFER = Situation(
    id="promotional_offer",
    audience="employee",
    kind="gift",
    title="A sales promotion",
    noun="promotion",
    questions=(
        Question(
            "offer",
            "text",
            "What is the offer?",
            "Offer",
            "your manager and the register have to know what was offered",
            _CLAUSE,
            needed=_offered,
            may_be_unknown=False,
            called="the offer",
        ),
        replace(
            GIVER,
            asks="Which company makes the offer?",
            why="your manager has to know which company it is, to write to it",
            clause=_CLAUSE,
            needed=_offered,
        ),
        replace(VALUE, asks="What is the extra worth? Your best estimate will do.", needed=_offered),
        replace(OFFERED_ON, needed=_offered),
    ),
    headlines={
        "loyalty_card": "Please don't use a loyalty card of your own, a relative's or a friend's on these purchases. "
        "If one was used already, {manager} can tell you what to do about the points.",
        "promotion": _DECLINE,
        "decline": _DECLINE,
    },
    columns={"giver": "giver", "value": "value", "offered_on": "offered_on"},
    extra=("loyalty_card",),
    told_by_thing=("offer", "giver"),
    offered=("A sales promotion", "promotion", "offer", "loyalty card", "free gift with an order"),
    sure=("promotion", "loyalty_card"),
    naming=naming,
    manner=replace(GIFT, stays="It goes on the register. Nobody is asked to approve it."),
    ready=ready,
    hops={"decline": ("weigh",)},
    for_decider=for_manager,
)
