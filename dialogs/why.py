"""Why a ruling is what it is: each finding's reason in the person's own facts, with the words of its clause."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.asking import carry_on
from dialogs.citing import Citing
from dialogs.desk import Turn
from dialogs.drafting import step_of
from dialogs.grounds import why_refused
from dialogs.in_hand import Matter, matter_in_hand, matter_of_draft
from dialogs.statuses import person_named
from dialogs.telling import is_own
from dialogs.what_if_words import asks_why, wants_more
from dialogs.wording import said
from storage import decisions, records
from storage.tables import Draft, Record

MOST = 3
_OF_QUESTIONS = {"say", "tell", "give", "answer", "know", "who", "told"}
_TO_WHOM = {"manager", "boss", "anybody", "anyone", "somebody", "someone", "them", "back"}
_SUMMARY = "I show you a summary so that nothing is filed unless you say so."


@dataclass(frozen=True, slots=True)
class _Reason:
    because: str
    clause: str
    quote: str
    version: int = 0


def hear_why(turn: Turn, text: str, draft: Draft | None) -> bool:
    """Answer why the ruling in hand is what it is, or show the rest of the reasons; say whether that was asked.

    "Why?" at a question is about the question, and is left to it; so is "why not?" where a yes or no is wanted.
    """
    if wants_more(text):
        return _show_more(turn, draft)
    if not asks_why(text) or draft and not _is_about_ruling(turn, draft, text):
        return False
    said_before = len(turn.replies)
    matter = matter_in_hand(turn, text, draft)
    if matter is None:
        return len(turn.replies) > said_before
    say_why(turn, matter)
    return True


def why_at_summary(turn: Turn, draft: Draft) -> None:
    """Say why the ruling of a draft is what it is, where nothing is left to ask."""
    say_why(turn, matter_of_draft(turn, draft))


def say_why(turn: Turn, matter: Matter, start: int = 0) -> None:
    """Name the reasons from ``start`` on, the deciding ones first, a few at a time; then come back to the question."""
    reasons = _reasons(matter)
    shown, left = reasons[start : start + MOST], len(reasons) - start - MOST
    citing = Citing(turn.desk.library)
    rows = [f"{said(each.because)} {citing.words_of(each.clause, each.quote, each.version)}" for each in shown]
    decided = _decided(turn, matter.record) if matter.record and not start else []
    first = _for_others(turn, matter) if not start else ""
    more = f"Say “show more” for {'one more' if left == 1 else f'{left} more'}." if left > 0 else ""
    if left > 0:
        _remember(turn, matter, start + MOST)
    paragraphs = [*decided, first, *(rows or ["The policy says nothing about it, so there's no clause to show."]), more]
    if matter.draft is None:
        turn.say(*paragraphs, citations=tuple(citing.citations))
        return
    summary = step_of(turn, matter.draft).question is None and not matter.draft.meta.get("offer")
    carry_on(turn, matter.draft, *paragraphs, _SUMMARY if summary else "", citations=tuple(citing.citations))


def _is_about_ruling(turn: Turn, draft: Draft, text: str) -> bool:
    """Say whether the words can be about a ruling: one has been said, and they don't ask why a question is put."""
    question = step_of(turn, draft).question
    if question is None:
        return True
    words = set(re.findall(r"\w+", text.casefold()))
    bare = len(words) <= 2 and (question.kind == "yes_no" or "not" not in words)
    return bool(draft.meta.get("told")) and not bare and not (words & _OF_QUESTIONS and not words & _TO_WHOM)


def _reasons(matter: Matter) -> Sequence[_Reason]:
    """The reasons of a ruling, those of the deciding line first; of a record those that were kept when it was filed."""
    if matter.record:
        kept = matter.record.ruling["findings"]
        deciding = {(f.clause, f.quote) for f in matter.ruling.findings if f.line == matter.record.ruling.get("gives")}
        reasons = [_Reason(f["because"], f["clause"], f["quote"], f["version"]) for f in kept]
    else:
        found = matter.ruling.findings
        deciding = {(f.clause, f.quote) for f in found if f.line == matter.ruling.gives}
        reasons = [_Reason(f.because, f.clause, f.quote) for f in found]
    return sorted(reasons, key=lambda each: (each.clause, each.quote) not in deciding)


def _for_others(turn: Turn, matter: Matter) -> str:
    return "" if is_own(turn, matter) else f"This is what {matter.owner.first_name} was told when it was filed:"


def _decided(turn: Turn, record: Record) -> list[str]:
    """What whoever refused it gave as the reason, which comes before the policy's."""
    if record.status != "refused":
        return []
    asked = decisions.of_record(session=turn.session, record_id=record.id)
    refused = [d for d in asked if d.state == "refused"]
    names = [(person_named(turn.desk.directory, d.person or "").name, d) for d in refused]
    return [f"**{name} refused it.** {why_refused(record, d.ground or '', d.note or '')}".strip() for name, d in names]


def _remember(turn: Turn, matter: Matter, start: int) -> None:
    kept = turn.desk.memory.look(turn.person.id, turn.now)
    if kept is None or "why" in kept:
        about = matter.record.reference if matter.record else ""
        turn.desk.memory.keep(turn.person.id, {"why": about, "from": start}, turn.now)


def _show_more(turn: Turn, draft: Draft | None) -> bool:
    """Show the reasons that were left, if some were shown just before of what is still in hand."""
    kept = turn.desk.memory.look(turn.person.id, turn.now)
    if not kept or "why" not in kept or bool(draft) == bool(kept["why"]):
        return False
    turn.desk.memory.take(turn.person.id, turn.now)
    if draft:
        say_why(turn, matter_of_draft(turn, draft), kept["from"])
        return True
    record = records.by_reference(session=turn.session, reference=kept["why"])
    matter = matter_in_hand(turn, kept["why"], None) if record else None
    if matter:
        say_why(turn, matter, kept["from"])
    return matter is not None
