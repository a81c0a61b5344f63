"""A lost or stolen device of an employee: the Code asks for care and secure data, and names no one to report to.

Code of conduct: Care and use of our resources; Security and use of computer data or equipment (CC-54-58).
"""

from knowledge.incidents import device_facts, is_missing, missing_device, your_device
from knowledge.phrases import device, sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_SECURITY = "security-and-use-of-computer-data-or-equipment"


def _care_sentence(said) -> str:
    lost = f"{sentence(your_device(said))} {is_missing(said)}"
    counts = ", so it is any council data on it that counts" if said.owner == "own" else ""
    return (
        f"{lost}{counts}, and as the Code names no route for reporting that, tell {said.manager} and the IT service "
        "desk."
    )


def _risk_sentence(said) -> str:
    if said.how == "stolen":
        return f"{sentence(missing_device(said))} is one of these risks, so whatever it could reach must be secured."
    return f"{sentence(missing_device(said))} is as much a risk as a stolen one, so secure whatever it could reach."


def _law_sentence(said) -> str:
    where = f"personal data on {your_device(said)}"
    if said.personal_data is False:
        return f"You say that there is no {where}, so this may not apply, and the service desk can check it with you."
    if said.personal_data:
        return f"There is {where}, so the data protection law applies to it."
    if said.data_of == "none":
        return (
            f"You say that nobody else's data is on {your_device(said)}, so this may not apply, and the service desk "
            "can check it with you."
        )
    return f"There may be {where}, and if so the data protection law applies to it."


def _access_sentence(said) -> str:
    even = ", even though it is encrypted" if said.encrypted else ""
    return (
        f"Whoever has {your_device(said)} now might reach equipment or data under your control{even}, so the sooner "
        "the service desk knows, the better."
    )


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
    receivers={Outcome.REPORT: ("service_desk",)},
)
