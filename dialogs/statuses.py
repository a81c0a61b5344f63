"""How far a record has come, in words."""

from datetime import datetime

from dialogs.desk import Turn
from dialogs.grounds import ground_named
from dialogs.people import Directory, Person
from dialogs.wording import clock_time, day, listed, said
from storage.tables import Decision, Record

OPEN = ("pending", "more_asked")
SETTLED = (
    "approved",
    "approved_with_conditions",
    "refused",
    "entered",
    "advised",
    "step_taken",
    "taken_back",
    "inspected",
)
STATES = {
    "awaiting": "waiting",
    "recorded": "recorded",
    "approved": "approved",
    "approved_with_conditions": "approved with a condition",
    "refused": "refused",
    "acknowledged": "acknowledged",
    "told_151": "acknowledged it and had the Section 151 officer told",
    "passed_on": "passed it on",
    "entered": "entered it in the register",
    "taken_back": "confirmed that everything is back",
    "inspected": "inspected it",
    "advised": "answered",
    "step_taken": "recorded the step taken",
    "more_asked": "asked for more",
    "withdrawn": "withdrawn",
}


def status_of(turn: Turn, record: Record, asked: list[Decision], reader: str = "") -> str:
    """Say where a record stands: what each one did and when, and who it waits for. ``reader`` is addressed as you."""
    if record.status == "withdrawn":
        return "Withdrawn."
    if not asked:
        return f"Filed on {day(_local(turn, record.filed_at).date(), turn.today)}. Nobody has to approve it."
    directory = turn.desk.directory
    waiting = [
        "you" if d.person == reader else person_named(directory, d.person).name
        for d in asked
        if d.state == "pending" and d.person
    ]
    done = [_done(turn, record, d, reader) for d in asked if d.state != "pending"]
    lost = ["Waiting: nobody is listed to decide."] if any(d.state == "pending" and not d.person for d in asked) else []
    return " ".join([*done, *([f"Waiting for {listed(waiting)}."] if waiting else []), *lost])


def person_named(directory: Directory, person_id: str) -> Person:
    """Give the person with this id, or one who is no longer listed."""
    return directory.find(person_id) or Person(person_id, "Someone no longer listed", "employee", known=False)


def _done(turn: Turn, record: Record, decision: Decision, reader: str) -> str:
    who = "You" if decision.person == reader else person_named(turn.desk.directory, decision.person or "").name
    at = _local(turn, decision.decided_at)
    if decision.state == "reassigned":
        to = "you" if decision.passed_to == reader else person_named(turn.desk.directory, decision.passed_to or "").name
        if decision.decided_by == record.person:
            return f"Sent to {to} instead on {day(at.date(), turn.today)} at {clock_time(at)}."
        return f"{who} passed it to {to} on {day(at.date(), turn.today)} at {clock_time(at)}."
    when = f"on {day(at.date(), turn.today)} at {clock_time(at)}"
    ground = ground_named(record, decision.ground)
    when += f" on the ground of {ground}" if ground else ""
    if not decision.note:
        return f"{who} {STATES[decision.state]} {when}."
    note = said(decision.note)
    return f"{who} {STATES[decision.state]} {when}: “{note}”{'' if note[-1:] in '.?!' else '.'}"


def _local(turn: Turn, at: datetime) -> datetime:
    return at.astimezone(turn.now.tzinfo)
