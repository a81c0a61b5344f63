"""What is said of the help lines follows the words in force on the day; what cannot be read is quoted."""

from datetime import date, datetime, time

import pytest

from dialogs.help_line import line_now
from knowledge.editions.edits import ClauseEdit, Edition
from knowledge.helplines import answer_now
from knowledge.line_words import read_email, read_hours, read_number
from tests.editions_kit import NEW_YEAR, edited, published

OFFICE, EVENING, EMAIL = "front.office-hours", "front.out-of-hours", "front.email"
ROWS = "Monday to Thursday: 8.30am – to 5.00pm"
EVE_MORNING, EVE_NIGHT = datetime(2026, 12, 31, 10), datetime(2026, 12, 31, 22)  # a Thursday
MORNING, NIGHT = datetime(2027, 1, 1, 9), datetime(2027, 1, 1, 22)


def changed(clause, old, new, since=NEW_YEAR, number=1, **more):
    return Edition(number, since, (edited(clause, old, new),), **more)


def test_a_new_number_is_said_from_its_first_day_on_and_never_before():
    with published(changed(OFFICE, "686767", "000000")):
        assert answer_now(EVE_MORNING).number == "01639 686767"
        assert answer_now(MORNING).number == "01639 000000"
        assert "Ring 01639 000000 now" in line_now(MORNING)
    assert answer_now(MORNING).number == "01639 686767"


def test_the_line_that_opens_next_is_named_by_the_words_of_its_own_day():
    with published(changed(OFFICE, "686767", "000000")):
        line = answer_now(EVE_NIGHT)
        assert (line.next_open, line.next_number) == (datetime(2027, 1, 1, 8, 30), "01639 000000")
    with published(changed(OFFICE, "686767", "000000", since=date(2027, 1, 2))):
        assert answer_now(EVE_NIGHT).next_number == "01639 686767"


def test_new_hours_are_kept_from_their_first_day_on():
    with published(changed(OFFICE, "Friday: 8.30am", "Friday: 10am")):
        assert not answer_now(MORNING).open
        assert answer_now(MORNING).next_open == datetime(2027, 1, 1, 10)
        assert answer_now(datetime(2026, 12, 25, 9)).open


def test_a_change_that_is_rolled_back_is_said_no_more():
    with published(changed(OFFICE, "686767", "000000", until=date(2027, 1, 8))):
        assert answer_now(MORNING).number == "01639 000000"
        assert answer_now(datetime(2027, 1, 8, 9)).number == "01639 686767"


def test_hours_that_cannot_be_read_are_quoted_and_no_number_of_theirs_is_said_to_answer():
    with published(changed(OFFICE, ROWS, "We answer all day long")):
        line = answer_now(MORNING)
        assert (line.open, line.number, line.next_open, line.doubtful) == (False, None, None, True)
        said = line_now(MORNING)
        assert said.startswith("**Email ITservicedesk@npt.gov.uk now.** I can't work out which help line answers now.")
        assert "We answer all day long" in said and "version 2, in force from 1 January 2027" in said
        assert answer_now(datetime(2027, 1, 1, 18)).number == "07815 795220"
        assert answer_now(EVE_MORNING).number == "01639 686767"


def test_the_night_before_words_that_cannot_be_read_nobody_is_told_when_a_line_opens():
    with published(changed(OFFICE, ROWS, "We answer all day long")):
        line = answer_now(EVE_NIGHT)
        assert (line.doubtful, line.next_open, line.next_number) == (False, None, None)
        said = line_now(EVE_NIGHT)
        assert said.startswith("**No help line is listed for this hour.**") and "We answer all day long" in said
        assert "8.30am, on" not in said


@pytest.mark.parametrize("new", ["see the intranet", "a@npt.gov.uk or b@npt.gov.uk"])
def test_an_address_that_cannot_be_read_is_quoted(new):
    with published(changed(EMAIL, "ITservicedesk@npt.gov.uk", new)):
        assert answer_now(NIGHT).email is None
        said = line_now(NIGHT)
        assert "Tell Digital Services now" in said and f"“Email: {new}”" in said
        assert "ITservicedesk" not in said


def test_a_new_address_is_said_from_its_first_day_on():
    with published(changed(EMAIL, "ITservicedesk", "help")):
        assert (answer_now(EVE_NIGHT).email, answer_now(NIGHT).email) == ("ITservicedesk@npt.gov.uk", "help@npt.gov.uk")


