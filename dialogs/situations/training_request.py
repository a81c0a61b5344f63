"""Training for a councillor: Members ICT Scheme 3.1 and 5.1 (MS-28, 43)."""

from collections.abc import Mapping
from dataclasses import replace

from dialogs.manners import REQUEST
from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.asking_for import by_name, filed, when


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the training by its topic: ``training on Teams``."""
    known = answers.get("topic") not in (None, NOT_KNOWN)
    return {"thing": f"training on {by_name(answers, 'topic', 'ICT', mine)}" if known else "training"}


TRAINING = Situation(
    id="training_request",
    audience="councillor",
    kind="request",
    title="Training",
    noun="training",
    questions=(
        Question(
            "topic",
            "text",
            "What would you like training on?",
            "Topic",
            "Democratic Services have to know what to arrange",
            "3.1",
            needed=filed,
            called="the topic",
        ),
        when("By when would you like it?", "Democratic Services can plan by it", "3.1", label="By", called="by when"),
    ),
    headlines={
        "notify": "Democratic Services arrange {thing}. The council pays where it's about using software or equipment "
        "for council work, or something related such as data protection."
    },
    columns={},
    told_by_thing=("topic",),
    offered=("Training", "training", "course"),
    in_order=True,
    naming=naming,
    manner=replace(REQUEST, tells="{ref}: {person} asks for {thing}"),
)
