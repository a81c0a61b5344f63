"""Training that a councillor would like: at the council's expense where it is about using ICT for council work.

Members ICT Scheme 3.1 and 5.1 (MS-28, 43).
"""

from knowledge.facts import Fact
from knowledge.phrases import giver as named
from knowledge.rule import Cite, Line, Rule, always
from knowledge.words import COUNCILLOR, Outcome


def _tell_sentence(said) -> str:
    topic = named(said.topic)
    about = f" ({topic})" if topic else ""
    return (
        f"Tell Democratic Services which training you would like{about}, and the council pays where it is about "
        "using software or equipment for council work or something related."
    )


def _upon_election_sentence(said) -> str:
    return "Training is part of taking up office, so the sooner you ask the better."


def _policies_sentence(said) -> str:
    return "If your training is about one of these policies, copies of it are provided too."


RULE = Rule(
    situation="training_request",
    role=COUNCILLOR,
    own_facts=(Fact("topic", "text"),),
    lines=(
        Line(
            key="notify",
            when=always,
            gives=Outcome.NOTIFY,
            cites=(
                Cite("3.1", "The Council will provide training opportunities at the Council's expense", _tell_sentence),
                Cite("3.1", "Such training will be undertaken by members upon election.", _upon_election_sentence),
                Cite("5.1", "copies of which will be provided to members and training provided", _policies_sentence),
            ),
        ),
    ),
    receivers={Outcome.NOTIFY: ("democratic_services",)},
)
