"""An invention: Code of conduct, Patent (CC-51)."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.declaring import declared, since
from dialogs.wording import said

_CLAUSE = "patent"
_ARTICLE = re.compile(r"^(?:an?|some|my|our|the|own)\s+", re.I)


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the invention in the person's own words: ``the clamp for the gritter``."""
    words = answers.get("invention")
    return {"thing": "the invention" if words in (None, NOT_KNOWN) else f"the {_ARTICLE.sub('', said(words))}"}


def read_as(answers: Answers) -> Answers:
    """What answers come to: whoever does not know whether it belongs to their duties tells their manager."""
    return {"in_course_of_duties": True} if answers.get("in_course_of_duties") == NOT_KNOWN else {}


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what follows for the council: whether to apply for a patent."""
    others = "They made it with others. " if answers.get("alone") is False else ""
    return (f"{others}The council decides whether to apply for a patent, so please pass it to whoever decides that.",)


INVENTION_MADE = Situation(
    id="invention_made",
    audience="employee",
    kind="declaration",
    title="An invention",
    noun="invention",
    questions=(
        Question(
            "invention",
            "text",
            "What did you make or find? A few words will do.",
            "Invention",
            "the declaration says what it is",
            f"{_CLAUSE}.1",
            needed=declared,
            may_be_unknown=False,
            called="the invention",
        ),
        Question(
            "in_course_of_duties",
            "yes_no",
            "Did it come about in the course of your work here?",
            "In the course of the work here",
            "the code asks for what came about in the course of your duties",
            f"{_CLAUSE}.1",
            told_first=True,
            called="whether it came about in your work",
        ),
        Question(
            "alone",
            "yes_no",
            "Did you make it on your own?",
            "Made alone",
            "the code asks for what you made alone and for what you made with colleagues",
            f"{_CLAUSE}.1",
            needed=declared,
            told_first=True,
            called="whether you made it alone",
        ),
        since("When did you make it? A rough date will do.", f"{_CLAUSE}.1", "the date"),
    ),
    headlines={
        "disclose": "{thing} has to be declared to {manager}, as it came about in the course of your work.",
        "own": "Nothing is asked of you about {thing}, as it didn't come about in the course of your work.",
        "declare": "{thing} has to be declared to {manager}.",
    },
    quotes={"disclose": 2},
    columns={},
    told_by_thing=("invention",),
    offered=("An invention", "an invention", "invention", "a patent"),
    in_order=True,
    naming=naming,
    read_as=read_as,
    for_decider=for_manager,
)
