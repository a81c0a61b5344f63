"""Days, spans of days and times, against a Wednesday afternoon in November."""

from datetime import UTC, date, datetime, time

import pytest

from knowledge.understanding.slots import extract, read_day, read_time
from knowledge.understanding.slots.dates import find_days

NOW = datetime(2026, 11, 25, 14, 30)
PAST = {
    "today": "2026-11-25",
    "this morning": "2026-11-25",
    "yesterday": "2026-11-24",
    "last night": "2026-11-24",
    "the day before yesterday": "2026-11-23",
    "I lost it on Saturday": "2026-11-21",
    "last Friday": "2026-11-20",
    "the Saturday before last": "2026-11-14",
    "a week last Tuesday": "2026-11-17",
    "a fortnight ago": "2026-11-11",
    "two weeks ago": "2026-11-11",
    "three days ago": "2026-11-22",
    "3rd March": "2026-03-03",
    "March 3rd": "2026-03-03",
    "3 March 2025": "2025-03-03",
    "03/04/26": "2026-04-03",
    "3.4.25": "2025-04-03",
    "10/3": "2026-03-10",
    "2026-11-20": "2026-11-20",
    "on the 1st": "2026-11-01",
    "the 5th of last month": "2026-10-05",
    "Monday 23rd": "2026-11-23",
    "last Christmas": "2025-12-25",
}
FUTURE = {
    "tomorrow": "2026-11-26",
    "Saturday": "2026-11-28",
    "this Friday": "2026-11-27",
    "next Friday": "2026-12-04",
    "Friday week": "2026-12-04",
    "a week on Thursday": "2026-12-03",
    "in a fortnight": "2026-12-09",
    "Saturday 28 November": "2026-11-28",
    "on Boxing Day": "2026-12-26",
    "3rd March": "2027-03-03",
    "on the 1st": "2026-12-01",
}


@pytest.mark.parametrize(("text", "day"), PAST.items())
def test_an_answer_about_what_happened_is_read_backwards(text, day):
    assert read_day(text, NOW, prefer="past").day == date.fromisoformat(day)


@pytest.mark.parametrize(("text", "day"), FUTURE.items())
def test_an_answer_about_what_is_to_come_is_read_forwards(text, day):
    assert read_day(text, NOW, prefer="future").day == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        ("they have offered me tickets for the rugby on Saturday", "2026-11-28", True),
        ("I lost it on Saturday", "2026-11-21", False),
        ("I left it at the match on Saturday", "2026-11-21", False),
        ("took us to dinner on Friday", "2026-11-20", False),
        ("taking us to dinner on Friday", "2026-11-27", True),
        ("invited me to lunch on Thursday", "2026-11-26", True),
        ("on Saturday she gave me a scarf", "2026-11-21", False),
    ],
)
def test_the_words_around_a_weekday_say_whether_it_is_to_come(text, day, event):
    (when,) = extract(text, NOW).when
    assert (when.day, when.event) == (date.fromisoformat(day), event)


def test_two_days_in_one_text_each_keep_their_side():
    first, second = extract("Acme gave me wine on Monday for the lunch on Friday", NOW).when
    assert (first.day, second.day) == (date(2026, 11, 23), date(2026, 11, 27))


def test_todays_weekday_is_today_looking_back_and_a_week_on_looking_ahead():
    back, ahead = (read_day("on Wednesday", NOW, prefer=side) for side in ("past", "future"))
    assert (back.day, back.approximate) == (date(2026, 11, 25), True)
    assert (ahead.day, ahead.approximate) == (date(2026, 12, 2), True)


def test_todays_weekday_with_a_later_time_is_today():
    assert read_day("Wednesday at 8pm", NOW, prefer="future").day == date(2026, 11, 25)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("over the weekend", "2026-11-21", "2026-11-22"),
        ("last month", "2026-10-01", "2026-10-31"),
        ("it happened in march", "2026-03-01", "2026-03-31"),
        ("last week", "2026-11-16", "2026-11-22"),
    ],
)
def test_a_span_has_a_first_and_a_last_day(text, first, last):
    (when,) = find_days(text, NOW)
    assert (when.day, when.until) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "text",
    [
        "I may have broken it",
        "I sat on the bus",
        "we march on",
        "out in the sun",
        "a Christmas hamper",
        "open 24/7",
        "3/4 of a bottle",
        "on the 1st floor",
        "every Friday they bring cakes",
        "my second laptop",
        "£3.40",
    ],
)
def test_words_that_only_look_like_days_are_left_alone(text):
    assert find_days(text, NOW) == ()


def test_an_impossible_day_is_no_day():
    assert read_day("31/02/2026", NOW) is None


def test_a_clock_with_a_zone_reads_the_same():
    assert read_day("yesterday", NOW.replace(tzinfo=UTC)).day == date(2026, 11, 24)


def test_the_31st_falls_back_to_a_month_that_has_one():
    assert read_day("on the 31st", NOW).day == date(2026, 10, 31)


TIMES = {
    "at half eight": time(8, 30),
    "half past eight": time(8, 30),
    "8.30pm": time(20, 30),
    "20:30": time(20, 30),
    "around noon": time(12),
    "quarter to nine": time(8, 45),
    "ten to six": time(17, 50),
    "twenty past 3": time(15, 20),
    "half eight tonight": time(20, 30),
    "8 o'clock": time(8),
    "5ish": time(17),
    "8": time(8),
    "midnight": time(0),
    "1430 hrs": time(14, 30),
}


@pytest.mark.parametrize(("text", "at"), TIMES.items())
def test_a_time_of_day_is_read(text, at):
    assert read_time(text) == at


@pytest.mark.parametrize("text", ["£8.30", "no idea", "two tickets", "25:10"])
def test_what_is_no_time_is_none(text):
    assert read_time(text) is None


def test_a_time_belongs_to_the_day_beside_it():
    (when,) = find_days("yesterday at half eight", NOW)
    assert (when.day, when.at) == (date(2026, 11, 24), time(8, 30))


def test_a_time_alone_has_no_day():
    (when,) = find_days("it went at 8.15am", NOW)
    assert (when.day, when.at) == (None, time(8, 15))


def test_minutes_ago_give_a_day_and_a_time():
    (when,) = find_days("half an hour ago", NOW)
    assert (when.day, when.at) == (NOW.date(), time(14, 0))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("two Fridays ago", date(2026, 11, 13)),
        ("a couple of Saturdays ago", date(2026, 11, 14)),
        ("the 12th", date(2026, 11, 12)),
    ],
)
def test_counted_weekdays_and_a_bare_day_of_the_month_look_back(text, day):
    assert read_day(text, datetime(2026, 11, 25, 14, 30), "past").day == day


def test_a_few_fridays_ago_is_no_day():
    assert read_day("a few Fridays ago", datetime(2026, 11, 25, 14, 30), "past") is None
