"""Promotional sales are declined and the manager told; loyalty cards are never used on public purchases.

Code of conduct: Hospitality (CC-98-100). Who may write to the company is not clear in the text (ledger X16).
"""

import re

from knowledge.facts import Fact
from knowledge.phrases import giver, sentence, the
from knowledge.policies.employee_code_of_conduct.rules.offers import GIVER, recorded
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_A_THING = re.compile(r"(?:a|an|the|some|free|one|two|three)\b", re.I)

FACTS = (
    GIVER,
    Fact("offer", "text"),
    Fact("loyalty_card", "bool", default=False, matters=True),
)


def _offer(said) -> str:
    """What is offered where it is named as a thing: "buy ten, get one free" is none."""
    thing = the(said.offer, "promotional offer") if _A_THING.match(said.offer or "") else "the promotional offer"
    source = giver(said.giver)
    return f"{thing} from {source}" if source else thing


def _card_sentence(said) -> str:
    return (
        f"This is a purchase for {said.council} or for a service user, so no loyalty card of yours, of a relative or "
        "of a friend may be used for it."
    )


def _decline_sentence(said) -> str:
    return f"{sentence(_offer(said))} counts as a promotional sale, so the answer is to decline."


def _tell_sentence(said) -> str:
    return (
        f"Tell {said.manager} about {_offer(said)}, and leave it to them whether the Section 151 officer needs to know."
    )


def _letter_sentence(said) -> str:
    company = giver(said.giver, "the company")
    return f"A letter to {company} can say so, and {said.manager} is the one to agree it with."


def _record_sentence(said) -> str:
    return f"{sentence(_offer(said))} must go on the register even though you decline."


LINES = (
    Line(
        key="loyalty_card",
        when=lambda facts: facts.loyalty_card,
        gives=Outcome.REFUSE,
        cites=(
            Cite(
                "hospitality.4",
                "Employees must not use their own, relatives' or friends' loyalty cards",
                _card_sentence,
            ),
        ),
    ),
    Line(
        key="promotion",
        when=always,
        otherwise=True,
        gives=Outcome.DECLINE,
        duties=(Duty.RECORD, Duty.TELL_MANAGER, Duty.SECTION_151_OPTIONAL),
        cites=(
            Cite(
                "hospitality.3",
                "Employees should decline offers from companies of promotional sales.",
                _decline_sentence,
            ),
            Cite("hospitality.3", "Employees must inform their manager who will then decide", _tell_sentence),
            Cite(
                "hospitality.3", "improved discounts are the only form of promotion acceptable to us", _letter_sentence
            ),
            recorded(_record_sentence),
        ),
    ),
)

RULE = Rule(situation="promotional_offer", role=EMPLOYEE, own_facts=FACTS, lines=LINES)
