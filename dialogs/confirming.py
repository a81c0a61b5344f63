"""The summary: nothing is filed without a yes."""

from dialogs.additions import add_before_filing, added_to_yes
from dialogs.asking import wants_an_exception
from dialogs.desk import Turn
from dialogs.drafting import save, situation_of, step_of
from dialogs.filing import file_agreed
from dialogs.routing import whom_to_ask
from dialogs.sentences import asks_something, corrects, wants_it_filed
from knowledge.understanding.slots import read_yes_no
from storage import drafts
from storage.tables import Draft


def hear_at_summary(turn: Turn, draft: Draft, text: str) -> bool:
    """Take the words as a yes, a no or a wish for an exception; say whether they were one of these."""
    if "exception" in text.casefold() and wants_an_exception(step_of(turn, draft).ruling, draft.answers):
        file_agreed(turn, draft, exception=True)
        return True
    addition = "" if asks_something(turn, text) else added_to_yes(text)
    if addition:
        add_before_filing(turn, draft, addition)
        return True
    agreed = None if asks_something(turn, text) or corrects(text) else read_yes_no(text)
    if agreed or (agreed is None and wants_it_filed(text)):
        file_agreed(turn, draft)
        return True
    if agreed is None:
        return False
    if situation_of(draft).question("note"):
        turn.kept = True
        drafts.close(session=turn.session, draft=draft, state="cancelled", reference=None, now=turn.now)
        turn.say(f"All right, no note. Please ask {whom_to_ask(turn.desk.directory, turn.person)}.")
        return True
    save(turn, draft, offer={"kind": "not_yet"})
    turn.say(
        "Nothing is filed. **Would you like to change something, or cancel?**",
        choices=("Change something", "Cancel", "Park it"),
    )
    return True
