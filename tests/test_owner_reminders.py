"""What falls due: its owner is reminded on the days that the scheme's periods give, until it is done."""

from datetime import datetime

import pytest

from dialogs.reminders import remind_all
from dialogs.replies import from_json
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
        remind_all(session, datetime.fromisoformat(f"{day}T09:30").replace(tzinfo=LONDON))
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
