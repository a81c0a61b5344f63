"""What kind of sentence somebody typed."""

import re

from dialogs.desk import Turn

_ASKS = re.compile(
    r"\?\s*$|^\W*(can|could|may|should|must|do|does|did|is|are|am|what|why|who|when|where|how|which|would|will)\b", re.I
)
_FIND_OUT = re.compile(
    r"^\W*(can|could|may|should|must|do i|does|is it|are|am i|what|why|who|when|where|how|which)\b", re.I
)


def asks_something(turn: Turn, text: str) -> bool:
    """Say whether the words ask for something, and so answer nothing."""
    if _FIND_OUT.match(text) or text.rstrip().endswith("?"):
        return True
    understood = turn.incoming.understanding
    return bool(understood and understood.asks and _ASKS.search(text))
