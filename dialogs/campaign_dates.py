"""The dates of a review: a reminder a week before its end, one on the last working day, and then the end."""

from datetime import date, datetime, timedelta, tzinfo

from dialogs.working_days import half_past_nine, no_earlier, no_later

WEEK, LAST, END = "week", "last", "end"
_WEEK, _DAY = timedelta(weeks=1), timedelta(days=1)

Step = tuple[str, datetime]


def steps(starts_on: date, ends_on: date, zone: tzinfo | None) -> tuple[Step, ...]:
    """Give what happens by itself and when, in order; none on the day of the start, none on a weekend."""
    days = ((WEEK, no_later(ends_on - _WEEK)), (LAST, no_later(ends_on)), (END, no_earlier(ends_on + _DAY)))
    return tuple((what, half_past_nine(on, zone)) for what, on in days if on > starts_on)


def step_now(starts_on: date, ends_on: date, now: datetime) -> str | None:
    """Give the latest step that has come; what was missed before it is not made up for."""
    come = [what for what, at in steps(starts_on, ends_on, now.tzinfo) if at <= now]
    return come[-1] if come else None


def next_step(starts_on: date, ends_on: date, now: datetime) -> Step | tuple[None, None]:
    """Give the next step and its time; nothing once the end was told."""
    return next((step for step in steps(starts_on, ends_on, now.tzinfo) if step[1] > now), (None, None))


def reminded_on(starts_on: date, ends_on: date) -> list[date]:
    """Give the days on which those who haven't answered are reminded."""
    return [at.date() for what, at in steps(starts_on, ends_on, None) if what != END]
