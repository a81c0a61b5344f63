"""The media: nobody speaks of an employee's position, and of the council's business only those who are authorised.

Code of conduct: Media contacts (CC-129-134).
"""

from knowledge.facts import Fact
from knowledge.phrases import giver, sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_CLAUSE = "media-contacts"
_BUSINESS, _POSITION = "council_business", "employee_position"
_AUTHORISED = {
    "general": "You are authorised as a spokesperson",
    "specific": "You are authorised to speak on this",
    "union": "You speak as an authorised trade union spokesperson",
}

FACTS = (
    Fact("outlet", "text"),
    Fact("about", "choice", (_BUSINESS, _POSITION, "other"), matters=True),
    Fact("authorised", "choice", (*_AUTHORISED, "no"), matters=True),
)


def _outlet(said) -> str:
    return giver(said.outlet, "the media")


def _no_statement_sentence(said) -> str:
    if said.about is None:
        return "If they ask about an employee, say nothing about that person's position, whoever has authorised you."
    return f"{sentence(_outlet(said))} asked about an employee, so say nothing, whoever has authorised you."


def _line_sentence(said) -> str:
    lead = "These are the words to use" if said.about == _POSITION else "If it is about an employee, use these words"
    return f"{lead}, exactly as they stand."


def _told_employee_sentence(said) -> str:
    lead = "The employee" if said.about == _POSITION else "If it is about an employee, that person"
    return f"{lead} has to hear of it at once from their line manager, so tell {said.manager}."


def _not_authorised_sentence(said) -> str:
    if said.about is None or said.authorised is None:
        return (
            f"Unless you are authorised, say nothing to {_outlet(said)} about the business of {said.council}, and tell "
            f"{said.manager}."
        )
    return (
        f"You are not authorised to speak to {_outlet(said)} about the business of {said.council}, so say nothing and "
        f"tell {said.manager}."
    )


def _next_sentence(said) -> str:
    return "What is said, if anything, is agreed between these people, so you need not find an answer yourself."


def _advise_sentence(said) -> str:
    return f"The communications and engagement team has to know that {_outlet(said)} got in touch."


def _free_sentence(said) -> str:
    if said.about == "other":
        return (
            f"What {_outlet(said)} asked about is not the business of {said.council}, so this does not hold you back."
        )
    return f"{_AUTHORISED[said.authorised]}, so you may answer {_outlet(said)}."


def _not_authorised(facts) -> bool:
    return facts.about == _BUSINESS and facts.authorised == "no"


_STATEMENTS = (
    "authorised by their manager to act generally as a spokesperson expressly authorised to act as a spokesperson for "
    "a particular situation acting as an authorised trade union spokesperson"
)

LINES = (
    Line(
        key="employee_position",
        when=lambda facts: facts.about == _POSITION,
        gives=Outcome.REFUSE,
        duties=(Duty.USE_MEDIA_LINE, Duty.TELL_MANAGER),
        cites=(
            Cite(f"{_CLAUSE}.2", "Employees are not permitted to make statements concerning", _no_statement_sentence),
            Cite(
                f"{_CLAUSE}.4",
                '"We are unable to comment on any matters that relate to individual members of staff."',
                _line_sentence,
                exact=True,
            ),
            Cite(f"{_CLAUSE}.3", "they will be advised of this enquiry immediately", _told_employee_sentence),
        ),
    ),
    Line(
        key="not_authorised",
        when=_not_authorised,
        gives=Outcome.REPORT,
        duties=(Duty.TELL_MANAGER,),
        cites=(
            Cite(f"{_CLAUSE}.1", _STATEMENTS, _not_authorised_sentence),
            Cite(f"{_CLAUSE}.5", "If there are any other approaches from the media", _next_sentence),
        ),
    ),
    Line(
        key="free_to_speak",
        when=always,
        otherwise=True,
        gives=Outcome.NOT_REQUIRED,
        cites=(Cite(f"{_CLAUSE}.1", _STATEMENTS, _free_sentence),),
    ),
    Line(
        key="communications",
        when=always,
        gives=None,
        duties=(Duty.TELL_COMMUNICATIONS,),
        cites=(
            Cite(
                f"{_CLAUSE}.4",
                "Employees must advise the communications and engagement team of the enquiry.",
                _advise_sentence,
                exact=True,
            ),
        ),
    ),
)

RULE = Rule(
    situation="media_enquiry",
    role=EMPLOYEE,
    own_facts=FACTS,
    lines=LINES,
    receivers={Duty.TELL_COMMUNICATIONS: ("communications",)},
)
