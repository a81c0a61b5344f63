"""Hospitality: modest meals and refreshments at work are fine, trips never, tickets and hotels only with approval.

Code of conduct: Gifts and hospitality; Hospitality; Registration of gifts and hospitality (CC-89-93, 96, 97, 101, 103,
109, 113, 114, 116).
"""

from knowledge.facts import Fact
from knowledge.phrases import sentence
from knowledge.policies.employee_code_of_conduct.rules import offers
from knowledge.policies.employee_code_of_conduct.rules.offers import (
    RECORDED,
    are,
    it,
    offered,
    standing,
    thing,
    whatever_its_value,
)
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
        return f"You can't accept {offered(said)}, and nobody can give you permission."
    return (
        f"If {offered(said)} is a holiday, a trip paid for by business contacts or the use of a company's flat "
        "or suite, you can't accept it."
    )


def _doubt_sentence(said) -> str:
    return f"You are in doubt about {offered(said)}, so the answer is to decline {it(said)}."


def _advice_sentence(said) -> str:
    return f"As {offered(said)} {are(said)} a concern to you, ask {said.manager} for advice."


def _by_analogy(said) -> str:
    return (
        f"{offers.letting_lead(said)} you should decline {offers.offered_once(said)}, because this clause on gifts is "
        "applied to hospitality by analogy."
    )


def _ask_sentence(said) -> str:
    if said.wants_to_accept is False:
        return f"{sentence(offered(said))} would have needed the agreement of {said.manager}{whatever_its_value(said)}."
    need = "would need" if said.outcome is Outcome.DECLINE else "need"
    return f"You {need} the agreement of {said.manager} to accept {offered(said)}{whatever_its_value(said)}."


def _sponsored_sentence(said) -> str:
    lead = "The council sponsors or grant-aids the event, so" if said.council_sponsored else (
        "If the council sponsors or grant-aids the event,"
    )  # fmt: skip
    if said.outcome in (Outcome.REFUSE, Outcome.DECLINE) and not said.unsure:
        no = "though you can't accept" if said.outcome is Outcome.REFUSE else "if you decline"
        return f"{lead} you must tell {said.manager} everything about {offered(said)} even {no} {it(said)}."
    whose = "your family benefits" if said.recipient == "family" else "you benefit"
    return f"{lead} you must tell {said.manager} everything before {whose} from {offered(said)}."


def _example_sentence(said) -> str:
    kind = "a society or institute dinner" if said.what == "institute_dinner" else "given during or after business"
    return f"{sentence(offered(said))} can count as {kind}, {_standing(said)}."


def _standing(said) -> str:
    if said.outcome is Outcome.DECLARE and said.council_sponsored:
        return f"so once {said.manager} knows everything you may accept {it(said)}"
    return standing(said)


def _business_sentence(said) -> str:
    lead = f"Accepting {offered(said)} can be part of regular business"
    if said.outcome is Outcome.MAY_ACCEPT:
        return f"{lead}, so the rule of refusing need not apply to {it(said)}."
    return f"{lead}, which is what this exception asks for."


def _occasional_sentence(said) -> str:
    if said.what == "institute_dinner":
        return f"The Code names a dinner of this kind on its own, so {thing(said)} does not have to be of token value."
    return f"You say that {thing(said)} {are(said)} not part of a regular practice, so this condition is met."


def _why_no_exception(said) -> str | None:
    if said.what in _EVERYDAY and said.regular:
        return f"as {offered(said)} {are(said)} part of a regular practice"
    if said.what == "other":
        return f"as {offered(said)} is not among the Code's examples of what is acceptable"
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
                "Examples of hospitality which are not acceptable are: a holiday or business trip paid for by business "
                "contacts use of a company flat or hotel suite",
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
            Cite(
                "registration-of-gifts-and-hospitality.11",
                "If an employee is concerned about a particular gift or offer of hospitality",
                _advice_sentence,
            ),
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
            RECORDED,
            offers.EXTREME_CAUTION,
            offers.INFLUENCE,
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
                _example_sentence,
                when=lambda said: said.what == "institute_dinner",
            ),
            Cite(
                "hospitality.1",
                "refreshments or a meal given during or after business",
                _example_sentence,
                when=lambda said: said.what != "institute_dinner",
            ),
            Cite(
                "gifts-and-hospitality.1",
                "where the acceptance of refreshments or a meal would be appropriate in the conduct of regular "
                "business",
                _business_sentence,
                when=lambda said: said.what != "institute_dinner",
                exact=True,
            ),
            Cite("gifts-and-hospitality.1", offers.TOKEN_WORDS, _occasional_sentence, exact=True),
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
            offers.default_cite(_why_no_exception),
            RECORDED,
        ),
    ),
    offers.CAUTION_LINE,
    offers.family_line(_why_no_exception),
)

RULE = Rule(
    situation="hospitality_offered",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    approver="line_manager",
)
