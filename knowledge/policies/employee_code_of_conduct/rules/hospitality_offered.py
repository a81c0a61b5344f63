"""Hospitality: modest meals and refreshments at work are fine, trips never, tickets and hotels only with approval.

Code of conduct: Gifts and hospitality; Hospitality; Registration of gifts and hospitality (CC-89-93, 96, 97, 101, 103,
109, 113, 114).
"""

from knowledge.facts import Fact
from knowledge.phrases import giver, sentence
from knowledge.policies.employee_code_of_conduct.rules import offers
from knowledge.policies.employee_code_of_conduct.rules.offers import RECORDED, offered, whatever_its_value
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_NEVER = ("holiday", "business_trip", "company_flat")
_ALWAYS_ASK = ("tickets", "hotel")
_EVERYDAY = ("refreshments", "meal")

FACTS = (
    Fact(
        "what",
        "choice",
        (*_EVERYDAY, "institute_dinner", *_ALWAYS_ASK, *_NEVER, "other"),
        matters=True,
    ),
    Fact("value", "money"),
    offers.GIVER,
    offers.GIVER_RELATION,
    offers.LETTING_CONTRACT,
    offers.PURCHASING,
    offers.REGULAR,
    offers.RECIPIENT,
    Fact("council_sponsored", "bool", matters=True),
    offers.WANTS_TO_ACCEPT,
    Fact("in_doubt", "bool", default=False, matters=True),
    offers.OFFERED_ON,
    Fact("event_on", "date"),
    offers.REASON,
)


def _acceptable(facts) -> bool:
    return facts.what == "institute_dinner" or (facts.what in _EVERYDAY and not facts.regular)


def _never_sentence(said) -> str:
    if said.what in _NEVER:
        return f"{sentence(offered(said))} can never be accepted, and nobody can agree to it."
    return "If it is a holiday, a trip paid for by business contacts, or a company's flat or suite, the answer is no."


def _doubt_sentence(said) -> str:
    return f"You are in doubt about {offered(said)}, and the Code settles any doubt by declining."


def _by_analogy(said) -> str:
    return f"{offers.letting_sentence(said)} This clause speaks of gifts: it is applied to hospitality by analogy."


def _ask_sentence(said) -> str:
    value = whatever_its_value(said)
    if said.wants_to_accept is False:
        return f"To accept {offered(said)} you would have needed the agreement of {said.manager}, and {value}."
    return f"To accept {offered(said)} you need the agreement of {said.manager} first, and {value}."


def _sponsored_sentence(said) -> str:
    lead = "The council sponsors or grant-aids the event, so" if said.council_sponsored else (
        "If the council sponsors or grant-aids the event,"
    )  # fmt: skip
    return f"{lead} {said.manager} must be told everything before anyone benefits from {offered(said)}."


def _dinner_sentence(said) -> str:
    return f"{sentence(offered(said))} should count as the dinner of a society or an institute, {_standing(said)}."


def _meal_sentence(said) -> str:
    return f"{sentence(offered(said))} should count as part of regular business, {_standing(said)}."


def _occasional_sentence(said) -> str:
    return f"You say that {offered(said)} would not be a regular practice."


def _standing(said) -> str:
    return "and you may accept" if said.outcome is Outcome.MAY_ACCEPT else "which alone would be acceptable"


def _default_sentence(said) -> str:
    return offers.default_sentence(said, _why_no_exception(said))


def _why_no_exception(said) -> str | None:
    if said.what in _EVERYDAY and said.regular:
        return f"Meals or refreshments from {giver(said.giver)} have become a regular practice"
    if said.what == "other":
        return "None of the Code's examples of acceptable hospitality fits"
    return None


LINES = (
    Line(
        key="never",
        when=lambda facts: facts.what in _NEVER,
        gives=Outcome.REFUSE,
        duties=(Duty.RECORD,),
        cites=(
            Cite(
                "hospitality.2",
                "a holiday or business trip paid for by business contacts",
                _never_sentence,
                when=lambda said: said.what != "company_flat",
            ),
            Cite(
                "hospitality.2",
                "use of a company flat or hotel suite",
                _never_sentence,
                when=lambda said: said.what == "company_flat",
            ),
            RECORDED,
        ),
    ),
    Line(
        key="in_doubt",
        when=lambda facts: facts.in_doubt,
        gives=Outcome.DECLINE,
        duties=(Duty.RECORD,),
        cites=(
            Cite(
                "registration-of-gifts-and-hospitality.10",
                "If there is any doubt, employees must decline any offer of hospitality.",
                _doubt_sentence,
            ),
            RECORDED,
        ),
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
                _by_analogy,
            ),
            offers.EXTREME_CAUTION,
            offers.INFLUENCE,
            RECORDED,
        ),
    ),
    Line(
        key="tickets",
        when=lambda facts: facts.what in _ALWAYS_ASK,
        gives=Outcome.APPROVAL,
        duties=(Duty.RECORD, Duty.MANAGER_APPROVAL),
        cites=(
            Cite(
                "registration-of-gifts-and-hospitality.9",
                "Employees should treat all offers of free hotel accommodation or tickets for concerts or sporting "
                "events with caution. These are usually of a value",
                _ask_sentence,
            ),
            RECORDED,
        ),
    ),
    offers.PURCHASING_LINE,
    Line(
        key="council_sponsored",
        when=lambda facts: facts.council_sponsored,
        gives=Outcome.DECLARE,
        duties=(Duty.RECORD, Duty.FULL_DISCLOSURE, Duty.TELL_MANAGER),
        cites=(
            Cite(
                "hospitality.5",
                "Employees, their partner, spouse or relative shall not receive any benefit",
                _sponsored_sentence,
            ),
            RECORDED,
        ),
    ),
    Line(
        key="meal",
        when=_acceptable,
        gives=Outcome.MAY_ACCEPT,
        duties=(Duty.RECORD,),
        cites=(
            Cite(
                "hospitality.1",
                "Examples of hospitality which can be accepted are: refreshments or a meal given during or after "
                "business invitation to a society or institute dinner",
                _dinner_sentence,
                when=lambda said: said.what == "institute_dinner",
            ),
            Cite(
                "hospitality.1",
                "refreshments or a meal given during or after business",
                _meal_sentence,
                when=lambda said: said.what != "institute_dinner",
            ),
            Cite(
                "gifts-and-hospitality.1",
                "For example, a pen, small gift, diary or a modest lunch, provided it is not a regular practice",
                _occasional_sentence,
                when=lambda said: said.what != "institute_dinner",
            ),
            RECORDED,
        ),
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
    offers.CAUTION_LINE,
    offers.FAMILY_LINE,
)

RULE = Rule(
    situation="hospitality_offered",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    approver="line_manager",
    receivers={Outcome.DECLARE: ("line_manager",)},
)
