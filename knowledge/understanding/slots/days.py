"""Arithmetic of the calendar: weekdays, months, festivals, and the year that a day without one means."""

import calendar
from datetime import date, timedelta

from dateutil.easter import easter

from knowledge.days import months_after
from knowledge.understanding.slots.lexicon import table

WEEKDAYS = {name: n for n, name in enumerate("mon tue wed thu fri sat sun".split())}
MONTHS = {name: n for n, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1)}


def safe(year: int, month: int, day: int) -> date | None:
    """The date, or None where the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def backwards(today: date, weekday: int) -> date:
    """The latest such weekday before today."""
    return today - timedelta(days=(today.weekday() - weekday - 1) % 7 + 1)


def on_weekday(today: date, weekday: int, at_least: int) -> date:
    """The first such weekday that is ``at_least`` days ahead."""
    return today + timedelta(days=(weekday - today.weekday() - at_least) % 7 + at_least)


def months_back(day: date, months: int) -> date:
    """The same day that many months earlier (later where negative), or the month's last day where it is shorter."""
    return months_after(day, -months)


def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def in_year(
    day: int, month: int, year: str | None, today: date, ahead: bool | None, weekday: int | None
) -> date | None:
    """The date; without a year the nearest, on the side asked for if one is. A stated weekday decides between years."""
    if year:
        number = int(year.strip("'"))
        return safe(number if number > 99 else 2000 + number, month, day)
    around = [one for shift in range(-4, 5) if (one := safe(today.year + shift, month, day))]
    if weekday is not None and (fitting := [one for one in around if one.weekday() == weekday]):
        near = min(fitting, key=lambda one: abs(one - today))
        if abs(near - today) < timedelta(days=370):
            return near
    side = [one for one in around if ahead is None or (one >= today if ahead else one <= today)]
    return min(side, key=lambda one: abs(one - today), default=None)


def festivals(name: str) -> str:
    """The words of a festival's name that make it a day by itself: ``christmas`` has none, ``boxing day`` has."""
    return (
        name if name.lower().split()[-1] in ("day", "eve", "night", "friday", "monday", "sunday", "halloween") else ""
    )


def festival(name: str, year: int | None, today: date, ahead: bool, near: bool) -> date:
    """The day of a festival in a year, or the nearest within seven weeks (``near``), or on the side asked for."""
    options = [_festival(name.lower(), one) for one in ([year] if year else range(today.year - 1, today.year + 2))]
    close = min(options, key=lambda one: abs(one - today))
    if len(options) == 1 or (near and abs(close - today) <= timedelta(weeks=7)):
        return close
    side = [one for one in options if (one >= today if ahead else one < today)]
    return min(side, key=lambda one: abs(one - today), default=close)


def _festival(name: str, year: int) -> date:
    dates = table("dates")
    if name in dates["easter"]:
        return easter(year) + timedelta(days=dates["easter"][name])
    day, month = dates["fixed"][name]
    return date(year, month, day)
