"""Equipment that a councillor may ask for: a choice of two devices, a printer, council email on their own phone.

Members ICT Scheme 1.4, 2.2, 2.3, 2.5 and 2.6 (MS-12, 14, 16-18).
"""

from knowledge.facts import Fact
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Duty, Outcome

_THINGS = {
    "ipad": "an iPad",
    "laptop": "a laptop",
    "printer": "a printer",
    "email_on_phone": "council email on your own phone",
}


def _thing(said) -> str:
    return _THINGS.get(said.equipment, "the equipment that you need")


def _is(equipment: str):
    return lambda said: said.equipment == equipment


def _ask_sentence(said) -> str:
    return f"Digital Services provide equipment, so ask them for {_thing(said)} and wait until they agree."


def _choice_sentence(said) -> str:
    return f"You can choose {_thing(said)}, and it comes with what is named here."


def _printer_sentence(said) -> str:
    return "A printer is one of the extras that can be asked for."


def _phone_sentence(said) -> str:
    return "Council email on your own phone is one of the extras that can be asked for."


def _alternative_sentence(said) -> str:
    return "What you would like is not among what is listed, so it is for the council to say whether it can offer it."


def _software_sentence(said) -> str:
    if said.security_software:
        return "You say that your phone has security software, so what remains is to keep it up to date."
    return (
        "Your phone is not one that the council provides, so put security software on it first and keep it up to date."
    )


RULE = Rule(
    situation="equipment_request",
    role=COUNCILLOR,
    own_facts=(
        Fact("equipment", "choice", (*_THINGS, "other"), matters=True),
        Fact("security_software", "bool"),
    ),
    lines=(
        Line(
            key="ask",
            when=always,
            gives=Outcome.APPROVAL,
            cites=(
                Cite("1.4", "ICT services and support are provided for Members", _ask_sentence),
                Cite("2.2", "iPad with keyboard cover and mobile connectivity", _choice_sentence, when=_is("ipad")),
                Cite(
                    "2.2",
                    "(ii) Laptop, with separate Screen, Keyboard, Case and Mouse",
                    _choice_sentence,
                    when=_is("laptop"),
                    exact=True,
                ),
                Cite("2.5", "Printer", _printer_sentence, when=_is("printer")),
                Cite(
                    "2.5",
                    "(ii) Access to Secure Council email on a Personal Mobile Phone Device",
                    _phone_sentence,
                    when=_is("email_on_phone"),
                    exact=True,
                ),
                Cite(
                    "2.3",
                    "the Council retains the right to offer alternative hardware",
                    _alternative_sentence,
                    when=_is("other"),
                ),
            ),
        ),
        Line(
            key="email_on_phone",
            when=lambda facts: facts.equipment == "email_on_phone",
            gives=None,
            duties=(Duty.SECURITY_SOFTWARE,),
            cites=(Cite("2.6", "they must ensure that the device being used", _software_sentence),),
        ),
    ),
    approver="digital_services",
)
