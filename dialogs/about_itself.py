"""What people ask about the bot itself and about what happens to them, answered from what is true."""

import re
from collections.abc import Callable

from dialogs import job_facts
from dialogs.asking import answer_beside, receivers_of
from dialogs.desk import Turn
from dialogs.drafting import situation_of, step_of
from dialogs.routing import named_role, whom_to_ask
from dialogs.wording import listed
from storage.tables import Draft

_WHO = r"who|(?:can|will) (?:anyone|anybody|somebody|someone|my manager|my boss|hr|they)"
_WHO_SEES = re.compile(
    rf"\b(?:{_WHO})\b.{{0,20}}\b(?:sees?|reads?|know about) (?:this|it|what)\b"
    r"|\b(?:is|are) (?:this|it|you) (?:private|confidential|anonymous)\b",
    re.I,
)
_IN_TROUBLE = re.compile(
    r"\b(?:am i|will i be|will i get|could i get|can i get|are they going to|will they)\b.{0,20}"
    r"\b(?:trouble|sacked|fired|sack me|disciplined|dismissed)\b|\blose my job\b",
    re.I,
)


def answer_about_itself(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Answer who sees what is told here, a worry about what will happen, or what is remembered of the person; say
    whether it was such words."""
    for pattern, answer in _ANSWERS:
        if pattern.search(text):
            answer_beside(turn, draft, answer(turn, draft))
            return True
    return False


def _who_sees(turn: Turn, draft: Draft | None) -> str:
    start = "**Nobody sees what you tell me until you say yes to filing it.**"
    if draft is None:
        return (
            f"{start} Asking me something keeps nothing about you. What is filed goes on the council's register, "
            "and to the people I name before you say yes. Teams itself is not anonymous."
        )
    ruling = step_of(turn, draft).ruling
    roles = (
        [ruling.approver] if ruling.approver else list(receivers_of(turn, situation_of(draft), ruling, draft.answers))
    )
    names = [named_role(turn.desk.directory, turn.person, r, draft.answers) for r in roles]
    to = f"to {listed(names)} and " if names else ""
    where = situation_of(draft).says.kept_where
    return f"{start} Then it goes {to}{where}. Teams itself is not anonymous."


def _in_trouble(turn: Turn, draft: Draft | None) -> str:
    whom = whom_to_ask(turn.desk.directory, turn.person)
    return (
        "**I can't say what will happen, and I don't judge.** Nothing you've typed has been sent to anyone. Telling it "
        f"openly is what the policy asks of you. If you'd like to talk first: {whom}."
    )


_ANSWERS: tuple[tuple[re.Pattern[str], Callable[[Turn, Draft | None], str]], ...] = (
    (_WHO_SEES, _who_sees),
    (_IN_TROUBLE, _in_trouble),
    (job_facts.REMEMBER, lambda turn, draft: job_facts.remember(turn)),
    (job_facts.FORGET, lambda turn, draft: job_facts.forget(turn)),
    (job_facts.WHAT_IS_KEPT, lambda turn, draft: job_facts.what_is_kept(turn)),
)
