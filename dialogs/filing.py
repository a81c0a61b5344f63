"""Filing: one door through which a confirmed draft becomes a record, with its decisions, notices and audit."""

from datetime import date
from decimal import Decimal
from typing import Any

from dialogs.asking import carry_on, receivers_of
from dialogs.campaigns import answered
from dialogs.choosing_readers import ask_whom
from dialogs.desk import Turn
from dialogs.drafting import parked_hint, situation_of, step_of, summary_mark
from dialogs.hops import ask_role
from dialogs.job_facts import offer_to_remember
from dialogs.notices import show_to_all
from dialogs.reminders import remind_when_line_opens, start_clock, start_owner_clocks
from dialogs.routing import people_for, role_name
from dialogs.situation import NOT_GIVEN, NOT_KNOWN, Situation
from dialogs.situations import find_situation
from dialogs.timing import NAME_KEPT
from dialogs.wording import listed
from knowledge.ruling import Ruling
from knowledge.ruling_json import landed_json
from storage import audit, drafts, records
from storage.tables import Draft, Record

_COUNTED = ("may_accept", "approval", "declare")


def file_agreed(turn: Turn, draft: Draft, exception: bool = False) -> Record | None:
    """File a draft as its summary showed it; where the ruling has changed since, show the new one and file nothing.

    ``exception`` asks the manager for an exception where the default is no.
    """
    if draft.meta.get("summary") in (None, summary_mark(turn, draft)):
        return _file(turn, draft, exception)
    carry_on(turn, draft, "**What counts has changed since that summary, so nothing is filed yet.**")
    return None


def _file(turn: Turn, draft: Draft, exception: bool) -> Record:
    """The record, who decides or receives it, what everybody is sent, and the audit row, in one transaction."""
    situation, ruling = situation_of(draft), step_of(turn, draft).ruling
    asked = _asked(turn, draft, situation, ruling, exception)
    record = _record(turn, draft, situation, ruling, awaiting=bool(asked), exception=exception)
    for step, (role, wants) in enumerate(asked, 1):
        ask_role(turn, record, turn.person, step, role, wants)
    drafts.close(session=turn.session, draft=draft, state="filed", reference=record.reference, now=turn.now)
    audit.append(
        session=turn.session,
        actor=turn.person.id,
        act="filed",
        subject=record.reference,
        detail=_detail(record),
        now=turn.now,
    )
    if asked:
        start_clock(turn.session, record, turn.now)
    start_owner_clocks(turn.session, record, turn.now)
    promise = remind_when_line_opens(turn, record) if situation.urgent else answered(turn, record)
    _say_filed(turn, record, ruling, asked, promise)
    show_to_all(turn, record)
    return record


def _asked(turn: Turn, draft: Draft, situation: Situation, ruling: Ruling, exception: bool) -> list[tuple[str, str]]:
    """The roles asked at once: who decides, or the first of those who pass it on, or all who acknowledge it."""
    if ruling.approver or exception:
        return [(ruling.approver or "line_manager", "approve")]
    receivers = receivers_of(turn, situation, ruling, draft.answers)
    hops = situation.chain(ruling.outcome)
    if hops and receivers:
        return [(receivers[0], hops[0])]
    return [(role, "acknowledge") for role in receivers]


def _record(turn: Turn, draft: Draft, situation: Situation, ruling: Ruling, awaiting: bool, exception: bool) -> Record:
    columns = {column: _known(draft.answers.get(answer)) for column, answer in situation.columns.items()}
    turn.kept = True
    return records.file(
        session=turn.session,
        kind=situation.kind,
        situation=situation.id,
        audience=situation.audience,
        person=turn.person.id,
        answers={**draft.answers, **_kept_with(turn, draft, situation)},
        ruling=kept_ruling(turn, ruling),
        now=turn.now,
        status="awaiting" if awaiting else "recorded",
        sensitivity="sensitive" if situation.sensitive else "normal",
        giver=columns.get("giver"),
        value=Decimal(columns["value"]) if columns.get("value") else None,
        offered_on=_day(columns.get("offered_on")),
        event_on=_day(columns.get("event_on")),
        device=columns.get("device"),
        organisation=columns.get("organisation"),
        counts=situation.counts_in_series and (exception or ruling.outcome in _COUNTED),
    )


def _kept_with(turn: Turn, draft: Draft, situation: Situation) -> dict[str, str]:
    """What a record keeps beside the answers: the dates they come to, and its owner's name where that may go."""
    name = {NAME_KEPT: turn.person.name} if situation.timing.keeps_name else {}
    return {**situation.timing.counted(draft.answers, turn.today), **name}


def kept_ruling(turn: Turn, ruling: Ruling) -> dict[str, Any]:
    """Give the ruling as a record keeps it: each finding with its clause and the version it was decided under, and how
    what is unclear in the policy was read."""
    library = turn.desk.library
    kept = {
        "outcome": str(ruling.outcome),
        "duties": [str(d) for d in ruling.duties],
        "lines": list(ruling.lines),
        "gives": ruling.gives,
        "advisory": ruling.advisory,
        "receivers": list(ruling.receivers),
        "findings": [
            {"clause": f.clause, "version": library.get(f.clause).version, "quote": f.quote, "because": f.because}
            for f in ruling.findings
        ],
    }
    return {**kept, "ledger": [landed_json(each, library) for each in ruling.ledger]} if ruling.ledger else kept


def _say_filed(turn: Turn, record: Record, ruling: Ruling, asked: list[tuple[str, str]], promise: str) -> None:
    sent, unlisted = [], []
    for role, _ in asked:
        person = people_for(turn.desk.directory, turn.person, role, record.answers)
        (sent if person else unlisted).append(person.name if person else role_name(role))
    lines = [f"**Filed as {record.reference}.**"]
    if sent:
        lines.append(f"It's on its way to {listed(sent)}. You'll hear here what becomes of it.")
    elif not unlisted:
        lines.append("Nobody has to approve it.")
    if unlisted and record.sensitivity != "normal":
        lines.append(ask_whom(turn, record, unlisted))
    elif unlisted:
        lines.append(
            f"Nobody is listed as {listed(unlisted)}, so please ask HR to name somebody. "
            f"{record.reference} waits until then."
        )
    if record.sensitivity != "normal":
        lines.append("Thank you for telling me.")
    if promise:
        lines.append(promise)
    situation = find_situation(record.situation, record.audience)
    turn.say(" ".join(lines), parked_hint(turn), offer_to_remember(turn, situation, record.answers))


def _detail(record: Record) -> dict[str, Any]:
    if record.sensitivity != "normal":
        return {}
    return {
        "situation": record.situation,
        "outcome": record.ruling["outcome"],
        "clauses": [f["clause"] for f in record.ruling["findings"]],
    }


def _known(value: Any) -> Any:
    return None if value in (NOT_KNOWN, NOT_GIVEN) else value


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
