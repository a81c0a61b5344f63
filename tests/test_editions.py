"""Editions: what HR change holds from its day on, earlier days keep theirs, and rulings say what was not reviewed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from knowledge import decided
from knowledge.clauses import load_library
from knowledge.definitions.answers import define
from knowledge.definitions.verdicts import Falls
from knowledge.editions.edits import ClauseEdit, Edition, edits_json, read_edits
from knowledge.editions.impact import supposed_with, supposed_without
from knowledge.editions.overlay import as_it_was, library_on
from knowledge.editions.proposing import (
    clause_edit,
    figures_with,
    follows,
    left_standing,
    number_of,
    replaced,
    reworded,
)
from knowledge.editions.rewording import quote_as_now
from knowledge.errors import Sayable
from knowledge.ruling import assess
from knowledge.ruling_json import assess_json
from knowledge.values import value
from tests.editions_kit import A_GIFT, EVE, NEW_YEAR, REASONS, added, edited, lowered, published

JUNE = date(2027, 6, 1)
SERIES = "altogether total more than £7.50 in value"


def ruled(on):
    return assess("gift_offered", "employee", A_GIFT, on)


def test_a_figure_and_its_words_change_together_from_their_day_on():
    with published(lowered()):
        assert (value("gift_reason_over", EVE).amount, value("gift_reason_over", NEW_YEAR).amount) == (50, 25)
        assert ruled(EVE).outcome == "may_accept"
        assert ruled(NEW_YEAR).outcome == "approval" and "give_reason" in ruled(NEW_YEAR).duties
        before, after = library_on(EVE).get(REASONS), library_on(NEW_YEAR).get(REASONS)
        assert "any gift worth over £50" in before.text and "any gift worth over £25" in after.text
        assert (before.version, after.version, after.effective_from) == (1, 2, NEW_YEAR)
    assert value("gift_reason_over", NEW_YEAR).amount == 50
    assert library_on(NEW_YEAR) is load_library()


def test_a_rulings_quotation_and_version_are_those_of_its_day():
    with published(lowered()):
        printed = assess_json(ruled(NEW_YEAR), library_on(NEW_YEAR))["findings"]
        finding = next(f for f in printed if "reason for accepting" in f["quote"])
        assert "worth over £25" in finding["quote"] and finding["version"] == 2
        assert "£25" in finding["because"]
        assert "unreviewed" not in finding


def test_a_figure_that_changes_with_its_words_flags_nothing_and_other_words_do():
    reworded = replace(lowered(), clauses=(edited(REASONS, "always record", "record"),), figures=())
    with published(lowered()):
        assert not library_on(NEW_YEAR).get(REASONS).unreviewed
    with published(reworded):
        assert library_on(NEW_YEAR).get(REASONS).unreviewed
        big = assess("gift_offered", "employee", {**A_GIFT, "value": "80", "token": False}, NEW_YEAR)
        findings = assess_json(big, library_on(NEW_YEAR))["findings"]
        assert {f["clause"] for f in findings if f.get("unreviewed")} == {REASONS}
        assert not any(
            f.unreviewed for f in assess("gift_offered", "employee", {**A_GIFT, "value": "80"}, EVE).findings
        )
    with published(replace(reworded, reviewed=frozenset({REASONS}))):
        assert not library_on(NEW_YEAR).get(REASONS).unreviewed


def test_words_changed_again_after_a_review_are_flagged_again():
    first = replace(
        lowered(), clauses=(edited(REASONS, "always record", "record"),), figures=(), reviewed=frozenset({REASONS})
    )
    second = Edition(2, JUNE, (edited(REASONS, "always record", "write down"),))
    with published(first, second):
        assert not library_on(NEW_YEAR).get(REASONS).unreviewed
        assert library_on(JUNE).get(REASONS).unreviewed


def test_an_edition_rolled_back_holds_until_that_day_and_keeps_its_version():
    with published(lowered(until=JUNE)):
        assert value("gift_reason_over", date(2027, 5, 31)).amount == 25
        assert value("gift_reason_over", JUNE).amount == 50
        assert library_on(JUNE).get(REASONS).version == 1
    with published(lowered(until=JUNE), lowered(2, date(2027, 7, 1), "£30")):
        assert library_on(date(2027, 7, 1)).get(REASONS).version == 3
        assert value("gift_reason_over", date(2027, 7, 1)).amount == 30


def test_one_rolled_back_before_its_day_never_holds():
    with published(lowered(until=EVE)):
        assert value("gift_reason_over", NEW_YEAR).amount == 50
        assert library_on(NEW_YEAR) is load_library()


def test_a_clause_that_was_taken_out_is_in_no_list_and_old_records_still_find_it():
    gone = edited("gifts.1", "the context is vital", "mind the context")
    with published(Edition(1, NEW_YEAR, (replace(gone, text=""),))):
        library = library_on(NEW_YEAR)
        assert library.get("gifts.1").withdrawn and "context is vital" in library.get("gifts.1").text
        assert "gifts.1" not in {clause.id for clause in library.in_force(on=NEW_YEAR)}
        assert "gifts.1" in {clause.id for clause in library_on(EVE).in_force(on=EVE)}
        assert assess("gift_offered", "employee", {"form": "money"}, NEW_YEAR).findings[0].unreviewed


def test_a_new_clause_stands_where_it_was_put():
    with published(Edition(1, NEW_YEAR, (added("gifts.9", "No drones.", "gifts.1"),))):
        ids = [clause.id for clause in library_on(NEW_YEAR).in_force(on=NEW_YEAR)]
        assert ids[ids.index("gifts.1") + 1] == "gifts.9"
        assert library_on(NEW_YEAR).get("gifts.9").audience == "employee"
    with published(Edition(1, NEW_YEAR, (added("gifts.9", "No drones.", ""),))):
        own = [c.id for c in library_on(NEW_YEAR).clauses if c.policy == "employee_code_of_conduct"]
        assert own[0] == "gifts.9"


def test_a_record_finds_the_version_that_it_cites():
    with published(lowered(), lowered(2, JUNE, "£30")):
        texts = [as_it_was(library_on(JUNE), REASONS, version).text for version in (1, 2, 3)]
        assert [f"over £{n}" in text for text, n in zip(texts, (50, 25, 30), strict=True)] == [True] * 3


def test_a_record_finds_a_version_that_held_for_part_of_a_day():
    until_noon = lowered(1, NEW_YEAR, "£25", until=NEW_YEAR)
    with published(until_noon, lowered(2, NEW_YEAR, "£30"), lowered(3, NEW_YEAR, "£35")):
        texts = [as_it_was(library_on(NEW_YEAR), REASONS, version).text for version in (1, 2, 3, 4)]
        assert [f"over £{n}" in text for text, n in zip(texts, (50, 25, 30, 35), strict=True)] == [True] * 4
        assert [as_it_was(library_on(NEW_YEAR), REASONS, version).version for version in (1, 2, 3, 4)] == [1, 2, 3, 4]


@pytest.mark.parametrize(
    ("clause", "old", "new", "figure", "amount", "words"),
    [
        (REASONS, "over £50", "over £1,000", "gift_reason_over", "1000.00", "any gift worth over £1,000"),
        (REASONS, "over £50", "over £50.50", "gift_reason_over", "50.50", "any gift worth over £50.50"),
        (REASONS, "over £50", "over £50,000", "gift_reason_over", "50000.00", "any gift worth over £50,000"),
        (REASONS, "over £50", "over £ 25", "gift_reason_over", "25.00", "any gift worth over £ 25"),
        (REASONS, "total more than £50", "total more than £7.50", "gift_series_over", "7.50", SERIES),
        ("11.2", "within two weeks", "within three weeks", "return_weeks", "3", "within three weeks of ceasing office"),
        ("11.2", "within two weeks", "within 10 weeks", "return_weeks", "10", "within 10 weeks of ceasing office"),
        ("12.3", "3 items from the 4", "2 items from the 4", "password_kinds", "2", "2 items from the 4"),
    ],
)  # fmt: skip
def test_a_figure_is_read_where_the_old_one_stood(clause, old, new, figure, amount, words):
    figures, unread = figures_with((edited(clause, old, new),), EVE)
    assert [(f.name, f.amount, f.words) for f in figures] == [(figure, amount, words)] and not unread


def test_a_figure_that_cannot_be_read_any_more_is_named_and_nothing_guessed():
    figures, unread = figures_with((edited(REASONS, "any gift worth over £50", "a dear gift"),), EVE)
    assert figures == () and [each.name for each in unread] == ["gift_reason_over"]
    with pytest.raises(Sayable, match="no whole number of weeks"):
        figures_with((edited("11.2", "two weeks", "1.5 weeks"),), EVE)


@pytest.mark.parametrize(
    "amount",
    ["£2.5k", "£25 000", "£0.50p", "25 pounds", "£25m", "£1.2.3", "£1.000", "£25 thousand", "£25-£30", "£2 million"],
)
def test_an_amount_in_another_shape_is_not_read_as_a_smaller_one(amount):
    figures, unread = figures_with((edited(REASONS, "over £50", f"over {amount}"),), EVE)
    assert figures == () and [each.name for each in unread] == ["gift_reason_over"]


def test_another_amount_beside_words_that_still_stand_is_named():
    clause = load_library().get(REASONS)
    beside = clause_edit(clause, f"{clause.text} From April any gift worth over £25 needs one.")
    assert {(figure.name, new) for figure, new in left_standing((beside,), EVE)} == {
        ("gift_reason_over", "£25"),
        ("gift_series_over", "£25"),
    }
    weeks = clause_edit(load_library().get("11.2"), f"{load_library().get('11.2').text} Chairs have three weeks.")
    assert [(figure.name, new) for figure, new in left_standing((weeks,), EVE)] == [("return_weeks", "three")]
    assert left_standing((edited(REASONS, "over £50", "over £25"),), EVE) == ()
    assert left_standing((edited("11.2", "may be re-issued", "is re-issued"),), EVE) == ()


@pytest.mark.parametrize("below", ["below 20%", "below 10%"])
def test_a_definition_follows_the_figure_in_its_words(below):
    edit = edited("registration-of-interests.6", "20% shareholding in", "10% shareholding in")
    edit = replace(edit, text=edit.text.replace("below 20%", below))
    figures, unread = figures_with((edit,), NEW_YEAR)
    assert [(figure.name, figure.amount) for figure in figures] == [("significant_shareholding_over", "10")]
    asked = "is a 15% shareholding a significant interest?"
    with published(Edition(1, NEW_YEAR, (edit,), figures)):
        before, after = (define(asked, "employee", library_on(day), day) for day in (EVE, NEW_YEAR))
    assert before.verdicts[0].falls is Falls.NO and "20% shareholding" in before.quotes[0].words
    assert after.verdicts[0].falls is Falls.YES and "10% shareholding" in after.quotes[0].words


def test_words_are_replaced_only_where_they_are_meant():
    clause = load_library().get(REASONS)
    assert "a raffle  prize" not in replaced(clause, "raffle\n prize", "tombola prize")
    with pytest.raises(Sayable, match="has the words “£50” 2 times"):
        replaced(clause, "£50", "£25")
    with pytest.raises(Sayable, match="doesn't have the words “over £60”"):
        replaced(clause, "over £60", "over £25")
    with pytest.raises(Sayable, match="says that already"):
        clause_edit(clause, f" {clause.text}\n")
    with pytest.raises(Sayable, match="a clause has at most 3,000"):
        clause_edit(clause, "word " * 800)


def test_markdown_in_a_clause_is_no_markdown_to_those_who_read_it():
    clause = load_library().get(REASONS)
    edit = clause_edit(clause, "# **Never** take\n- a [gift](http://x.example)\n\n- or *money*")
    assert edit.text == "Never take\na gift\nor money"
    edit = clause_edit(clause, "Never <b>take</b> <at>all</at> a gift<br/>, see <http://x.example/a>, if 3 < 4 > 2")
    assert edit.text == "Never take all a gift, see http://x.example/a, if 3 < 4 > 2"


def test_quotation_marks_of_either_kind_are_the_same_words():
    clause = load_library().get("gifts-and-hospitality.1")
    assert "‘small’" in replaced(clause, "’token value’", "‘small’")


def test_a_passage_is_found_again_where_its_words_were_changed():
    before = load_library().get(REASONS)
    now = replace(
        before, text=before.text.replace("Employees must always record the reason", "Staff always record why")
    )
    words = "Employees must always record the reason for accepting any gift worth over £50"
    assert quote_as_now(before, now, words).startswith("Staff always record why for accepting any gift worth over £50")
    other = replace(before, text="Gifts go to the mayor.")
    assert quote_as_now(before, other, words) == "Gifts go to the mayor."
    assert quote_as_now(before, before, words, exact=True) == words


def test_what_is_supposed_holds_within_and_nowhere_else():
    later, figures = lowered(2, JUNE, "£30"), lowered().figures
    with published(lowered()):
        with decided.supposing(supposed_with(later)):
            assert value("gift_reason_over", JUNE).amount == 30
        with decided.supposing(supposed_without(1, EVE)):
            assert value("gift_reason_over", NEW_YEAR).amount == 50
        assert value("gift_reason_over", JUNE).amount == Decimal(25)
        assert follows((), figures) == {"gift_reason_over": 1}


def test_edits_come_back_as_they_were_kept():
    edition = Edition(1, NEW_YEAR, (added("gifts.9", "No drones.", "gifts.1"), *lowered().clauses), lowered().figures)
    assert read_edits(edits_json(edition.clauses, edition.figures)) == (edition.clauses, edition.figures)
    assert isinstance(edition.clauses[0], ClauseEdit)


def test_a_whole_number_written_with_a_point_is_kept_as_one():
    figures, _ = figures_with((edited("additional-employment.3", "48 hours", "50.0 hours"),), EVE)
    assert [(each.name, each.amount) for each in figures] == [("additional_hours_over", "50")]


@pytest.mark.parametrize(("figure", "number"), [("return_weeks", "999999"), ("significant_shareholding_over", "101")])
def test_an_amount_that_cannot_be_meant_is_refused(figure, number):
    with pytest.raises(Sayable, match="can't be meant for"):
        reworded(value(figure, EVE), number)


def test_numbers_are_read_in_digits_and_in_words():
    assert [number_of(text) for text in ("25", "1,000", "0.5", "Three")] == [25, 1000, Decimal("0.5"), 3]
