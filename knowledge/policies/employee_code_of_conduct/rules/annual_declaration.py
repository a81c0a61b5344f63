"""The employee declaration: made in writing, kept up to date, and answered in every review; nil is an answer.

Code of conduct: Employee declaration (CC-147-152).
"""

from knowledge.facts import Fact
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "employee-declaration"
_OWN_FORM = {"agency": "an agency worker", "freelance": "a freelance worker"}

FACTS = (
    Fact("changed", "bool"),
    Fact("nil", "bool"),
    Fact("new_starter", "bool"),
    Fact("worker_kind", "choice", ("employee", *_OWN_FORM)),
)


def _in_writing_sentence(said) -> str:
    return f"The declaration is made in writing, goes to {said.manager} and is kept on your file."


def _changed_sentence(said) -> str:
    return f"Something has changed since you last declared, so tell {said.manager} and update the declaration."


def _two_forms_sentence(said) -> str:
    return "You have just started, so there are two forms to fill in and return."


def _own_form_sentence(said) -> str:
    return f"You are {_OWN_FORM[said.worker_kind]}, so fill in the form that you were given."


def _nil_sentence(said) -> str:
    return "You have nothing to declare, and saying so is an accurate answer."


def _confidential_sentence(said) -> str:
    return "What you declare is kept with the confidentiality that it needs."


LINES = (
    Line(
        key="declaration",
        when=always,
        gives=Outcome.DECLARE,
        duties=(Duty.IN_WRITING, Duty.TELL_MANAGER),
        cites=(
            Cite(
                f"{_CLAUSE}.1", "Declarations must be made in writing using the appropriate form", _in_writing_sentence
            ),
        ),
    ),
    Line(
        key="changed",
        when=lambda facts: facts.changed,
        gives=None,
        cites=(Cite(f"{_CLAUSE}.1", "Employees must keep their manager informed of any change", _changed_sentence),),
    ),
    Line(
        key="two_forms",
        when=lambda facts: facts.new_starter,
        gives=None,
        cites=(
            Cite(
                f"{_CLAUSE}.3",
                "Employees must complete and return the employee declaration",
                _two_forms_sentence,
                when=lambda said: said.worker_kind not in _OWN_FORM,
            ),
        ),
    ),
    Line(
        key="own_form",
        when=lambda facts: facts.worker_kind in _OWN_FORM,
        gives=None,
        cites=(Cite(f"{_CLAUSE}.4", "Agency and freelance workers or contractors are required", _own_form_sentence),),
    ),
    Line(
        key="nil",
        when=lambda facts: facts.nil,
        gives=None,
        cites=(Cite(f"{_CLAUSE}.2", "We will undertake periodic reviews", _nil_sentence),),
    ),
    Line(
        key="confidential",
        when=always,
        gives=None,
        cites=(
            Cite(
                f"{_CLAUSE}.2", "We hold all employee declarations with the appropriate levels", _confidential_sentence
            ),
        ),
    ),
)

RULE = Rule(situation="annual_declaration", role=EMPLOYEE, own_facts=FACTS, lines=LINES)
