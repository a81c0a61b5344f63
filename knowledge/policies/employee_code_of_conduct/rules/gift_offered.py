"""Gifts: employees refuse them unless they are token and rare, never take money, and record every offer.

Code of conduct: Gifts and hospitality; Gifts; Registration of gifts and hospitality (CC-89-95, 103-109).
HR may decide that offers of token promotional material are recorded (X9), and that a series needs no reason (X10).
"""

from decimal import Decimal

from knowledge.facts import Fact
from knowledge.phrases import giver, pounds, sentence
from knowledge.policies.employee_code_of_conduct.rules import offers
from knowledge.policies.employee_code_of_conduct.rules.offers import RECORDED, are, it, offered, whatever_its_value
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


def _promotional(facts) -> bool:
    return facts.form == "promotional" and _token(facts)


def _money_sentence(said) -> str:
    if said.form != "money":
        return (
            f"If {offered(said)} {are(said)} cash, a cheque, a voucher or a coupon, you can't accept {it(said)}"
            f"{whatever_its_value(said)}."
        )
    return (
        f"{sentence(offered(said))} must be treated as a gift of money, so you can't accept {it(said)}"
        f"{whatever_its_value(said)}."
    )


def _token_sentence(said) -> str:
    worth = f", worth {pounds(said.value)}," if said.value else ""
    return (
        f"{sentence(offered(said))}{worth} {are(said)} of token value and not a regular practice, "
        f"{offers.standing(said)}."
    )


def _promotional_sentence(said) -> str:
    lead = f"{sentence(offered(said))} {are(said)} promotional material of token value"
    more = offers.counts_for_more(said)
    if said.outcome is Outcome.MAY_ACCEPT:
        return f"{lead}, so no entry is needed."
    if more:
        return f"{lead}, but {more} means that an entry is needed all the same."
    return f"{lead}, so no entry is needed as long as no stricter rule applies."


def _promotional_recorded_sentence(said) -> str:
    return f"{sentence(offered(said))} {are(said)} an offer like any other, so it goes on the register."


def _why_not_token(said) -> str | None:
    if said.value is not None and said.value > said.gift_reason_over:
        return f"as {offered(said)} {are(said)} worth {pounds(said.value)}, too much for token value"
    if said.token is False:
        return f"as {offered(said)} {are(said)} not of token value"
    if said.regular:
        return f"as offers like {offered(said)} have become a regular practice"
    return None


def _conditions_sentence(said) -> str:
    return f"If {said.manager} agrees to your accepting {offered(said)}, it may be on a condition of this kind."


def _over_value_sentence(said) -> str:
    return (
        f"A value of {pounds(said.value)} is over {pounds(said.gift_reason_over)}, so your reason for accepting "
        f"{offered(said)} must be recorded."
    )


def _series_sentence(said) -> str:
    by = giver(said.giver)
    earlier = f"{pounds(said.earlier_total)} offered before{f' by {by}' if by else ''}"
    figure = pounds(said.gift_series_over)
    total = f"comes to over {figure}" if said.value is None else (
        f"comes to {pounds(said.value + said.earlier_total)}, over {figure}"
    )  # fmt: skip
    return (
        f"Together with the {earlier}, this offer {total}, so by our stricter reading of this clause your reason for "
        "accepting must be recorded."
    )


def _series_registered_sentence(said) -> str:
    return "Together the gifts come to more than that, so all of them stand on the register."


SERIES = "A series of gifts which altogether total"
TOKEN_EXCEPTION = Cite("gifts-and-hospitality.1", offers.TOKEN_WORDS, _token_sentence, exact=True)

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
        when=lambda facts: facts.X9 != "recorded" and _promotional(facts),
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
        key="token_promotional_recorded",
        when=lambda facts: facts.X9 == "recorded" and _promotional(facts),
        gives=Outcome.MAY_ACCEPT,
        duties=(Duty.RECORD,),
        cites=(TOKEN_EXCEPTION, offers.recorded(_promotional_recorded_sentence)),
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
            offers.default_cite(_why_not_token),
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
        when=lambda facts: facts.X10 != "no_reason" and _series_worth_a_reason(facts),
        under=(Outcome.MAY_ACCEPT, Outcome.APPROVAL),
        gives=None,
        duties=(Duty.GIVE_REASON,),
        cites=(Cite("registration-of-gifts-and-hospitality.4", SERIES, _series_sentence),),
    ),
    Line(
        key="series_registered",
        when=lambda facts: facts.X10 == "no_reason" and _series_worth_a_reason(facts),
        under=(Outcome.MAY_ACCEPT, Outcome.APPROVAL),
        gives=None,
        duties=(Duty.RECORD,),
        cites=(Cite("registration-of-gifts-and-hospitality.4", SERIES, _series_registered_sentence),),
    ),
    offers.CAUTION_LINE,
    offers.family_line(_why_not_token),
)

RULE = Rule(
    situation="gift_offered",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    figures=("gift_reason_over", "gift_series_over", "X9", "X10"),
    approver="line_manager",
)
