"""Inventions: whatever could be patented and was made in the course of one's duties is disclosed to the manager.

Code of conduct: Patent (CC-51).
"""

from knowledge.facts import Fact
from knowledge.phrases import sentence, the
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

FACTS = (
    Fact("invention", "text"),
    Fact("alone", "bool"),
    Fact("in_course_of_duties", "bool", matters=True),
)


def _invention(said) -> str:
    return the(said.invention, "invention")


def _disclose_sentence(said) -> str:
    if said.in_course_of_duties is None:
        return f"If {_invention(said)} came about in the course of your duties, tell {said.manager} about it."
    with_others = ", also where colleagues had a part in it" if said.alone is False else ""
    lead = f"{sentence(_invention(said))} came about in the course of your duties"
    return f"{lead}, so tell {said.manager} about it{with_others}."


def _whose_sentence(said) -> str:
    return f"Under the Patents Act {_invention(said)} may belong to {said.council}, which decides about a patent."


def _own_sentence(said) -> str:
    return f"{sentence(_invention(said))} did not come about in the course of your duties, so nothing is asked of you."


_DUTIES = "This applies whether developed or discovered by the employee, alone or with colleagues"

LINES = (
    Line(
        key="disclose",
        when=lambda facts: facts.in_course_of_duties,
        gives=Outcome.DECLARE,
        duties=(Duty.TELL_MANAGER,),
        cites=(
            Cite(
                "patent.1",
                f"Employees must disclose to their manager any matter, item or idea capable of being patented. "
                f"{_DUTIES}",
                _disclose_sentence,
            ),
            Cite("patent.2", "We will decide whether to apply for a patent", _whose_sentence),
        ),
    ),
    Line(
        key="own",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite("patent.1", _DUTIES, _own_sentence),),
    ),
)

RULE = Rule(situation="invention_made", role=EMPLOYEE, own_facts=FACTS, lines=LINES)
