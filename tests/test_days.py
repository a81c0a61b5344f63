from datetime import date

import pytest

from knowledge.days import in_words, months_after, weeks_after


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        ("2025-11-21", 12, "2026-11-21"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2026-11-30", 3, "2027-02-28"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2026-01-15", -1, "2025-12-15"),
        ("9999-06-01", 12, "9999-12-31"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_shorter_month(day, months, then):
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(then)


def test_weeks_later_is_the_same_weekday_and_the_calendar_ends():
    assert weeks_after(date(2026, 11, 21), 2) == date(2026, 12, 5)
    assert weeks_after(date(9999, 12, 25), 2) == date.max


def test_a_day_is_written_with_its_weekday_and_year():
    assert in_words(date(2026, 12, 5)) == "Saturday 5 December 2026"
