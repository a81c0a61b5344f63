"""Sponsorship: what others offer needs agreement, and a benefit from what is sponsored is disclosed in full.

Code of conduct: Hospitality; Registration of gifts and hospitality (CC-101, 102, 112). The list of those whose benefit
is disclosed does not name friends (ledger X17), so a friend's benefit is a question for the manager until HR decides.
"""

from knowledge.facts import Fact
from knowledge.phrases import giver, sentence
from knowledge.policies.employee_code_of_conduct.rules.offers import GIVER, recorded
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_FRIEND = "friend"
_IN_FULL = {"self": "you", "spouse": "your spouse", "partner": "your partner", "relative": "a relative of yours"}

FACTS = (
    Fact("direction", "choice", ("to_council", "by_council"), matters=True),
    Fact("value", "money"),
    GIVER,
    Fact("benefit_to", "choice", (*_IN_FULL, _FRIEND, "none"), matters=True),
)


def _offered_sentence(said) -> str:
    wish = f"{giver(said.giver, 'someone outside')} would like to sponsor an activity of {said.council}"
    rules = f"the rules on gifts and hospitality apply, and you need the agreement of {said.manager}"
    return f"If {wish}, {rules}." if said.direction is None else f"{sentence(wish)}, so {rules} first."


def _record_sentence(said) -> str:
    return "Every offer is recorded, so an offer to sponsor goes on the register whether or not it is accepted."


def _disclosure_sentence(said) -> str:
    if said.benefit_to is None:
        return (
            f"If you, your spouse, your partner or a relative benefits from what {said.council} sponsors, tell "
            f"{said.manager} everything first."
        )
    benefit = f"{_IN_FULL.get(said.benefit_to, 'a friend of yours')} would benefit from what {said.council} sponsors"
    if said.direction is None:
        return f"If {benefit}, tell {said.manager} everything first."
    return f"{sentence(benefit)}, so tell {said.manager} everything before that happens."


def _friend_sentence(said) -> str:
    return (
        f"A friend is not named here, so ask {said.manager} before your friend benefits from what {said.council} "
        "sponsors."
    )


def _left_out_sentence(said) -> str:
    return f"A friend is not named here, so there is nothing to disclose to {said.manager}."


def _impartial_sentence(said) -> str:
    return (
        f"Nobody close to you benefits from what {said.council} sponsors, so there is nothing to declare as long as "
        "your advice is impartial."
    )


_BENEFIT = "Employees, their partner, spouse or relative shall not receive any benefit"


def _friend_benefits(facts) -> bool:
    return facts.direction == "by_council" and facts.benefit_to == _FRIEND


def _disclosed(facts) -> bool:
    return facts.benefit_to in _IN_FULL or (facts.X17 == "counts" and facts.benefit_to == _FRIEND)


LINES = (
    Line(
        key="to_council",
        when=lambda facts: facts.direction == "to_council",
        gives=Outcome.APPROVAL,
        duties=(Duty.RECORD, Duty.MANAGER_APPROVAL),
        cites=(
            Cite(
                "registration-of-gifts-and-hospitality.8",
                "Where an external organisation wishes to sponsor a county council activity",
                _offered_sentence,
            ),
            recorded(_record_sentence),
        ),
    ),
    Line(
        key="benefit",
        when=lambda facts: facts.direction == "by_council" and _disclosed(facts),
        gives=Outcome.DECLARE,
        duties=(Duty.FULL_DISCLOSURE, Duty.TELL_MANAGER),
        cites=(Cite("hospitality.5", _BENEFIT, _disclosure_sentence),),
    ),
    Line(
        key="friend",
        when=lambda facts: facts.X17 == "ask" and _friend_benefits(facts),
        gives=Outcome.ADVICE,
        duties=(Duty.ASK_MANAGER,),
        cites=(Cite("hospitality.5", _BENEFIT, _friend_sentence),),
    ),
    Line(
        key="friend_left_out",
        when=lambda facts: facts.X17 == "does_not_count" and _friend_benefits(facts),
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite("hospitality.5", _BENEFIT, _left_out_sentence),),
    ),
    Line(
        key="impartial",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(
                "hospitality.6",
                "Where we give support in the community, employees must ensure that they provide impartial advice.",
                _impartial_sentence,
            ),
        ),
    ),
)

RULE = Rule(
    situation="sponsorship_offered",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    figures=("X17",),
    approver="line_manager",
)
