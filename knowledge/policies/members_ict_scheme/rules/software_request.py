"""Software that a councillor would like: on the toolkit it is supported, anything else is asked for and not installed.

Members ICT Scheme 2.15, 5.19, 5.20 and 12.7 (MS-27, 39, 62, 101). The list for the iPad says "download and install",
other clauses never: the Service Desk is asked for both kinds of device (X31).
"""

from knowledge.facts import Fact
from knowledge.phrases import giver as named
from knowledge.phrases import sentence
from knowledge.rule import Cite, Line, Rule
from knowledge.words import COUNCILLOR, Duty, Outcome


def _software(said) -> str:
    return named(said.software, "the software")


def _toolkit_sentence(said) -> str:
    return f"{sentence(_software(said))} is on your toolkit, so nothing has to be asked for and help with it is given."


def _ask_sentence(said) -> str:
    if said.in_toolkit is None:
        return f"Unless {_software(said)} is on your toolkit already, ask the Service Desk for it."
    return f"{sentence(_software(said))} is not on your toolkit, so ask the Service Desk for it."


def _never_sentence(said) -> str:
    return f"So please don't install or set up {_software(said)} yourself, even where a device would let you."


def _ipad_sentence(said) -> str:
    return "On an iPad too it is asked for first, whatever this clause says of downloading and installing."


def _licence_sentence(said) -> str:
    return "A copy from another machine is not licensed for yours, so that is no way round."


RULE = Rule(
    situation="software_request",
    role=COUNCILLOR,
    own_facts=(Fact("software", "text"), Fact("in_toolkit", "bool", matters=True)),
    lines=(
        Line(
            key="ask",
            when=lambda facts: not facts.in_toolkit,
            gives=Outcome.APPROVAL,
            duties=(Duty.CONTACT_SERVICE_DESK,),
            cites=(
                Cite("5.19", "If Members require any software for their work", _ask_sentence),
                Cite("5.19", "Members must not install or configure any software", _never_sentence),
                Cite(
                    "2.15",
                    "(vii) Download and install applications which could aid them to carry out their Member duties – "
                    "requests to be made via the Service Desk.",
                    _ipad_sentence,
                    exact=True,
                ),
                Cite("5.20", "The software must not be copied to any other machine.", _licence_sentence),
            ),
        ),
        Line(
            key="in_toolkit",
            when=lambda facts: facts.in_toolkit,
            gives=Outcome.NOT_REQUIRED,
            cites=(
                Cite(
                    "12.7",
                    "(iii) The Members application toolkits, which comprises; MS Office suite, Modgov, remote hybrid "
                    "meeting applications pertaining to participation in Council meetings e.g. MS Teams, Zoom.",
                    _toolkit_sentence,
                    exact=True,
                ),
            ),
        ),
    ),
    approver="service_desk",
)
