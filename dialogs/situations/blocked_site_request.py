"""A website that is blocked: Members ICT Scheme 5.11 and 5.13; for employees the Code's Email (CC-61)."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import Answers, Option, Question, Situation
from dialogs.situations.asking_for import by_name, filed, purpose, when
from dialogs.wants import APPROVE

_CODE = "email.6"
OFFERED = ("A blocked website", "a blocked website", "website", "site", "blocked")


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name access to the site, and the site as the person named it."""
    what = by_name(answers, "site", "the site", mine)
    return {"thing": f"access to {what}", "what": what}


def for_desk(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say on what ground a blocked site may be opened."""
    return ("They need it for council business, which is what a block may be lifted for.",) if wants == APPROVE else ()


def _site(clause: str, why: str) -> Question:
    return Question(
        "site", "text", "Which site is it?", "Site", why, clause, needed=filed, is_name=True, called="the site"
    )


BLOCKED_SITE_COUNCILLOR = Situation(
    id="blocked_site_request",
    audience="councillor",
    kind="request",
    title="A blocked website",
    noun="blocked website",
    questions=(
        Question(
            "council_business",
            "yes_no",
            "Do you need it for council business?",
            "Council business",
            "a block can be lifted for council business alone",
            "5.11",
            called="whether it's council business",
        ),
        _site("5.11", "the Service Desk have to know which site to open"),
        purpose("What do you need it for?", "the Service Desk have to know the reason", "5.11"),
        when("When do you need it?", "the Service Desk can plan by it", "5.11"),
    ),
    headlines={
        "council_business": "The Service Desk can open {what} for council business.",
        "not_council_business": "{what} stays blocked: council business is the only reason for which it can be opened. "
        "If there is one, tell me and I'll ask the Service Desk.",
    },
    columns={},
    told_by_thing=("site",),
    told_by_title=("site", "council_business"),
    offered=OFFERED,
    in_order=True,
    naming=naming,
    manner=replace(REQUEST, asks="{person} asks for {thing}"),
    for_decider=for_desk,
)

BLOCKED_SITE_EMPLOYEE = Situation(
    id="blocked_site_request",
    audience="employee",
    kind="request",
    title="A blocked website",
    noun="blocked website",
    questions=(
        Question(
            "category",
            "choice",
            "What is on the site?",
            "Content",
            "the code names five kinds of content that nobody gets access to",
            _CODE,
            options=(
                Option("gambling", "Gambling", ("betting", "casino", "bookmaker")),
                Option("game_playing", "Games", ("gaming", "game playing")),
                Option("sexual", "Sexual content", ("sex", "porn", "adult content")),
                Option("offensive", "Offensive content", ("offensive", "racist", "hateful")),
                Option("terrorist", "Terrorist content", ("terrorism", "extremist", "extremism")),
                Option("other", "None of these", ("other", "something else", "neither")),
            ),
            called="what is on the site",
        ),
        _site(_CODE, "the entry says which site it is"),
        purpose("What do you need it for?", "the entry says what you need it for", _CODE),
        when("When do you need it?", "the entry says when", _CODE),
    ),
    headlines={
        "never": "You can't have access to {what}, whatever the reason, and please don't try another way. If your work "
        "depends on it, ask {manager}.",
        "not_covered": "The Code of conduct doesn't cover {what}: it names five kinds of site, and this is none of "
        "them. Please ask {manager} whether it can be opened.",
    },
    columns={},
    told_by_thing=("site",),
    offered=OFFERED,
    in_order=True,
    naming=naming,
)
