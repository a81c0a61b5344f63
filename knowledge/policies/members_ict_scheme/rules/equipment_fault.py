"""A fault in a councillor's equipment: told to the Service Desk, and where it is damaged reported as an incident too.

Members ICT Scheme 4.6, 5.15 to 5.17, 7.1, 7.5, 12.7 and 12.8 (MS-41, 58-60, 80, 85, 101, 102).
"""

from knowledge.incidents import incident_facts
from knowledge.phrases import device
from knowledge.policies.members_ict_scheme.rules.reporting import (
    INCIDENT,
    evidence_cite,
    example_cite,
    report_cite,
)
from knowledge.rule import Cite, Line, Rule
from knowledge.words import COUNCILLOR, Duty, Outcome


def _thing(said) -> str:
    return device(said.device) if said.device and said.device != "other" else "equipment"


def _councils(facts) -> bool:
    return facts.owner == "council"


def _fault_sentence(said) -> str:
    lead = f"{_thing(said)} is the council's"
    lead = f"The {lead}, so" if said.owner == "council" else f"If the {lead},"
    return f"{lead} tell the Service Desk of the fault as soon as you reasonably can."


def _support_sentence(said) -> str:
    return "The Service Desk can help with a fault of this kind and with what is not working because of it."


def _damage(said) -> str:
    damaged = f"the {_thing(said)} is damaged"
    return damaged if said.owner == "council" else f"{damaged} and may be the council's"


def _evidence_sentence(said) -> str:
    return f"Keep the {_thing(said)} as it is, and whatever shows how it came to be damaged."


def _incident_sentence(said) -> str:
    return "Damaged hardware is one of the scheme's own examples, so this counts as an incident."


def _insurance_sentence(said) -> str:
    return "How it came to be damaged is recorded for the insurer, and nothing is decided here about who pays."


def _own_sentence(said) -> str:
    return f"The {_thing(said)} is your own, so the Service Desk can't help with it and nothing has to be reported."


def _own_damage_sentence(said) -> str:
    return f"What happened to the {_thing(said)} is a matter for your own insurance."


FAULT_CITES = (
    Cite(
        "4.6",
        "(vi) maintain the ICT equipment in working condition and report any faults to the IT Section as soon as is "
        "reasonably practical",
        _fault_sentence,
        exact=True,
    ),
    Cite("12.7", "Technical difficulties and queries in relation to Council supplied equipment.", _support_sentence),
)

RULE = Rule(
    situation="equipment_fault",
    role=COUNCILLOR,
    own_facts=incident_facts("owner", "damaged"),
    lines=(
        Line(
            key="fault",
            when=lambda facts: _councils(facts) and not facts.damaged,
            gives=Outcome.REPORT,
            duties=(Duty.CONTACT_SERVICE_DESK,),
            cites=FAULT_CITES,
        ),
        Line(
            key="damaged",
            when=lambda facts: _councils(facts) and facts.damaged,
            gives=Outcome.REPORT,
            duties=(Duty.CONTACT_SERVICE_DESK, *INCIDENT),
            cites=(
                report_cite(_damage),
                *FAULT_CITES,
                evidence_cite(_evidence_sentence),
                example_cite(_incident_sentence),
                Cite("7.1", "There is an expectation from the insurer that reasonable care", _insurance_sentence),
            ),
        ),
        Line(
            key="own",
            when=lambda facts: facts.owner == "own",
            gives=Outcome.NOT_REQUIRED,
            cites=(
                Cite(
                    "12.8", "Setting up of personal IT equipment such as laptops, pc's, mobile phones.", _own_sentence
                ),
                Cite(
                    "7.5",
                    "The Council accepts no responsibility for the theft or damage of the Member's own ICT equipment",
                    _own_damage_sentence,
                    when=lambda said: said.damaged,
                ),
            ),
        ),
    ),
    receivers={
        Outcome.REPORT: ("service_desk",),
        Duty.REPORT_DIGITAL_SERVICES: ("digital_services",),
        Duty.REPORT_HEAD_LEGAL: ("head_of_legal",),
    },
)
