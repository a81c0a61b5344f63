"""A release that ships changed clauses is a proposal to HR: nothing that they have is overwritten."""

from copy import deepcopy
from datetime import date

import pytest
from sqlalchemy import update

from knowledge import decided
from knowledge.clauses import load_library
from knowledge.editions.overlay import library_on
from knowledge.editions.shipping import digest_of, edits_between, library_then, rows_then, shipped
from knowledge.following import follow
from knowledge.values import load_rows, value
from storage import releases
from storage.store import open_store
from storage.tables import Release
from tests.editions_kit import REASONS
from tests.storage_kit import NOON
from tests.town import heard, town

TODAY = date(2026, 11, 17)
ASKED = "when must I give a reason for accepting a gift"


def earlier(**texts):
    """The content of an earlier release: with other texts of some clauses (None: without them)."""
    content = deepcopy(shipped())
    content["clauses"] = [
        {**each, "text": texts.get(each["id"], each["text"])}
        for each in content["clauses"]
        if texts.get(each["id"], "") is not None
    ]
    return content


def dearer():
    """An earlier release in which a reason is asked for over £60."""
    now = load_library().get(REASONS).text
    content = earlier(**{REASONS: now.replace("any gift worth over £50", "any gift worth over £60")})
    for row in content["figures"]:
        if row["name"] == "gift_reason_over":
            row |= {"amount": "60.00", "words": "any gift worth over £60"}
    return content


async def began_with(running, content):
    """Stop the bot, have its database remember another release as the one it met first, and start it again."""
    await running._bot.cleanup()
    store = open_store(running.database_url)
    with store.write() as session:
        session.execute(update(Release).values(content=content, digest=digest_of(content), name="Probity 0.0.9"))
    store.close()
    await running.start()


def test_what_comes_with_the_product_is_what_hr_begin_with():
    library = library_then(shipped())
    assert library.clauses == load_library().clauses and rows_then(shipped()) == ()
    assert edits_between(shipped(), TODAY) == ((), (), TODAY)


def test_what_a_release_changes_adds_and_takes_out_reads_as_before():
    content = dearer()
    old = {"id": "gifts.9", "label": "Code of conduct, Gifts, paragraph 9", "text": "No drones."}
    place = next(n for n, each in enumerate(content["clauses"]) if each["id"] == "gifts.1")
    content["clauses"].insert(place + 1, {**content["clauses"][place], **old})
    content["clauses"] = [each for each in content["clauses"] if each["id"] != "5.16"]
    then = library_then(content)
    assert "over £60" in then.get(REASONS).text and then.get("5.16").withdrawn
    ids = [clause.id for clause in then.in_force()]
    assert ids[ids.index("gifts.1") + 1] == "gifts.9" and "5.16" not in ids
    clauses, figures, since = edits_between(content, TODAY)
    assert {each.clause: bool(each.text) for each in clauses} == {REASONS: True, "5.16": True, "gifts.9": False}
    assert next(each.after for each in clauses if each.clause == "5.16") == "5.15"
    assert [(each.name, each.amount) for each in figures] == [("gift_reason_over", "50.00")] and since == TODAY


def test_a_figure_that_is_to_change_later_is_proposed_from_that_day(monkeypatch):
    later = {"from": "2027-04-01"}
    content = shipped()
    was = deepcopy(content)
    for row in content["figures"]:
        if row["name"] == "return_weeks":
            row |= later
    monkeypatch.setattr("knowledge.editions.shipping.shipped", lambda: content)
    assert edits_between(was, TODAY)[2] == date(2027, 4, 1)


def test_figures_and_clauses_are_those_of_before_until_they_are_published():
    source = object()
    follow(source, began=decided.Began(library_then(dearer()), rows_then(dearer())))
    try:
        assert value("gift_reason_over", TODAY).amount == 60
        assert "over £60" in library_on(TODAY).get(REASONS).text
        assert value("return_weeks", TODAY) == next(r.value for r in load_rows() if r.value.name == "return_weeks")
    finally:
        decided.let_go(source)
    assert value("gift_reason_over", TODAY).amount == 50


async def test_hr_are_told_of_a_release_and_publish_it(tmp_path):
    async with town(tmp_path) as running:
        for who in ("helen", "dev", "amy"):
            await running.opens(who)
        await began_with(running, dearer())
        said = await heard(running, "helen", "hello")
        assert "brings changes of the policies (KB-1): Code of conduct, Registration of gifts" in said
        assert "Until one of you publishes them, everything reads as before." in said
        assert "over £60" in await heard(running, "amy", ASKED)
        shown = await heard(running, "dev", "preview kb-1")
        assert "Proposed by Probity 0.1.0 on" in shown and "over £50 (was “£60”)" in shown
        assert "gift reason over: £50, £60 now" in shown and "would be flagged" not in shown
        await heard(running, "dev", "publish kb-1 because it is as the council voted", "yes")
        said = await heard(running, "amy", ASKED)
        assert "over £50" in said and "version 2" in said and "nobody has yet checked" not in said
        assert "No rule is flagged" in await heard(running, "helen", "flagged")
        await running.restart()
        assert "KB-2" not in await heard(running, "helen", "history")
        assert "over £50" in await heard(running, "amy", ASKED)
        await heard(running, "helen", "roll back kb-1", "yes")
        assert "over £60" in await heard(running, "amy", ASKED)


async def test_what_hr_published_is_not_overwritten_and_what_they_have_already_is_not_proposed(tmp_path):
    async with town(tmp_path) as running:
        await began_with(running, dearer())
        await heard(running, "helen", "withdraw kb-1")
        await heard(running, "helen", "change “over £60” to “over £50”", "yes")
        await heard(running, "dev", "publish kb-2 because it is wanted", "yes")
        await began_with_newest(running)
        assert "KB-3" not in await heard(running, "helen", "history")
        assert "over £50" in await heard(running, "amy", ASKED)


async def began_with_newest(running):
    """The database forgets the release that it met last, so that it meets it once more."""
    await running._bot.cleanup()
    store = open_store(running.database_url)
    with store.write() as session:
        session.delete(releases.newest(session=session))
    store.close()
    await running.start()


async def test_a_release_that_cannot_be_proposed_is_told_with_the_reason(tmp_path):
    async with town(tmp_path) as running:
        await running.opens("helen")
        await began_with(running, shipped())
        await heard(running, "helen", "change “over £50” to “over £25” from 1 January", "yes")
        await heard(running, "dev", "publish kb-1 because it is wanted", "yes")
        await began_with(running, dearer())
        said = await heard(running, "helen", "hello")
        assert "brings changes of the policies that can't be proposed. KB-1 changes the same from" in said


@pytest.mark.parametrize("url", ["sqlite"])
def test_a_release_is_met_once(tmp_path, url):
    store = open_store(f"sqlite:///{tmp_path / 'x.db'}")
    store.upgrade()
    with store.write() as session:
        assert releases.first(session=session) is None
        releases.meet(session=session, name="Probity 1", digest="a", content={"clauses": []}, now=NOON)
        releases.meet(session=session, name="Probity 2", digest="b", content={"clauses": []}, now=NOON)
        assert releases.first(session=session).name == "Probity 1"
        assert releases.newest(session=session).name == "Probity 2"
    store.close()
