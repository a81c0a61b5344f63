"""Owners and review dates of the policies: what stands for a part, who may change it, and how."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session

from dialogs.editions import may_edit
from dialogs.people import Person
from dialogs.policy_parts import Part, part_of, subject_of, wider
from dialogs.wording import day
from knowledge.clauses import Library
from knowledge.errors import Sayable
from storage import policy_reviews
from storage.policy_reviews import REVIEWED, SET, TAKEN_BACK, Kept
from storage.tables import PolicyReview

FARTHEST_YEARS = 10


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts for a part: its owner and review date, its own or those of the nearest part around it.

    ``owner_from`` and ``due_from`` are the parts that they were set for. ``last`` is the part's own last row (0: none).
    """

    part: Part
    owner: str = ""
    owner_from: Part | None = None
    due: date | None = None
    due_from: Part | None = None
    kept: Kept | None = None

    @property
    def last(self) -> int:
        """The part's own last row, 0 where there is none."""
        return self.kept.last.id if self.kept else 0


def standing(kept: Mapping[str, Kept], part: Part) -> Standing:
    """Say what counts for a part: its own owner and date first, else those of the nearest part that it stands in."""
    around = [(each, kept[subject_of(each)].last) for each in wider(part) if subject_of(each) in kept]
    owner = next(((row.owner, each) for each, row in around if row.owner), ("", None))
    due = next(((row.due, each) for each, row in around if row.due), (None, None))
    return Standing(part, *owner, *due, kept.get(subject_of(part)))


def stands_now(session: Session, part: Part) -> Standing:
    """Say what counts for a part now."""
    return standing(policy_reviews.every(session=session), part)


def parts_with_reviews(library: Library, kept: Mapping[str, Kept]) -> list[Standing]:
    """Give every part with an owner, date or review of its own, and every policy: what falls due first comes first."""
    own = {part: standing(kept, part) for subject in kept if (part := part_of(library, subject)) is not None}
    for policy in library.policies:
        whole = part_of(library, policy)
        if whole is not None and whole not in own:
            own[whole] = standing(kept, whole)
    return sorted(own.values(), key=lambda each: each.due or date.max)


def lost(library: Library, kept: Mapping[str, Kept]) -> list[Kept]:
    """Give what was kept for parts that the policies have no more, and that still has a date."""
    return [each for subject, each in kept.items() if each.last.due and part_of(library, subject) is None]


def may_note(person: Person, stands: Standing) -> bool:
    """Say whether somebody may note that a part was reviewed: HR's editors, and who owns it."""
    return may_edit(person) or (person.known and stands.owner == person.id)


def check_due(due: date, today: date) -> None:
    """Raise Sayable where a review date is gone, or so far ahead that it must be a slip."""
    if due < today:
        raise Sayable(f"{day(due, today)} is gone. A review can fall due today or on a later day.")
    if due.year - today.year > FARTHEST_YEARS:
        raise Sayable(f"{day(due)} is more than {FARTHEST_YEARS} years ahead. Say a nearer day.")


def keep(session: Session, stands: Standing, by: str, now: datetime, **changed: str | date | None) -> None:
    """Keep another owner or review date of a part; Sayable where the day is gone or it changed since it was shown."""
    due = changed.get("due")
    if due:
        check_due(due, now.date())
    _add(session, stands, by, now, SET, **changed)


def note_reviewed(session: Session, stands: Standing, by: str, now: datetime, due: date) -> None:
    """Keep that a part was reviewed today, and when next; Sayable where that was noted, or it changed since shown."""
    check_due(due, now.date())
    before = stands.kept.reviewed if stands.kept else None
    if before and before.done_on == now.date() and before.id == stands.last and before.due == due:
        raise Sayable("That it was reviewed today is noted already. Nothing has changed.")
    _add(session, stands, by, now, REVIEWED, due=due)


def take_back(session: Session, stands: Standing, by: str, now: datetime) -> PolicyReview:
    """Keep that a part was not reviewed after all, with the date that it had before; give the review taken back.

    Sayable where no review of it is noted, or it changed since it was shown.
    """
    reviewed = stands.kept.reviewed if stands.kept else None
    if reviewed is None:
        raise Sayable("No review of it is noted, so there's nothing to take back.")
    before = stands.kept.before[-1]
    again = {"due": before.due if before else None} if stands.kept.last.due == reviewed.due else {}
    _add(session, stands, by, now, TAKEN_BACK, **again)
    return reviewed


def owned_by(session: Session, library: Library, person: Person) -> list[Standing]:
    """Give the parts that somebody was made the owner of, what falls due first comes first."""
    every = parts_with_reviews(library, policy_reviews.every(session=session))
    return [each for each in every if person.known and each.owner == person.id and each.owner_from == each.part]


def _add(session: Session, stands: Standing, by: str, now: datetime, act: str, **changed: str | date | None) -> None:
    last = stands.kept.last if stands.kept else None
    own = {"owner": last.owner if last else "", "due": last.due if last else None} | changed
    row = policy_reviews.add(
        session=session, subject=subject_of(stands.part), follows=stands.last, by=by, now=now, act=act, **own
    )
    if row is None:
        raise Sayable("Somebody else has just changed that, so nothing was kept. Type “reviews” to see how it stands.")
