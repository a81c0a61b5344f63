"""What is told while a form is filled in belongs on the form: "my wife got a job with Serco" on a declaration."""

import re

from dialogs.asking import carry_on
from dialogs.desk import Turn
from dialogs.drafting import save, situation_of
from dialogs.sentences import asks_something, tells
from dialogs.situation import NOT_KNOWN, Question
from storage.tables import Draft

_LEAST_WORDS = 5
_YES_NO = re.compile(r"^\W*(?:yes|yeah|yep|no|nope)\b[\s,.;–-]*(?:but|and|because|cos)?\s*", re.I)


def takes_content(turn: Turn, draft: Draft, question: Question | None, text: str) -> bool:
    """Put words that tell another matter on the form that is being filled in; say whether they were put there."""
    situation = situation_of(draft)
    if not situation.holds or question is None or question.takes_all or asks_something(turn, text):
        return False
    told = _YES_NO.sub("", text)
    if len(told.split()) < _LEAST_WORDS or not tells(told) or not _is_held(turn, situation.holds):
        return False
    before = draft.answers.get(situation.holds_in)
    words = told if before in (None, NOT_KNOWN) else f"{before}; {told}"
    draft = save(turn, draft, {**draft.answers, **situation.holding, situation.holds_in: words}, misses=0)
    carry_on(turn, draft, f"I've put that on your {situation.noun}, in your words.")
    return True


def _is_held(turn: Turn, held: tuple[str, ...]) -> bool:
    understood = turn.incoming.understanding
    return bool(understood) and any(c.situation in held for c in understood.candidates[:2])
