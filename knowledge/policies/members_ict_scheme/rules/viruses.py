"""A virus or a suspicious message of a councillor: power off what may be infected, ring the Service Desk, report.

Members ICT Scheme 5.3, 5.15 to 5.17 and 12.4 (MS-45, 58-60, 97-99). Clause 12.4 names the Service Desk only and 5.16
two offices: all three are told, until HR decides otherwise (X34). What the screen showed is written down once the
device is off (X35).
"""

from knowledge.incidents import incident_facts, named, your_device
from knowledge.phrases import device, sentence
from knowledge.policies.members_ict_scheme.rules.reporting import (
    AT_THE_DESK,
    LEGAL_BY_DUTY,
    LEGAL_TOO,
    desk_line,
    evidence_cite,
    example_cite,
    report_cite,
)
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Duty, Outcome


def _message(said) -> str:
    return named(said.what, "the message")


def _power_sentence(said) -> str:
    first = f"Power off {your_device(said)} first and then contact the Service Desk"
    if said.owner == "own":
        return f"{first}, because that is as safe for your own as for the council's devices that are named here."
    return f"{first}, and leave it off until they tell you what to do."


def _anti_virus_sentence(said) -> str:
    return f"Leave the anti-virus software on the {device(said.device)} as it is, whatever a message on it asks for."


def _screen_sentence(said) -> str:
    return f"Once {your_device(said)} is off, write down what it showed and what was done before."


def _virus_sentence(said) -> str:
    return "A virus is one of the scheme's own examples, so even one that you only suspect counts as an incident."


def _concern_sentence(said) -> str:
    return (
        f"{sentence(_message(said))} causes you concern, so contact the Service Desk at once and leave any links and "
        "attachments alone."
    )


def _threat_sentence(said) -> str:
    return f"{sentence(_message(said))} may be one of these threats, and only the Service Desk can tell."


def _keep_message_sentence(said) -> str:
    return f"Keep {_message(said)} as it came, without forwarding or deleting it, as it may be needed later."


def _message_came(said) -> str:
    if said.opened:
        return "Something in a suspicious message was opened"
    return "A suspicious message is a suspected incident"


POWER_OFF = Cite(
    "12.4",
    "If a Member believes a virus has infected their NPT device, the device should be powered off and the Service Desk "
    "should be contacted immediately.",
    _power_sentence,
    exact=True,
)
CONCERN = Cite(
    "12.4",
    "If Members are unsure about software installed on their NPT machine or if any program or email causes concern "
    "they should contact the Service Desk immediately.",
    _concern_sentence,
    exact=True,
)
ANTI_VIRUS = Cite(
    "12.4",
    "Members must not attempt to disable any anti-virus software on NPT machines.",
    _anti_virus_sentence,
    exact=True,
)

VIRUS_SUSPECTED = Rule(
    situation="virus_suspected",
    role=COUNCILLOR,
    own_facts=incident_facts(),
    lines=(
        desk_line(POWER_OFF),
        Line(
            key="report",
            when=always,
            gives=Outcome.REPORT,
            duties=(Duty.POWER_OFF, Duty.CONTACT_SERVICE_DESK, *AT_THE_DESK),
            cites=(
                POWER_OFF,
                report_cite(lambda said: f"{your_device(said)} may have a virus"),
                evidence_cite(_screen_sentence),
                ANTI_VIRUS,
                example_cite(_virus_sentence),
            ),
        ),
        LEGAL_TOO,
    ),
    figures=("X34",),
    receivers={Outcome.REPORT: ("digital_services",), **LEGAL_BY_DUTY},
)

SUSPICIOUS_MESSAGE = Rule(
    situation="suspicious_message",
    role=COUNCILLOR,
    own_facts=incident_facts("opened"),
    lines=(
        desk_line(POWER_OFF, "opened_desk_only", lambda facts: facts.opened),
        desk_line(CONCERN),
        Line(
            key="opened",
            when=lambda facts: facts.opened,
            gives=None,
            duties=(Duty.POWER_OFF,),
            cites=(POWER_OFF,),
        ),
        Line(
            key="report",
            when=always,
            gives=Outcome.REPORT,
            duties=(Duty.CONTACT_SERVICE_DESK, *AT_THE_DESK),
            cites=(
                CONCERN,
                report_cite(_message_came),
                evidence_cite(_keep_message_sentence),
                Cite("5.3", "Use of email and Internet access introduces security threats", _threat_sentence),
            ),
        ),
        Line(
            key="opened_afterwards",
            when=lambda facts: facts.opened,
            gives=None,
            cites=(ANTI_VIRUS, example_cite(_virus_sentence)),
        ),
        LEGAL_TOO,
    ),
    figures=("X34",),
    receivers={Outcome.REPORT: ("service_desk", "digital_services"), **LEGAL_BY_DUTY},
)

RULES = (VIRUS_SUSPECTED, SUSPICIOUS_MESSAGE)
