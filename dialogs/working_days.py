"""Working days: Monday to Friday. Reminders leave at half past nine on one of them."""

from datetime import date, datetime, time, timedelta, tzinfo

AT = time(9, 30)
_DAY = timedelta(days=1)


def is_working_day(on: date) -> bool:
    """Say whether a day is one of Monday to Friday."""
    return on.weekday() < 5


def no_later(on: date) -> date:
    """Give the day, or the Friday before where it falls on a weekend."""
    return on - timedelta(days=max(0, on.weekday() - 4))


def no_earlier(on: date) -> date:
    """Give the day, or the Monday after where it falls on a weekend."""
    return on if is_working_day(on) else on + timedelta(days=7 - on.weekday())


def before(on: date) -> date:
    """Give the last working day before a day."""
    return no_later(on - _DAY)


def after(on: date, days: int = 1) -> date:
    """Give the day that is so many working days after a day."""
    while days:
        on += _DAY
        days -= is_working_day(on)
    return on


def half_past_nine(on: date, zone: tzinfo | None) -> datetime:
    """Give the moment at which reminders of a day leave, in the zone of the council's clock."""
    return datetime.combine(on, AT, zone)
