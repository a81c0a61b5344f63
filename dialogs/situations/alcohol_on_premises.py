"""Alcohol on the council's premises: Code of conduct, Alcohol and drugs (CC-73)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.asking_for import filed, the_thing, when
from dialogs.wants import APPROVE
from dialogs.wording import said

_CLAUSE = "alcohol-and-drugs.2"


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the occasion and where it would be: ``alcohol at the Christmas party``."""
    what = the_thing(answers, "event", "event", mine)
    return {"thing": f"alcohol at {what}", "what": what}


def for_decider(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code leaves to the senior manager, and where it would be."""
    if wants != APPROVE:
        return ()
    place = answers.get("place")
    where = f" They name the place as “{said(place)}”." if place not in (None, NOT_KNOWN) else ""
    return (f"Alcohol is not permitted on the premises unless you approve it specifically.{where}",)


ALCOHOL = Situation(
    id="alcohol_on_premises",
    audience="employee",
    kind="request",
    title="Alcohol on the premises",
    noun="alcohol",
    questions=(
        Question(
            "event",
            "text",
            "What is the occasion?",
            "Occasion",
            "an approval is for one occasion",
            _CLAUSE,
            needed=filed,
            called="the occasion",
        ),
        Question(
            "place",
            "text",
            "Where on the premises would it be?",
            "Place",
            "an approval is for one place",
            _CLAUSE,
            needed=filed,
            called="the place",
        ),
        when("When is it?", "it has to be approved before", _CLAUSE),
    ),
    headlines={"approved": "You need the approval of {senior_manager} before there is alcohol at {what}."},
    columns={},
    told_by_thing=("event",),
    told_by_title=("event", "place"),
    offered=("Alcohol on the premises", "alcohol on the premises", "alcohol", "drinks", "wine"),
    in_order=True,
    naming=naming,
    manner=replace(REQUEST, asks="{person} asks to have {thing}"),
    for_decider=for_decider,
)
