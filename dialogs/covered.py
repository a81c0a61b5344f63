"""Whether the council's devices are covered on a journey: answered from the person's own notices (scheme 7.4)."""

import re

from dialogs.citing import Citing
from dialogs.desk import Turn
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
_COVERED = re.compile(
    r"\b(?:am|are|is|will|would|have|has|does)\b.{0,40}\b(?:covered|insured|insurance|cover(?:s|ed)?)\b", re.I
)
_AT_HOME = re.compile(
    r"\b(?:drop\w*|smash\w*|damag\w*|stolen|theft|nicked|lost|broke\w*|crack\w*|home|house|car|policy|scheme|who|what"
    r"|my own)\b",
    re.I,
)
_TELLS = re.compile(r"\b(?:i'?m|i am|we'?re|going|taking|off)\b.{0,30}\b(?:on|next|tomorrow)\b", re.I)


def answer_whether_covered(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Answer "am I covered for France?" from the newest notice of a journey that fits; say whether it was that."""
    if draft or not _COVERED.search(text) or _TELLS.search(text) or _AT_HOME.search(text):
        return False
    record = _journey(turn, text)
    if record is None:
        return False
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    done = next((d for d in asked if d.state == "acknowledged"), None)
    where = record.answers.get("country") or "abroad"
    if done is None:
        verdict = (
            f"**Not yet: don't count on it.** {record.reference} tells Legal & Democratic Services of your journey to "
            f"{where}, and nobody has acknowledged it so far."
        )
    else:
        name = person_named(turn.desk.directory, done.decided_by or done.person).name
        on = f" on {day(done.decided_at.astimezone(turn.now.tzinfo).date(), turn.today)}" if done.decided_at else ""
        verdict = (
            f"**{name} acknowledged your journey to {where}{on}**, so Legal & Democratic Services know of it and can "
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
    named = [r for r in own if str(r.answers.get("country") or "").casefold() in text.casefold()]
    return next(iter(named or own), None)
