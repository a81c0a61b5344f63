"""Reminders of review dates: four weeks before and on the day, to the owner, or to all of HR where there is none."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlmodel import Session

from dialogs.editions import may_edit
from dialogs.one_a_day import Reminder, reminded_today
from dialogs.people import Directory, Person
from dialogs.policy_parts import label_of, subject_of, typed
from dialogs.policy_reviews import Standing, parts_with_reviews, standing
from dialogs.settling import EDITOR
from dialogs.wording import day, said
from dialogs.working_days import AT, no_later
from knowledge.clauses import Library
from knowledge.editions.overlay import library_on
from storage import policy_reviews
from storage.policy_reviews import AHEAD, DUE, Kept

WEEKS_AHEAD = timedelta(weeks=4)
SHOWN = 4


@dataclass(frozen=True, slots=True)
class _Falls:
    stands: Standing
    step: str


def reminders_of_policies(session: Session, now: datetime, directory: Directory) -> list[Reminder]:
    """Give one reminder for each person to whom a review of the policies has to be named today, and note that.

    Whoever was reminded of something else today is left out, and hears of it on the next working day.
    """
    library, today = library_on(now.date()), now.date()
    falling = list(_falling(session, library, today)) if now.time() >= AT else []
    had = reminded_today(session, now) if falling else set()
    of_person: dict[Person, list[_Falls]] = defaultdict(list)
    for falls in falling:
        for person in _to_whom(directory, falls.stands):
            if person.id not in had and _first_time(session, falls, person, now):
                of_person[person].append(falls)
    return [Reminder(person.id, _text(library, person, mine, today), "due") for person, mine in of_person.items()]


def _falling(session: Session, library: Library, today: date) -> Iterator[_Falls]:
    kept = policy_reviews.every(session=session)
    for stands in parts_with_reviews(library, kept):
        if stands.due is None or not _is_told_apart(stands, kept):
            continue
        ahead = no_later(stands.due - WEEKS_AHEAD)
        if today >= no_later(stands.due):
            yield _Falls(stands, DUE)
        elif today >= ahead and stands.kept.last.done_on < ahead:
            yield _Falls(stands, AHEAD)


def _is_told_apart(stands: Standing, kept: Mapping[str, Kept]) -> bool:
    """A part with a date of its own, or with an owner who is not told already of the wider part that has the date."""
    if stands.due_from == stands.part:
        return True
    return stands.owner_from == stands.part and stands.owner != standing(kept, stands.due_from).owner


def _to_whom(directory: Directory, stands: Standing) -> Collection[Person]:
    owner = directory.find(stands.owner) if stands.owner else None
    return (owner,) if owner else directory.with_role(EDITOR)


def _first_time(session: Session, falls: _Falls, person: Person, now: datetime) -> bool:
    return policy_reviews.remind_once(
        session=session,
        subject=subject_of(falls.stands.part),
        due=falls.stands.due,
        step=falls.step,
        person=person.id,
        now=now,
    )


def _text(library: Library, person: Person, mine: list[_Falls], today: date) -> str:
    paragraphs = [_paragraph(library, person, falls, today) for falls in mine[:SHOWN]]
    rest = [f"“reviewed {typed(library, falls.stands.part)}”" for falls in mine[SHOWN:]]
    more = [f"The same for {len(rest)} more, once each is read: type {', '.join(rest)}."] if rest else []
    return "\n\n".join([*paragraphs, *more])


def _paragraph(library: Library, person: Person, falls: _Falls, today: date) -> str:
    stands = falls.stands
    words, label = typed(library, stands.part), said(label_of(library, stands.part))
    lead = f"**{label} {_when(falls, today)}.** {_why_you(person, stands)}"
    do = f"Once you've read it, type “reviewed {words}”: the next review is then in a year."
    other = f"For another day, type “review {words} by” and the day." if may_edit(person) else ""
    again = "I'll tell you once more on the day." if falls.step == AHEAD else "I won't remind you of this one again."
    return " ".join(part for part in (lead, do, other, again) if part)


def _when(falls: _Falls, today: date) -> str:
    due = falls.stands.due
    if due == today:
        return "is due for review today"
    return f"{'was' if due < today else 'is'} due for review on {day(due, today)}"


def _why_you(person: Person, stands: Standing) -> str:
    if stands.owner == person.id:
        return "You own it."
    why = "Its owner is no longer listed" if stands.owner else "Nobody owns it"
    return f"{why}, so everybody in HR who edits the policies is told."
