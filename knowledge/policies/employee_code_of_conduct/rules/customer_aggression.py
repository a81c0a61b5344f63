"""Aggression from the public: nobody has to put up with it, and it is reported at once.

Code of conduct: The local community and service users (CC-41, 42). The text does not say to whom (ledger X22): the
manager, and a senior manager too where HR decides so.
"""

from knowledge.facts import Fact
from knowledge.phrases import sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "the-local-community-and-service-users.5"

FACTS = (
    Fact("what_happened", "text"),
    Fact("when", "moment"),
    Fact("where", "text"),
    Fact("injured", "bool"),
)


def _expected_sentence(said) -> str:
    hurt = "You were hurt, so see to that first, and then let others deal with it" if said.injured else (
        "What happened to you is not something that you have to put up with"
    )  # fmt: skip
    return f"{hurt}."


def _report_sentence(said) -> str:
    return f"The Code does not say to whom, so tell {said.manager} at once."


def _senior_sentence(said) -> str:
    return f"{sentence(said.senior_manager)} is told as well."


def _policies_sentence(said) -> str:
    return f"Your service may have a policy of its own on this, and {said.manager} can tell you what it adds."


LINES = (
    Line(
        key="report",
        when=always,
        gives=Outcome.REPORT,
        duties=(Duty.IMMEDIATELY, Duty.TELL_MANAGER),
        cites=(
            Cite(_CLAUSE, "We do not expect employees to tolerate behaviour from customers", _expected_sentence),
            Cite(_CLAUSE, "Report this immediately if this occurs.", _report_sentence),
            Cite(_CLAUSE, "may have its own customer care policy", _policies_sentence),
        ),
    ),
    Line(
        key="senior_manager_too",
        when=lambda facts: facts.X22 == "senior_manager_too",
        gives=None,
        duties=(Duty.TELL_SENIOR_MANAGER,),
        cites=(Cite(_CLAUSE, "Report this immediately if this occurs.", _senior_sentence),),
    ),
)

RULE = Rule(
    situation="customer_aggression",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    figures=("X22",),
    receivers={Duty.TELL_SENIOR_MANAGER: ("senior_manager",)},
)
