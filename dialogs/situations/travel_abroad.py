"""Taking the council's devices abroad: Members ICT Scheme 7.4 (MS-84)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import NOTICE
from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.asking_for import by_name, filed, the_thing
from dialogs.wording import day

_CLAUSE = "7.4"


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the journey with the devices: ``a journey to France with the iPad``, ``the iPad``."""
    devices = the_thing(answers, "devices", "council's devices", mine)
    known = answers.get("country") not in (None, NOT_KNOWN)
    where = f"to {by_name(answers, 'country', 'another country', mine)}" if known else "abroad"
    return {"thing": f"a journey {where} with {devices}", "devices": devices}


def for_receiver(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what hangs on the acknowledgement."""
    return ("They are told not to count on insurance until you have acknowledged this.",)


def _day(fact: str, asks: str, label: str, called: str) -> Question:
    return Question(
        fact,
        "day",
        asks,
        label,
        "Legal & Democratic Services have to know for which days",
        _CLAUSE,
        needed=filed,
        tense="future",
        ahead=True,
        fits=lambda value, answers: _in_order(value, answers, fact),
        called=called,
    )


def _in_order(value: Any, answers: Answers, fact: str) -> str:
    """Say that nobody comes back before they leave, where the days of a journey come to that."""
    days = {**answers, fact: value}
    leaves, returns = days.get("leaves_on"), days.get("returns_on")
    if NOT_KNOWN in (value, leaves, returns) or not leaves or not returns or returns >= leaves:
        return ""
    return f"You'd leave on {day(leaves)} and be back on {day(returns)}, which is before that."


TRAVEL_ABROAD = Situation(
    id="travel_abroad",
    audience="councillor",
    kind="notice",
    title="Taking equipment abroad",
    noun="journey",
    questions=(
        Question(
            "devices",
            "text",
            "Which of the council's devices are you taking?",
            "Devices",
            "what is insured abroad depends on what you take",
            _CLAUSE,
            needed=filed,
            called="the devices",
        ),
        Question(
            "country",
            "text",
            "Which country are you going to?",
            "Country",
            "Legal & Democratic Services have to know where the devices will be",
            _CLAUSE,
            needed=filed,
            is_name=True,
            called="the country",
        ),
        _day("leaves_on", "On which day do you leave?", "Leaving", "the day you leave"),
        _day("returns_on", "On which day are you back?", "Returning", "the day you're back"),
    ),
    headlines={
        "notify": "Take {devices} in your hand luggage, and don't count on insurance until Legal & Democratic Services "
        "have acknowledged your journey. They have to be told in good time."
    },
    columns={},
    told_by_thing=("country", "devices"),
    offered=("Taking equipment abroad", "taking equipment abroad", "abroad", "travel", "holiday"),
    in_order=True,
    naming=naming,
    manner=replace(NOTICE, tells="{ref}: {person} gives notice of {thing}"),
    for_decider=for_receiver,
)
