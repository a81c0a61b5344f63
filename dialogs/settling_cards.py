"""The cards with which HR decides an entry: the entry with its readings, and the confirmation before it is recorded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dialogs.desk import Turn
from dialogs.people import Directory
from dialogs.replies import Button, Card, Field
from dialogs.settling import Settlement, last_row
from dialogs.unclear import said_of
from dialogs.wording import place, said
from knowledge.editions.rewording import passage_now
from knowledge.ledger.decisions import coming
from knowledge.ledger.entries import Entry
from knowledge.ledger.landing import Landed, as_read
from knowledge.ledger.telling import day_of, until_decided

VERBS = ("open", "check", "record", "ask_withdraw", "withdraw", "leave")
WORDS_ALONE = "None of these: it is said in words alone"


@dataclass(frozen=True, slots=True)
class LedgerAction:
    """A button of these cards: the entry, its last row as the card showed it, and what was chosen and typed."""

    verb: str
    entry: str
    follows: int
    reading: str = ""
    words: str = ""
    since: str = ""


def read_ledger_action(verb: str, data: Mapping[str, Any]) -> LedgerAction | None:
    """Read what a button of these cards carried; None where it is another's, or was tampered with."""
    family, _, name = verb.partition(".")
    follows = data.get("follows")
    if family != "ledger" or name not in VERBS or not isinstance(follows, int) or isinstance(follows, bool):
        return None
    entry, reading, words, since = (str(data.get(key) or "").strip() for key in ("entry", "reading", "words", "since"))
    return LedgerAction(name, entry, follows, reading, words, since)


def entry_card(turn: Turn, entry: Entry, hint: str = "", words: str = "") -> Card:
    """Draw an entry for HR: what is unclear, how it stands, its passages, and what a decision needs."""
    landed, follows = as_read(entry, turn.today), last_row(turn.session, entry)
    fields = (Field("words", "HR's decision, in words that people will read", words),)
    if entry.readings:
        choices = (*((each.key, each.says) for each in entry.readings), ("", WORDS_ALONE))
        fields = (Field("reading", "What holds from now on", choices=choices, required=False), *fields)
    buttons = [_button(f"Check this decision on {entry.id}", "check", entry, follows)]
    if landed.decision:
        buttons.append(_button(f"Withdraw the decision on {entry.id}", "ask_withdraw", entry, follows))
    return Card(
        title=f"{entry.id}: {entry.title}",
        body=(*_body(turn.desk.directory, landed), *_coming(entry, turn.today)),
        more=_passages(turn, entry),
        asks=hint,
        fields=(*fields, Field("since", "First day, if not today (such as 3 December 2026)", long=False)),
        buttons=tuple(buttons),
    )


def confirm_card(what: Settlement) -> Card:
    """Draw what would be recorded, to be confirmed."""
    entry, reading = what.entry, what.entry.reading(what.reading)
    carried = {"reading": what.reading, "words": what.words, "since": what.since.isoformat()}
    return Card(
        title=f"Record this decision on {entry.id}?",
        body=(entry.title,),
        facts=(
            ("What holds", reading.says if reading else "What held before; the words are shown with the passages."),
            ("HR's words", f"“{said(what.words)}”"),
            ("From", day_of(what.since)),
        ),
        asks="From that day on rulings and answers follow it and cite it; what is filed already stays as it is. "
        "Is this right?",
        buttons=(
            _button(f"Record the decision on {entry.id}", "record", entry, what.follows, "positive", **carried),
            _button(f"Leave {entry.id} as it is", "leave", entry, what.follows),
        ),
    )


def withdraw_card(entry: Entry, landed: Landed, follows: int) -> Card:
    """Draw what would be withdrawn, to be confirmed."""
    return Card(
        title=f"Withdraw the decision on {entry.id}?",
        body=(entry.title, said_of(landed) if landed.decision else ""),
        asks="From today on it is open again, and the safer way counts. What is filed already stays as it is. "
        "Is this right?",
        buttons=(
            _button(f"Withdraw the decision on {entry.id}", "withdraw", entry, follows, "destructive"),
            _button(f"Leave {entry.id} as it is", "leave", entry, follows),
        ),
    )


def _button(title: str, verb: str, entry: Entry, follows: int, style: str = "default", **more: str) -> Button:
    return Button(title, f"ledger.{verb}", {"entry": entry.id, "follows": follows, **more}, style)


def _body(directory: Directory, landed: Landed) -> tuple[str, ...]:
    entry = landed.entry
    lines = [entry.says]
    if landed.decision:
        person = directory.find(landed.decision.by)
        lines.append(f"{said_of(landed)} Recorded by {person.name if person else 'somebody no longer listed'}.")
    else:
        lines.append(until_decided(entry))
    reading = entry.reading(landed.reading)
    if reading:
        lines.append(f"What holds now: {reading.says}")
    lines += [each for each in (entry.served, entry.without) if each]
    return tuple(lines)


def _coming(entry: Entry, today: date) -> tuple[str, ...]:
    later = coming(entry.id, today)
    if later is None:
        return ()
    day = day_of(later.since)
    return (f"From {day} on it is open again." if later.withdraws else f"From {day} on: “{said(later.words)}”",)


def _passages(turn: Turn, entry: Entry) -> tuple[str, ...]:
    library = turn.desk.library
    quotes = ((passage_now(library, each.clause, each.words), library.get(each.clause)) for each in entry.passages)
    return tuple(f"“{' '.join(words.split())}” ({place(clause)})" for words, clause in quotes)
