"""Two processes on one database: what is published in one, the other follows at once; and who may press what."""

import pytest

from knowledge import decided
from tests.town import heard, town

ASKED = "when must I give a reason for accepting a gift"
LOWER = "change “over £50” to “over £25” because it is wanted"


async def test_the_other_process_follows_at_its_next_turn_and_so_does_one_that_starts_later(tmp_path):
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    async with town(tmp_path, database_url=url) as one, town(tmp_path, database_url=url) as other:
        assert "worth over £50" in await heard(other, "amy", ASKED)
        assert "Proposed as KB-1" in await heard(one, "helen", LOWER, "yes")
        assert "worth over £50" in await heard(other, "amy", ASKED)
        assert "KB-1 is published" in await heard(other, "dev", "publish KB-1 because we know", "yes")
        assert "worth over £25" in await heard(one, "amy", ASKED)
        assert "worth over £25" in await heard(other, "amy", ASKED)
        assert "KB-1 is rolled back" in await heard(one, "helen", "roll back KB-1", "yes")
        assert "worth over £50" in await heard(other, "amy", ASKED)
        assert "Proposed as KB-2" in await heard(other, "helen", LOWER, "yes")
        assert "KB-2 is published" in await heard(one, "dev", "publish KB-2 because we know", "yes")
    async with town(tmp_path, database_url=url) as later:
        assert "worth over £25" in await heard(later, "amy", ASKED)
    assert decided.held() is decided.NOTHING


async def test_what_was_written_against_words_that_are_gone_is_not_published(tmp_path):
    async with town(tmp_path) as running:
        await heard(running, "helen", LOWER, "yes")
        await heard(running, "dev", "change “over £50” to “over £30”", "yes")
        assert "KB-1 is published" in await heard(running, "dev", "publish KB-1 because we know", "yes")
        said = await heard(running, "helen", "publish KB-2 because we know")
        assert "KB-1 changed the same since KB-2 was written" in said
        assert "was written on top" not in await heard(running, "helen", "withdraw KB-2")
        await heard(running, "dev", "change “over £25” to “over £30”", "yes")
        await heard(running, "helen", "publish KB-3 because we know", "yes")
        assert "KB-3 was written on top of KB-1. Roll back KB-3 first." in await heard(
            running, "dev", "roll back KB-1", "yes"
        )
        assert "worth over £30" in await heard(running, "amy", ASKED)


async def test_what_was_written_on_top_of_what_is_rolled_back_is_not_published(tmp_path):
    async with town(tmp_path) as running:
        await heard(running, "helen", LOWER, "yes")
        await heard(running, "dev", "publish KB-1 because we know", "yes")
        await heard(running, "helen", "change “A manager may agree” to “A senior manager may agree”", "yes")
        assert "KB-1 is rolled back" in await heard(running, "helen", "roll back KB-1", "yes")
        said = await heard(running, "dev", "publish KB-2")
        assert "What it was written on top of was rolled back since KB-2 was written" in said
        assert "worth over £50" in await heard(running, "amy", ASKED)


async def test_ids_and_days_may_hold_hyphens(tmp_path):
    async with town(tmp_path) as running:
        where = "in registration-of-gifts-and-hospitality.4 from 2027-01-01 - it was voted"
        words = f"change “over £50” to “over £25” {where}"
        said = await heard(running, "helen", words)
        assert "From: Friday 1 January 2027" in said and "Why: it was voted" in said


async def test_a_review_is_of_the_words_in_force_and_not_of_those_to_come(tmp_path):
    async with town(tmp_path) as running:
        await heard(running, "helen", "change “always record the reason” to “put down the reason”", "yes")
        await heard(running, "dev", "publish KB-1", "yes")
        later = "change “put down the reason” to “never record the reason” from 1 January"
        await heard(running, "helen", later, "yes")
        await heard(running, "dev", "publish KB-2", "yes")
        await heard(running, "helen", "review registration-of-gifts-and-hospitality.4")
        await running.press("helen", "I've read them: they still hold")
        assert "No rule is flagged" in await heard(running, "helen", "flagged")
        await running.restart(now=running.now.replace(year=2027, month=1, day=2))
        assert "registration-of-gifts-and-hospitality.4" in await heard(running, "helen", "flagged")


async def test_what_changes_the_same_on_a_later_day_is_told_before_anything_is_proposed(tmp_path):
    async with town(tmp_path) as running:
        await heard(running, "helen", "change “over £50” to “over £25” from 1 January", "yes")
        await heard(running, "dev", "publish KB-1 because we know", "yes")
        said = await heard(running, "helen", "change “over £50” to “over £40”", "yes")
        assert "KB-1 changes the same from Friday 1 January 2027 on." in said
        assert "Proposed as KB-2" in await heard(
            running, "helen", "change “over £25” to “over £40” from 1 March", "yes"
        )


@pytest.mark.parametrize(
    "data",
    [
        {"clause": "gifts.1", "version": 1, "text": "Other words.", "since": "never"},
        {"clause": "gifts.99", "version": 1, "text": "Other words."},
        {"clause": "gifts.1", "version": 9, "text": "Other words."},
        {"clause": "gifts.1", "version": True, "text": "Other words."},
        {"clause": "gifts.1", "version": 1, "text": "word " * 800},
        {},
    ],
)
async def test_a_button_that_was_tampered_with_proposes_nothing(tmp_path, data):
    async with town(tmp_path) as running:
        value = {"action": {"type": "Action.Execute", "verb": "edition.propose", "data": data}, "trigger": "manual"}
        assert await running.send("helen", type="invoke", name="adaptiveCard/action", value=value) == 200
        assert "Nothing has been changed in the policies." in await heard(running, "helen", "history")


async def test_nobody_but_hr_can_press_these_buttons(tmp_path):
    async with town(tmp_path) as running:
        await heard(running, "helen", LOWER)
        (_, action), *_ = running.buttons("helen", "Propose this change")
        value = {
            "action": {"type": "Action.Execute", "verb": action["verb"], "data": action["data"]},
            "trigger": "manual",
        }
        await running.send("amy", type="invoke", name="adaptiveCard/action", value=value)
        assert running.last_answer["value"] == "HR editors change the policies."
        assert "Nothing has been changed" in await heard(running, "helen", "history")
