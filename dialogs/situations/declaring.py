"""What declarations share: when their fields are needed, and since when it holds."""

from dialogs.situation import Answers, Question
from knowledge.ruling import Ruling

_DECLARED = ("declare", "register", "advice")


def declared(answers: Answers, ruling: Ruling) -> bool:
    """Say whether it is declared or put before the manager, or the person asked for an entry: its fields are needed."""
    return ruling.outcome in _DECLARED or bool(answers.get("record_anyway"))


def since(asks: str, clause: str, called: str) -> Question:
    """Give the question since when it holds, in the person's own words; a declaration says what and since when."""
    return Question(
        "since",
        "text",
        asks,
        "Since",
        "a declaration says since when it holds",
        clause,
        needed=declared,
        rough_time=True,
        called=called,
    )
