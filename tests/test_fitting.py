"""What is written beside the clauses fits their words today, and what a change would shake is named."""

import json
from dataclasses import replace

import pytest

from bot.cli import main
from knowledge.clauses import load_library
from knowledge.editions.edits import Edition
from knowledge.editions.overlay import library_on
from knowledge.fitting import all_written, misfits, rests_on, shaken
from tests.documents_kit import CODE_TEXT
from tests.editions_kit import EVE, NEW_YEAR, REASONS, edited, lowered, published

KINDS = ("the figure", "the rule", "the open question", "everyday questions", "what is searched first")


def clauses(**changed):
    held = {clause.id: clause for clause in load_library().clauses}
    return {**held, **{each.id: each for each in changed.values()}}


def test_everything_fits_today_and_there_is_something_of_every_kind():
    assert misfits(clauses(), EVE) == ()
    assert all(any(each.what.startswith(kind) for each in all_written()) for kind in KINDS)
    assert len(all_written()) > 800


def test_a_clause_in_other_words_shakes_the_figure_the_rule_and_the_open_question():
    before = load_library().get(REASONS)
    now = replace(before, text=before.text.replace("over £50", "over £25"))
    found = {each.what for each in misfits(clauses(now=now), EVE)}
    assert "the figure “gift_reason_over” (it decides in gift_offered)" in found
    assert "the open question X13" in found
    assert {each.what for each in shaken(before, now.text)} == found
    assert "everyday questions" not in found


def test_a_figure_that_an_edition_changed_with_its_words_fits():
    with published(lowered()):
        now = {clause.id: clause for clause in library_on(NEW_YEAR).in_force(on=NEW_YEAR)}
        assert not any(each.figure for each in misfits(now, NEW_YEAR))


def test_a_clause_that_goes_shakes_all_that_rests_on_it():
    without = {key: clause for key, clause in clauses().items() if key != REASONS}
    assert set(misfits(without, EVE)) == set(rests_on(REASONS)) == set(shaken(load_library().get(REASONS), ""))
    assert "everyday questions" in {each.what for each in rests_on(REASONS)}


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("PROBITY_HOME", str(tmp_path))
    monkeypatch.setenv("PROBITY_DATABASE_URL", f"sqlite:///{tmp_path / 'probity.db'}")

    def command(*words):
        code = main(words)
        out, err = capsys.readouterr()
        return code, out, err

    return command


def test_the_command_says_that_all_fits_and_names_what_does_not(run):
    code, out, err = run("kb", "lint")
    assert (code, out, err) == (0, "Everything written beside the 266 clauses fits them.\n", "")
    shown = json.loads(run("kb", "lint", "--json")[1])
    assert (shown["clauses"], shown["misfits"]) == (266, [])
    since = lowered().since.replace(year=2020)
    with published(Edition(1, since, (edited(REASONS, "any gift worth over £50", "a dear gift"),))):
        code, out, err = run("kb", "lint")
        assert code == 1 and "paragraph 4: the figure “gift_reason_over”" in out
        assert "rests on “any gift worth over £50”" in out and "don't fit their words" in err


def test_the_difference_names_what_rests_on_words_that_go(run, tmp_path):
    path = tmp_path / "code.txt"
    path.write_text(CODE_TEXT.replace("over £50", "over £25"), encoding="utf-8")
    _, out, _ = run("kb", "diff", str(path))
    assert "* The figure “gift_reason_over” (it decides in gift_offered) rests on “any gift" in out
    (changed,) = json.loads(run("kb", "diff", str(path), "--json")[1])["changed"]
    resting = {each["what"]: each["words"] for each in changed["resting"]}
    assert resting["the open question X13"].startswith("Employees must always record the reason")
