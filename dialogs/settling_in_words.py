"""What HR types and presses about the policies' open questions: the list, one entry, a decision, a withdrawal."""

import re
from dataclasses import replace
from datetime import date

from rapidfuzz import fuzz

from dialogs.asking import carry_on
from dialogs.desk import Turn
from dialogs.events import Pressed
from dialogs.kb_views import A_PAGE, View
from dialogs.looking import look_at
from dialogs.replies import Card
from dialogs.routing import named_role, whom_to_ask
from dialogs.settling import (
    EDITOR,
    Settlement,
    check,
    entry_named,
    last_row,
    may_settle,
    reopen,
    settle,
)
from dialogs.settling_cards import LedgerAction, confirm_card, entry_card, read_ledger_action, withdraw_card
from knowledge.errors import Sayable
from knowledge.ledger.entries import Entry, find_entry
from knowledge.ledger.landing import as_read
from knowledge.ledger.telling import day_of
from knowledge.understanding.slots import read_day, read_yes_no
from storage.tables import Draft

_LIST = re.compile(
    r"^\W*(?:please )?(?:show |list |see )?(?:me )?(?:all )?(?:the |kb[ _])?"
    r"(?:ambiguities|ambiguity ledger|open questions(?: of the polic(?:y|ies))?|what(?:'s| is) unclear)"
    r"(?:,? page)?\W*(?P<page>\d+)?\W*$",
    re.I,
)
_SHOW = re.compile(
    r"^\W*(?:please )?(?:(?:and |so )?(?:show|open|see|what(?:'s| is| does| did)?(?: in)?"
    r"|what have we decided(?: about| on)?|how (?:have|did) we (?:decide|read|settle)d?"
    r"|what did we (?:decide|say)(?: about| on)?|tell me about|is)\s+)?"
    r"(?:me )?(?P<entry>x\d{1,2})"
    r"(?:\W+(?:say|says|mean|means|about|decided|open|what (?:does|did) (?:it|that) (?:say|mean)|what is it))?\W*$",
    re.I,
)
_WITHDRAW = re.compile(
    r"^\W*(?:please )?(?:withdraw|undecide|reopen|take back|undo|cancel|reverse)(?: (?:the|our|my) decision)?"
    r"(?: on| about| for)? (?P<entry>x\d{1,2})\W*$",
    re.I,
)
_DECIDE = re.compile(
    r"^\W*(?:please )?(?:decide|settle)(?: on)? (?P<entry>x\d{1,2})\b[\s,]*(?:as )?(?P<reading>[a-z][a-z_ ]*?)?"
    r"(?:\s*\bfrom (?P<since>[^:]+?))?\s*(?::\s*(?P<words>.+))?$",
    re.I | re.S,
)
_DECIDE_FREELY = re.compile(
    r"^\W*(?:please )?(?:decide|settle|(?:we|hr)(?:'ve| have)? (?:decided|settled|agreed))(?: on| about)? "
    r"(?P<entry>x\d{1,2})\b[\s,:–-]*(?:that |as )?(?P<words>\S.+)$",
    re.I | re.S,
)
_HELD = "settling"
_ALIKE, _APART = 62, 8


