"""Whether the council's devices are covered on a journey: answered from the person's own notices (scheme 7.4)."""

import re

from dialogs.citing import Citing
from dialogs.desk import Turn
from dialogs.sentences import asks_something
from dialogs.situation import NOT_KNOWN
from dialogs.situations import find_situation
from dialogs.statuses import person_named, status_of
from dialogs.wording import day
from storage import decisions, records
from storage.tables import Draft, Record

_SITUATION, _CLAUSE = "travel_abroad", "7.4"
_WORDS = (
    "Legal & Democratic Services should be advised, in good time, prior to overseas travel in order to ensure "
    "insurance arrangements are in place."
)
_LOOKED_THROUGH = 50
_COVERED = re.compile(r"\b(?:covered|insured|insurance|covers?)\b", re.I)
_ABROAD = re.compile(r"\b(?:abroad|overseas|journey|trip|travel\w*|holiday|flight|over there|out there)\b", re.I)
_ONESELF = re.compile(
    r"\b(?:(?:am i|are we|will i be)\s+(?:\w+\s+)?(?:covered|insured)|(?:cover|insure)s? (?:me|us))"
    r"(?:\s+(?:now|then|yet|for it|there|while i'?m away))*\W*$",
    re.I,
)


def answer_whether_covered(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Answer "am I covered for France?" from the newest notice of a journey that fits; say whether it was that."""
    if draft or not _COVERED.search(text) or not asks_something(turn, text):
        return False
    record = _journey(turn, text)
    if record is None:
        return False
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    done = next((d for d in asked if d.state == "acknowledged"), None)
    where = f"to {_country(record)}" if _country(record) else "abroad"
    if done is None:
        verdict = (
            f"**Not yet: don't count on it.** {record.reference} tells Legal & Democratic Services of your journey "
            f"{where}, and nobody has acknowledged it so far."
        )
    else:
        name = person_named(turn.desk.directory, done.decided_by or done.person).name
        on = f" on {day(done.decided_at.astimezone(turn.now.tzinfo).date(), turn.today)}" if done.decided_at else ""
        verdict = (
            f"**{name} acknowledged your journey {where}{on}**, so Legal & Democratic Services know of it and can "
            "see to the insurance. The scheme doesn't say what is covered, so ask them if you need it in writing."
        )
    cited = Citing(turn.desk.library)
    words = cited.words_of(_CLAUSE, _WORDS)
    where_it_stands = status_of(turn, record, asked) if done is None else ""
    turn.say(verdict, where_it_stands, words, citations=tuple(cited.citations))
    return True


def _journey(turn: Turn, text: str) -> Record | None:
    if find_situation(_SITUATION, turn.person.audience) is None:
        return None
    found = records.of_person(session=turn.session, person=turn.person.id, limit=_LOOKED_THROUGH)
    own = [r for r in found if r.situation == _SITUATION and r.status != "withdrawn"]
    named = [r for r in own if _country(r) and _country(r).casefold() in text.casefold()]
    meant = named or (own if _ABROAD.search(text) or _ONESELF.search(text) else [])
    return next(iter(meant), None)


def _country(record: Record) -> str:
    said = record.answers.get("country")
    return "" if said in (None, NOT_KNOWN) else said
