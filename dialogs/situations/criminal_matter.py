"""A police matter of one's own: Code of conduct, Position of trust, Personal interests (CC-19, 20, 65 to 67).

Sensitive: who will see it is said first, the least is asked, and no sentence repeats what was told.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogs.manners import DECLARATION
from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.declaring import declared, since

_INTERESTS, _TRUST = "personal-interests", "employees-in-a-position-of-trust"


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it without saying what it is: ``your private matter`` to its owner, ``a private matter`` to others."""
    return {"thing": "your private matter" if mine else "a private matter"}


def _who_sees_it(now: datetime, answers: Answers) -> str:
    return (
        "**Only you and {manager} will see what you tell me about this, and {manager} only once you say yes.** It's in "
        "no list, and I ask as little as I can. Say “stop” at any time, and nothing is kept or sent."
    )


def _no_car(known: Answers) -> Answers:
    """The use of a car makes a difference to minor driving offences alone (CC-66)."""
    return {} if known.get("matter") == "driving_minor" else {"job_uses_car": False}


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say who sees it, and what the code says of talking it over (CC-20)."""
    private = "Nobody but you and they can see this. Please talk to them alone, and pass it to nobody."
    return (private, "The code says that it may be discussed “within the context of the duties of the post held”.")[
        : 2 if "trust" in ruling["lines"] else 1
    ]


_DELAY = "{manager} has to be told without delay, whether or not it has to do with your work."

CRIMINAL_MATTER = Situation(
    id="criminal_matter",
    audience="employee",
    kind="declaration",
    title="A police matter",
    noun="private matter",
    questions=(
        Question(
            "matter",
            "choice",
            "What has happened? If you'd rather not say, type “I'd rather not”.",
            "What",
            "the code asks for some matters to be told, and not for others",
            f"{_INTERESTS}.5",
            options=(
                Option("investigation", "The police are investigating me", ("investigation", "i was arrested", "bail")),
                Option(
                    "police_enquiry",
                    "The police want to talk to me",
                    ("police enquiry", "an interview under caution", "they asked me questions"),
                ),
                Option("charge", "I've been charged", ("charge", "a charge")),
                Option("pending_prosecution", "A court case is coming", ("prosecution", "court date", "summons")),
                Option("caution", "I've had a caution", ("caution", "cautioned")),
                Option("conviction", "I've been convicted", ("conviction", "found guilty")),
                Option("ban", "I've been banned from something", ("ban", "banned", "driving ban")),
                Option(
                    "driving_minor", "A minor driving offence", ("speeding", "points", "parking fine", "fixed penalty")
                ),
            ),
            needed=declared,
            may_be_withheld=True,
            called="what happened",
        ),
        Question(
            "trust_post",
            "yes_no",
            "Do you work with children or vulnerable adults?",
            "Work with children or vulnerable adults",
            "the code asks people who do to tell their manager at once",
            f"{_TRUST}.1",
            called="whether you work with children or vulnerable adults",
        ),
        Question(
            "job_uses_car",
            "yes_no",
            "Does your job include the use of a car?",
            "Job includes a car",
            "a minor driving offence has to be told only where the job includes the use of a car",
            f"{_INTERESTS}.5",
            called="whether your job includes a car",
        ),
        replace(since("When was it? A rough date is enough.", f"{_INTERESTS}.5", "the date"), label="When"),
    ),
    headlines={
        "trust": "As you work with children or vulnerable adults, {manager} has to be told at once.",
        "told": _DELAY,
        "declare": _DELAY,
        "driving": "As your job includes the use of a car, {manager} has to be told without delay.",
        "ban": "The code doesn't say whether {manager} has to be told of this, so I can ask {manager} for you.",
        "minor_driving": "You needn't tell {manager}: the code makes an exception for this.",
    },
    columns={},
    quotes={"told": 2, "driving": 2},
    told_by_thing=("matter", "trust_post", "job_uses_car"),
    offered=("A police matter", "a police matter", "police", "court", "an offence"),
    in_order=True,
    naming=naming,
    assumes=_no_car,
    manner=replace(
        DECLARATION,
        tells="{ref}: {person} tells you of {thing}",
        stays="It's kept as your declaration, and nobody else can see what it says.",
    ),
    for_decider=for_manager,
    opening=_who_sees_it,
    sensitive=True,
)
