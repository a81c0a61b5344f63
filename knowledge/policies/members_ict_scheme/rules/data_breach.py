"""Information of a councillor that reached somebody who was not to have it: reported at once to two offices.

Members ICT Scheme 5.15 to 5.17, 5.23, 5.27, 5.31 and 5.33 (MS-58-60, 67, 71, 75, 78).
"""

from knowledge.incidents import incident_facts, named
from knowledge.policies.members_ict_scheme.rules.reporting import (
    INCIDENT,
    REPORTED,
    controller_lines,
    evidence_cite,
    report_cite,
)
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Outcome

_DATA = {"council": "the council's data", "constituents": "your constituents' data", "party": "your party's data"}


def _information(said) -> str:
    data = _DATA.get(said.data_of, "personal data" if said.personal_data else "information")
    return named(said.what, data)


def _what_happened(said) -> str:
    return f"{_information(said)} may have reached somebody who should not have access"


def _evidence_sentence(said) -> str:
    return "Keep what was sent or said and whatever shows who has it now, as it may be needed later."


def _incident_sentence(said) -> str:
    return "Something that could do damage to one person is enough, so this counts as an incident."


def _disclosure_sentence(said) -> str:
    if said.personal_data is False:
        return (
            "You say that no personal data was involved, so this may not apply, and the Head of Legal and Democratic "
            "Services can check it with you."
        )
    lead = "Personal data was involved" if said.personal_data else "Personal data may have been involved"
    return f"{lead}, which is why it is reported before anything else is looked into."


def _help_sentence(said) -> str:
    return "The Head of Legal and Democratic Services can also say who else has to be told, and what to tell them."


RULE = Rule(
    situation="data_breach",
    role=COUNCILLOR,
    own_facts=incident_facts(),
    lines=(
        Line(
            key="report",
            when=always,
            gives=Outcome.REPORT,
            duties=INCIDENT,
            cites=(
                report_cite(_what_happened),
                evidence_cite(_evidence_sentence),
                Cite(
                    "5.27",
                    "the unauthorised processing or disclosure of such information is prohibited",
                    _disclosure_sentence,
                ),
                Cite("5.33", "If Members require advice or assistance on the provisions of the DPA", _help_sentence),
                Cite("5.15", "An incident is an event that could cause damage", _incident_sentence),
            ),
        ),
        *controller_lines(lambda said: "in what was disclosed"),
    ),
    receivers=REPORTED,
)
