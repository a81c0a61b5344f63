"""What falls due: its owner is reminded on the days that the scheme's periods give, until it is done."""

from dataclasses import replace
from datetime import datetime

import pytest

from bot.people import LocalDirectory
from dialogs.reminders import REMIND_OWNER
from dialogs.reminding import remind_all
from dialogs.replies import from_json
from storage import clocks
from storage.outbox import REMINDERS
from tests.battery_kit import listening, one_engine  # noqa: F401
from tests.town import LONDON


@pytest.fixture
async def town(tmp_path):
    async with listening(tmp_path) as running:
        await running.opens("digi")
        yield running


def reminders_by(town, day: str) -> list[str]:
    """Run the clocks that have fallen due by half past nine on a day; gives what each one says to the councillor."""
    with town.store.write() as session:
        remind_all(session, datetime.fromisoformat(f"{day}T09:30").replace(tzinfo=LONDON), town.directory)
    to = town.person("rhys").id
    return [from_json(n.body).text for n in town.notices() if n.template == "due" and n.to_person == to]


async def say(town, who, *lines):
    for words in lines:
        await town.say(who, words)


async def test_equipment_is_asked_back_a_week_before_and_on_the_friday_before_a_weekend(town):
    await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes")
    assert reminders_by(town, "2026-12-03") == []
    (first,) = reminders_by(town, "2026-12-04")
    assert "by Saturday 12 December 2026" in first and "NOT-2026-0001" in first
    assert len(reminders_by(town, "2026-12-10")) == 1
    assert len(reminders_by(town, "2026-12-11")) == 2
    assert len(reminders_by(town, "2027-01-15")) == 2


async def test_no_reminder_after_the_receipt(town):
    await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes")
    await say(town, "digi", "all back")
    assert reminders_by(town, "2027-01-15") == []


async def test_no_reminder_of_a_notice_that_was_withdrawn(town):
    await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes", "withdraw NOT-2026-0001", "yes")
    assert [r.status for r in town.records()] == ["withdrawn"]
    assert reminders_by(town, "2027-01-15") == []


async def test_the_clock_of_a_device_starts_anew_with_its_inspection(town):
    await say(town, "rhys", "want to book my tablet in for its annual check", "3 February", "yes")
    assert reminders_by(town, "2027-01-05") == []
    await say(town, "digi", "inspected")
    assert reminders_by(town, "2027-01-06") == []
    assert reminders_by(town, "2027-10-19") == []
    (reminder,) = reminders_by(town, "2027-10-20")
    assert reminder.startswith("The inspection of your iPad falls due in about four weeks")


async def test_a_device_that_is_not_inspected_is_named_four_weeks_ahead(town):
    await say(town, "rhys", "want to book my tablet in for its annual check", "3 February", "yes")
    assert len(reminders_by(town, "2027-01-06")) == 1


def told_to(town, who: str) -> list[str]:
    """What somebody was reminded of so far, a text for each message."""
    to = town.person(who).id
    return [from_json(n.body).text for n in town.notices() if n.template in REMINDERS and n.to_person == to]


def at(town, moment: str) -> int:
    with town.store.write() as session:
        return remind_all(session, datetime.fromisoformat(moment).replace(tzinfo=LONDON), town.directory)


async def test_nobody_is_reminded_on_a_weekend_though_the_bot_was_down_on_friday(town):
    await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes")
    assert at(town, "2026-12-05T10:00") == at(town, "2026-12-06T10:00") == 0
    assert at(town, "2026-12-07T09:30") == 1


async def test_two_things_that_fall_due_on_a_day_are_one_message(town):
    for last in ("28 November", "29 November"):
        await say(town, "rhys", "I've resigned as a councillor", last, "yes")
    assert at(town, "2026-12-04T09:30") == 1
    (both,) = told_to(town, "rhys")
    assert "NOT-2026-0001" in both and "NOT-2026-0002" in both


async def test_whoever_was_reminded_today_hears_the_rest_on_the_next_working_day(town):
    await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes")
    assert at(town, "2026-12-11T09:30") == 1
    with town.store.write() as session:
        late = datetime(2026, 12, 11, 12, tzinfo=LONDON)
        clocks.start(session=session, record_id=1, what=REMIND_OWNER, due_at=late)
    assert at(town, "2026-12-11T12:05") == 0
    assert at(town, "2026-12-11T23:55") == 0
    before = len(told_to(town, "rhys"))
    assert at(town, "2026-12-14T09:30") >= 1
    assert len(told_to(town, "rhys")) == before + 1


async def test_everybody_at_the_desk_hears_what_is_overdue_and_only_one_of_them_confirms_it(town):
    desk = [p for p in town.directory.people if p.key == "digi"]
    colleague = replace(desk[0], id="d" * 36, key="dora", name="Dora Wells")
    directory = LocalDirectory((*town.directory.people, colleague))
    await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes")
    with town.store.write() as session:
        remind_all(session, datetime(2026, 12, 14, 9, 30, tzinfo=LONDON), directory)
    (asked,) = told_to(town, "digi")
    assert "Cllr Rhys Evans hasn't returned" in asked and "Once you confirm that everything is back" in asked
    (other,) = [from_json(n.body).text for n in town.notices() if n.to_person == colleague.id]
    assert "Cllr Rhys Evans hasn't returned" in other and "Digby Ward is asked about NOT-2026-0001" in other


async def test_a_journey_that_is_over_reminds_nobody(town):
    await say(town, "rhys", "I'm taking my ipad to France on 20 November", "22 November", "yes")
    assert at(town, "2026-11-19T09:30") == 2
    assert at(town, "2026-11-26T09:30") == at(town, "2026-12-03T09:30") == 0


async def test_a_device_that_is_booked_again_is_named_by_the_newer_booking_alone(town):
    for _ in range(2):
        await say(town, "rhys", "want to book my tablet in for its annual check", "3 February", "yes")
    assert at(town, "2027-01-06T09:30") == 2
    (reminder,) = told_to(town, "rhys")
    assert "NOT-2026-0002" in reminder and "NOT-2026-0001" not in reminder


async def test_a_councillor_who_has_left_the_list_of_people_is_still_named(town):
    await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes")
    gone = LocalDirectory(tuple(p for p in town.directory.people if p.key != "rhys"))
    with town.store.write() as session:
        remind_all(session, datetime(2026, 12, 14, 9, 30, tzinfo=LONDON), gone)
    (asked,) = told_to(town, "digi")
    assert "Cllr Rhys Evans hasn't returned" in asked


async def test_many_that_wait_for_one_person_are_a_short_message(town):
    for _ in range(8):
        await say(town, "rhys", "I've resigned as a councillor", "28 November", "yes")
    at(town, "2026-12-14T09:30")
    (asked,) = told_to(town, "digi")
    assert asked.count("NOT-2026-") == 5 and "3 more wait for you as well." in asked
