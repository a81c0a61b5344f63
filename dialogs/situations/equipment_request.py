"""Equipment for a councillor: Members ICT Scheme 1.4, 2.2, 2.3, 2.5 and 2.6."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dialogs.manners import REQUEST
from dialogs.situation import NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.situations.asking_for import by_name, filed, purpose, when
from dialogs.wants import APPROVE
from knowledge.ruling import Ruling

_PHONE = "email_on_phone"
_THINGS = {"ipad": "an iPad", "laptop": "a laptop", "printer": "a printer"}


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name what is asked for, and what has to be done first for email on a phone of one's own."""
    kind = answers.get("equipment")
    phone = kind == _PHONE
    whose = "your" if mine else "their"
    what = f"council email on {whose} own phone" if phone else _THINGS.get(kind, "the equipment")
    other = by_name(answers, "details", "the equipment", mine)
    first = " Put security software on your phone first, and keep it up to date." if phone else ""
    return {"thing": other if kind == "other" else what, "first": first}


def for_desk(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say what is unusual: a phone that is not known to have security software."""
    if wants != APPROVE or answers.get("equipment") != _PHONE:
        return ()
    if answers.get("security_software") is True:
        return ("They say that the phone has security software that is up to date.",)
    return ("They don't say that the phone has security software, which the scheme asks for.",)


def _on_phone(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("equipment") == _PHONE


def _unlisted(answers: Answers, ruling: Ruling) -> bool:
    return answers.get("equipment") in ("other", NOT_KNOWN)


EQUIPMENT = Situation(
    id="equipment_request",
    audience="councillor",
    kind="request",
    title="Equipment you need",
    noun="equipment",
    questions=(
        Question(
            "equipment",
            "choice",
            "What would you like?",
            "Equipment",
            "the scheme offers a choice of devices and some extras",
            "2.2",
            options=(
                Option("ipad", "iPad", ("tablet", "an ipad")),
                Option("laptop", "Laptop", ("a laptop", "computer")),
                Option("printer", "Printer", ("a printer",)),
                Option(_PHONE, "Council email on my phone", ("email on my phone", "phone email")),
                Option("other", "Something else", ("other", "none of these", "monitor", "charger", "keyboard")),
            ),
            needed=filed,
            called="the equipment",
        ),
        Question(
            "details",
            "text",
            "What would it be?",
            "Details",
            "Digital Services have to know what to look for",
            "2.3",
            needed=_unlisted,
            called="what it would be",
        ),
        Question(
            "security_software",
            "yes_no",
            "Does your phone have security software that is kept up to date?",
            "Security software",
            "a phone that the council doesn't provide needs it before council email goes on it",
            "2.6",
            needed=_on_phone,
            called="whether there's security software",
        ),
        purpose("What do you need it for?", "Digital Services have to know what it has to do", "1.4"),
        when("By when would you like it?", "Digital Services can plan by it", "1.4", label="By", called="by when"),
    ),
    headlines={"ask": "Digital Services decide about {thing}.{first}"},
    columns={},
    told_by_thing=("equipment", "details"),
    told_by_title=("equipment", "details", "security_software"),
    offered=("Equipment you need", "equipment you need", "equipment", "kit", "printer", "laptop"),
    in_order=True,
    naming=naming,
    manner=replace(REQUEST, asks="{person} asks for {thing}"),
    for_decider=for_desk,
)