def test_a_line_that_the_scheme_has_no_more_is_not_said():
    gone = Edition(1, NEW_YEAR, (ClauseEdit(OFFICE, "", "members_ict_scheme", "front page"),))
    with published(gone):
        assert answer_now(MORNING).next_number == "07815 795220"
    every = tuple(ClauseEdit(each, "", "members_ict_scheme", "front page") for each in (OFFICE, EVENING, EMAIL))
    with published(Edition(1, NEW_YEAR, every)):
        assert line_now(MORNING) == (
            "**No help line is listed for this hour.** Tell Digital Services now; the scheme lists no hours at all."
        )


def test_a_line_that_is_added_to_the_front_page_answers_too():
    text = "Weekend Help line: 01639 222333\nSaturday and Sunday: 9am to noon"
    where = ("front.weekend", text, "members_ict_scheme", "Members ICT Scheme, front page (weekend)", ("Front page",))
    with published(Edition(1, NEW_YEAR, (ClauseEdit(*where, None, EVENING),))):
        saturday = answer_now(datetime(2027, 1, 2, 11))
        assert (saturday.name, saturday.number, saturday.closes) == ("Weekend Help line", "01639 222333", time(12))


@pytest.mark.parametrize(
    "words, days, opens, closes",
    [
        ("Monday to Thursday: 8.30am – to 5.00pm", 4, "08:30", "17:00"),
        ("Friday: 4.30 to 9.00pm", 1, "16:30", "21:00"),
        ("Mon-Fri 08:30-17:00", 5, "08:30", "17:00"),
        ("Weekdays: from 8.30 a.m. until 5 p.m.", 5, "08:30", "17:00"),
        ("Every day: 7am to 9pm.", 7, "07:00", "21:00"),
        ("Monday, Wednesday and Friday: 9am to noon", 3, "09:00", "12:00"),
        ("Friday to Monday: 8am to 6pm", 4, "08:00", "18:00"),
        ("Monday to Friday: 8.30 to 5pm", 5, "08:30", "17:00"),
        ("Monday to Friday: 8am to 6pm\nSaturday: closed", 5, "08:00", "18:00"),
        ("Monday to Friday: 8am to 6pm\nPlease say that you are a Councillor.", 5, "08:00", "18:00"),
    ],
)
def test_hours_are_read_in_the_shapes_in_which_people_write_them(words, days, opens, closes):
    hours = read_hours(words)
    assert len(hours) == days == len({each.weekday for each in hours})
    assert {(f"{each.opens:%H:%M}", f"{each.closes:%H:%M}") for each in hours} == {(opens, closes)}


def test_a_day_may_have_two_runs_of_hours():
    morning, afternoon = read_hours("Monday: 8am to noon and 1pm to 5pm")
    assert (morning.closes, afternoon.opens) == (time(12), time(13))


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Round the clock",
        "Monday to Friday: 8.30 to 5.00",
        "Monday to Friday: 9pm to 6am",
        "Monday to Friday: 9am to 5pm except bank holidays",
        "Monday to Friday: 9am to 5pm\nClosed on bank holidays",
        "Monday to Friday: 9am to 5pm\nFriday: 9am to 4pm",
        "Monday to Friday: 9am to 5pm\nFrom 1 June: 9am to 4pm",
        "Monday: 13:00 to 25:00",
        "Monday: 13am to 2pm",
        "Monday: 9.75am to 2pm",
        "Saturday 1.00 to 5.00",
    ],
)
def test_hours_in_another_shape_are_not_guessed(words):
    assert read_hours(words) is None


@pytest.mark.parametrize(
    "words, read",
    [
        ("Office Hours Help line: 01639 000000\nMonday: 9am to 5pm", ("Office Hours Help line", "01639 000000")),
        ("Help line +44 1639 686767", ("Help line", "+44 1639 686767")),
        ("Help line (01639) 686767.", ("Help line", "(01639) 686767")),
        ("Help line: 01639 000000 or 01639 111111", None),
        ("Help line: 01639 000000 ext 4", None),
        ("Help line: 0800 HELP ME", None),
        ("Help line: 101", None),
    ],
)
def test_a_number_is_read_where_there_is_one_and_nothing_beside_it(words, read):
    assert read_number(words) == read


def test_an_address_is_read_where_there_is_one():
    assert read_email("Email: a.b@npt.gov.uk.") == "a.b@npt.gov.uk"
    assert read_email("Email us") is None and read_email("a@b.uk or c@d.uk") is None
