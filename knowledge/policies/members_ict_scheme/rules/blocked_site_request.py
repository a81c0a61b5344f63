"""A website that is blocked for a councillor: the IT helpdesk can open it for council business, and for nothing else.

Members ICT Scheme 5.11 to 5.13 (MS-55, 56). The IT helpdesk is the Service Desk (X42).
"""

from knowledge.facts import Fact
from knowledge.phrases import giver as named
from knowledge.rule import Cite, Line, Rule
from knowledge.words import COUNCILLOR, Outcome

CATEGORIES = ("terrorist", "offensive", "sexual", "game_playing", "gambling", "other")
FACTS = (
    Fact("site", "text"),
    Fact("council_business", "bool", matters=True),
    Fact("category", "choice", CATEGORIES),
)


def _site(said) -> str:
    return named(said.site, "the site")


def _open_sentence(said) -> str:
    return f"You need {_site(said)} for council business, so ask the Service Desk to open it for you."


def _no_sentence(said) -> str:
    if said.council_business is None:
        return f"Unless you need {_site(said)} for council business, it stays blocked."
    return f"You don't need {_site(said)} for council business, so it stays blocked."


def _seen_sentence(said) -> str:
    return "What you look at on the council's network is not private, even on a site that is opened for you."


def _restricted(because) -> Cite:
    return Cite("5.11", "if access to a blocked site is required this can be overridden", because)


RULE = Rule(
    situation="blocked_site_request",
    role=COUNCILLOR,
    own_facts=FACTS,
    lines=(
        Line(
            key="council_business",
            when=lambda facts: facts.council_business,
            gives=Outcome.APPROVAL,
            cites=(
                _restricted(_open_sentence),
                Cite("5.13", "no such activity can be considered private", _seen_sentence),
            ),
        ),
        Line(
            key="not_council_business",
            when=lambda facts: not facts.council_business,
            gives=Outcome.REFUSE,
            cites=(_restricted(_no_sentence),),
        ),
    ),
    approver="service_desk",
)
