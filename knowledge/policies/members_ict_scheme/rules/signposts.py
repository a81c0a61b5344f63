"""Concerns of a councillor that go by another route: nothing is asked and nothing is filed.

The scheme has a clause for health and safety alone (Members ICT Scheme 6.1, MS-79). On fraud, bullying, safeguarding
and discrimination no policy held for councillors has one, so these rulings cite none.
"""

from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Outcome

NO_CLAUSE = ("fraud_concern", "harassment_or_bullying", "safeguarding_concern", "discrimination")


def _advice_sentence(said) -> str:
    return "Ask Legal & Democratic Services, who arrange advice on health and safety for councillors."


def _own_sentence(said) -> str:
    return "How your equipment stands is for you to see to, and this clause says what to look at."


def _signpost(situation: str, *cites: Cite, receivers: tuple[str, ...] = ()) -> Rule:
    return Rule(
        situation=situation,
        role=COUNCILLOR,
        own_facts=(),
        lines=(Line(key="signpost", when=always, gives=Outcome.SIGNPOST, cites=cites),),
        receivers={Outcome.SIGNPOST: receivers},
    )


RULES = (
    *(_signpost(situation) for situation in NO_CLAUSE),
    _signpost(
        "health_and_safety",
        Cite("6.1", "Members should contact Legal & Democratic Services to arrange further advice", _advice_sentence),
        Cite("6.1", "Members should be aware of how they position their equipment", _own_sentence),
        receivers=("head_of_legal",),
    ),
)
