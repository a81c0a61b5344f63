"""Software that an employee would like: the Code calls unauthorised software a risk, and the manager is asked.

Code of conduct: Security and use of computer data or equipment; Policy overview (CC-2, 55).
"""

from knowledge.facts import Fact
from knowledge.phrases import giver as named
from knowledge.phrases import sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome


def _software(said) -> str:
    return named(said.software, "the software")


def _risk_sentence(said) -> str:
    return (
        f"{sentence(_software(said))} counts as unauthorised until somebody has agreed to it, so don't install it yet."
    )


def _ask_sentence(said) -> str:
    return f"The Code does not say who agrees, so ask {said.manager} before {_software(said)} is installed."


RULE = Rule(
    situation="software_request",
    role=EMPLOYEE,
    own_facts=(Fact("software", "text"),),
    lines=(
        Line(
            key="ask",
            when=always,
            gives=Outcome.ADVICE,
            duties=(Duty.ASK_MANAGER,),
            cites=(
                Cite(
                    "security-and-use-of-computer-data-or-equipment.1",
                    "Employees must adequately secure data and systems against risks such as: operator errors theft of "
                    "equipment unauthorised access to or copying of programmes use of unauthorised software on our "
                    "machines, and natural hazards such as fire, flood and power failures",
                    _risk_sentence,
                ),
                Cite("policy-overview.3", "they must ask their line manager", _ask_sentence),
            ),
        ),
    ),
)
