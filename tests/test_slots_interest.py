"""Interests and second jobs in words: shares, hours, whose it is, what the organisation has to do with the council."""

from datetime import datetime
from decimal import Decimal

import pytest

from knowledge.understanding.slots import extract, facts_for, read_hours, read_share

NOW = datetime(2026, 11, 25, 14, 30)
SHARES = [
    ("15%", "15"),
    ("20", "20"),
    ("twenty percent", "20"),
    ("a fifth", "20"),
    ("just over 20 per cent", "20.01"),
    ("just over 20", "20.01"),
    ("more than a fifth", "20.01"),
    ("just under 20%", "19.99"),
    ("two thirds", "66.66"),
    ("half", "50"),
    ("about 12.5 %", "12.5"),
    ("all of it", "100"),
    ("none", "0"),
    ("15 to 20%", None),
    ("12% and my wife 10%", None),
    ("120%", None),
    ("half past two", None),
    ("no idea", None),
]


@pytest.mark.parametrize(("words", "share"), SHARES)
def test_one_share_is_read_and_anything_else_is_asked_again(words, share):
    assert read_share(words) == (None if share is None else Decimal(share))


HOURS = [
    ("48", "48"),
    ("48.5 hours", "48.5"),
    ("around 48 and a half", "48.5"),
    ("about 50 a week", "50"),
    ("ten on top of my 37", "47"),
    ("37 here and 12 there", "49"),
    ("37.5 + 10", "47.5"),
    ("45 in total", "45"),
    ("10 extra", None),
    ("two evenings", None),
    ("200", None),
    ("lots", None),
]


@pytest.mark.parametrize(("words", "hours"), HOURS)
def test_the_hours_of_both_jobs_are_read_and_added_and_a_part_is_no_total(words, hours):
    assert read_hours(words) == (None if hours is None else Decimal(hours))


INTERESTS = [
    (
        "my wife works for Acme Construction, they have a contract with the council",
        {"whose": "spouse", "tie": "wife", "nature": "employment", "organisation": "Acme Construction"}
        | {"deals_with_council": "contract"},
    ),
    (
        "me and my brother own 15% of Widgets Ltd between us, it's bidding for work",
        {"whose": "self", "nature": "shareholding", "household_percent": 15, "organisation": "Widgets Ltd"}
        | {"deals_with_council": "may_contract"},
    ),
    (
        "our lad has started at a firm, he works for Tarmac",
        {"whose": "relative", "relative_kind": "son", "tie": "lad", "nature": "employment", "organisation": "Tarmac"},
    ),
    ("my kids have shares in a bus company", {"whose": "relative", "tie": "kids", "nature": "shareholding"}),
    (
        "I hold just over 20 per cent of Acme",
        {"whose": "self", "nature": "shareholding", "shareholding_percent": 20.01, "organisation": "Acme"},
    ),
    (
        "my sister is on the board of the allotment society, they campaign against the bypass",
        {"whose": "relative", "relative_kind": "sister", "tie": "sister", "nature": "membership"}
        | {"organisation": "the allotment society", "deals_with_council": "campaigns"},
    ),
    (
        "I'm a trustee of Age Concern, which the council funds",
        {
            "whose": "self",
            "nature": "membership",
            "organisation": "Age Concern",
            "deals_with_council": "other_dealings",
        },
    ),
    (
        "my cousin's firm is Evans Plumbing, it doesn't deal with the council",
        {"whose": "relative", "relative_kind": "cousin", "tie": "cousin", "organisation": "Evans Plumbing"}
        | {"deals_with_council": "no"},
    ),
    (
        "not sure whether it counts but my flatmate works for Serco",
        {"whose": "household", "tie": "flatmate", "nature": "employment", "organisation": "Serco", "in_doubt": True},
    ),
    (
        "my sister's husband works for Tarmac",
        {"whose": "relative", "relative_kind": "spouse_or_partner_of_relative", "tie": "sister's husband"}
        | {"nature": "employment", "organisation": "Tarmac"},
    ),
    (
        "my wife's brother works for Tarmac",
        {"whose": "relative", "tie": "wife's brother", "nature": "employment", "organisation": "Tarmac"},
    ),
    ("my wife's company", {"whose": "spouse", "tie": "wife"}),
    ("my mate works for a contractor", {"whose": "friend", "tie": "mate", "nature": "employment"}),
    ("I own a company, I've got the casting vote", {"whose": "self", "nature": "shareholding", "controls": True}),
]


@pytest.mark.parametrize(("text", "facts"), INTERESTS)
def test_an_interest_tells_only_what_it_says(text, facts):
    found = facts_for("interest_held", "employee", text, extract(text, NOW), NOW)
    found.pop("thing", None)
    assert found == facts


JOBS = [
    ("I've been offered weekend bar work at the Red Lion", {"work": "weekend bar work", "employer": "the Red Lion"}),
    ("can I do bar work at the weekend at the Red Lion", {"work": "bar work", "employer": "the Red Lion"}),
    ("I'd like to do some tutoring, self-employed", {"work": "tutoring", "employer": "self-employed"}),
    ("a cleaning job, ten hours on top of my 37", {"work": "cleaning job", "hours_per_week_total": 47}),
    ("my other job is 20 hours a week, 50 in total", {"hours_per_week_total": 50}),
    ("a bar job, 10 hours a week", {"work": "bar job"}),
    ("can I take a second job", {}),
]


@pytest.mark.parametrize(("text", "facts"), JOBS)
def test_a_second_job_tells_only_what_it_says(text, facts):
    found = facts_for("additional_employment", "employee", text, extract(text, NOW), NOW)
    found.pop("thing", None)
    assert found == facts
