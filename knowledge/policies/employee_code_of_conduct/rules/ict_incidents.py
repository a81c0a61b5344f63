"""Incidents of an employee other than a missing device: the Code asks for care and secure data and names no route.

Code of conduct: Care and use of our resources; Security and use of computer data or equipment; Use of information and
confidentiality (CC-54-58, 123). The manager and the IT service desk are told (X2); first steps that the Code does not
name are said to be common practice.
"""

from collections.abc import Callable

from knowledge.incidents import incident_facts, known_to, named, papers, papers_are_missing, your_device
from knowledge.phrases import device, sentence
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import EMPLOYEE, Duty, Outcome

_SECURITY = "security-and-use-of-computer-data-or-equipment"
_NO_UNAUTHORISED = "Employees must ensure that no unauthorised person gains access"


def _told(lead: Callable[..., str]) -> Callable[..., str]:
    """The first sentence of a report: what happened, that the Code names no route, and who is told."""

    def told(said) -> str:
        who = f"{said.manager} and the IT service desk"
        return f"{sentence(lead(said))}, and as the Code names no route for reporting that, tell {who}."

    return told


def _law(where: Callable[..., str]) -> Cite:
    """Data protection law (CC-56), as far as personal data may be ``where`` the incident happened."""

    def law(said) -> str:
        data = f"personal data {where(said)}"
        if said.personal_data is False:
            return f"You say that there is no {data}, so this may not apply, and {said.manager} can check it with you."
        if said.personal_data:
            return f"There is {data}, so the data protection law applies to it."
        return f"There may be {data}, and if so the data protection law applies to it."

    return Cite(f"{_SECURITY}.2", "Employees must comply with relevant data protection legislation at all times.", law)


def _risk(because: Callable[..., str]) -> Cite:
    return Cite(
        f"{_SECURITY}.1",
        "Employees must adequately secure data and systems against risks such as: operator errors theft of equipment "
        "unauthorised access to or copying of programmes",
        because,
    )


def _access(because: Callable[..., str]) -> Cite:
    return Cite(f"{_SECURITY}.3", _NO_UNAUTHORISED, because)


def _on_device(said) -> str:
    return f"on {your_device(said)}"


def _message(said) -> str:
    return named(said.what, "the message")


def _infected(said) -> str:
    return (
        f"As common practice, switch {your_device(said)} off or take it off the network and leave it so until the "
        "service desk has seen it."
    )


def _who_reaches(said) -> str:
    return f"Until it is cleared, somebody might reach what {your_device(said)} can reach."


def _in_papers(said) -> str:
    return f"Whoever has {papers(said)} now may read what was in there, so the sooner it is known the better."


def _private_papers(said) -> str:
    return f"What was in {papers(said)} stays confidential, so tell only those who have to know."


def _released(said) -> str:
    return (
        "This duty goes on, so as common practice ask whoever has what was disclosed to delete it and not to pass it "
        "on, and keep their answer."
    )


def _received(said) -> str:
    opened = " and something in it was opened" if said.opened else ""
    return f"{_message(said)} may not be what it seems{opened}"


def _leave_alone(said) -> str:
    return (
        "As common practice, leave its links and attachments alone and don't forward it, unless the service desk asks."
    )


def _no_password(said) -> str:
    return "So don't give your password to whoever sent it, and if you have, change it now."


def _change(said) -> str:
    return f"{sentence(known_to(said))} may know your password, so change it now to one that you have not used before."


def _keep_to_yourself(said) -> str:
    return "This holds for the new password too, so nobody needs it from you, not even the service desk."


def _old_password(said) -> str:
    return "The service desk can look into what may have been reached with the old password."


def _faulty(said) -> str:
    thing = sentence(your_device(said)) if said.device else "The equipment"
    return f"{thing} {'is damaged' if said.damaged else 'has a fault'}"


def _repair(said) -> str:
    if said.owner == "own":
        return f"Before anybody repairs {your_device(said)}, make sure that no council data is on it."
    thing = device(said.device) if said.device else "equipment"
    return f"Let nobody but the IT service desk repair the {thing}, as council data may be on it."


def _rule(situation: str, *cites: Cite) -> Rule:
    return Rule(
        situation=situation,
        role=EMPLOYEE,
        own_facts=incident_facts(),
        lines=(Line(key="report", when=always, gives=Outcome.REPORT, duties=(Duty.TELL_MANAGER,), cites=cites),),
        receivers={Outcome.REPORT: ("service_desk",)},
    )


RULES = (
    _rule(
        "papers_lost",
        _access(_told(papers_are_missing)),
        Cite(f"{_SECURITY}.3", "No data should be released unless approved", _in_papers),
        _law(lambda said: f"in {papers(said)}"),
        Cite("use-of-information-and-confidentiality.4", "Employees have a duty of confidentiality", _private_papers),
    ),
    _rule(
        "data_breach",
        Cite(
            f"{_SECURITY}.3",
            "No data should be released unless approved",
            _told(
                lambda said: f"{named(said.what, 'information')} may have reached somebody who should not have access"
            ),
        ),
        Cite("use-of-information-and-confidentiality.4", "Employees have a duty of confidentiality", _released),
        _law(lambda said: "in what was disclosed"),
    ),
    _rule(
        "virus_suspected",
        _risk(_told(lambda said: f"{your_device(said)} may have a virus")),
        Cite(
            "care-and-use-of-our-resources.1",
            "Employees must treat all our equipment with due care and respect.",
            _infected,
        ),
        _access(_who_reaches),
        _law(_on_device),
    ),
    _rule(
        "suspicious_message",
        _risk(_told(_received)),
        Cite(
            "care-and-use-of-our-resources.1",
            "Employees must treat all our equipment with due care and respect.",
            lambda said: _infected(said) if said.opened else _leave_alone(said),
        ),
        Cite(f"{_SECURITY}.3", "Employees must not disclose user IDs and passwords to anyone.", _no_password),
    ),
    _rule(
        "password_compromised",
        Cite(f"{_SECURITY}.3", "Passwords must be changed regularly to a previously unused password.", _change),
        _access(_told(lambda said: "somebody may have used the old password")),
        Cite(f"{_SECURITY}.3", "Employees must not disclose user IDs and passwords to anyone.", _keep_to_yourself),
        _risk(_old_password),
    ),
    _rule(
        "equipment_fault",
        Cite(
            "care-and-use-of-our-resources.1",
            "Employees must treat all our equipment with due care and respect.",
            _told(_faulty),
        ),
        _access(_repair),
    ),
)
