"""A lost or stolen device of an employee: the Code asks for care and secure data, and names no one to report to.

Code of conduct: Care and use of our resources; Security and use of computer data or equipment (CC-54-58).
"""

from knowledge.incidents import device_facts, is_missing, missing_device, your_device
from knowledge.phrases import device, sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_SECURITY = "security-and-use-of-computer-data-or-equipment"


def _care_sentence(said) -> str:
    route = f"The Code names no route for reporting it, so tell {said.manager} and the IT service desk"
    if said.owner == "own":
        return f"This speaks of council equipment, so with {your_device(said)} it is the data that counts. {route}."
    return f"{sentence(your_device(said))} {is_missing(said)}, and council equipment is in your care. {route}."


def _risk_sentence(said) -> str:
    return f"{sentence(missing_device(said))} puts data and systems at risk: theft of equipment is on this list."


def _law_sentence(said) -> str:
    if said.personal_data is False:
        return f"You say that no personal data is on {your_device(said)}; the service desk can check that with you."
    lead = "There is" if said.personal_data else "There may be"
    return f"{lead} personal data on {your_device(said)}, and the data protection law applies to it."


def _access_sentence(said) -> str:
    return f"Whoever has {your_device(said)} now might reach data that is under your control."


def _password_sentence(said) -> str:
    return f"A password used or kept on the {device(said.device)} may be known to someone else now, so change it."


LINES = (
    Line(
        key="report",
        when=always,
        gives=Outcome.REPORT,
        duties=(Duty.TELL_MANAGER,),
        cites=(
            Cite(
                "care-and-use-of-our-resources.1",
                "Employees must treat all our equipment with due care and respect.",
                _care_sentence,
            ),
            Cite(
                f"{_SECURITY}.1",
                "Employees must adequately secure data and systems against risks such as: operator errors theft of "
                "equipment unauthorised access to or copying of programmes",
                _risk_sentence,
            ),
            Cite(
                f"{_SECURITY}.2",
                "Employees must comply with relevant data protection legislation at all times.",
                _law_sentence,
            ),
            Cite(f"{_SECURITY}.3", "Employees must ensure that no unauthorised person gains access", _access_sentence),
            Cite(
                f"{_SECURITY}.3",
                "Passwords must be changed regularly to a previously unused password.",
                _password_sentence,
                when=lambda said: said.device != "id_card",
            ),
        ),
    ),
)

RULE = Rule(
    situation="device_lost",
    role=EMPLOYEE,
    own_facts=device_facts(rules=False),
    lines=LINES,
    receivers={Outcome.REPORT: ("line_manager", "service_desk")},
)
