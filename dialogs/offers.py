"""What was offered in the middle of a draft (to change, to park, to record all the same), and how it is taken up."""

from typing import Any

from dialogs.additions import take_addition
from dialogs.asking import carry_on
from dialogs.beginning import begin
from dialogs.changing import chosen_change
from dialogs.desk import Turn
from dialogs.doubts import take_which
from dialogs.drafting import save
from dialogs.filing import file_agreed
from dialogs.moves import cancel, move, park
from dialogs.sentences import wants_it_filed
from knowledge.understanding.slots import read_choice, read_yes_no
from storage import drafts
from storage.tables import Draft


def take_offer(turn: Turn, draft: Draft, text: str) -> bool:
    """Take the words as an answer to what was offered; say whether they were one."""
    offer = draft.meta["offer"]
    return _OFFERS[offer["kind"]](turn, draft, text, offer)


def _take_change(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
    return chosen_change(turn, draft, text)


def _take_found(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
    wish = _wish(text, yes=("drop it", "drop the report"), no=("report it anyway", "report it", "keep it"))
    if wish is True:
        cancel(turn, draft)
    elif wish is False:
        carry_on(turn, save(turn, draft, offer=None))
    return wish is not None


def _wish(text: str, yes: tuple[str, ...], no: tuple[str, ...]) -> bool | None:
    """Read which of two things is wished: in its own words, or as a yes or no."""
    chosen = read_choice(text, {"yes": yes, "no": no})
    return read_yes_no(text) if chosen is None else chosen == "yes"


def _take_not_yet(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
    if wants_it_filed(text) or offer.get("sure") and read_yes_no(text):
        file_agreed(turn, save(turn, draft, offer=None))
        return True
    if read_yes_no(text) is not None:
        save(turn, draft, offer={"kind": "not_yet", "sure": True})
        turn.say(
            "I want to be sure. **Shall I file it as it is, change something, or cancel?**",
            choices=("File it", "Change something", "Cancel"),
        )
        return True
    chosen = read_choice(
        text, {"change": ("change something", "change"), "cancel": ("cancel",), "park": ("park it", "later")}
    )
    if chosen == "change":
        move(turn, "change", draft)
    elif chosen == "cancel":
        cancel(turn, draft)
    elif chosen == "park":
        park(turn, draft)
    return chosen is not None


def _take_entry(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
    wish = _wish(text, yes=("record it anyway", "record it"), no=("no need", "don't", "leave it"))
    if wish is True:
        carry_on(turn, save(turn, draft, {**draft.answers, "record_anyway": True}, offer=None))
    elif wish is False:
        turn.kept = True
        drafts.close(session=turn.session, draft=draft, state="cancelled", reference=None, now=turn.now)
        turn.say("That's fine. Nothing has been filed, and nothing has to be. I'm here if anything changes.")
    return wish is not None


def _take_park(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
    wish = _wish(text, yes=("park it and start", "park it", "switch"), no=("finish this first", "stay"))
    if wish is True:
        draft = save(turn, draft, offer=None)
        drafts.park(session=turn.session, draft=draft, now=turn.now)
        begin(turn, offer["situation"], offer["facts"], offer["said"], lead="Parked.")
    elif wish is False:
        carry_on(
            turn, save(turn, draft, offer=None), "We'll finish this one first. Tell me about the other afterwards."
        )
    return wish is not None


_OFFERS = {
    "add": take_addition,
    "bought": take_which,
    "change": _take_change,
    "entry": _take_entry,
    "found": _take_found,
    "not_yet": _take_not_yet,
    "park": _take_park,
}
