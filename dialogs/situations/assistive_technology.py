"""Technology for a disability or another need: Members ICT Scheme 1.5 (MS-10).

Sensitive: who will see it is said first, the least is asked, and no sentence repeats what was told.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import Answers, Question, Situation
from dialogs.situations.asking_for import filed


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it without saying what the need is: ``your request for support``, ``support`` to others."""
    return {"thing": "your request for support" if mine else "support with technology"}


def _who_sees_it(now: datetime, answers: Answers) -> str:
    return (
        "**Only you and Democratic Services will see what you tell me about this, and they only once you say yes.** "
        "It's in no list. You needn't name a condition. Say “stop” at any time, and nothing is kept or sent."
    )


def for_receiver(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say who sees it."""
    return ("Nobody but you and they can see this. Please talk to them alone, and pass it to nobody.",)


ASSISTIVE_TECHNOLOGY = Situation(
    id="assistive_technology",
    audience="councillor",
    kind="request",
    title="Help with a disability",
    noun="request for support",
    questions=(
        Question(
            "need",
            "text",
            "What would help you, or what is hard to do now? If you'd rather not say here, type “I'd rather not”.",
            "What would help",
            "Democratic Services can look for the right support with it",
            "1.5",
            needed=filed,
            may_be_withheld=True,
            called="what would help",
            takes_all=True,
        ),
    ),
    headlines={
        "notify": "The scheme offers members a screening at their induction and, where it's necessary, specialist "
        "technology. Democratic Services can tell you more, and what Access to Work may add."
    },
    columns={},
    told_by_thing=("need",),
    offered=("Help with a disability", "help with a disability", "assistive", "accessibility", "screen reader"),
    naming=naming,
    manner=replace(
        REQUEST,
        tells="{ref}: {person} asks for {thing}",
        stays="It's kept as your request, and nobody else can see what it says.",
    ),
    for_decider=for_receiver,
    opening=_who_sees_it,
    sensitive=True,
)
