"""Technology for a councillor with a disability or another need: Democratic Services are told, and nobody else.

Members ICT Scheme 1.5 (MS-10). Sensitive: the sentences do not repeat what the need is.
"""

from knowledge.facts import Fact
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Outcome


def _tell_sentence(said) -> str:
    return (
        "The scheme offers members a screening at their induction and, where necessary, specialist technology, and as "
        "the clause names no office, tell Democratic Services."
    )


def _access_sentence(said) -> str:
    return "Democratic Services can tell you what Access to Work may add to what the council provides."


RULE = Rule(
    situation="assistive_technology",
    role=COUNCILLOR,
    own_facts=(Fact("need", "text"),),
    lines=(
        Line(
            key="notify",
            when=always,
            gives=Outcome.NOTIFY,
            cites=(
                Cite("1.5", "who may have disabilities or other needs", _tell_sentence),
                Cite("1.5", "with additional support and advice provided via the UK Government’s", _access_sentence),
            ),
        ),
    ),
    receivers={Outcome.NOTIFY: ("democratic_services",)},
)
