"""Short questions about the ruling in hand: what would change it, why it is so, and the words to use."""

from dialogs.desk import Turn
from dialogs.ready_words import hear_ready_words
from dialogs.what_if import hear_what_if
from dialogs.why import hear_why
from storage.tables import Draft


def answer_about_ruling(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Answer a short question about the ruling in hand; say whether it was one. Nothing is kept or changed."""
    return hear_what_if(turn, text, draft) or hear_why(turn, text, draft) or hear_ready_words(turn, text, draft)
