"""A record named by its reference: shown, or said to be none of the person's, or no part of the matter in hand."""

import re

from dialogs.asking import answer_beside
from dialogs.desk import Turn
from dialogs.in_hand import may_see
from dialogs.moves import show_record
from dialogs.passing_on import adds_to_record
from knowledge.understanding.slots import read_reference
from storage.tables import Draft

_SHOW = re.compile(
    r"^\W*(?:please |can you |can i )?(?:show(?: me)?|see|open|find|status(?: of)?|what about|where is|how is)?\s*"
    r"[a-z]{2,3}[- ]?\d{4}[- ]?\d+\W*$",
    re.I,
)


def asks_for_record(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Show the record whose reference is all that was typed; say whether it was that."""
    reference = read_reference(text)
    return bool(reference) and not draft and bool(_SHOW.match(text)) and show_record(turn, reference)


def names_no_record(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Say so where the words name a record that the person has no part in, or, while another matter is open, tell more
    of one that is filed; say whether they did."""
    reference = read_reference(text)
    if not reference:
        return False
    if not may_see(turn, reference):
        words = f"{reference} isn't one of your records. Type “my records” or “my approvals” for those that are."
    elif draft and adds_to_record(text):
        words = f"That's about {reference}, which is filed. Say “park it”, then type it again, and I'll add it there."
    else:
        return False
    answer_beside(turn, draft, words)
    return True
