"""What HR taught is fitted in the background and serves once the golden set allows it; until then, what was there."""

import asyncio
import json
from dataclasses import asdict

import pytest

from bot.app import PARTS
from bot.fittings import Done, read_done, refit_folder, write_done
from bot.refitting import Refitter
from bot.settings import as_environment, read_settings
from knowledge import decided
from knowledge.clauses import load_library
from knowledge.understanding.engine import load_engine
from knowledge.understanding.kept import Kept
from knowledge.understanding.refitting import Newest, NotFitted, ReadBack, read_back, refit_key
from knowledge.understanding.teaching import Phrase
from tests.town import heard, town

BUNGED = "they bunged me a drink"
TEACH = f"teach “{BUNGED}” as a gift"
LIKE_IT = "bunged us drinks last night"


def refitter(running, quiet=0.01):
    settings = read_settings({"PROBITY_HOME": str(running.folder)}, database_url=running.database_url)
    desk, clock = running.app[PARTS].desk, running.app[PARTS].clock
    return Refitter(desk, clock, refit_folder(running.folder), as_environment(settings), every=0.1, quiet=quiet)


def newest(running):
    return running.app[PARTS].desk.newest.engine


async def until(holds, seconds):
    for _ in range(int(seconds * 10)):
        if holds():
            return
        await asyncio.sleep(0.1)
    raise AssertionError("it did not come to that")


async def test_what_is_taught_is_learnt_by_heart_while_people_are_answered_and_is_undone_at_once(tmp_path):
    async with town(tmp_path) as running:
        desk, working = running.app[PARTS].desk, refitter(running)
        assert f"Taught, as P-1. From the next message on, “{BUNGED}” means a gift." in await heard(
            running, "helen", TEACH, "yes"
        )
        await working.start()
        try:
            turns = 0
            while newest(running) is None:
                assert "what kind of thing is it" in (await heard(running, "amy", BUNGED, "cancel")).casefold()
                assert (turns := turns + 1) < 1_000
                await asyncio.sleep(0.3)
            assert turns > 5
            done = read_done(refit_folder(tmp_path))
            assert (done.phrases, done.failing, done.on) == ((1,), (), running.now.date().isoformat())
            assert desk.fitted is newest(running) and desk.fitted is not desk.loaded
            learnt = desk.fitted.understand(LIKE_IT, "employee", running.now).candidates[0]
            before = desk.loaded.understand(LIKE_IT, "employee", running.now).candidates[0]
            assert (learnt.situation, before.situation) == ("gift_offered", "alcohol_on_premises")
            assert "what kind of thing is it" in (await heard(running, "amy", BUNGED, "cancel")).casefold()
            await heard(running, "helen", "forget P-1")
            assert desk.fitted is desk.loaded
            assert "what kind of thing is it" not in (await heard(running, "amy", BUNGED)).casefold()
        finally:
            await working.close()


@pytest.mark.parametrize(
    ("failing", "logged"), [(("a gift",), "golden checks would fail: a gift"), ((), "cannot be read back")]
)
async def test_what_fails_or_is_not_whole_is_not_taken_up(tmp_path, caplog, failing, logged):
    async with town(tmp_path) as running:
        await heard(running, "helen", TEACH, "yes")
        desk, phrases = running.app[PARTS].desk, decided.held().phrases
        folder = refit_folder(tmp_path)
        folder.mkdir()
        write_done(folder, Done(refit_key(desk.loaded, load_library(), phrases), (1,), "2026-11-17", failing))
        working = refitter(running)
        await working.start()
        try:
            await until(lambda: logged in caplog.text, 20)
        finally:
            await working.close()
        assert newest(running) is None and desk.fitted is desk.loaded


async def test_where_nothing_is_taught_nothing_is_fitted_and_quiet_is_waited_for(tmp_path):
    async with town(tmp_path) as running:
        working = refitter(running, quiet=3_600)
        await working.start()
        try:
            await asyncio.sleep(0.5)
            await heard(running, "helen", TEACH, "yes")
            await asyncio.sleep(0.5)
        finally:
            await working.close()
        assert not refit_folder(tmp_path).exists()


def test_an_engine_that_learnt_what_was_taken_back_does_not_serve():
    loaded = load_engine(load_library(), read_settings({}).model)
    kept, gone = Phrase(1, BUNGED, "gift_offered"), Phrase(2, "can I vape in the van", clause="gifts.1")
    holder = Newest()
    assert holder.beside(loaded, (kept,)) is loaded
    other = type("Fitted", (), {"learnt": frozenset((kept, gone))})
    holder.engine = other
    assert holder.beside(loaded, (kept, gone)) is other and holder.beside(loaded, (kept,)) is loaded


def test_nothing_is_fitted_where_it_should_be_read_back(tmp_path):
    with pytest.raises(NotFitted):
        ReadBack(tmp_path).load("classifier-words", "key")
    loaded, taught = load_engine(load_library(), read_settings({}).model), Phrase(1, BUNGED, "gift_offered")
    with pytest.raises(NotFitted):
        read_back(loaded, load_library(), (taught,), Kept(tmp_path))


@pytest.mark.parametrize("kept", ["", "[]", "{}", '{"key": 1}', "\x00"])
def test_a_fitting_that_is_not_whole_counts_as_none(tmp_path, kept):
    (tmp_path / "done.json").write_text(kept)
    assert read_done(tmp_path) is None
    done = Done("k", (1, 2), "2026-11-17", ("a gift",))
    write_done(tmp_path, done)
    assert read_done(tmp_path) == done
    assert json.loads((tmp_path / "done.json").read_text()) == json.loads(json.dumps(asdict(done)))
