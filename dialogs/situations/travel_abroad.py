"""Taking the council's devices abroad: Members ICT Scheme 7.4 (MS-84)."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from dialogs.manners import NOTICE
from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.asking_for import by_name, filed, the_thing
from dialogs.timing import Timing
from dialogs.wording import day
from dialogs.working_days import before

_CLAUSE = "7.4"


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the journey with the devices: ``your journey to France with the iPad``, ``the iPad``."""
    devices = the_thing(answers, "devices", "council's devices", mine)
    known = answers.get("country") not in (None, NOT_KNOWN)
    where = f"to {by_name(answers, 'country', 'another country', mine)}" if known else "abroad"
    return {"thing": f"{'your' if mine else 'a'} journey {where} with {devices}", "devices": devices}


def _on(answers: Answers, fact: str) -> date | None:
    known = answers.get(fact)
    return None if known in (None, NOT_KNOWN) else date.fromisoformat(known)


def reminders(answers: Answers, done_on: date | None) -> tuple[date, ...]:
    """The last working day before the councillor leaves; none once the journey is acknowledged."""
    leaves = _on(answers, "leaves_on")
    return (before(leaves),) if leaves and not done_on else ()


def chased_on(answers: Answers, usual: date, today: date) -> date | None:
    """Give the day on which whoever has to acknowledge it is reminded: before it begins, never once it's over."""
    leaves, returns = _on(answers, "leaves_on"), _on(answers, "returns_on")
    if leaves and today < before(leaves) < usual:
        return before(leaves)
    over = returns or leaves
    return None if over and usual > over else usual


def unacknowledged(answers: Answers, today: date, person: str, devices: Sequence[str]) -> str:
    """Say what the councillor was told, and when they leave."""
    leaves, taken = _on(answers, "leaves_on"), naming(answers, mine=False)["devices"]
    verb = "left" if leaves and leaves < today else "leaves"
    when = f" on {day(leaves, today)}" if leaves else ""
    told = "has been told not to count on insurance until you acknowledge it"
    return f"**{person} {verb} for abroad{when} with {taken}, and {told}.**"


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
    reminds=reminders,
    reminder="Nobody has acknowledged {thing} yet ({ref}), so don't count on insurance. Please ask Legal & Democratic "
    "Services before you leave. Once they acknowledge it, I won't remind you again.",
    timing=Timing(chased_on=chased_on, chase=unacknowledged),
    acknowledged=(
        "**{who} has acknowledged {thing} ({ref}), and says:** “{note}”",
        "**{who} has acknowledged {thing} ({ref}).** Nothing was said about insurance, so if you're unsure, please ask "
        "before you go.",
    ),
    word_with_it="What they should know about the insurance (you can leave this empty)",
)
