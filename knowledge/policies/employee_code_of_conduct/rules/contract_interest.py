"""Interests in contracts: every tie with a contractor is made known, at once by those who deal with contractors.

Code of conduct: Contractors; Financial; Registration of interests (CC-44-46, 79, 80). Cousins count as relatives here;
a relative outside the list of paragraph 7 is still a private relationship with the contractor.
"""

from knowledge.facts import Fact
from knowledge.phrases import giver, sentence
from knowledge.policies.employee_code_of_conduct.rules import ties
from knowledge.policies.employee_code_of_conduct.rules.ties import holder, is_unrelated, tied_to
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_REGISTRATION = "registration-of-interests"
_WORK = {
    "lets_contracts": "you let contracts",
    "engages_contractors": "you engage contractors",
    "supervises_contractors": "you supervise contractors",
}
_ANY_WORK = "you let contracts, or engage or supervise contractors"

FACTS = (
    Fact("role", "choice", (*_WORK, "none"), matters=True),
    ties.WHOSE,
    ties.RELATIVE_KIND,
    Fact("nature", "choice", ties.NATURES),
    Fact("contractor", "text"),
)


def _contract_work_and_tie(facts) -> bool:
    return facts.role in _WORK and facts.whose != "household" and not is_unrelated(facts)


def _contractor(said) -> str:
    return giver(said.contractor, "the contractor")


def _at_once_sentence(said) -> str:
    work = _WORK.get(said.role, _ANY_WORK)
    known = said.role in _WORK and said.whose
    tie = tied_to(said, _contractor(said)) if said.whose else (
        f"you, a relative or a friend has an interest in {_contractor(said)}"
    )  # fmt: skip
    lead, so = (sentence(work), "so") if known else (f"If {work}", "then")
    return f"{lead}, and {tie}, {so} tell {said.manager} at once."


def _own_sentence(said) -> str:
    if said.whose == "self":
        return f"{sentence(tied_to(said, _contractor(said)))}, so {said.manager} must be told in writing."
    return f"If the interest in {_contractor(said)} is your own, {said.manager} must be told in writing."


def _known_sentence(said) -> str:
    if said.whose is None:
        return f"Whatever your tie with {_contractor(said)} is, {said.manager} has to know of it."
    if said.whose == "self":
        return f"Your own tie with {_contractor(said)} is a relationship that {said.manager} has to know of."
    return f"Through {holder(said)} you have a private tie with {_contractor(said)}, so declare it to {said.manager}."


def _merit_sentence(said) -> str:
    return f"Whatever is declared, {_contractor(said)} is to be treated like every other bidder."


def _steps_sentence(said) -> str:
    return (
        f"{sentence(said.manager)} takes it from there, so a colleague may be asked to deal with {_contractor(said)}."
    )


LINES = (
    Line(
        key="contract_work",
        when=_contract_work_and_tie,
        gives=Outcome.DECLARE,
        duties=(Duty.IMMEDIATELY, Duty.TELL_MANAGER),
        cites=(
            Cite(
                f"{_REGISTRATION}.4",
                "In that case, they must inform their manager immediately",
                _at_once_sentence,
            ),
            ties.LISTED,
        ),
    ),
    Line(
        key="own",
        when=lambda facts: facts.whose == "self",
        gives=Outcome.DECLARE,
        duties=(Duty.IN_WRITING, Duty.TELL_MANAGER),
        cites=(Cite("financial.1", "An employee must advise their manager or director in writing", _own_sentence),),
    ),
    Line(
        key="relationship",
        when=always,
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(Cite("contractors.1", "All relationships of a business or private nature", _known_sentence),),
    ),
    Line(
        key="merit",
        when=lambda facts: facts.role in _WORK,
        gives=None,
        cites=(Cite("contractors.2", "We must award orders and contracts on merit", _merit_sentence),),
    ),
    Line(
        key="steps",
        when=always,
        gives=None,
        cites=(Cite(f"{_REGISTRATION}.5", "The manager will take steps to address", _steps_sentence),),
    ),
)

RULE = Rule(situation="contract_interest", role=EMPLOYEE, own_facts=FACTS, lines=LINES)
