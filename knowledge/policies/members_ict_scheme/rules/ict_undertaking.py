"""The undertaking in writing that a councillor signs to use the council's equipment and systems.

Members ICT Scheme 1.3, 4.6, 5.1 and 5.31 (MS-8, 43, 75).
"""

from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Duty, Outcome


def _sign_sentence(said) -> str:
    return "To use the council's equipment or systems you sign this undertaking in writing first."


def _policies_sentence(said) -> str:
    return "You are given copies of these policies, so read them before you sign."


def _processor_sentence(said) -> str:
    return "By using the equipment you agree to this as well, so it is part of what you sign."


RULE = Rule(
    situation="ict_undertaking",
    role=COUNCILLOR,
    own_facts=(),
    lines=(
        Line(
            key="sign",
            when=always,
            gives=Outcome.ACKNOWLEDGE,
            duties=(Duty.IN_WRITING,),
            cites=(
                Cite("1.3", "Any Member wishing to use the Council’s ICT equipment and systems", _sign_sentence),
                Cite("5.1", "It is necessary that Members comply with and have a working", _policies_sentence),
                Cite("5.31", "In accepting and utilising Council ICT equipment", _processor_sentence),
            ),
        ),
    ),
)
