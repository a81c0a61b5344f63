"""Dated figures: each has a clause that says it, and holds on exactly one row a day."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

import pytest

from knowledge.clauses import load_library
from knowledge.values import Row, Value, in_force, load_rows, value

TODAY = date(2026, 11, 23)
ROWS = load_rows()


def test_a_figure_is_a_value_with_its_unit_and_clause():
    over = value("gift_reason_over", TODAY)
    assert (over.amount, over.unit) == (Decimal("50.00"), "GBP")
    assert isinstance(over.amount, Decimal)
    assert over.clause == "registration-of-gifts-and-hospitality.4"


@pytest.mark.parametrize(
    "name, amount, unit",
    [
        ("gift_series_over", Decimal("50.00"), "GBP"),
        ("additional_hours_over", 48, "hours/week"),
        ("significant_shareholding_over", 20, "%"),
        ("inspection_months", 12, "months"),
        ("return_weeks", 2, "weeks"),
        ("password_length", 8, "characters"),
        ("password_kinds", 3, "kinds of character"),
        ("dpa_fine", Decimal("17000000.00"), "GBP"),
    ],
)
def test_the_figures_of_the_policies(name, amount, unit):
    assert (value(name, TODAY).amount, value(name, TODAY).unit) == (amount, unit)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.value.name)
def test_a_figure_stands_in_its_clause_in_these_words(row):
    assert row.value.words in load_library().get(row.value.clause).text


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.value.name)
def test_the_words_of_a_figure_say_its_amount(row):
    spelled = {"return_weeks": "two", "dpa_fine": "£17,000,000"}
    assert spelled.get(row.value.name, f"{row.value.amount:.0f}") in row.value.words


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.value.name)
def test_a_figure_holds_from_the_day_its_policy_does(row):
    assert row.since == load_library().get(row.value.clause).effective_from


def gaps_and_overlaps(rows):
    """Rows of one name that do not begin on the day after the row before ended."""
    ordered = sorted(rows, key=lambda row: (row.value.name, row.since or date.min))
    for _, group in groupby(ordered, key=lambda row: row.value.name):
        dated = list(group)
        for before, after in zip(dated, dated[1:], strict=False):
            if before.until is None or after.since != before.until + timedelta(days=1):
                yield after
        if dated[-1].until is not None:
            yield dated[-1]


def test_dated_rows_neither_overlap_nor_leave_a_gap():
    assert list(gaps_and_overlaps(ROWS)) == []


def row(amount, since=None, until=None):
    return Row(Value("limit", amount, "GBP", "gifts.1", "words"), since, until)


@pytest.mark.parametrize("begins, faults", [(date(2026, 12, 31), 1), (date(2027, 1, 1), 0), (date(2027, 1, 2), 1)])
def test_an_overlap_or_a_gap_of_one_day_is_found(begins, faults):
    assert len(list(gaps_and_overlaps([row(50, until=date(2026, 12, 31)), row(25, since=begins)]))) == faults


def test_a_changed_figure_holds_from_its_first_day_and_the_old_one_to_its_last():
    rows = [row(50, until=date(2026, 12, 31)), row(25, since=date(2027, 1, 1))]
    assert in_force(rows, "limit", date(2026, 12, 31)).amount == 50
    assert in_force(rows, "limit", date(2027, 1, 1)).amount == 25


def test_a_day_without_a_figure_fails_loudly():
    with pytest.raises(LookupError, match="return_weeks.*2022-04-30"):
        value("return_weeks", date(2022, 4, 30))
    assert value("return_weeks", date(2022, 5, 1)).amount == 2


def test_an_unknown_figure_is_named_in_the_error():
    with pytest.raises(LookupError, match="gift_limit.*2026-11-23"):
        value("gift_limit", TODAY)
