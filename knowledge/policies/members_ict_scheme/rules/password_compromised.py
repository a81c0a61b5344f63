"""A councillor's password that somebody else may know: changed at once, and reported as an incident.

Members ICT Scheme 5.15 to 5.17, 5.21 (IT Access) and 12.1 to 12.3 (MS-58-60, 63, 94-96). Clause 12.3 names the Service
Desk only and 5.16 two offices: all three are told, until HR decides otherwise (X34).
"""

from knowledge.incidents import incident_facts, known_to
from knowledge.phrases import sentence
from knowledge.policies.members_ict_scheme.rules.reporting import (
    AT_THE_DESK,
    LEGAL_BY_DUTY,
    LEGAL_TOO,
    desk_line,
    evidence_cite,
    report_cite,
)
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Duty, Outcome


def _change_sentence(said) -> str:
    return f"{sentence(known_to(said))} may know your password, so change it now."


def _strength_sentence(said) -> str:
    return (
        f"So the new one needs {said.password_length} characters or more, of {said.password_kinds} of the kinds named "
        "here."
    )


def _desk_sentence(said) -> str:
    return "The Service Desk can change it with you, so contact them if you can't get in or are not sure how."


def _evidence_sentence(said) -> str:
    return "Keep whatever shows how the password may have become known and what has happened since."


def _incident_sentence(said) -> str:
    return "Whoever knows your password could do damage with it, so this counts as an incident."


def _nobody_sentence(said) -> str:
    return "This holds for the new password too, so nobody needs it from you, not even the Service Desk."


def _custodian_sentence(said) -> str:
    return "What can be reached with the old password is meant for you alone, which is why the offices must know."


CHANGE = Cite("12.3", "If a Member believes a password has been compromised", _change_sentence)

RULE = Rule(
    situation="password_compromised",
    role=COUNCILLOR,
    own_facts=incident_facts(),
    lines=(
        desk_line(CHANGE),
        Line(
            key="report",
            when=always,
            gives=Outcome.REPORT,
            duties=(Duty.CHANGE_PASSWORD, Duty.CONTACT_SERVICE_DESK, *AT_THE_DESK),
            cites=(
                CHANGE,
                Cite("12.3", "Please contact the Service Desk if assistance is required", _desk_sentence),
                report_cite(lambda said: "A password that may be known is a suspected incident"),
                evidence_cite(_evidence_sentence),
                Cite("12.3", "Passwords should be minimum of", _strength_sentence),
                Cite("12.1", "Passwords should never be divulged to anyone.", _nobody_sentence),
                Cite("5.21-it-access", "Members must ensure that no one other than themselves", _custodian_sentence),
                Cite("5.15", "An incident is an event that could cause damage", _incident_sentence),
            ),
        ),
        LEGAL_TOO,
    ),
    figures=("password_length", "password_kinds", "X34"),
    receivers={Outcome.REPORT: ("service_desk", "digital_services"), **LEGAL_BY_DUTY},
)
