"""What was offered in the middle of a draft (to change, to park, to record all the same), and how it is taken up."""

from typing import Any

from dialogs.asking import carry_on
from dialogs.beginning import begin
from dialogs.changing import chosen_change
from dialogs.desk import Turn
from dialogs.drafting import save
from dialogs.moves import cancel, move, park
from knowledge.understanding.slots import read_choice, read_yes_no
from storage import drafts
from storage.tables import Draft


def take_offer(turn: Turn, draft: Draft, text: str) -> bool:
    """Take the words as an answer to what was offered; say whether they were one."""
    offer = draft.meta["offer"]
    return _OFFERS[offer["kind"]](turn, draft, text, offer)


def _take_change(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
    return chosen_change(turn, draft, text)


def _take_not_yet(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
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
    wish = read_choice(
        text, {"no": ("no need", "no", "don't", "leave it"), "yes": ("record it anyway", "record it", "yes")}
    )
    if wish is None:
        said = read_yes_no(text)
        wish = None if said is None else ("yes" if said else "no")
    if wish == "yes":
        carry_on(turn, save(turn, draft, {**draft.answers, "record_anyway": True}, offer=None))
    elif wish == "no":
        turn.kept = True
        drafts.close(session=turn.session, draft=draft, state="cancelled", reference=None, now=turn.now)
        turn.say("That's fine. Nothing has been filed, and nothing has to be. I'm here if anything changes.")
    return wish is not None


def _take_park(turn: Turn, draft: Draft, text: str, offer: dict[str, Any]) -> bool:
    wish = read_choice(
        text, {"park": ("park it and start", "park it", "yes", "switch"), "stay": ("stay", "no", "finish this first")}
    )
    if wish is None:
        said = read_yes_no(text)
        wish = None if said is None else ("park" if said else "stay")
    if wish == "park":
        turn.kept = True
        draft = save(turn, draft, offer=None)
        drafts.park(session=turn.session, draft=draft, now=turn.now)
        begin(turn, offer["situation"], offer["facts"], offer["said"], lead="Parked. ")
    elif wish == "stay":
        carry_on(
            turn, save(turn, draft, offer=None), "We'll finish this one first. Tell me about the other afterwards."
        )
    return wish is not None


_OFFERS = {"change": _take_change, "not_yet": _take_not_yet, "entry": _take_entry, "park": _take_park}
