"""What people found wanting: how they send it to HR, and how HR read it. Nothing of it says who asked."""

import re

from dialogs.desk import Turn
from dialogs.editions import may_edit
from dialogs.events import Rated
from dialogs.kb_readers import may_read
from dialogs.kb_views import A_PAGE, View
from dialogs.looking import look_at
from dialogs.routing import whom_to_ask
from dialogs.wording import said
from knowledge.errors import Sayable
from storage import gaps
from storage.gaps import name_of
from storage.tables import Draft, Gap

SEND = "Send this to HR"
HEARD, CLAUSES = "heard", "clauses"
LONGEST = 300
_SEND = re.compile(
    r"^\W*(?:please )?(?:send|pass|forward) (?:this|that|it|my (?:question|words))(?: on)? to hr(?: please)?\W*$", re.I
)
_LIST = re.compile(
    r"^\W*(?:please )?(?:show |list |see )?(?:me )?(?:the )?(?:kb[ _-]*)?"
    r"(?:gaps|unanswered(?: questions)?|what (?:was|is) (?:sent|unanswered))(?:,? page (?P<page>\d+))?\W*$",
    re.I,
)
_DONE = re.compile(r"^\W*(?:please )?(?:done|close|closed|finished|dealt)(?: with)?\s+(?P<name>g[ _-]?\d+)\W*$", re.I)
_NAME = re.compile(r"^\W*g[\s_-]*(\d{1,9})\W*$", re.I)


def hear_of_gaps(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words that send a question to HR, or by which HR read what was sent; say whether they were such words."""
    if draft is None and _SEND.match(text):
        _send(turn)
        return True
    found = (_LIST.match(text) or _DONE.match(text)) if may_read(turn.person) and draft is None else None
    if found is None:
        return False
    if found.re is _LIST:
        _list(turn, int(found["page"] or 1))
    elif not may_edit(turn.person):
        turn.say("HR editors deal with these. Type “gaps” to read them.")
    else:
        _done(turn, found["name"])
    return True


def take_rating(turn: Turn, event: Rated) -> None:
    """Take a thumb on an answer: one that did not help is counted for its clause, and can be sent to HR."""
    kept = turn.desk.memory.look(turn.person.id, turn.now) or {}
    if event.helpful:
        return
    if kept.get(CLAUSES):
        gaps.unhelpful(
            session=turn.session, clause=kept[CLAUSES][0], audience=turn.person.audience or "employee", now=turn.now
        )
        turn.desk.memory.keep(turn.person.id, {**kept, CLAUSES: ()}, turn.now)
    can = words_to_send(turn)
    turn.say(
        "I'm sorry that didn't help.",
        "If you'd like HR to see what you asked, say “send this to HR”: your words go, and not your name."
        if can
        else f"Please tell {whom_to_ask(turn.desk.directory, turn.person)} what you need.",
        choices=(SEND,) if can else (),
    )


def words_to_send(turn: Turn) -> str:
    """Give what this person asked or told last that they could send to HR; "" where nothing is held."""
    kept = turn.desk.memory.look(turn.person.id, turn.now) or {}
    return str(kept.get("asked") or kept.get(HEARD) or kept.get("said") or "")[:LONGEST]


def gap_words(turn: Turn, name: str) -> str:
    """Give the words of a question that was sent, by its name (``G-3``); Sayable where none of that name waits."""
    return _waiting(turn, name).words


def close_same(turn: Turn, words: str) -> None:
    """Note that the questions of these very words are done with, as they were taught."""
    for each in gaps.waiting(session=turn.session):
        if " ".join(each.words.casefold().split()) == " ".join(words.casefold().split()):
            gaps.close(session=turn.session, gap=each.id, by=turn.person.id, now=turn.now)


def _send(turn: Turn) -> None:
    words = words_to_send(turn)
    turn.desk.memory.take(turn.person.id, turn.now)
    if not words:
        turn.say("I don't hold what you asked any more, so there's nothing to send. Ask it again, then send it.")
        return
    gaps.send(session=turn.session, words=words, audience=turn.person.audience or "employee", now=turn.now)
    turn.say(
        f"**Sent to HR, without your name.** They see these words: “{said(words)}”. They can't answer you, "
        f"as they don't know who asked. If you need an answer, ask {whom_to_ask(turn.desk.directory, turn.person)}."
    )


def _list(turn: Turn, page: int) -> None:
    try:
        turn.say(card=look_at(turn, View("gaps", first=(max(page, 1) - 1) * A_PAGE)))
    except Sayable as nothing:
        turn.say(str(nothing))


def _done(turn: Turn, name: str) -> None:
    try:
        gap = _waiting(turn, name)
    except Sayable as refused:
        turn.say(str(refused))
        return
    gaps.close(session=turn.session, gap=gap.id, by=turn.person.id, now=turn.now)
    turn.kept = True
    turn.say(f"**{name_of(gap.id)} is dealt with.** It's off the list.")


def _waiting(turn: Turn, name: str) -> Gap:
    found = _NAME.match(name)
    number = int(found[1]) if found else 0
    gap = next((each for each in gaps.waiting(session=turn.session) if each.id == number), None)
    if gap is None:
        raise Sayable(f"There is no {name.strip().upper()[:20]} that waits. Type “gaps” for those that do.")
    return gap
