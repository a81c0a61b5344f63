"""A second job: Code of conduct, Additional employment (CC-68 to CC-71)."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import NOT_KNOWN, Answers, Ground, Question, Situation
from dialogs.wants import APPROVE
from dialogs.wording import number, said
from knowledge.ruling import Ruling

_CLAUSE = "additional-employment"
_ARTICLE = re.compile(r"^(?:an?|some|my|the|own)\s+", re.I)
_UNUSUAL = (
    ("conflict", "They say that it could conflict with the council's interests or weaken trust in it."),
    ("affects_duties", "They say that it could affect their work here."),
    ("private_advantage", "They say that their job here could give them an advantage in it."),
    ("health_risk", "They say that it could harm their health or safety."),
)


def _always(answers: Answers, ruling: Ruling) -> bool:
    return True


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the work: ``the weekend bar work at the Red Lion``."""
    work, employer = answers.get("work"), answers.get("employer")
    known = work not in (None, NOT_KNOWN)
    words = f"the {_ARTICLE.sub('', said(work))}" if known else "the second job"
    if employer in (None, NOT_KNOWN):
        return {"thing": words, "work": words}
    alone = "self-employed" in employer.casefold()
    return {"thing": f"{words}, self-employed" if alone else f"{words} with {said(employer)}", "work": words}


def for_decider(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code says, and what is unusual: long hours, a risk, a test that the person answered yes to."""
    if wants != APPROVE:
        return ()
    unusual = [words for fact, words in _UNUSUAL if answers.get(fact) is True]
    if "over_48_hours" in ruling["duties"]:
        hours = answers.get("hours_per_week_total")
        known = f"comes to {number(hours)} hours a week" if isinstance(hours, int | float) else "may come to long hours"
        unusual.insert(0, f"Their work in all {known}. Your consent matters all the more then, the code says.")
    lead = "The code doesn't prevent a second job unless one of its grounds applies, so a refusal needs one of them."
    return (*unusual, lead)


def _test(fact: str, asks: str, label: str, why: str, clause: str) -> Question:
    return Question(
        fact, "yes_no", asks, label, why, clause, needed=_always, called=f"whether {label[:1].lower()}{label[1:]}"
    )


ADDITIONAL_EMPLOYMENT = Situation(
    id="additional_employment",
    audience="employee",
    kind="request",
    title="A second job",
    noun="request",
    questions=(
        Question(
            "work",
            "text",
            "What would the work be?",
            "Work",
            "your manager has to know what you'd like to do",
            f"{_CLAUSE}.3",
            needed=_always,
            may_be_unknown=False,
            called="the work",
        ),
        Question(
            "employer",
            "text",
            "Who would it be for? Say “self-employed” if it's your own business.",
            "For",
            "your manager has to know who it would be for",
            f"{_CLAUSE}.3",
            needed=_always,
            noted="for ",
            is_name=True,
            called="who it's for",
        ),
        Question(
            "hours_per_week_total",
            "hours",
            "How many hours a week would both jobs come to in all, on average?",
            "Hours in all",
            "the code asks for consent above all where the hours are long",
            f"{_CLAUSE}.3",
            needed=_always,
            called="the total",
        ),
        Question(
            "when",
            "day",
            "When would you like to start?",
            "Start",
            "your manager has to know by when to decide",
            f"{_CLAUSE}.3",
            needed=_always,
            tense="future",
            noted="from ",
            called="the day you'd start",
        ),
        _test(
            "conflict",
            "Could it conflict with what the council does, or make people trust the council less?",
            "It could conflict",
            "work that conflicts with the council's interests is one of the code's grounds to refuse",
            f"{_CLAUSE}.1",
        ),
        _test(
            "affects_duties",
            "Could it affect your work here, such as your hours or how tired you'd be?",
            "It could affect the job here",
            "an effect on your duties is one of the code's grounds to refuse",
            f"{_CLAUSE}.1",
        ),
        _test(
            "private_advantage",
            "Could your job here give you an advantage in it?",
            "The job here could help it",
            "a private advantage from your position is one of the code's grounds to refuse",
            f"{_CLAUSE}.1",
        ),
        _test(
            "health_risk",
            "Could it harm your health or safety?",
            "It could harm health or safety",
            "the code asks for consent above all where your health or safety could suffer",
            f"{_CLAUSE}.3",
        ),
    ),
    headlines={"consent": "You need {manager}'s agreement before you take on {thing}."},
    columns={"organisation": "employer"},
    told_by_thing=("work", "employer"),
    told_by_title=("work", "employer", "conflict", "affects_duties", "private_advantage", "health_risk"),
    offered=("A second job", "a second job", "another job", "extra work", "second job"),
    in_order=True,
    sure=("consent",),
    naming=naming,
    manner=replace(REQUEST, asks="{person} asks to take on {thing}"),
    for_decider=for_decider,
    grounds=(
        Ground(
            "conflict",
            "A conflict with the council's interests, or less public confidence in it",
            ("conflict", "confidence", "trust", "clash", "competes", "compete", "our contractor", "reputation"),
        ),
        Ground(
            "affects_duties",
            "An effect on the work here",
            (
                "affect",
                "duties",
                "performance",
                "tired",
                "hours",
                "rota",
                "shifts",
                "her job",
                "his job",
                "their job",
                "on call",
            ),
        ),
        Ground(
            "private_advantage",
            "A private advantage from the job here",
            ("advantage", "gain", "benefit", "inside", "knowledge", "contacts"),
        ),
    ),
    ground_clause=f"{_CLAUSE}.4",
)
