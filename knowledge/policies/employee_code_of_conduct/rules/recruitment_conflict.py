"""Decisions on someone's job: nobody takes part for a relative, a partner, a friend or a personal relationship.

Code of conduct: Personal relationships (CC-135, 136, 142). The three passages overlap and are taken together (ledger
X19). A cousin is no relative in this section (X3), but is related to an applicant; HR may decide that a cousin counts.
"""

from knowledge.facts import Fact
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "personal-relationships"
_CLOSE = {
    "relative": "a relative of yours",
    "partner": "your partner",
    "friend": "a friend of yours",
    "personal_relationship": "someone you have a personal relationship with",
}
_COUSIN, _ACQUAINTANCE = "cousin", "acquaintance"
_PEOPLE = _CLOSE | {_COUSIN: "your cousin", _ACQUAINTANCE: "an acquaintance"}
_RELATED = "they must not be involved in an appointment where they are related to or have a personal relationship"
_APPOINTING = ("appointment", "recruitment")
_DECISIONS = {
    "appointment": "an appointment",
    "discipline": "a disciplinary decision",
    "promotion": "a promotion",
    "pay": "a decision on pay",
    "conditions": "a decision on conditions of work",
    "recruitment": "a recruitment",
}

FACTS = (
    Fact("relation", "choice", tuple(_PEOPLE), matters=True),
    Fact("decision", "choice", tuple(_DECISIONS), matters=True),
)


def _matter(said) -> str:
    return f"{_DECISIONS.get(said.decision, 'a decision')} that concerns {_PEOPLE[said.relation]}"


def _recuse_sentence(said) -> str:
    if said.relation is None:
        return (
            "If it concerns a relative, your partner, a friend or someone you have a personal relationship with, take "
            f"no part in it and tell {said.manager}."
        )
    return f"This is {_matter(said)}, so take no part in it and tell {said.manager}."


def _appointment_sentence(said) -> str:
    if said.relation == _COUSIN and said.decision is None:
        return f"If an appointment concerns your cousin, take no part in it and tell {said.manager}."
    if said.relation in ("personal_relationship", _COUSIN):
        return _recuse_sentence(said)
    return "An appointment goes on without you where you are related to an applicant or in a relationship with one."


def _deciding_sentence(said) -> str:
    if said.relation == "personal_relationship" and said.decision:
        return _recuse_sentence(said)
    return "This passage says the same for other decisions on a job, such as promotion, discipline or pay."


def _no_relative_sentence(said) -> str:
    return f"Cousins are not named here, so ask {said.manager}, and to be safe take no part until you have an answer."


def _left_out_sentence(said) -> str:
    return "Cousins are not named here, so there is nothing to declare."


def _elsewhere_sentence(said) -> str:
    return "In its section on interests the Code does count cousins as relatives, so it is safest to stay out of it."


def _acquaintance_sentence(said) -> str:
    return "An acquaintance is not a friend in this sense, so there is nothing to declare."


def _counts(facts) -> bool:
    return facts.relation in _CLOSE or (facts.X3 == "counts" and facts.relation == _COUSIN)


def _other_decision(facts) -> bool:
    return facts.relation == _COUSIN and facts.decision not in _APPOINTING


LINES = (
    Line(
        key="close",
        when=_counts,
        gives=Outcome.DECLARE,
        duties=(Duty.RECUSE, Duty.TELL_MANAGER),
        cites=(
            Cite(
                f"{_CLAUSE}.1",
                "Employees must not be involved in the appointment or any other decision",
                _recuse_sentence,
                when=lambda said: said.relation != "personal_relationship",
            ),
            Cite(
                f"{_CLAUSE}.10",
                _RELATED,
                _appointment_sentence,
                when=lambda said: said.relation != "friend" and said.decision in ("appointment", None),
            ),
            Cite(
                f"{_CLAUSE}.11",
                "An employee must not be involved in decisions relating to discipline, promotion, recruitment or pay",
                _deciding_sentence,
                when=lambda said: said.relation != "friend" and said.decision != "appointment",
            ),
        ),
    ),
    Line(
        key="cousin_applies",
        when=lambda facts: facts.X3 != "counts" and facts.relation == _COUSIN and facts.decision in _APPOINTING,
        gives=Outcome.DECLARE,
        duties=(Duty.RECUSE, Duty.TELL_MANAGER),
        cites=(Cite(f"{_CLAUSE}.10", _RELATED, _appointment_sentence),),
    ),
    Line(
        key="cousin",
        when=lambda facts: facts.X3 == "ask" and _other_decision(facts),
        gives=Outcome.ADVICE,
        duties=(Duty.ASK_MANAGER,),
        cites=(
            Cite(f"{_CLAUSE}.2", "'Relative' means a spouse, civil partner, partner", _no_relative_sentence),
            Cite("registration-of-interests.7", "A 'relative' means a spouse, partner", _elsewhere_sentence),
        ),
    ),
    Line(
        key="cousin_left_out",
        when=lambda facts: facts.X3 == "does_not_count" and _other_decision(facts),
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite(f"{_CLAUSE}.2", "'Relative' means a spouse, civil partner, partner", _left_out_sentence),),
    ),
    Line(
        key="acquaintance",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(
            Cite(
                "registration-of-interests.8",
                "A closer relationship is implied here rather than mere acquaintance.",
                _acquaintance_sentence,
            ),
        ),
    ),
)

RULE = Rule(situation="recruitment_conflict", role=EMPLOYEE, own_facts=FACTS, lines=LINES, figures=("X3",))
