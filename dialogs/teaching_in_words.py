"""What HR type and press to teach a phrasing, to see what is taught, and to take it back."""

import re
from collections.abc import Mapping
from typing import Any

from dialogs.asking import carry_on
from dialogs.desk import Desk, Incoming, Turn
from dialogs.editions import counted, may_edit
from dialogs.events import Pressed, Said
from dialogs.following import follow_decisions, on_this_day
from dialogs.gaps import close_same, gap_words
from dialogs.kb_readers import may_read
from dialogs.replies import Button, Card, Field
from dialogs.statuses import person_named
from dialogs.teaching import LONGEST, Lesson, lesson_of, meaning_of, phrase_named, what_fails
from dialogs.wording import day, said
from knowledge.errors import Sayable
from knowledge.understanding.slots import read_yes_no
from storage import phrases
from storage.phrases import name_of
from storage.tables import Draft

_KB = r"^\W*(?:please )?(?:kb[ _-]*)?"
_TEACH = re.compile(
    rf"{_KB}(?:teach|phrase|learn)(?: that)?:?\s+(?:[“\"'‘](?P<text>.+?)[”\"'’]|(?P<gap>g[ _-]?\d+))\s*"
    r"(?:as|means?|is answered by|is|=|to mean)\s+(?P<target>\S.*?)\W*$",
    re.I | re.S,
)
_FORM = re.compile(rf"{_KB}(?:teach|phrase|teach (?:a |you )?(?:phrasing|phrase|something))\W*$", re.I)
_LIST = re.compile(
    rf"{_KB}(?:(?:show|list|see) (?:me )?)?(?:what (?:is|was|have we) )?(?:taught|phrasings|phrases)"
    r"(?:,? page (?P<page>\d+))?\W*$",
    re.I,
)
_FORGET = re.compile(rf"{_KB}(?:forget|undo|unteach|take back)\s+(?P<name>p[ _-]?\d+)\W*$", re.I)
_HELD, _CHECKED = "teaching", "lesson of"
_A_PAGE, _SHOWN = 10, 4


