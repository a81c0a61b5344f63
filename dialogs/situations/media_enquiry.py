"""An enquiry by the media: Code of conduct, Media contacts (CC-129 to 134). Whom it is about is never asked."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from dialogs.manners import INCIDENT
from dialogs.situation import NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.wording import said
from knowledge.clauses import Library
from knowledge.ruling import Ruling

_CLAUSE = "media-contacts"
_IN_QUOTES = re.compile(r'"([^"]+)"')
_MAY_SPEAK = {
    "general": "You may answer {outlet} yourself, as you're authorised as a spokesperson.",
    "specific": "You may answer {outlet} yourself, as you're authorised to speak on this.",
    "union": "You may answer {outlet} yourself, as you speak for a trade union.",
}
_OTHER = "You may answer {outlet} yourself, as long as it isn't about the council's business."


def _always(answers: Answers, ruling: Ruling) -> bool:
    return True


def _about_the_council(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("about") == "council_business" and ruling.outcome == "report"


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the enquiry by who made it, and say why the person may speak where they may."""
    named = answers.get("outlet")
    outlet = said(named) if named and named != NOT_KNOWN else "the media"
    speak = _OTHER if answers.get("about") == "other" else _MAY_SPEAK.get(answers.get("authorised"), _OTHER)
    return {"thing": f"the enquiry from {outlet}", "outlet": outlet, "may_speak": speak.format(outlet=outlet)}


def the_line(library: Library) -> str:
    """Give the words that the code sets for an enquiry about an employee, as they stand in its clause (CC-133).

    Nothing where HR have changed the clause so that it sets none.
    """
    found = _IN_QUOTES.search(library.get(f"{_CLAUSE}.4").text)
    return found[1] if found else ""


def ready(answers: Answers, lines: Collection[str], library: Library) -> tuple[str, ...]:
    """Give the words of the code where the enquiry is about an employee, and no others."""
    words = the_line(library) if "employee_position" in lines else ""
    return ("If you have to say something, say this, word for word:", words) if words else ()


def for_receivers(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the code asks of those who hear of it (CC-131, 134)."""
    if "employee_position" in ruling["lines"]:
        return (
            "It's about an employee. The code has that person told of the enquiry immediately by their line manager. "
            "Their name isn't kept here, so please ask in person whom it's about.",
        )
    if ruling["outcome"] == "not_required":
        return ("The code has the communications and engagement team told of every enquiry. This is for you to know.",)
    return (
        "What is said to them, if anything, is for the director and the head of HR to agree with the communications "
        "and engagement team.",
    )


def _opening(now: datetime, answers: Answers) -> str:
    if answers.get("about") in ("employee_position", "other") or answers.get("authorised") in _MAY_SPEAK:
        return ""
    return "**Please don't answer them yet.** You can say that somebody will get back to them."


_NO_STATEMENT = (
    "Make no statement about an employee, whoever has authorised you. If you have to say something, use the words of "
    "paragraph 4 exactly as they stand."
)

MEDIA_ENQUIRY = Situation(
    id="media_enquiry",
    audience="employee",
    kind="incident",
    title="A question from the media",
    noun="enquiry",
    questions=(
        Question(
            "about",
            "choice",
            "What do they want to talk about? Please don't tell me anybody's name.",
            "About",
            "nobody may speak about an employee's position, and about the council's business only those authorised",
            f"{_CLAUSE}.2",
            options=(
                Option("employee_position", "An employee", ("a colleague", "staff", "member of staff", "someone here")),
                Option(
                    "council_business",
                    "The council's business",
                    ("council business", "council", "our work", "a service"),
                ),
                Option(
                    "other", "Something else", ("other", "private", "not work", "nothing to do with work", "my hobby")
                ),
            ),
            needed=_always,
            called="what it's about",
        ),
        Question(
            "authorised",
            "choice",
            "Has anybody authorised you to speak to the media?",
            "Authorised",
            "only those who are authorised may make a statement about the council's business",
            f"{_CLAUSE}.1",
            options=(
                Option("general", "Yes, as a spokesperson", ("spokesperson", "in general", "generally")),
                Option("specific", "Yes, for this matter", ("for this", "this time", "on this", "this one")),
                Option("union", "Yes, for a trade union", ("union", "trade union")),
                Option("no", "No", ("not authorised", "nobody", "nobody has", "not at all")),
            ),
            called="whether you're authorised",
        ),
        Question(
            "outlet",
            "text",
            "Who got in touch? Their name and who they work for will do.",
            "From",
            "the communications and engagement team has to know who to get back to",
            f"{_CLAUSE}.4",
            needed=_always,
            is_name=True,
            noted="from ",
            called="who got in touch",
        ),
        Question(
            "asked",
            "text",
            "What do they want to know, and by when? Please leave out anybody's name.",
            "They ask",
            "those who agree what is said have to know the question",
            f"{_CLAUSE}.5",
            needed=_about_the_council,
            called="what they ask",
            takes_all=True,
        ),
        Question(
            "when",
            "moment",
            "When did they get in touch?",
            "When",
            "the report says when they got in touch",
            f"{_CLAUSE}.4",
            needed=_always,
            called="when they got in touch",
        ),
    ),
    headlines={
        "employee_position": _NO_STATEMENT,
        "refuse": _NO_STATEMENT,
        "not_authorised": "Please make no statement to {outlet}. {manager} and the communications and engagement team "
        "have to know of the enquiry.",
        "free_to_speak": "{may_speak} The communications and engagement team still has to know of the enquiry.",
    },
    quotes={"employee_position": 2},
    columns={},
    told_by_thing=("outlet", "about"),
    offered=("A question from the media", "media", "press", "reporter", "journalist"),
    in_order=True,
    naming=naming,
    manner=replace(
        INCIDENT,
        tells="{ref}: {person} tells you of {thing}",
        stays="It's kept as your report. Nobody has to act on it.",
    ),
    opening=_opening,
    for_decider=for_receivers,
    ready=ready,
)
