"""What a first sentence says twice, or says wrongly: it is named at once, kept as neither, and asked in its turn."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.asking import carry_on
from dialogs.desk import Turn
from dialogs.drafting import plain, save
from dialogs.impossible import nonsense
from dialogs.situation import Situation
from knowledge.understanding.slots import read_choice
from storage import drafts
from storage.tables import Draft

SHORT = 3
GIVEN = "It was given to me"
BOUGHT = "I bought it"
_OFFERS = ("gift_offered", "hospitality_offered", "prize_won")
_PAID_FOR_IT = re.compile(
    r"\bi(?:['’]ve| have)?\s+(?:bought|paid for|purchased)\b[^.!?]{0,40}"
    r"\b(?:myself|with my own money|out of my own pocket)\b"
    r"|\bi(?:['’]ve| have)?\s+(?:bought|paid for|purchased) (?:it|them|this|that)\b",
    re.I,
)
_GOT_IT = re.compile(r"\b(?:gave|given|offered|sent|got (?:it|them) (?:from|as a))\b", re.I)


def without_nonsense(
    turn: Turn, situation: Situation, facts: Mapping[str, Any], said: str
) -> tuple[dict[str, Any], str]:
    """Give the facts of a first sentence without those that cannot be, and the sentences that say why."""
    wrong = {q.id: why for q in situation.questions if (why := nonsense(q, said, turn.now))}
    kept = {k: v for k, v in facts.items() if k not in wrong}
    wrong |= _at_odds(situation, kept)
    return {k: v for k, v in kept.items() if k not in wrong}, " ".join(dict.fromkeys(wrong.values()))


def _at_odds(situation: Situation, facts: Mapping[str, Any]) -> dict[str, str]:
    """Why a fact cannot stand beside those before it: a day of return before the day of departure."""
    wrong: dict[str, str] = {}
    before: dict[str, Any] = {}
    for question in situation.questions:
        value = plain(facts.get(question.id))
        why = question.fits(value, before) if value is not None else ""
        if why:
            wrong[question.id] = why
        elif value is not None:
            before[question.id] = value
    return wrong


def bought_and_given(situation: Situation, said: str) -> bool:
    """Say whether the words tell both that the person bought something and that it was given to them."""
    return situation.id in _OFFERS and bool(_PAID_FOR_IT.search(said) and _GOT_IT.search(said))


def ask_which(turn: Turn, draft: Draft) -> None:
    """Name both, and ask once which it is."""
    save(turn, draft, offer={"kind": "bought"})
    turn.say(
        "You said that you bought it yourself, and that it was given to you. **Which is it?**", choices=(GIVEN, BOUGHT)
    )


def take_which(turn: Turn, draft: Draft, text: str, offer: Mapping[str, Any]) -> bool:
    """Take the words as the answer to which it is; say whether they were one."""
    chosen = read_choice(
        text,
        {
            "given": (GIVEN, "given", "it was given", "a gift", "they gave it", "gave it to me", "a present"),
            "bought": (BOUGHT, "bought", "bought it myself", "i paid for it", "i paid"),
        },
    )
    if chosen == "given":
        carry_on(turn, save(turn, draft, offer=None), opening=True)
    elif chosen == "bought":
        turn.kept = True
        drafts.close(session=turn.session, draft=draft, state="cancelled", reference=None, now=turn.now)
        turn.say(
            "Then nobody offered you anything, and nothing has been filed. If they let you have it for less than "
            "others pay, tell me and I'll look again."
        )
    elif len(text.split()) <= SHORT:
        ask_which(turn, draft)
    return chosen is not None or len(text.split()) <= SHORT
