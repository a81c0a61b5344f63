"""Prizes: won on business, with public funds or at a hospitality event, the manager is told at once and decides.

Code of conduct: Registration of gifts and hospitality (CC-111, 115). The text on prizes at a hospitality event asks
only for the entry of its own; they are taken for prizes won on business as well.
"""

from knowledge.facts import Fact
from knowledge.phrases import sentence
from knowledge.policies.employee_code_of_conduct.rules.offers import WANTS_TO_ACCEPT, it, thing
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "registration-of-gifts-and-hospitality"
_EVENT = "hospitality_event"
_WHERE = {
    "council_business": "on {council}'s business",
    "council_funds": "while using {council}'s funds",
    _EVENT: "at a hospitality event",
}

FACTS = (
    Fact("where", "choice", (*_WHERE, "own_time"), matters=True),
    Fact("item", "text"),
    Fact("value", "money"),
    WANTS_TO_ACCEPT,
)


def _report_sentence(said) -> str:
    tell = f"tell {said.manager} at once"
    if said.where is None:
        return (
            f"If you won {thing(said)} on {said.council}'s business, with its funds or at a hospitality event, {tell}."
        )
    won = _WHERE[said.where].format(council=said.council)
    even = f", even though you do not want {it(said)}" if said.wants_to_accept is False else ""
    return f"You won {thing(said)} {won}, so {tell}{even}."


def _decide_sentence(said) -> str:
    if said.wants_to_accept is False:
        return f"You are turning {thing(said)} down, so {said.manager} only needs to know of {it(said)}."
    return f"{sentence(said.manager)} decides whether you may keep {thing(said)}."


def _separate_sentence(said) -> str:
    return f"You won {thing(said)} at a hospitality event, so enter {it(said)} apart from the event itself."


def _own_time_sentence(said) -> str:
    return f"You won {thing(said)} in your own time, so the Code asks nothing of you."


_REPORTED = "Any prizes won whilst on our business or while using our funds must be reported immediately"

LINES = (
    Line(
        key="work",
        when=lambda facts: facts.where in _WHERE,
        gives=Outcome.APPROVAL,
        duties=(Duty.IMMEDIATELY, Duty.MANAGER_DECIDES, Duty.RECORD),
        cites=(
            Cite(f"{_CLAUSE}.7", _REPORTED, _report_sentence),
            Cite(f"{_CLAUSE}.7", "They will decide on the acceptability of such a prize.", _decide_sentence),
        ),
    ),
    Line(
        key="hospitality_event",
        when=lambda facts: facts.where == _EVENT,
        gives=None,
        duties=(Duty.SEPARATE_ENTRY,),
        cites=(Cite(f"{_CLAUSE}.10", "employees must enter any prizes won by them", _separate_sentence),),
    ),
    Line(
        key="own_time",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite(f"{_CLAUSE}.7", _REPORTED, _own_time_sentence),),
    ),
)

RULE = Rule(
    situation="prize_won",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    approver="line_manager",
    receivers={Outcome.DECLINE: ("line_manager",)},
)
