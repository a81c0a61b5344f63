"""Sponsorship: Code of conduct, Hospitality; Registration of gifts and hospitality (CC-101, 102, 112; ledger X17)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import GIFT, REQUEST
from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.situations.giving import GIVER, OFFERED_ON, VALUE, recorded
from dialogs.talk import without_my
from dialogs.wants import APPROVE
from dialogs.wording import said
from knowledge.ruling import Ruling

_OFFERED, _DISCLOSED = "registration-of-gifts-and-hospitality.8", "hospitality.5"
_ARTICLE = re.compile(r"^(?:an?|the|some)\s+", re.I)
_WHO = {
    "spouse": "husband or wife",
    "partner": "partner",
    "relative": "relative",
    "friend": "friend",
}
_DISCLOSE = "Tell {manager} everything about {thing} before it happens."
_ASK = "Please ask {manager} first about {thing}: the code names spouses, partners and relatives here, but not friends."


def _to_council(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("direction") == "to_council" and recorded(answers, ruling)


def _benefits(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("direction") == "by_council" and ruling.outcome in ("declare", "advice")


def _kept(answers: Answers, ruling: Ruling) -> bool:
    return recorded(answers, ruling) or _benefits(answers, ruling)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it: ``the offer from Acme to sponsor the carnival``, ``your own benefit from the carnival``."""
    activity = answers.get("activity")
    known = f"the {said(_ARTICLE.sub('', without_my(activity)))}" if activity not in (None, NOT_KNOWN) else ""
    if answers.get("direction") == "by_council":
        return {"thing": _benefit(answers, mine, known or "what the council sponsors")}
    giver = answers.get("giver")
    source = f" from {said(without_my(giver))}" if giver not in (None, NOT_GIVEN, NOT_KNOWN) else ""
    return {"thing": f"the offer{source} to sponsor {known}" if known else f"the offer of sponsorship{source}"}


def _benefit(answers: Answers, mine: bool, activity: str) -> str:
    whose, to = ("your" if mine else "their"), answers.get("benefit_to")
    if to == "none":
        return f"the council's support for {activity}"
    if to == "self":
        return f"{whose} own benefit from {activity}"
    return f"the benefit to {whose} {_WHO[to]} from {activity}" if to in _WHO else f"a benefit from {activity}"


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code says: agreement for an offer, disclosure of a benefit, and nothing of friends (X17)."""
    if wants == APPROVE:
        return ("The rules on gifts and hospitality apply to an offer of sponsorship. It needs your agreement first.",)
    if ruling["outcome"] == "advice":
        return ("The code asks for full disclosure where a spouse, partner or relative benefits. It names no friends.",)
    return ("The code lets nobody benefit from what the council sponsors without full disclosure to you.",)


SPONSORSHIP_OFFERED = Situation(
    id="sponsorship_offered",
    audience="employee",
    kind="gift",
    title="Sponsorship",
    noun="sponsorship",
    questions=(
        Question(
            "direction",
            "choice",
            "Who would sponsor whom?",
            "Sponsorship",
            "an offer to sponsor us and what we sponsor are treated differently",
            _OFFERED,
            options=(
                Option(
                    "to_council",
                    "Somebody would sponsor us",
                    ("sponsor us", "they sponsor us", "a firm", "a company", "them"),
                    "Offered to the council",
                ),
                Option(
                    "by_council",
                    "We sponsor something",
                    ("we sponsor", "the council sponsors", "a grant", "we fund", "us"),
                    "By the council",
                ),
            ),
            may_be_unknown=False,
            called="who sponsors whom",
        ),
        Question(
            "benefit_to",
            "choice",
            "Who close to you would gain from it?",
            "Benefit to",
            "a benefit to you or those close to you has to be disclosed in full",
            _DISCLOSED,
            options=(
                Option("self", "I would", ("me", "myself", "i do", "i will"), "The employee"),
                Option("spouse", "My husband or wife", ("husband", "wife", "spouse"), "Husband or wife"),
                Option("partner", "My partner", ("partner", "other half", "boyfriend", "girlfriend"), "Partner"),
                Option("relative", "A relative", ("relative", "family", "my son", "my sister"), "Relative"),
                Option("friend", "A friend", ("friend", "mate"), "Friend"),
                Option("none", "Nobody", ("nobody", "no one", "none", "nobody close to me"), "Nobody close"),
            ),
            called="who would gain",
        ),
        Question(
            "activity",
            "text",
            "Which event or activity is it?",
            "Activity",
            "your manager has to know what would be sponsored",
            _OFFERED,
            needed=_kept,
            called="the activity",
        ),
        Question(
            "benefit",
            "text",
            "What would the benefit be? Please tell all of it.",
            "Benefit",
            "the code asks for full disclosure of a benefit",
            _DISCLOSED,
            needed=_benefits,
            called="the benefit",
        ),
        replace(
            VALUE,
            asks="How much would they pay or give, in pounds? Your best estimate will do.",
            why="the register shows a value",
            needed=_to_council,
        ),
        replace(GIVER, asks="Who made the offer?", needed=_to_council),
        replace(
            OFFERED_ON,
            asks="When did it come up?",
            label="Came up on",
            why="the register says when it came up",
            noted="came up on ",
            needed=_kept,
            called="the day it came up",
        ),
    ),
    headlines={
        "to_council": "You need {manager}'s agreement before {thing} is accepted.",
        "benefit": _DISCLOSE,
        "declare": _DISCLOSE,
        "friend": _ASK,
        "advice": _ASK,
        "friend_left_out": "There's nothing to disclose: friends aren't among the people named here.",
        "impartial": "There's nothing to declare, as long as the advice you give on it is impartial.",
    },
    columns={"giver": "giver", "value": "value", "offered_on": "offered_on"},
    told_by_thing=("direction", "activity", "giver", "benefit_to"),
    told_by_title=("activity", "giver", "value", "direction"),
    offered=("Sponsorship", "sponsor", "sponsorship"),
    naming=naming,
    manner=replace(
        GIFT,
        asks=REQUEST.asks,
        approved="**{who} agrees to {thing} ({ref}).** You may go ahead.",
        conditions="**{who} agrees to {thing} ({ref}), on one condition:** “{note}”",
        refused="**{who} doesn't agree to {thing} ({ref}), so please say no to it.** {why}",
        stays="It goes on the register. Nobody is asked to approve it.",
    ),
    for_decider=for_manager,
)
