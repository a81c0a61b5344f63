"""Aggression from the public: Code of conduct, The local community and service users (CC-41, 42; ledger X22)."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogs.manners import INCIDENT
from dialogs.situation import Answers, Question, Situation
from knowledge.ruling import Ruling

_CLAUSE = "the-local-community-and-service-users.5"


def _always(answers: Answers, ruling: Ruling) -> bool:
    return True


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it without telling it again: others read the list in which it stands."""
    return {"thing": "what happened with a customer"}


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say first whether somebody was hurt, then what the code says, which names no receiver (X22)."""
    hurt = ("**They were hurt.**",) if answers.get("injured") is True else ()
    return (
        *hurt,
        "The code says that nobody is expected to put up with this, and that it's reported immediately. Please speak "
        "to them soon. Your service may have a customer care policy of its own.",
    )


def _opening(now: datetime, answers: Answers) -> str:
    hurt = " If you're hurt, get that seen to before anything else." if answers.get("injured") is not False else ""
    return f"**If you're in danger now, get away and ring 999.**{hurt} You don't have to put up with this."


CUSTOMER_AGGRESSION = Situation(
    id="customer_aggression",
    audience="employee",
    kind="incident",
    title="Aggression from the public",
    noun="incident",
    questions=(
        Question(
            "injured",
            "yes_no",
            "Were you hurt?",
            "Hurt",
            "your manager has to know whether you need help",
            _CLAUSE,
            needed=_always,
            called="whether you were hurt",
        ),
        Question(
            "what_happened",
            "text",
            "What happened? A sentence or two will do, and only what you'd like to tell.",
            "What happened",
            "the report says what happened",
            _CLAUSE,
            needed=_always,
            called="what happened",
            takes_all=True,
        ),
        Question(
            "where",
            "text",
            "Where did it happen?",
            "Where",
            "the report says where it happened",
            _CLAUSE,
            needed=_always,
            called="where it happened",
        ),
        Question(
            "when",
            "moment",
            "When did it happen?",
            "When",
            "the report says when it happened",
            _CLAUSE,
            needed=_always,
            called="when it happened",
        ),
    ),
    headlines={
        "report": "This has to be reported at once. The code doesn't say to whom, so I can report it for you to "
        "{manager}.",
    },
    quotes={"report": 1},
    columns={},
    told_by_thing=(),
    offered=("Aggression from the public", "aggression", "abuse", "threat", "customer"),
    in_order=True,
    sure=("report",),
    naming=naming,
    manner=replace(INCIDENT, tells="{ref}: {person} reports aggression from the public"),
    opening=_opening,
    for_decider=for_manager,
    confirm="Is this right? Say yes to report it, or tell me what to change.",
    urgent=True,
)
