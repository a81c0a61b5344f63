"""Days: weeks and months away from one, and written for people."""

import calendar
from datetime import MAXYEAR, date


def weeks_after(day: date, weeks: int) -> date:
    """The same weekday that many weeks later, or the calendar's last day where it ends before."""
    return date.fromordinal(min(day.toordinal() + 7 * weeks, date.max.toordinal()))


def day_before(day: date) -> date:
    """The day before, or the first that there is."""
    return date.fromordinal(max(day.toordinal() - 1, 1))


def months_after(day: date, months: int) -> date:
    """The same day that many months later (earlier where negative), or the last day that there is."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def in_words(day: date) -> str:
    """The day with its year: Saturday 28 November 2026."""
    return f"{day:%A} {day.day} {day:%B %Y}"
