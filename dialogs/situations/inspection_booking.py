"""The inspection of a councillor's device: Members ICT Scheme 4.6 and 8.1 (MS-42, 87)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from dialogs.situation import NOT_KNOWN, Answers, Option, Question, Situation
from dialogs.situations.asking_for import filed
from dialogs.timing import DUE, Timing, due_of
from dialogs.wording import day
from knowledge.days import months_after
from knowledge.values import value

_NAMES = {
    "ipad": "iPad",
    "laptop": "laptop",
    "phone": "phone",
    "removable_media": "storage device",
    "id_card": "ID card",
}
_AHEAD = timedelta(weeks=4)


def counted(answers: Answers, on: date) -> Mapping[str, str]:
    """Give the day by which the next inspection is due, counted from the last; nothing where that is not known."""
    last = answers.get("last_inspected")
    return {} if last in (None, NOT_KNOWN) else {DUE: _after(date.fromisoformat(last), on).isoformat()}


def next_due(done_on: date) -> date:
    """Give the day by which the next is due after one that was done, by the figure of that day."""
    return _after(done_on, done_on)


def _after(last: date, on: date) -> date:
    return months_after(last, int(value("inspection_months", on).amount))


def reminders(answers: Answers, done_on: date | None) -> tuple[date, ...]:
    """Four weeks before the next inspection is due; the clock starts anew with each inspection."""
    due = next_due(done_on) if done_on else due_of(answers)
    return (due - _AHEAD,) if due else ()


def naming(answers: Answers, mine: bool) -> Mapping[str, str]:
    """Name the inspection, the device, and by when it is due."""
    device = f"{'your' if mine else 'their'} {_NAMES.get(answers.get('device'), 'device')}"
    due = due_of(answers)
    by = f" by {day(due)}" if due else ""
    return {"thing": f"the inspection of {device}", "device": device, "by": by}


def for_receiver(answers: Answers, ruling: Mapping[str, Any], wants: str) -> tuple[str, ...]:
    """Say by when it is due, and what marking it does."""
    due = due_of(answers)
    by = f"It is due by {day(due)}. " if due else "They don't know when it was last inspected. "
    return (
        f"{by}Please arrange a time with them and mark it here once it's done: the clock for the next starts then.",
    )


def chased_on(answers: Answers, usual: date, today: date) -> date:
    """Give the day on which Digital Services are reminded: in the weeks before it is due, and the day after that."""
    due = due_of(answers)
    if due is None or due < today:
        return usual
    return min(max(usual, due - _AHEAD), due + timedelta(days=1))


def overdue(answers: Answers, today: date, person: str, devices: Sequence[str]) -> str:
    """Say whose device was not inspected in time, once the time is over."""
    due = due_of(answers)
    if due is None or due >= today:
        return ""
    device = naming(answers, mine=False)["device"].removeprefix("their ")
    return f"**The inspection of the {device} of {person} was due by {day(due)}.**"


INSPECTION = Situation(
    id="inspection_booking",
    audience="councillor",
    kind="notice",
    title="An inspection",
    noun="inspection",
    questions=(
        Question(
            "device",
            "choice",
            "Which device is it?",
            "Device",
            "each device has its own date",
            "4.6",
            options=(
                Option("ipad", "iPad or tablet", ("ipad", "tablet")),
                Option("laptop", "Laptop", ("laptop", "computer")),
                Option("phone", "Phone", ("phone", "mobile")),
                Option("id_card", "ID card", ("id card", "badge")),
                Option("removable_media", "USB stick or drive", ("usb", "memory stick", "drive")),
                Option("other", "Something else", ("other", "printer", "charger", "monitor")),
            ),
            needed=filed,
        ),
        Question(
            "last_inspected",
            "day",
            "When was it last inspected?",
            "Last inspected",
            "the next inspection is counted from the last",
            "4.6",
            needed=filed,
            called="the last inspection",
        ),
    ),
    headlines={"book": "Digital Services have to inspect {device}{by}, and I can ask them for a time."},
    columns={"device": "device"},
    told_by_thing=("device",),
    offered=("An inspection", "an inspection", "inspection", "check", "booking"),
    in_order=True,
    naming=naming,
    hops={"notify": ("inspect",)},
    for_decider=for_receiver,
    reminds=reminders,
    reminder="The inspection of {device} falls due in about four weeks, by {due}. Digital Services have your booking, "
    "{ref}, and arrange a time with you. Once they mark it as inspected, I won't remind you of this one again.",
    timing=Timing(
        counted=counted,
        next_due=next_due,
        chased_on=chased_on,
        chase=overdue,
        again="The inspection of {device} falls due in about four weeks, by {due}: it was last inspected under {ref}. "
        "Say “book an inspection” and I'll ask Digital Services for a time. I remind you of this one only once.",
        replaces=("device",),
    ),
)
