"""Alcohol on the premises: only with the specific approval of a senior manager.

Code of conduct: Alcohol and drugs (CC-73).
"""

from knowledge.facts import Fact
from knowledge.phrases import the
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

FACTS = (Fact("event", "text"), Fact("place", "text"), Fact("when", "moment"))


def _ask_sentence(said) -> str:
    return (
        f"You would like alcohol at {the(said.event, 'event')} on the premises of {said.council}, so you need a "
        f"yes from {said.senior_manager} first."
    )


LINES = (
    Line(
        key="approved",
        when=always,
        gives=Outcome.APPROVAL,
        duties=(Duty.SENIOR_MANAGER_APPROVAL,),
        cites=(
            Cite("alcohol-and-drugs.2", "The consumption of alcohol is not permitted on our premises", _ask_sentence),
        ),
    ),
)

RULE = Rule(situation="alcohol_on_premises", role=EMPLOYEE, own_facts=FACTS, lines=LINES, approver="senior_manager")
