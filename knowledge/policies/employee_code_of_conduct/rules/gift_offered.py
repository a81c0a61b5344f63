"""Gifts: employees refuse them unless they are token and rare, never take money, and record every offer.

Code of conduct: Gifts and hospitality; Gifts; Registration of gifts and hospitality (CC-89-95, 103-109).
"""

from decimal import Decimal

from knowledge.facts import Fact
from knowledge.phrases import giver, pounds, sentence
from knowledge.policies.employee_code_of_conduct.rules import offers
from knowledge.policies.employee_code_of_conduct.rules.offers import RECORDED, offered, whatever_its_value
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome


def _edges(facts) -> tuple[Decimal, ...]:
    return facts.gift_reason_over, facts.gift_series_over - facts.earlier_total


FACTS = (
    Fact("item", "text"),
    Fact("value", "money", matters=True, boundaries=_edges),
    Fact("form", "choice", ("goods", "money", "promotional"), matters=True),
    Fact("token", "bool", matters=True),
    offers.REGULAR,
    offers.GIVER,
    offers.GIVER_RELATION,
    offers.LETTING_CONTRACT,
    offers.PURCHASING,
    offers.RECIPIENT,
    Fact("earlier_total", "money", default=Decimal(0), matters=True),
    offers.WANTS_TO_ACCEPT,
    offers.OFFERED_ON,
    offers.REASON,
)


def _worth_a_reason(facts) -> bool:
    return facts.value > facts.gift_reason_over


def _series_worth_a_reason(facts) -> bool:
    return facts.earlier_total > 0 and facts.value + facts.earlier_total > facts.gift_series_over


def _token(facts) -> bool:
    return facts.token and not facts.regular and not _worth_a_reason(facts)


def _money_sentence(said) -> str:
    if said.form != "money":
        return "If it is cash, a cheque, a voucher or a coupon, it can never be accepted, whatever its value."
    return f"{sentence(offered(said))} must be treated as a gift of money, so {whatever_its_value(said)}."


def _token_sentence(said) -> str:
    if said.outcome is Outcome.MAY_ACCEPT:
        return f"You may accept {offered(said)}, as being of token value and not a regular practice."
    return f"Being of token value alone, {offered(said)} might have been acceptable."


def _promotional_sentence(said) -> str:
    if said.outcome is Outcome.MAY_ACCEPT:
        return f"{sentence(offered(said))} can be taken as promotional material of token value, so no entry is needed."
    return f"As promotional material of token value alone, {offered(said)} would have needed no entry."


def _default_sentence(said) -> str:
    return offers.default_sentence(said, _why_not_token(said))


def _why_not_token(said) -> str | None:
    if said.value is not None and said.value > said.gift_reason_over:
        return f"A value of {pounds(said.value)} is too much for a gift of token value"
    if said.token is False:
        return "This is not a gift of token value"
    if said.regular:
        return "Gifts like this have become a regular practice, which takes the exception for token gifts away"
    return None


def _conditions_sentence(said) -> str:
    return f"{sentence(said.manager)} may agree to {offered(said)} on a condition of this kind."


def _over_value_sentence(said) -> str:
    return (
        f"A value of {pounds(said.value)} is over {pounds(said.gift_reason_over)}, "
        "so the reason for accepting must be recorded."
    )


def _series_sentence(said) -> str:
    earlier, figure = pounds(said.earlier_total), pounds(said.gift_series_over)
    total = "adds to a series" if said.value is None else f"makes {pounds(said.value + said.earlier_total)}"
    return (
        f"With the {earlier} offered before by {giver(said.giver, 'the same giver')} this {total}, over {figure} "
        "in all, so the entry needs the reason for accepting; that is our stricter reading of this clause."
    )


TOKEN_EXCEPTION = Cite(
    "gifts-and-hospitality.1", "gifts and hospitality of 'token value' may be acceptable", _token_sentence
)

LINES = (
    Line(
        key="money",
        when=lambda facts: facts.form == "money",
        gives=Outcome.REFUSE,
        duties=(Duty.RECORD,),
        cites=(Cite("gifts.1", "Employees must never accept monetary gifts of any kind", _money_sentence), RECORDED),
    ),
    Line(
        key="contract_letting",
        when=offers.bidder_and_letter,
        gives=Outcome.DECLINE,
        duties=(Duty.RECORD,),
        cites=(
            Cite(
                "gifts.1",
                "It is unlikely that an offer from a company seeking to do business with us made to anyone involved in "
                "letting a contract will be acceptable. This is regardless of the value of the gift.",
                offers.letting_sentence,
            ),
            RECORDED,
        ),
    ),
    offers.PURCHASING_LINE,
    Line(
        key="token_promotional",
        when=lambda facts: facts.form == "promotional" and _token(facts),
        gives=Outcome.MAY_ACCEPT,
        duties=(Duty.RECORD_NOT_REQUIRED,),
        cites=(
            TOKEN_EXCEPTION,
            Cite(
                "registration-of-gifts-and-hospitality.2",
                "There is no requirement to record receipt of promotional material of token value.",
                _promotional_sentence,
            ),
        ),
    ),
    Line(
        key="token",
        when=lambda facts: facts.form == "goods" and _token(facts),
        gives=Outcome.MAY_ACCEPT,
        duties=(Duty.RECORD,),
        cites=(TOKEN_EXCEPTION, RECORDED),
    ),
    Line(
        key="default",
        when=always,
        otherwise=True,
        gives=Outcome.APPROVAL,
        duties=(Duty.RECORD, Duty.MANAGER_APPROVAL),
        cites=(
            Cite(
                "gifts-and-hospitality.1",
                "Employees should refuse personal gifts and hospitality offered to them",
                _default_sentence,
            ),
            RECORDED,
        ),
    ),
    Line(
        key="conditions",
        when=lambda facts: not facts.purchasing,
        under=(Outcome.APPROVAL,),
        gives=None,
        cites=(
            Cite(
                "registration-of-gifts-and-hospitality.4",
                "A manager may agree to accept the gift on the basis that a group of employees shares it. Where "
                "appropriate, it can be used as a raffle prize or for a fund-raising event to benefit service users.",
                _conditions_sentence,
            ),
        ),
    ),
    Line(
        key="over_value",
        when=_worth_a_reason,
        under=(Outcome.MAY_ACCEPT, Outcome.APPROVAL),
        gives=None,
        duties=(Duty.GIVE_REASON,),
        cites=(
            Cite(
                "registration-of-gifts-and-hospitality.4",
                "Employees must always record the reason for accepting any gift",
                _over_value_sentence,
            ),
        ),
    ),
    Line(
        key="series",
        when=_series_worth_a_reason,
        under=(Outcome.MAY_ACCEPT, Outcome.APPROVAL),
        gives=None,
        duties=(Duty.GIVE_REASON,),
        cites=(
            Cite(
                "registration-of-gifts-and-hospitality.4", "A series of gifts which altogether total", _series_sentence
            ),
        ),
    ),
    offers.CAUTION_LINE,
    offers.FAMILY_LINE,
)

RULE = Rule(
    situation="gift_offered",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    figures=("gift_reason_over", "gift_series_over"),
    approver="line_manager",
)
