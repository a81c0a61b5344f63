"""What kind of sentence somebody typed."""

import re
from collections.abc import Collection

from dialogs.desk import Turn

_ASKS = re.compile(
    r"\?\s*$|^\W*(can|could|may|should|must|do|does|did|is|are|am|what|why|who|when|where|how|which|would|will)\b", re.I
)
_FIND_OUT = re.compile(
    r"^\W*(can|could|may|should|must|do i|does|is it|is any\w*|is some\w*|is there|will|are|am i|what|why|who|when|"
    r"where|how|which)\b",
    re.I,
)
_MARK = (
    r"no(?=,? (?:wait|it|that|they|sorry|actually|hang on|hold on|make|i mean))|sorry|"
    r"actually|i should (?:say|add|mention)|i (?:forgot|ought) to (?:say|add|mention|tell you)|to be clear|"
    r"by the way|btw|oops|no,|wait|hang on|hold on|correction|i meant|i mean|scrap that|my mistake|"
    r"(?:no )?(?:that'?s|this is|it'?s) (?:wrong|not right)|make (?:it|that)"
)
_PLAIN_CUE = re.compile(rf"^\W*(?:{_MARK})(?!\w)", re.I)
_CUE = re.compile(
    rf"^\W*(?:(?:{_MARK}|it was|it wasn't|it's actually|that should be|should be|not \S+,)\W*(?:but )?)+",
    re.I,
)
_FILE_IT = re.compile(
    r"^\W*(?:(?:yes|ok|okay|oh|well|please|just|then|fine|all right|alright|can you|go ahead and|go on(?: then)?),? )*"
    r"(?:file|submit|send|record|log|report) (?:it|this|that)\b",
    re.I,
)

_NAMES_WHAT_IS = re.compile(
    r"\b(?:i|we|he|she|they|it|someone|somebody|is|are|was|were|has|have|had|been|got|went|not|keeps?|says?)\b|['’]\w",
    re.I,
)
_ANNOUNCES = re.compile(r"\b(?:report|declare|tell you|let you know|want to|need to|like to)\b", re.I)


def tells(text: str) -> bool:
    """Say whether the words tell what happened: not where they ask, only name it or announce it."""
    asks = _FIND_OUT.match(text) or text.rstrip().endswith("?")
    return len(text.split()) > 2 and not asks and not _ANNOUNCES.search(text) and bool(_NAMES_WHAT_IS.search(text))


def corrects(text: str, plainly: bool = False) -> bool:
    """Say whether the words begin as a correction does: ``sorry, it was ...``, ``actually``, ``make it ...``.

    ``plainly``: a mere ``it was ...`` is no mark of one, as where a description is asked for.
    """
    return bool((_PLAIN_CUE if plainly else _CUE).match(text))


def without_cue(text: str) -> str:
    """Give the words without what marks them as a correction."""
    return _CUE.sub("", text).strip() or text


def wants_it_filed(text: str) -> bool:
    """Say whether the words ask to file it: ``file it please``, ``just report it``."""
    return bool(_FILE_IT.match(text)) and not text.rstrip().endswith("?")


def is_move(turn: Turn, text: str, moves: Collection[str]) -> bool:
    """Say whether the words are clearly a conversation move; a question is no greeting and no thanks."""
    understood = turn.incoming.understanding
    if not understood or understood.decision != "act" or understood.candidates[0].situation not in moves:
        return False
    return understood.candidates[0].situation not in ("greet", "thanks") or not asks_something(turn, text)


def asks_something(turn: Turn, text: str) -> bool:
    """Say whether the words ask for something, and so answer nothing."""
    if _FIND_OUT.match(text) or text.rstrip().endswith("?"):
        return True
    understood = turn.incoming.understanding
    return bool(understood and understood.asks and _ASKS.search(text))
