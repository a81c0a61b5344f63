"""What HR taught is fitted in the background and serves once the golden set allows it; until then, what was there."""

import asyncio
import json
import os
import resource
import subprocess
import sys
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
MOST_KILOBYTES = 3_500_000
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
            assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MOST_KILOBYTES
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


def laid_ready(running, failing=()):
    """Say that what is taught was fitted, though nothing of it is there."""
    folder, desk = refit_folder(running.folder), running.app[PARTS].desk
    folder.mkdir()
    write_done(
        folder, Done(refit_key(desk.loaded, load_library(), decided.held().phrases), (1,), "2026-11-17", failing)
    )
    return folder


async def test_what_fails_the_golden_set_is_not_taken_up_and_hr_are_told_once(tmp_path, caplog):
    async with town(tmp_path) as running:
        await heard(running, "helen", TEACH, "yes")
        await running.opens("dev")
        laid_ready(running, ("a gift", "a <b>hamper</b>"))
        working = [refitter(running), refitter(running)]
        for each in working:
            await each.start()
        try:
            await until(lambda: caplog.text.count("golden checks would fail: a gift") == 2, 20)
            await until(lambda: "2 golden checks would come out wrong: “a gift”" in running.texts("dev"), 20)
        finally:
            for each in working:
                await each.close()
        assert newest(running) is None and running.app[PARTS].desk.fitted is running.app[PARTS].desk.loaded
        for who in ("helen", "dev"):
            assert running.texts(who).count("couldn't learn further") == 1
        assert "<b>" not in running.texts("dev") and "“forget” and its name" in running.texts("dev")


async def test_what_cannot_be_read_back_is_fitted_again(tmp_path, caplog, monkeypatch):
    fitted = []

    async def fit(self, wanted):
        fitted.append(wanted.key)

    monkeypatch.setattr(Refitter, "_fit", fit)
    async with town(tmp_path) as running:
        await heard(running, "helen", TEACH, "yes")
        laid_ready(running)
        working = refitter(running)
        await working.start()
        try:
            await until(lambda: fitted, 20)
        finally:
            await working.close()
        assert "cannot be read back" in caplog.text and newest(running) is None


def test_a_fitting_is_named_alike_in_every_process():
    own = key_here()
    for seed in ("1", "2"):
        environ = {**os.environ, "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", "from tests.test_refitting import key_here; print(key_here())"]
        assert subprocess.run(command, env=environ, capture_output=True, text=True, check=True).stdout.strip() == own


def key_here():
    loaded = type("Loaded", (), {"encoder": None})
    return refit_key(loaded, load_library(), (Phrase(1, BUNGED, "gift_offered"),))


def test_another_product_is_another_fitting(monkeypatch):
    import knowledge.understanding.refitting as refitting

    loaded = load_engine(load_library(), read_settings({}).model)
    before = refit_key(loaded, load_library(), ())
    assert refit_key(loaded, load_library(), ()) == before
    for name, other in (("phrasings", ()), ("stored_questions", {}), ("cases", ()), ("thresholds_of", 0)):
        with monkeypatch.context() as changed:
            changed.setattr(refitting, name, lambda *given, other=other: other)
            refitting._product.cache_clear()
            assert refit_key(loaded, load_library(), ()) != before
    refitting._product.cache_clear()


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
