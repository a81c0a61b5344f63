"""Work for a political group: advising one and going to its meetings both need express consent.

Code of conduct: Political neutrality (CC-12-14). The text says that employees may be required to advise groups and must
not be involved in it, and ties the consent to meetings alone (ledger X4): consent is asked for both, until HR decides
that advice needs none.
"""

from knowledge.facts import Fact
from knowledge.phrases import giver
from knowledge.rule import Cite, Line, Rule
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "political-neutrality"

FACTS = (Fact("group", "text"), Fact("activity", "choice", ("advise", "attend_meeting")))


def _group(said) -> str:
    return giver(said.group, "a political group")


def _consent_sentence(said) -> str:
    need = f"you need the express consent of {said.manager} first"
    if said.activity == "advise":
        return f"To advise {_group(said)} {need}, as consent is taken to be asked for advice as well as for meetings."
    if said.activity is None:
        return f"To advise {_group(said)} or go to one of its meetings {need}."
    return f"To go to a meeting of {_group(said)} {need}."


def _required_sentence(said) -> str:
    return "Advice to a group may be part of your job, so it is the consent that makes the difference."


def _no_consent_sentence(said) -> str:
    return f"Advice to {_group(said)} may be part of your job, so you need no consent for it."


def _serve_sentence(said) -> str:
    return f"You answer to {said.council} and stay politically neutral, whatever you do for {_group(said)}."


def _free_advice(facts) -> bool:
    return facts.X4 == "no_consent" and facts.activity == "advise"


NEUTRAL = Cite(f"{_CLAUSE}.3", "employees cannot be accountable for individual political groups", _serve_sentence)

LINES = (
    Line(
        key="consent",
        when=lambda facts: not _free_advice(facts),
        gives=Outcome.APPROVAL,
        duties=(Duty.MANAGER_APPROVAL,),
        cites=(
            Cite(
                f"{_CLAUSE}.2",
                "be involved in advising any political group attend any of their meetings, without the express consent "
                "of their manager or director compromise their political neutrality",
                _consent_sentence,
            ),
            Cite(
                f"{_CLAUSE}.1",
                "In their job employees may also be required to advise political groups.",
                _required_sentence,
                when=lambda said: said.activity != "attend_meeting",
            ),
            NEUTRAL,
        ),
    ),
    Line(
        key="no_consent",
        when=_free_advice,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(
                f"{_CLAUSE}.1",
                "In their job employees may also be required to advise political groups.",
                _no_consent_sentence,
            ),
            NEUTRAL,
        ),
    ),
)

RULE = Rule(
    situation="political_group_work",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    figures=("X4",),
    approver="line_manager",
)