def settle_in_words(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Take words about what is unclear in the policies; say whether they were such words."""
    if draft is None and _confirms(turn, text):
        return True
    found = next((each for pattern in _DO if (each := pattern.match(text))), None)
    theirs = may_settle(turn.person)
    if found is None or (found.re is _SHOW and (draft or not theirs)) or (draft and not theirs):
        return False
    if not theirs:
        _not_theirs(turn)
    else:
        try:
            _DO[found.re](turn, found)
        except Sayable as refused:
            turn.say(str(refused))
    if draft:
        carry_on(turn, draft)
    return True


def press_settling(turn: Turn, event: Pressed) -> bool:
    """Take a button of the cards on what is unclear; say whether it was one."""
    action = read_ledger_action(event.verb, event.data)
    if action is None:
        return False
    if event.automatic or not may_settle(turn.person):
        turn.answer = "Nothing has changed." if event.automatic else "Only HR decide this."
        return True
    try:
        _PRESSES[action.verb](turn, action, entry_named(action.entry))
    except Sayable as refused:
        entry = find_entry(action.entry)
        turn.say(str(refused))
        turn.answer = entry_card(turn, entry, str(refused), action.words) if entry else str(refused)
    return True


def _not_theirs(turn: Turn) -> None:
    turn.say(
        "HR keep the list of what's unclear in the policies, and decide it. If you've come across something unclear, "
        f"ask me about it: I'll show you the passages and what's safest. Or ask {_hr(turn)}."
    )


def _hr(turn: Turn) -> str:
    named = named_role(turn.desk.directory, turn.person, EDITOR)
    return named if named != "HR" else whom_to_ask(turn.desk.directory, turn.person)


def _list(turn: Turn, found: re.Match) -> None:
    turn.say(card=look_at(turn, View("ambiguities", first=(max(1, int(found["page"] or 1)) - 1) * A_PAGE)))


def _show(turn: Turn, found: re.Match) -> None:
    turn.say(card=entry_card(turn, entry_named(found["entry"])))


def _decide(turn: Turn, found: re.Match) -> None:
    entry, words = entry_named(found["entry"]), (found["words"] or "").strip()
    reading = "_".join((found["reading"] or "").casefold().split())
    if not words and reading and entry.reading(reading) is None:
        _decide_freely(turn, entry, found["reading"].strip())
        return
    if not words:
        turn.say(card=entry_card(turn, entry, _readings_typed(entry)))
        return
    what = _settlement(turn, entry, reading, words, found["since"] or "", last_row(turn.session, entry))
    _ask_to_confirm(turn, what)


def _decide_in_own_words(turn: Turn, found: re.Match) -> None:
    _decide_freely(turn, entry_named(found["entry"]), found["words"].strip())


def _decide_freely(turn: Turn, entry: Entry, words: str) -> None:
    """Take a decision in HR's own words for the reading that says the same; else show which readings there are."""
    reading = _reading_meant(entry, words)
    if entry.readings and not reading:
        turn.say("I can't tell which of its readings that is, so nothing is recorded.")
        turn.say(card=entry_card(turn, entry, _readings_typed(entry)))
        return
    _ask_to_confirm(turn, _settlement(turn, entry, reading, words, "", last_row(turn.session, entry)))


def _reading_meant(entry: Entry, words: str) -> str:
    """Give the reading that the words name or say in other words, if it is plainly one."""
    said = words.casefold()
    named = [each.key for each in entry.readings if each.key.replace("_", " ") in said.replace("_", " ")]
    if len(named) == 1:
        return named[0]
    scored = sorted((fuzz.token_set_ratio(said, each.says.casefold()), each.key) for each in entry.readings)[::-1]
    plain = scored and scored[0][0] >= _ALIKE and (len(scored) == 1 or scored[0][0] - scored[1][0] >= _APART)
    return scored[0][1] if plain else ""


def _readings_typed(entry: Entry) -> str:
    if not entry.readings:
        return f"To decide it by typing: “decide {entry.id}: ” and HR's words."
    keys = ", ".join(each.key for each in entry.readings)
    return f"To decide it by typing: “decide {entry.id}”, one of {keys}, a colon and HR's words."


def _withdraw(turn: Turn, found: re.Match) -> None:
    _ask_to_withdraw(turn, entry_named(found["entry"]))


def _ask_to_withdraw(turn: Turn, entry: Entry) -> None:
    landed, follows = as_read(entry, turn.today), last_row(turn.session, entry)
    if landed.decision is None and not follows:
        raise Sayable(f"Nothing is decided on {entry.id}, so there's nothing to withdraw.")
    action = LedgerAction("withdraw", entry.id, follows)
    turn.desk.memory.keep(turn.person.id, {_HELD: action}, turn.now)
    turn.say(card=withdraw_card(entry, landed, follows))


def _ask_to_confirm(turn: Turn, what: Settlement) -> None:
    check(what.entry, what.reading, what.words)
    action = LedgerAction("record", what.entry.id, what.follows, what.reading, what.words, what.since.isoformat())
    turn.desk.memory.keep(turn.person.id, {_HELD: action}, turn.now)
    turn.say(card=confirm_card(what))


def _settlement(turn: Turn, entry: Entry, reading: str, words: str, since: str, follows: int) -> Settlement:
    first = _day(turn, since)
    if first is None:
        raise Sayable(
            f"I can't read “{since[:40]}” as a day. Say it like “3 December 2026”, or leave it out for today."
        )
    return Settlement(entry, reading, words, first, follows)


def _day(turn: Turn, words: str) -> date | None:
    if not words:
        return turn.today
    try:
        return date.fromisoformat(words)
    except ValueError:
        found = read_day(words, turn.now, "future")
        return found.day if found else None


def _confirms(turn: Turn, text: str) -> bool:
    """Take a yes or a no to what was shown just before; say whether there was anything to confirm."""
    held = turn.desk.memory.look(turn.person.id, turn.now) or {}
    action = held.get(_HELD)
    agreed = read_yes_no(text) if action and len(text.split()) <= 4 else None
    if agreed is None:
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    if not may_settle(turn.person):
        return False
    action = action if agreed else replace(action, verb="leave")
    try:
        _PRESSES[action.verb](turn, action, entry_named(action.entry))
    except Sayable as refused:
        turn.say(str(refused))
    turn.answer = None
    return True


def _press_open(turn: Turn, action: LedgerAction, entry: Entry) -> None:
    turn.answer = entry_card(turn, entry)


def _press_check(turn: Turn, action: LedgerAction, entry: Entry) -> None:
    what = _settlement(turn, entry, action.reading, action.words, action.since, action.follows)
    _ask_to_confirm(turn, what)
    turn.answer = Card(title=f"{entry.id}: {entry.title}", body=("What would be recorded is shown below.",))


def _press_record(turn: Turn, action: LedgerAction, entry: Entry) -> None:
    what = _settlement(turn, entry, action.reading, action.words, action.since, action.follows)
    settle(turn.session, what, turn.person.id, turn.now)
    turn.kept = True
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title=f"Recorded: the decision on {entry.id}.")
    turn.say(
        f"**Recorded: HR's decision on {entry.id}, from {day_of(what.since)}.** Rulings and answers follow it and cite "
        f"it from that day on. To take it back, say “withdraw {entry.id}”."
    )


