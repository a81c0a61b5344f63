"""Recording a meeting: only once a senior manager has authorised it, and said to everyone at the start.

Code of conduct: Electronic recording (CC-32, 33).
"""

from knowledge.facts import Fact
from knowledge.phrases import the
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "electronic-recording"

FACTS = (Fact("meeting", "text"), Fact("purpose", "text"), Fact("when", "moment"))


def _ask_sentence(said) -> str:
    return f"You want to record {the(said.meeting, 'meeting')}, so you need a yes from {said.senior_manager} first."


def _all_sentence(said) -> str:
    return "It makes no difference if the meeting is about a disciplinary matter, a grievance or an appeal."


def _announce_sentence(said) -> str:
    return f"At the start of {the(said.meeting, 'meeting')} everyone present has to hear why it is being recorded."


LINES = (
    Line(
        key="authorised",
        when=always,
        gives=Outcome.APPROVAL,
        duties=(Duty.SENIOR_MANAGER_APPROVAL, Duty.ANNOUNCE_AT_START),
        cites=(
            Cite(
                f"{_CLAUSE}.1",
                "Unless authorised, employees are not permitted to record meetings by electronic, audio or video "
                "devices. Authorisation must be from the appropriate senior manager before",
                _ask_sentence,
            ),
            Cite(f"{_CLAUSE}.1", "This includes all meetings associated with disciplinary", _all_sentence),
            Cite(f"{_CLAUSE}.2", "The meeting organiser must clarify the need", _announce_sentence),
        ),
    ),
)

RULE = Rule(situation="meeting_recording", role=EMPLOYEE, own_facts=FACTS, lines=LINES, approver="senior_manager")
