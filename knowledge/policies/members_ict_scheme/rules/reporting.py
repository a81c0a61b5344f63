"""What the incidents of a councillor share: two offices are told at once, and the evidence is kept.

Members ICT Scheme 5.15 to 5.17, 5.23 and 5.31 (MS-58-60, 67, 75).
"""

from collections.abc import Callable

from knowledge.phrases import sentence
from knowledge.rule import Cite, Line, always
from knowledge.words import Duty, Outcome

INCIDENT = (Duty.IMMEDIATELY, Duty.REPORT_DIGITAL_SERVICES, Duty.REPORT_HEAD_LEGAL, Duty.KEEP_EVIDENCE)
AT_THE_DESK = tuple(duty for duty in INCIDENT if duty is not Duty.REPORT_HEAD_LEGAL)
BOTH_OFFICES = ("digital_services", "head_of_legal")
_REPORT = "Members should report any incidents or suspected incidents immediately"
_OFFICES = "Digital Services and to the Head of Legal and Democratic Services"
_DESK = "Digital Services and their Service Desk"


def report_cite(what_happened: Callable[..., str], this: str = "this") -> Cite:
    """Who is told and when (5.16). ``what_happened`` is the beginning of the sentence, ``this`` what is reported."""

    def because(said) -> str:
        whom = _DESK if getattr(said, "X34", "") == "desk_only" else _OFFICES
        return f"{sentence(what_happened(said))}, so report {this} at once to {whom}."

    return Cite("5.16", _REPORT, because)


def evidence_cite(what_to_keep: Callable[..., str]) -> Cite:
    """What is kept in case it is required later (5.17)."""
    return Cite("5.17", "Members need to keep evidence of any data or security breaches", what_to_keep)


def example_cite(why: Callable[..., str]) -> Cite:
    """Why it counts as an incident, by the examples that the scheme gives (5.15)."""
    return Cite("5.15", "This could be a lost laptop", why)


def controller_lines(where: Callable[..., str]) -> tuple[Line, Line]:
    """Who answers for the data (5.23, 5.31); ``where`` the data was, such as "on your iPad"."""

    def member(said) -> str:
        return f"Your constituents' data was {where(said)}, so you are yourself the data controller for it."

    def act(said) -> str:
        return "The Data Protection Act covers your constituents' data, so you answer for it in your own right."

    def council(said) -> str:
        return f"The council supplied the data {where(said)}, so the council is its data controller."

    return (
        Line(
            key="controller_member",
            when=lambda facts: facts.data_of == "constituents",
            gives=None,
            cites=(
                Cite("5.31", "Members should note from paragraph 5.23 that they are their own", member),
                Cite("5.23", "Members will note that they are their own data controller", act),
            ),
        ),
        Line(
            key="controller_council",
            when=lambda facts: facts.data_of == "council",
            gives=None,
            cites=(Cite("5.31", "the Council remains the data controller for any information", council),),
        ),
    )


def _at_the_desk(facts) -> bool:
    return facts.X34 == "desk_only"


def desk_line(cite: Cite, key: str = "desk_only", when: Callable[..., bool] = always) -> Line:
    """The line that stands first where HR decided that the desk is enough (X34), with what clause 12 says of it."""
    return Line(key=key, when=lambda facts: _at_the_desk(facts) and when(facts), gives=None, cites=(cite,))


LEGAL_TOO = Line(
    key="head_of_legal_too",
    when=lambda facts: not _at_the_desk(facts),
    gives=None,
    duties=(Duty.REPORT_HEAD_LEGAL,),
    cites=(Cite("5.16", _REPORT, lambda said: "The Head of Legal and Democratic Services is told of it as well."),),
)
"""The Head of Legal and Democratic Services is told too of what clause 12 leaves to the Service Desk (X34)."""

LEGAL_BY_DUTY = {Duty.REPORT_HEAD_LEGAL: ("head_of_legal",)}

REPORTED = {Outcome.REPORT: BOTH_OFFICES}
