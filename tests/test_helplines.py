"""Which telephone is answered at this minute. 23 November 2026 is a Monday."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from knowledge.clauses import load_library
from knowledge.helplines import answer_now, load_hours

MONDAY = date(2026, 11, 23)
DAYS = {day: MONDAY + timedelta(days=number) for number, day in enumerate("Mon Tue Wed Thu Fri Sat Sun".split())}
OFFICE, OUT_OF_HOURS = "01639 686767", "07815 795220"


def at(day, clock):
    return datetime.combine(DAYS[day], time.fromisoformat(clock))


@pytest.mark.parametrize(
    "day, clock, number, closes",
    [
        ("Mon", "08:30", OFFICE, time(17)),
        ("Mon", "16:59", OFFICE, time(17)),
        ("Mon", "17:00", OUT_OF_HOURS, time(21)),
        ("Mon", "20:59", OUT_OF_HOURS, time(21)),
        ("Tue", "12:00", OFFICE, time(17)),
        ("Wed", "18:00", OUT_OF_HOURS, time(21)),
        ("Thu", "16:59", OFFICE, time(17)),
        ("Fri", "08:30", OFFICE, time(16, 30)),
        ("Fri", "16:29", OFFICE, time(16, 30)),
        ("Fri", "16:30", OUT_OF_HOURS, time(21)),
        ("Fri", "20:59", OUT_OF_HOURS, time(21)),
    ],
)
def test_a_line_is_answered_from_its_first_minute_to_the_minute_before_its_last(day, clock, number, closes):
    line = answer_now(at(day, clock))
    assert (line.open, line.number, line.closes, line.next_open, line.next_number) == (True, number, closes, None, None)


@pytest.mark.parametrize(
    "day, clock, opens",
    [
        ("Mon", "00:00", datetime(2026, 11, 23, 8, 30)),
        ("Mon", "08:29", datetime(2026, 11, 23, 8, 30)),
        ("Mon", "21:00", datetime(2026, 11, 24, 8, 30)),
        ("Thu", "23:59", datetime(2026, 11, 27, 8, 30)),
        ("Fri", "08:29", datetime(2026, 11, 27, 8, 30)),
        ("Fri", "21:00", datetime(2026, 11, 30, 8, 30)),
        ("Sat", "10:00", datetime(2026, 11, 30, 8, 30)),
        ("Sun", "23:59", datetime(2026, 11, 30, 8, 30)),
    ],
)
def test_when_nobody_answers_it_says_which_line_opens_next(day, clock, opens):
    line = answer_now(at(day, clock))
    assert (line.open, line.name, line.number, line.closes) == (False, None, None, None)
    assert (line.next_open, line.next_number) == (opens, OFFICE)
    assert line.email == "ITservicedesk@npt.gov.uk"


def test_the_line_is_named_as_on_the_front_page_and_cites_it():
    office, evening = answer_now(at("Mon", "10:00")), answer_now(at("Mon", "19:00"))
    assert (office.name, office.clause) == ("Office Hours Help line", "front.office-hours")
    assert (evening.name, evening.clause) == ("Out of Hours Help line", "front.out-of-hours")


def test_a_time_from_elsewhere_is_put_on_the_clock_of_the_lines():
    in_summer = answer_now(datetime(2026, 7, 6, 16, 30, tzinfo=UTC))  # 5.30pm in Wales
    in_winter = answer_now(datetime(2026, 12, 7, 16, 30, tzinfo=UTC))  # 4.30pm
    assert (in_summer.number, in_winter.number) == (OUT_OF_HOURS, OFFICE)


def test_the_next_opening_of_an_aware_time_is_aware():
    opens = answer_now(datetime(2026, 10, 24, 12, tzinfo=UTC)).next_open  # the clocks go back that weekend
    assert opens == datetime(2026, 10, 26, 8, 30, tzinfo=UTC)
    assert opens.isoformat() == "2026-10-26T08:30:00+00:00"


def test_no_minute_of_the_week_has_two_lines():
    shifts = sorted(load_hours().shifts, key=lambda shift: (shift.weekday, shift.opens))
    for before, after in zip(shifts, shifts[1:], strict=False):
        assert before.opens < before.closes
        assert before.weekday < after.weekday or before.closes <= after.opens


@pytest.mark.parametrize("shift", load_hours().shifts, ids=lambda shift: f"{shift.weekday} {shift.opens}")
def test_the_hours_are_those_of_the_front_page(shift):
    text = load_library().get(shift.clause).text
    assert shift.name in text and shift.number in text and shift.words in text
    assert f"{(shift.opens.hour - 1) % 12 + 1}.{shift.opens.minute:02}" in shift.words
    assert f"{(shift.closes.hour - 1) % 12 + 1}.{shift.closes.minute:02}pm" in shift.words


def test_the_email_address_is_that_of_the_front_page():
    hours = load_hours()
    assert (hours.email, hours.email_clause.id) == ("ITservicedesk@npt.gov.uk", "front.email")
