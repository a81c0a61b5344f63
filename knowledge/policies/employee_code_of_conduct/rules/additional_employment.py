"""Additional employment: allowed with the manager's consent, which may be withheld on the grounds that the Code gives.

Code of conduct: Additional employment (CC-68-71). Each test that is not passed is a ground; without one consent is not
withheld. The averaging period is not given, so none is applied.
"""

from decimal import Decimal

from knowledge.facts import Fact
from knowledge.phrases import figure, giver
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "additional-employment"


def _edges(facts) -> tuple[Decimal, ...]:
    return (Decimal(facts.additional_hours_over),)


FACTS = (
    Fact("employer", "text"),
    Fact("work", "text"),
    Fact("hours_per_week_total", "number", matters=True, boundaries=_edges),
    Fact("conflict", "bool"),
    Fact("affects_duties", "bool"),
    Fact("private_advantage", "bool"),
    Fact("health_risk", "bool"),
)


def _with(said) -> str:
    employer = giver(said.employer)
    return f" with {employer}" if employer else ""


def _consent_sentence(said) -> str:
    return f"The work{_with(said)} is additional employment, so you need the agreement of {said.manager} first."


def _withheld_sentence(said) -> str:
    return f"A no from {said.manager} has to be reasonable and to name its ground."


def _hours_sentence(said) -> str:
    over = said.additional_hours_over
    if said.hours_per_week_total is None:
        lead = f"If your work in all comes to over {over} hours a week on average,"
    else:
        lead = f"Your work in all comes to {figure(said.hours_per_week_total)} hours a week on average, over {over}, so"
    return f"{lead} it matters all the more that you ask first."


def _health_sentence(said) -> str:
    return f"You say that it could harm your health or safety, so {said.manager} looks at that with you."


def _conflict_sentence(said) -> str:
    return (
        f"You say that the work{_with(said)} could conflict with the council's interests, which is a ground to refuse."
    )


def _duties_sentence(said) -> str:
    return "You say that it could affect how you do your job here, which is a ground to refuse."


def _advantage_sentence(said) -> str:
    return "You say that your job here could give you an advantage in it, which is a ground to refuse."


LINES = (
    Line(
        key="consent",
        when=always,
        gives=Outcome.APPROVAL,
        duties=(Duty.MANAGER_APPROVAL, Duty.REFUSAL_NEEDS_GROUND),
        cites=(
            Cite(
                f"{_CLAUSE}.3", "Employees are required to obtain prior consent from their manager", _consent_sentence
            ),
            Cite(f"{_CLAUSE}.4", "We will not unreasonably withhold this consent.", _withheld_sentence),
        ),
    ),
    Line(
        key="over_hours",
        when=lambda facts: facts.hours_per_week_total > facts.additional_hours_over,
        gives=None,
        duties=(Duty.OVER_48_HOURS,),
        cites=(Cite(f"{_CLAUSE}.3", "may exceed an average of", _hours_sentence),),
    ),
    Line(
        key="health_risk",
        when=lambda facts: facts.health_risk,
        gives=None,
        cites=(
            Cite(
                f"{_CLAUSE}.3",
                "which could have a detrimental effect on the employee's health and safety",
                _health_sentence,
                exact=True,
            ),
        ),
    ),
    Line(
        key="conflict",
        when=lambda facts: facts.conflict,
        gives=None,
        cites=(Cite(f"{_CLAUSE}.1", "conflict with the interests of", _conflict_sentence),),
    ),
    Line(
        key="affects_duties",
        when=lambda facts: facts.affects_duties,
        gives=None,
        cites=(
            Cite(
                f"{_CLAUSE}.1",
                "in any way affect the performance of their duties and responsibilities whilst at work",
                _duties_sentence,
                exact=True,
            ),
        ),
    ),
    Line(
        key="private_advantage",
        when=lambda facts: facts.private_advantage,
        gives=None,
        cites=(
            Cite(
                f"{_CLAUSE}.1",
                "where their current position could confer an advantage to their private interest or personal gain",
                _advantage_sentence,
                exact=True,
            ),
        ),
    ),
)

RULE = Rule(
    situation="additional_employment",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    figures=("additional_hours_over",),
    approver="line_manager",
)