def _press_ask_withdraw(turn: Turn, action: LedgerAction, entry: Entry) -> None:
    _ask_to_withdraw(turn, entry)
    turn.answer = Card(title=f"{entry.id}: {entry.title}", body=("What would be withdrawn is shown below.",))


def _press_withdraw(turn: Turn, action: LedgerAction, entry: Entry) -> None:
    reopen(turn.session, entry, turn.today, turn.person.id, action.follows, turn.now)
    turn.kept = True
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title=f"Withdrawn: the decision on {entry.id}.")
    turn.say(
        f"**Withdrawn: HR's decision on {entry.id}.** It is open again, and until HR decides the safer way counts: "
        f"{as_read(entry, turn.today).entry.safest}"
    )


def _press_leave(turn: Turn, action: LedgerAction, entry: Entry) -> None:
    turn.desk.memory.take(turn.person.id, turn.now)
    turn.answer = Card(title=f"{entry.id} is as it was. Nothing was recorded.")
    turn.say(f"{entry.id} is as it was. Nothing was recorded. Type “ambiguities” for the list.")


_DO = {_LIST: _list, _SHOW: _show, _WITHDRAW: _withdraw, _DECIDE: _decide, _DECIDE_FREELY: _decide_in_own_words}
_PRESSES = {
    "open": _press_open,
    "check": _press_check,
    "record": _press_record,
    "ask_withdraw": _press_ask_withdraw,
    "withdraw": _press_withdraw,
    "leave": _press_leave,
}
