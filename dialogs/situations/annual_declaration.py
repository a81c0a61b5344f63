"""The employee declaration: Code of conduct, Employee declaration (CC-147 to CC-152)."""

from collections.abc import Mapping
from typing import Any

from dialogs.situation import Answers, Option, Question, Situation
from knowledge.ruling import Ruling

_CLAUSE = "employee-declaration"
_OWN_FORM = ("agency", "freelance")


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the form: ``your nil employee declaration``, and both forms where there are two."""
    whose = "your" if mine else "their"
    form = "worker's declaration" if answers.get("worker_kind") in _OWN_FORM else "employee declaration"
    two = " and officer interests form" if _two_forms(answers) else ""
    nil = "nil " if answers.get("nil") is True else ""
    return {"thing": f"{whose} {nil}{form}{two}"}


def for_manager(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what becomes of it: a copy stays on the person's file (CC-148, 150)."""
    return ("A copy is kept on their file. Please treat it as confidential.",)


def _two_forms(answers: Answers) -> bool:
    return answers.get("new_starter") is True and answers.get("worker_kind") not in _OWN_FORM


def _always(answers: Answers, ruling: Ruling) -> bool:
    return True


def _own_staff(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("worker_kind") not in _OWN_FORM


def _declared_before(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("new_starter") is not True


def _something(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("nil") is not True or answers.get("changed") is True


ANNUAL_DECLARATION = Situation(
    id="annual_declaration",
    audience="employee",
    kind="declaration",
    title="Your declaration form",
    noun="declaration",
    questions=(
        Question(
            "worker_kind",
            "choice",
            "How do you work for the council?",
            "Works as",
            "employees fill in the employee declaration, and agency and freelance workers the form given to them",
            f"{_CLAUSE}.4",
            options=(
                Option("employee", "Employee", ("staff", "permanent", "casual")),
                Option("agency", "Agency worker", ("agency", "temp")),
                Option("freelance", "Freelance or contractor", ("freelance", "contractor", "self-employed")),
            ),
            needed=_always,
            may_be_unknown=False,
            told_first=True,
            called="how you work for the council",
        ),
        Question(
            "new_starter",
            "yes_no",
            "Have you just started here?",
            "New starter",
            "a new starter fills in the officer interests form as well",
            f"{_CLAUSE}.3",
            needed=_own_staff,
            called="whether you've just started",
        ),
        Question(
            "changed",
            "yes_no",
            "Has anything changed since your last declaration?",
            "Changed since last time",
            "the code asks you to tell your manager of any change",
            f"{_CLAUSE}.1",
            needed=_declared_before,
            told_first=True,
            called="whether anything has changed",
        ),
        Question(
            "nil",
            "yes_no",
            "Is it a nil return, with nothing to declare?",
            "Nothing to declare",
            "saying that there is nothing is an answer too",
            f"{_CLAUSE}.2",
            needed=_always,
            may_be_unknown=False,
            told_first=True,
            called="whether there's nothing to declare",
        ),
        Question(
            "what",
            "text",
            "What do you declare, or what has changed, and since when?",
            "Declared",
            "the declaration says what it is and since when",
            f"{_CLAUSE}.1",
            needed=_something,
            may_be_unknown=False,
            called="what you declare",
            takes_all=True,
        ),
        Question(
            "interests",
            "text",
            "For the officer interests form: in which organisations that deal with the council do you, your husband, "
            "wife or partner have a part? You can say that there are none.",
            "Officer interests",
            "a new starter fills in two forms, and this is the second",
            f"{_CLAUSE}.3",
            needed=lambda answers, ruling: _two_forms(answers),
            may_be_unknown=False,
            called="the officer interests",
            takes_all=True,
        ),
    ),
    headlines={
        "declaration": "{thing} goes to {manager} in writing, and a copy stays on your file. Filing it here does that.",
    },
    columns={},
    told_by_thing=("nil",),
    offered=("Your declaration form", "my declaration form", "declaration", "form", "yearly declaration"),
    in_order=True,
    holds=("interest_held", "contract_interest", "personal_relationship", "additional_employment", "invention_made"),
    holds_in="what",
    holding={"nil": False, "changed": True},
    naming=naming,
    for_decider=for_manager,
)
