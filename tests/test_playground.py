"""The gift path and the lost iPad as people use them: the demo's Playgrounds, in a real browser.

Pictures of every step are kept under tests/output.
"""

from contextlib import asynccontextmanager

import pytest
from aiohttp import ClientSession
from aiohttp.test_utils import TestServer
from playwright.async_api import expect

from bot.people import demo_directory
from bot.terminal import TerminalClient
from tests.playground_kit import browsing, demo, need_browser

pytestmark = pytest.mark.xdist_group("playground")

OFFER = "Acme have offered me two tickets for the rugby on Saturday, about £120 the pair"
ASKS = "Amy Price asks to accept the two tickets for the rugby from Acme, £120"
NOTE = "Your condition, reason or question"
DECIDED = "Tuesday 17 November at 10"


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    need_browser()
    with demo(tmp_path_factory.mktemp("playground")) as started:
        yield started


async def test_an_employee_is_offered_tickets_and_her_manager_approves_on_a_condition(running):
    async with browsing(running) as opens:
        amy = await opens("amy")
        await amy.sees("Hello, Amy. I'm Probity.")
        await amy.say(OFFER)
        await amy.sees("You need Megan Lloyd's approval before you accept the two tickets for the rugby from Acme")
        await amy.sees("Would you like to accept, if that's allowed?")
        assert "**" not in await amy.words()
        await amy.button("1").press("Enter")
        await expect(amy.page.get_by_text("Registration of gifts and hospitality, paragraph 9")).to_have_count(2)
        await amy.shoot("ruled")
        await amy.page.keyboard.press("Escape")
        await amy.press("Yes")
        await amy.sees("Is it for an event that the council sponsors or gives a grant to?")
        await amy.press("I don't know")
        await amy.press("Supplier or contractor")
        summary = amy.card("Check this before I file it")
        await expect(summary).to_contain_text("£120")
        await expect(summary).to_contain_text("Saturday 21 November")
        await amy.shoot("summary")
        await amy.press("File it")
        await amy.sees("Filed as GH-2026-0001. It's on its way to Megan Lloyd.")
        own = amy.card("GH-2026-0001: hospitality, tickets or a meal")
        await expect(own).to_contain_text("Waiting for Megan Lloyd.")
        await amy.shoot("filed")

        megan = await opens("megan")
        asked = megan.card(ASKS)
        await expect(asked).to_contain_text("Acme is a supplier or contractor of the council")
        await megan.press("Show or hide the clauses")
        await expect(asked).to_contain_text("you must seek approval to accept such hospitality")
        await megan.shoot("asked")
        await megan.field(NOTE).fill("Pay your own travel")
        for title in ("Approve GH-2026-0001", "Refuse", "Ask for more"):
            await expect(megan.button(title)).to_be_visible()
        await megan.press("Approve with conditions")
        await expect(asked).to_contain_text(f"You approved with a condition on {DECIDED}")
        await expect(megan.button("Approve GH-2026-0001")).to_have_count(0)
        await expect(asked).to_have_count(1)
        await megan.shoot("decided")

        await expect(own).to_contain_text(f"Megan Lloyd approved with a condition on {DECIDED}")
        await expect(own).to_have_count(1)
        await amy.sees("on one condition: “Pay your own travel”")
        await amy.shoot("told")
        assert OFFER not in await megan.words() and ASKS not in await amy.words()


async def test_a_councillor_reports_a_lost_ipad_and_both_receivers_acknowledge_it(running):
    async with browsing(running) as opens:
        helen, rhys = await opens("helen"), await opens("rhys")
        await rhys.sees("Hello, Cllr Rhys Evans. I'm Probity.")
        await rhys.say("left my ipad on the train")
        await rhys.sees("Ring 01639 686767 now.")
        await rhys.shoot("help-line")
        await rhys.say("the council's")
        await rhys.sees("This has to be reported now to Digital Services")
        await rhys.say("at 8 this morning")
        summary = rhys.card("Check this before I file it")
        await expect(summary).to_contain_text("It goes to Digby Ward (Digital Services) and Holly Grant")
        await rhys.shoot("summary")
        await rhys.press("File it")
        own = rhys.card("INC-2026-0001: ")
        await expect(own).to_contain_text("Waiting for Digby Ward and Holly Grant")
        await rhys.shoot("filed")
        for key, name in (("digi", "Digby Ward"), ("hol", "Holly Grant")):
            await acknowledge(running, key)
            await rhys.sees(f"{name} has acknowledged INC-2026-0001")
            await expect(own).to_contain_text(f"{name} acknowledged on Tuesday 17 November at 10")
        await expect(own).to_have_count(1)
        await expect(own).not_to_contain_text("Waiting for")
        await rhys.shoot("acknowledged")
        assert "INC-2026-0001" not in await helen.words()


async def acknowledge(running, key: str) -> None:
    """Acknowledge what waits, as somebody whose client is not a Playground."""
    async with elsewhere(running, key) as (client, shown):
        assert await client.open() == 200
        assert await client.enter("acknowledge") == 200
        await running.until(lambda: "You acknowledged INC-2026-0001" in "".join(shown), f"told {key}: {shown}")


@asynccontextmanager
async def elsewhere(running, key: str):
    """Give somebody's client that is not a Playground, and what it is shown."""
    async with ClientSession() as session:
        shown: list[str] = []
        client = TerminalClient(session, f"{running.url}/api/messages", demo_directory().by_key(key), shown.append)
        async with TestServer(client.connector()) as server:
            client.service_url = str(server.make_url("")).rstrip("/")
            yield client, shown


async def test_two_in_hr_change_a_clause_and_read_what_falls_due(running):
    async with browsing(running) as opens:
        helen = await opens("helen")
        await helen.say("edit gifts registration 4")
        form = helen.card("Change Code of conduct, Registration of gifts and hospitality, paragraph 4")
        await expect(form).to_contain_text("Nothing changes until somebody else publishes it.")
        await helen.shoot("form")
        async with elsewhere(running, "dev") as (dev, _):
            for words in ("change “over £50” to “over £25” from 1 January because it was voted", "yes"):
                assert await dev.enter(words) == 200
        await helen.sees("Dev Patel proposes KB-1")
        await helen.say("preview kb-1")
        preview = helen.card("KB-1: what it would change")
        await expect(preview).to_contain_text("over £25 (was “£50”)")
        await expect(preview).to_contain_text("£25, £50 now")
        await expect(preview).to_contain_text("5 golden checks would fail")
        await helen.shoot("preview")
        await helen.field("Why it is published although these fail").fill("It was voted")
        await helen.press("Publish KB-1")
        await helen.sees("KB-1 is published. It holds from Friday 1 January 2027")
        await helen.say("history")
        await helen.sees("Published by Helen Osei")
        await helen.shoot("history")
        await helen.say("reviews")
        due = helen.card("Reviews of the policies")
        await expect(due).to_contain_text("Members ICT Scheme: no date yet")
        await helen.shoot("reviews")
        await helen.say("ambiguities")
        unclear = helen.card("What is unclear in the policies")
        await expect(unclear).to_contain_text("1 to 8 of 48 lines.")
        await helen.shoot("ambiguities")
        await helen.say("figures")
        figures = helen.card("The figures of the policies")
        await expect(figures).to_contain_text("return weeks: 2 weeks")
        await helen.shoot("figures")
        await helen.field("Its new number").fill("three")
        await helen.press("Check this figure")
        await helen.sees("Choose a figure, and give its new number.")
