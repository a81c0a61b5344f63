"""Standing for election: Code of conduct, Political neutrality (CC-15 to CC-18)."""

from collections.abc import Mapping
from typing import Any

from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.declaring import declared

_CLAUSE = "political-neutrality"
_BODIES = {
    "this_county_council": "this county council",
    "parliament": "Parliament",
    "district": "a district council",
    "borough": "a borough council",
    "parish": "a parish or community council",
    "other_county": "another county council",
}


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name it: ``your standing for a parish or community council``, to others ``their standing for ...``."""
    whose = "your" if mine else "their"
    body = _BODIES.get(answers.get("body"))
    return {"thing": f"{whose} standing for {body or 'election'}", "body": body or "election"}


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what the manager is asked: whether the post is politically restricted, or what conflict there may be."""
    if wants == "advise":
        return ("Please say whether their post is politically restricted, and what they should keep to.",)
    return ("They may stand once any conflict of interest is declared to you.",)


def _here(known: Answers) -> Answers:
    """Nobody may stand for this county council, whatever their post allows (CC-15)."""
    return {"politically_restricted": False} if known.get("body") == "this_county_council" else {}


STANDING_FOR_ELECTION = Situation(
    id="standing_for_election",
    audience="employee",
    kind="declaration",
    title="Standing for election",
    noun="candidacy",
    questions=(
        Question(
            "body",
            "choice",
            "What are you standing for?",
            "Standing for",
            "the code treats this county council and other bodies differently",
            f"{_CLAUSE}.4",
            options=(
                Option("this_county_council", "This county council", ("the county council", "the county", "here")),
                Option("parliament", "Parliament", ("mp", "the senedd", "westminster")),
                Option("district", "A district council", ("district",)),
                Option("borough", "A borough council", ("borough",)),
                Option("parish", "A parish or community council", ("parish", "community council", "town council")),
                Option("other_county", "Another county council", ("another county", "the next county")),
            ),
            needed=declared,
            may_be_unknown=False,
            told_first=True,
            called="what you're standing for",
        ),
        Question(
            "politically_restricted",
            "yes_no",
            "Is your post politically restricted?",
            "Politically restricted post",
            "what a politically restricted post allows stands in your contract",
            f"{_CLAUSE}.6",
            called="whether your post is politically restricted",
        ),
        Question(
            "since",
            "text",
            "When is the election, or since when have you held the seat?",
            "Election",
            "a declaration says from when it holds",
            f"{_CLAUSE}.7",
            needed=declared,
            rough_time=True,
            called="the election",
        ),
    ),
    headlines={
        "county_council": "You can't stand for this county council while you work for it. {manager} can tell you what "
        "standing would mean for your job.",
        "county_council_other_school": "The code leaves this open for your school, so please ask {manager} before you "
        "stand. I can ask for you.",
        "school_staff": "You may stand for {body} once you've declared to {manager} any conflict of interest that "
        "comes with it.",
        "check": "Please ask {manager} before you stand for {body}, or read the policy on politically restricted "
        "posts. I can ask for you.",
        "declare": "Please declare {thing} to {manager} before you stand.",
    },
    columns={},
    told_by_thing=("body",),
    offered=("Standing for election", "standing for election", "election", "standing", "candidate"),
    in_order=True,
    sure=("county_council",),
    naming=naming,
    assumes=_here,
    for_decider=for_manager,
)
