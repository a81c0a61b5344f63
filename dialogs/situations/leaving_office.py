"""Giving back the council's equipment on leaving office: Members ICT Scheme 11.2 (MS-92, 93)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dialogs.situation import NOT_KNOWN, Answers, Question, Situation
from dialogs.situations.asking_for import filed
from dialogs.timing import DUE, WITHIN, Timing, due_of
from dialogs.wording import day, listed
from knowledge.days import weeks_after
from knowledge.values import value

_DAY, _WEEK = timedelta(days=1), timedelta(weeks=1)
_DEVICES = {
    "ipad": "an iPad",
    "laptop": "a laptop",
    "phone": "a phone",
    "removable_media": "a storage device",
    "id_card": "an ID card",
}


def counted(answers: Answers, on: date) -> Mapping[str, str]:
    """Give the day by which all has to be back, counted from the last day in office, or the time where that is open."""
    weeks, last_day = value("return_weeks", on), answers.get("last_day")
    if last_day in (None, NOT_KNOWN):
        return {WITHIN: weeks.words}
    return {DUE: weeks_after(date.fromisoformat(last_day), int(weeks.amount)).isoformat()}


def reminders(answers: Answers, done_on: date | None) -> tuple[date, ...]:
    """A week before the equipment has to be back, and on the day; none once it is."""
    due = due_of(answers)
    return (due - _WEEK, due) if due and not done_on else ()


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the return, and by when it is due."""
    due = due_of(answers)
    by = f"by {day(due)}" if due else answers.get(WITHIN, "")
    return {"thing": "the return of the council's ICT equipment", "by": by}


def for_receiver(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say by when all has to be back, and that the owner's reminders end with the receipt."""
    by = naming(answers, mine=False)["by"]
    return (f"Everything has to be back {by}. Please confirm when it is: the reminders stop, and they get a receipt.",)


def chased_on(answers: Answers, usual: date, today: date) -> date:
    """Give the day on which Digital Services are reminded: not before the day after all has to be back."""
    due = due_of(answers)
    return due + _DAY if due and due >= today else usual


def overdue(answers: Answers, today: date, person: str, devices: Sequence[str]) -> str:
    """Say who hasn't returned what, once the time is over."""
    due = due_of(answers)
    if due is None or due >= today:
        return ""
    named = listed([_DEVICES.get(each, "something else") for each in devices])
    known = f" Their records name {named}." if devices else ""
    return f"**{person} hasn't returned the council's ICT equipment, which was due back by {day(due)}.**{known}"


LEAVING_OFFICE = Situation(
    id="leaving_office",
    audience="councillor",
    kind="notice",
    title="Leaving office",
    noun="return of equipment",
    questions=(
        Question(
            "last_day",
            "day",
            "Which day is or was your last in office?",
            "Last day in office",
            "the time for returning the equipment counts from your last day",
            "11.2",
            needed=filed,
            tense="future",
            called="the last day in office",
        ),
    ),
    headlines={
        "return": "All of the council's ICT equipment has to be back with Digital Services {by}. What is on it is "
        "deleted, so ask them first about anything that is still needed."
    },
    columns={},
    told_by_thing=(),
    offered=("Leaving office", "leaving office", "leaving", "return", "handing back"),
    naming=naming,
    hops={"notify": ("take_back",)},
    for_decider=for_receiver,
    reminds=reminders,
    timing=Timing(counted=counted, chased_on=chased_on, chase=overdue, keeps_name=True),
    reminder="The council's ICT equipment has to be back with Digital Services {by}, as you told me in {ref}. "
    "Once they confirm that everything is back, I won't remind you again.",
)
