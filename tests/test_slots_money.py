"""Amounts of money in every British form, and what only looks like one."""

from decimal import Decimal

import pytest

from knowledge.understanding.slots import read_money
from knowledge.understanding.slots.money import find_money
from knowledge.understanding.slots.numbers import read_number

TOTALS = {
    "£120": "120",
    "£1,250.50": "1250.50",
    "120 pounds": "120",
    "120 quid": "120",
    "eighty quid": "80",
    "a tenner": "10",
    "he gave me a fiver": "5",
    "a couple of tenners": "20",
    "half a grand": "500",
    "two and a half grand": "2500",
    "2k": "2000",
    "£2m": "2000000",
    "it cost a ton": "100",
    "fifty pence": "0.5",
    "80p": "0.8",
    "two hundred and fifty pounds": "250",
    "worth a hundred and twenty": "120",
    "ten pounds fifty": "10.5",
    "two £20 notes": "40",
    "a £10 M&S voucher": "10",
    "£120 the pair": "120",
    "it was £60 not £50": "60",
    "100 GBP": "100",
    "forty-five quid": "45",
    "£60 each, two of us, so £120": "120",
    "£60 each, £120 altogether": "120",
}


@pytest.mark.parametrize(("text", "total"), TOTALS.items())
def test_an_amount_for_the_whole_is_read(text, total):
    assert read_money(text).total == Decimal(total)


@pytest.mark.parametrize(
    "text", ["about £30", "roughly thirty pounds", "£30ish", "~£30", "£30 or so", "around 30 quid"]
)
def test_an_approximation_is_the_amount_marked_approximate(text):
    money = read_money(text)
    assert (money.total, money.approximate) == (30, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("£40-50", 40, 50),
        ("£40-£50", 40, 50),
        ("£40 to £50", 40, 50),
        ("between 40 and 60 quid", 40, 60),
        ("forty to fifty pounds", 40, 50),
        ("under a fiver", None, 5),
        ("less than £50", None, 50),
        ("no more than £50", None, 50),
        ("50 quid max", None, 50),
        ("a bit over £50", 50, None),
        ("at least £100", 100, None),
        ("£50+", 50, None),
    ],
)
def test_a_range_has_ends_and_no_total(text, low, high):
    money = read_money(text)
    assert (money.low, money.high, money.amount, money.total) == (low, high, None, None)


@pytest.mark.parametrize("text", ["£60 each", "£60 a head", "£60 per person", "£60pp", "60 quid a ticket"])
def test_a_price_per_head_without_a_total_leaves_the_total_open(text):
    money = read_money(text)
    assert (money.amount, money.per_head, money.total) == (60, True, None)


def test_the_heads_are_counted_but_never_multiplied():
    money = read_money("£60 each, two of us")
    assert (money.heads, money.total) == (2, None)


@pytest.mark.parametrize(
    ("text", "currency"), [("€40", "EUR"), ("40 euros", "EUR"), ("$25", "USD"), ("fifty dollars", "USD")]
)
def test_foreign_money_is_recognised_and_has_no_pounds(text, currency):
    money = read_money(text)
    assert (money.currency, money.amount, money.total) == (currency, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "2 tickets",
        "at 8.30pm",
        "on 3rd March",
        "03/04/26",
        "a ton of paperwork",
        "a 10k run",
        "room 12",
        "a hundred people came",
    ],
)
def test_what_is_no_money_is_left_alone(text):
    assert find_money(text) == ()
    assert read_money(text) is None


@pytest.mark.parametrize(
    ("text", "total"),
    [("120", 120), ("about 120", 120), ("120ish", 120), ("a hundred", 100), ("1,200", 1200), ("£15", 15), ("fiver", 5)],
)
def test_an_answer_to_a_question_about_money_may_be_a_bare_number(text, total):
    assert read_money(text, bare=True).total == total


@pytest.mark.parametrize("text", ["2 tickets", "3/4", "8.30pm", "no idea", "on 3rd March", "20%"])
def test_even_an_answer_is_no_money_when_it_counts_something_else(text):
    assert read_money(text, bare=True) is None


def test_three_fifty_may_be_either_price_so_it_is_a_range():
    money = read_money("three fifty", bare=True)
    assert (money.total, money.low, money.high) == (None, Decimal("3.50"), Decimal(350))
    assert read_money("three fifty") is None


@pytest.mark.parametrize("text", ["the £120 tickets", "“£120” – each"])
def test_the_span_points_at_the_words(text):
    money = find_money(text)[0]
    assert "£120" in text[money.start : money.end]


@pytest.mark.parametrize(
    ("text", "number"),
    [("twelve hundred", 1200), ("one and a half thousand", 1500), ("one twenty five", 125), ("half a million", 500000)],
)
def test_number_words_have_their_value(text, number):
    assert read_number(text) == number


def test_words_that_are_more_than_a_number_have_none():
    assert read_number("twenty apples") is None


@pytest.mark.parametrize("words", ["about £50", "a bit over £50", "under £50", "between £40 and £50", "two £20 notes"])
def test_the_span_is_right_however_much_stands_before_it(words):
    text = "Nothing of note happened. " * 20 + f"He then offered {words} and left."
    (money,) = find_money(text)
    assert text[money.start : money.end] == money.text
    assert money.text in words
