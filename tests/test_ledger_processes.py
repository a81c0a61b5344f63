"""Two processes on one database: what HR decides in one, the other follows at its next turn."""

import pytest

from knowledge import decided
from storage import records
from tests.town import heard, town

PROMOTION = "deciding on a promotion and my cousin could be affected"


async def test_the_other_process_follows_at_once_and_so_does_one_that_starts_later(tmp_path):
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    async with town(tmp_path, database_url=url) as one, town(tmp_path, database_url=url) as other:
        assert "HR hasn't decided" in await heard(other, "amy", PROMOTION, "cancel")
        assert "Recorded: HR's decision on X3" in await heard(one, "helen", "decide X3 counts: Cousins count.", "yes")
        assert "HR decided on 17 November 2026: “Cousins count.”" in await heard(other, "amy", PROMOTION, "cancel")
        assert "HR decided on 17 November 2026: “Cousins count.”" in await heard(one, "amy", PROMOTION, "cancel")
    async with town(tmp_path, database_url=url) as later:
        assert "HR decided on 17 November 2026" in await heard(later, "amy", PROMOTION, "cancel")
    assert decided.held() is decided.NOTHING


async def test_of_two_in_hr_who_decide_on_the_same_card_one_does(tmp_path):
    async with town(tmp_path) as running:
        for who in ("helen", "dev"):
            await running.say(who, "X3")
            await running.press(who, "Check this decision on X3", {"reading": "counts", "words": f"As {who} says."})
        await running.press("helen", "Record the decision on X3")
        mark = len(running.chat("dev").log)
        await running.press("dev", "Record the decision on X3")
        assert "X3 has been decided since you looked, so nothing was recorded." in running.texts("dev", mark)
        assert "HR decided on 17 November 2026: “As helen says.”" in await heard(running, "amy", PROMOTION)


async def test_nobody_but_hr_can_press_these_buttons(tmp_path):
    async with town(tmp_path) as running:
        await running.say("helen", "decide X3 counts: Cousins count.")
        (_, action), *_ = running.buttons("helen", "Record the decision on X3")
        value = {
            "action": {"type": "Action.Execute", "verb": action["verb"], "data": action["data"]},
            "trigger": "manual",
        }
        await running.send("amy", type="invoke", name="adaptiveCard/action", value=value)
        assert running.last_answer["value"] == "Only HR decide this."
        assert "HR hasn't decided" in await heard(running, "amy", PROMOTION)


@pytest.mark.parametrize(
    "data",
    [
        {"entry": "X99", "follows": 0, "words": "a", "reading": ""},
        {"entry": "X3", "follows": True, "words": "a", "reading": ""},
        {"entry": "X3", "follows": 0, "words": "", "reading": ""},
        {"entry": "X3", "follows": 0, "words": "a", "reading": "no such"},
        {"entry": "X3", "follows": 0, "words": "a", "reading": "counts", "since": "never"},
        {"follows": 0},
    ],
)
async def test_a_button_that_was_tampered_with_records_nothing(tmp_path, data):
    async with town(tmp_path) as running:
        value = {"action": {"type": "Action.Execute", "verb": "ledger.record", "data": data}, "trigger": "manual"}
        assert await running.send("helen", type="invoke", name="adaptiveCard/action", value=value) == 200
        assert "HR hasn't decided" in await heard(running, "amy", PROMOTION)


async def test_a_record_keeps_how_it_was_read_when_it_was_filed_whatever_is_decided_later(tmp_path):
    async with town(tmp_path) as running:
        await heard(running, "amy", PROMOTION, "the depot review", "since March", "yes")
        await heard(running, "helen", "decide X3 counts: Cousins count.", "yes")
        await heard(running, "ben", PROMOTION, "the depot review", "since March", "yes")
        with running.store.read() as session:
            open_, settled = (
                records.by_reference(session=session, reference=f"DEC-2026-000{n}").ruling for n in (1, 2)
            )
        assert [(each["entry"], each["reading"], each["decided"]) for each in open_["ledger"]] == [("X3", "ask", None)]
        (met,) = settled["ledger"]
        assert (settled["outcome"], met["reading"]) == ("declare", "counts")
        assert met["decided"] == {"on": "2026-11-17", "from": "2026-11-17", "words": "Cousins count."}
        assert settled["findings"][-1]["because"] == "HR decided on 17 November 2026: “Cousins count.”"
        assert [passage["version"] for passage in met["passages"]] == [1, 1]