def teach_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words by which HR teach phrasings; say whether they were such words."""
    if not may_read(turn.person):
        return False
    if draft is None and _confirms(turn, text):
        return True
    found = next((each for pattern in _DO if (each := pattern.match(text))), None)
    if found is None or (draft and found.re is not _TEACH):
        return False
    if not may_edit(turn.person) and found.re is not _LIST:
        turn.say("HR editors teach me. Type “taught” to see what they taught.")
    else:
        try:
            _DO[found.re](turn, found)
        except Sayable as refused:
            turn.say(str(refused))
    if draft:
        carry_on(turn, draft)
    return True


def press_teaching(turn: Turn, event: Pressed) -> bool:
    """Take the button of the form by which HR teach a phrasing; say whether it was it."""
    if event.verb != "phrase.teach":
        return False
    if event.automatic or not may_edit(turn.person):
        turn.answer = "Nothing has changed." if event.automatic else "HR editors teach me."
        return True
    text, target = _typed(event.data)
    try:
        _teach_or_ask(turn, lesson_of(turn.desk.library, text, target))
        turn.answer = Card(title="What you taught is below.")
    except Sayable as refused:
        turn.say(str(refused))
        turn.answer = _form_card(str(refused), text, target)
    return True


def check_beforehand(desk: Desk, incoming: Incoming) -> None:
    """Check the golden set with what somebody in HR is about to teach, before the turn takes its locks."""
    text, target = _about_to_teach(incoming)
    if not text or not may_edit(incoming.person):
        return
    today = incoming.now.date()
    with desk.store.read() as session:
        follow_decisions(session, desk.store)
    of_day = on_this_day(desk, today)
    try:
        lesson = lesson_of(of_day.library, text, target)
    except Sayable:
        return
    checked = {"lesson": lesson, "fails": what_fails(of_day, lesson, today)}
    desk.memory.keep(f"{_CHECKED} {incoming.person.id}", checked, incoming.now)


def _about_to_teach(incoming: Incoming) -> tuple[str, str]:
    match incoming.event:
        case Said() as typed:
            found = _TEACH.match(typed.text)
            return (found["text"] or "", found["target"]) if found else ("", "")
        case Pressed() as pressed if pressed.verb == "phrase.teach":
            return _typed(pressed.data)
    return "", ""


def _typed(data: Mapping[str, Any]) -> tuple[str, str]:
    return str(data.get("text") or "").strip(), str(data.get("target") or "").strip()


def _teach(turn: Turn, found: re.Match) -> None:
    text = gap_words(turn, found["gap"]) if found["gap"] else found["text"]
    _teach_or_ask(turn, lesson_of(turn.desk.library, text, found["target"]))


def _teach_or_ask(turn: Turn, lesson: Lesson) -> None:
    """Teach it at once, unless golden checks would fail with it: then it takes a yes."""
    checked = turn.desk.memory.look(f"{_CHECKED} {turn.person.id}", turn.now) or {}
    fails = checked["fails"] if checked.get("lesson") == lesson else what_fails(turn.desk, lesson, turn.today)
    if not fails:
        _keep(turn, lesson)
        return
    turn.desk.memory.keep(turn.person.id, {_HELD: lesson}, turn.now)
    lines = [f"• {said(each.before.id)}: {said(each.after.got).replace('_', ' ')} then" for each in fails[:_SHOWN]]
    turn.say(
        f"With it, {counted(len(fails), 'golden check')} would fail:",
        *lines,
        "**Teach it all the same?**",
        choices=("Yes", "No"),
    )


def _keep(turn: Turn, lesson: Lesson) -> None:
    kept = phrases.teach(
        session=turn.session,
        text=lesson.text,
        situation=lesson.situation,
        clause=lesson.clause,
        by=turn.person.id,
        now=turn.now,
    )
    turn.kept = True
    close_same(turn, lesson.text)
    follow_decisions(turn.session, turn.desk.store)
    meaning = meaning_of(turn.desk.library, lesson.situation, lesson.clause)
    turn.say(
        f"**Taught, as {name_of(kept.id)}.** From the next message on, “{said(lesson.text)}” means {said(meaning)}. To "
        f"take it back, type “forget {name_of(kept.id)}”."
    )


def _confirms(turn: Turn, text: str) -> bool:
    lesson = (turn.desk.memory.look(turn.person.id, turn.now) or {}).get(_HELD)
    agreed = read_yes_no(text) if lesson and len(text.split()) <= 4 else None
    if agreed is None:
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    if agreed and may_edit(turn.person):
        _keep(turn, lesson)
    else:
        turn.say("Not taught. Nothing has changed.")
    return True


def _form(turn: Turn, found: re.Match) -> None:
    turn.say(card=_form_card())


def _form_card(hint: str = "", text: str = "", target: str = "") -> Card:
    return Card(
        title="Teach me what people's words mean",
        body=("It counts from the next message on, and can be taken back.",),
        asks=hint,
        fields=(
            Field("text", "What somebody types, such as “they bunged me a drink”", text, most=LONGEST),
            Field(
                "target",
                "What it means: a matter, such as “a gift”, or a clause, such as “gifts 1”",
                target,
                long=False,
            ),
        ),
        buttons=(Button("Teach this", "phrase.teach", style="positive"),),
    )


def _list(turn: Turn, found: re.Match) -> None:
    every = phrases.standing(session=turn.session)[::-1]
    if not every:
        turn.say("Nothing is taught beyond what came with me. To teach something, type “teach”.")
        return
    pages = -(-len(every) // _A_PAGE)
    page = min(max(int(found["page"] or 1), 1), pages)
    lines = [_line(turn, row) for row in every[(page - 1) * _A_PAGE : page * _A_PAGE]]
    more = (f"Taught, page {page + 1}",) if page < pages else ()
    turn.say(f"{counted(len(every), 'phrasing')} taught, the newest first:", *lines, choices=more)


def _line(turn: Turn, row: phrases.TaughtPhrase) -> str:
    meaning = meaning_of(turn.desk.library, row.situation, row.clause)
    by = person_named(turn.desk.directory, row.by).name
    return f"**{name_of(row.id)}** “{said(row.text)}” means {said(meaning)}. {by}, {day(row.done_on, turn.today)}."


def _forget(turn: Turn, found: re.Match) -> None:
    number = phrase_named(turn.session, found["name"])
    if not phrases.undo(session=turn.session, phrase=number, by=turn.person.id, now=turn.now):
        raise Sayable(f"{name_of(number)} was taken back already.")
    turn.kept = True
    follow_decisions(turn.session, turn.desk.store)
    turn.say(f"**{name_of(number)} is taken back.** From the next message on it counts no more.")


_DO = {_TEACH: _teach, _FORM: _form, _LIST: _list, _FORGET: _forget}
