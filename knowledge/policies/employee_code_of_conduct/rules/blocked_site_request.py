"""A website that is blocked for an employee: five kinds are never opened, and of any other the Code says nothing.

Code of conduct: Email (CC-61).
"""

from knowledge.facts import Fact
from knowledge.phrases import giver as named
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Outcome

_NEVER = {
    "terrorist": "terrorist content",
    "offensive": "offensive content",
    "sexual": "sexual content",
    "game_playing": "game-playing content",
    "gambling": "gambling content",
}


def _site(said) -> str:
    return named(said.site, "the site")


def _never_sentence(said) -> str:
    if said.category is None:
        return f"If {_site(said)} has content of one of these kinds, you can't have access to it, whatever the reason."
    return (
        f"You say that {_site(said)} has {_NEVER[said.category]}, which is one of the kinds named here, so you can't "
        "have access to it, whatever the reason."
    )


def _attempt_sentence(said) -> str:
    return "An attempt counts too, so please don't try to reach it another way."


RULE = Rule(
    situation="blocked_site_request",
    role=EMPLOYEE,
    own_facts=(
        Fact("site", "text"),
        Fact("council_business", "bool"),
        Fact("category", "choice", (*_NEVER, "other"), matters=True),
    ),
    lines=(
        Line(
            key="never",
            when=lambda facts: facts.category in _NEVER,
            gives=Outcome.REFUSE,
            cites=(
                Cite("email.6", "There will be no access to sites which have", _never_sentence),
                Cite("email.6", "Anyone found accessing or attempting to access such sites", _attempt_sentence),
            ),
        ),
        Line(key="no_clause", when=always, otherwise=True, gives=Outcome.NOT_COVERED, cites=()),
    ),
)
