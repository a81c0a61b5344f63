"""What is written beside the clauses fits their words today, and what a change would shake is named."""

import json
from dataclasses import replace

import pytest

from bot.cli import main
from knowledge.clauses import load_library
from knowledge.definitions.answers import define
from knowledge.editions.edits import Edition
from knowledge.editions.overlay import library_on
from knowledge.editions.proposing import figures_with
from knowledge.fitting import all_written, misfits, rests_on, shaken
from tests.documents_kit import CODE_TEXT
from tests.editions_kit import EVE, NEW_YEAR, REASONS, edited, lowered, published

KINDS = (
    ("the figure “password_length”", "12.3", "minimum of 8"),
    ("the rule “gift_offered” for the employee", "gifts.1", "never accept monetary gifts"),
    ("every rule for the staff of some schools", "principles.4", "advisory"),
    ("the open question X13", REASONS, "worth over £50"),
    ("the definition of “friend”", "registration-of-interests.8", "someone well known"),
    ("the number of “Out of Hours Help line”", "front.out-of-hours", "07815 795220"),
    ("the hours of “Office Hours Help line”", "front.office-hours", "4.30pm"),
    ("the address of the help line", "front.email", "@npt.gov.uk"),
)
ON_A_CLAUSE = ("everyday questions", "what is searched first in “gift_offered”")


def clauses(**changed):
    held = {clause.id: clause for clause in load_library().clauses}
    return {**held, **{each.id: each for each in changed.values()}}


def in_force(on):
    return {clause.id: clause for clause in library_on(on).in_force(on=on)}


def whats(found):
    return {each.what.partition(" (")[0] for each in found}


def test_everything_fits_today():
    assert misfits(clauses(), EVE) == () and len(all_written()) > 800


@pytest.mark.parametrize(("what", "clause", "words"), KINDS, ids=[kind for kind, _, _ in KINDS])
def test_what_rests_on_words_no_longer_fits_without_them(what, clause, words):
    before = load_library().get(clause)
    now = replace(before, text=before.text.replace(words, "something else"))
    assert what in whats(misfits(clauses(now=now), EVE)) & whats(shaken(before, now.text, EVE))
    assert what not in whats(shaken(before, f"{before.text}\nAnd more.", EVE))


@pytest.mark.parametrize("what", ON_A_CLAUSE)
def test_what_rests_on_a_clause_alone_fits_until_it_goes(what):
    before = load_library().get("gifts.1")
    now = replace(before, text="Something else.")
    without = {key: clause for key, clause in clauses().items() if key != "gifts.1"}
    assert what not in whats(misfits(clauses(now=now), EVE)) | whats(shaken(before, now.text, EVE))
    assert what in whats(misfits(without, EVE)) & whats(shaken(before, "", EVE))


def test_a_clause_in_other_words_shakes_the_figure_the_rule_and_the_open_question():
    before = load_library().get(REASONS)
    now = replace(before, text=before.text.replace("over £50", "over £25"))
    found = {each.what for each in misfits(clauses(now=now), EVE)}
    assert "the figure “gift_reason_over” (it decides in gift_offered)" in found
    assert "the open question X13" in found
    assert {each.what for each in shaken(before, now.text, EVE)} == found
    assert "everyday questions" not in found


@pytest.mark.parametrize("to", ["£50.50", "£50,000"])
def test_a_figure_does_not_stand_in_a_longer_one(to):
    before = load_library().get(REASONS)
    assert "the figure “gift_reason_over”" in whats(shaken(before, before.text.replace("over £50", f"over {to}"), EVE))


def test_other_quotation_marks_shake_nothing():
    before = load_library().get("gifts-and-hospitality.1")
    assert shaken(before, before.text.replace("'token value'", "‘token value’"), EVE) == ()


def test_a_figure_that_an_edition_changed_with_its_words_fits_and_so_does_what_quotes_it():
    with published(lowered()):
        assert misfits(in_force(NEW_YEAR), NEW_YEAR) == ()


def test_a_definition_follows_a_figure_and_is_named_where_other_words_change():
    share = edited("registration-of-interests.6", "more than a 20%", "more than a 25%")
    figures, _ = figures_with((share,), NEW_YEAR)
    with published(Edition(1, NEW_YEAR, (share,), figures)):
        assert misfits(in_force(NEW_YEAR), NEW_YEAR) == ()
        assert define("is my aunt a relative?", "employee", library_on(NEW_YEAR), NEW_YEAR) is not None
    other = edited("registration-of-interests.6", "in total have more than a 20%", "between them have more than a 20%")
    with published(Edition(1, NEW_YEAR, (other,))):
        found = whats(misfits(in_force(NEW_YEAR), NEW_YEAR))
        assert define("is my aunt a relative?", "employee", library_on(NEW_YEAR), NEW_YEAR) is None
    assert {"the definition of “relative”", "the definition of “significant_interest”"} <= found


def test_a_number_and_hours_in_the_same_shape_are_read_anew_and_fit():
    before = load_library().get("front.office-hours")
    text = before.text.replace("686767", "000000").replace("8.30am", "9am")
    assert shaken(before, text, EVE) == ()
    assert misfits(clauses(now=replace(before, text=text)), EVE) == ()


def test_a_figure_that_changes_once_more_is_shaken_by_its_words_of_now():
    with published(lowered()):
        now = library_on(NEW_YEAR).get(REASONS)
        found = shaken(now, now.text.replace("over £25", "over £30"), NEW_YEAR)
    assert {"the figure “gift_reason_over”", "the open question X13"} <= whats(found)
    assert all("over £25" in each.words for each in found)


def test_a_clause_that_goes_shakes_all_that_rests_on_it():
    without = {key: clause for key, clause in clauses().items() if key != REASONS}
    assert set(misfits(without, EVE)) == set(rests_on(REASONS)) == set(shaken(load_library().get(REASONS), "", EVE))
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
        assert "paragraph 4: the open question X13 rests on “Employees must always" in out and "over £50.”" not in out
        code, out, err = run("kb", "lint", "--json")
        shown = json.loads(out)
        assert code == 1 and len(shown["misfits"]) == 4 and err.startswith("probity: 4 of ") and err.count("\n") == 1


def test_the_difference_names_what_rests_on_words_that_go(run, tmp_path):
    path = tmp_path / "code.txt"
    path.write_text(CODE_TEXT.replace("over £50", "over £25"), encoding="utf-8")
    _, out, _ = run("kb", "diff", str(path))
    assert "* The figure “gift_reason_over” (it decides in gift_offered) rests on “any gift" in out
    (changed,) = json.loads(run("kb", "diff", str(path), "--json")[1])["changed"]
    resting = {each["what"]: each["words"] for each in changed["resting"]}
    assert resting["the open question X13"].startswith("Employees must always record the reason")
