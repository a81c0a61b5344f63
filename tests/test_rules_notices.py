"""What a councillor tells an office of, signs, or takes elsewhere: no fact decides, and days least of all."""

from datetime import date

import pytest

from knowledge.values import Value
from tests.rules_kit import because, clauses, councillor, employee

DAYS = ("2019-01-01", "2026-11-21", "2027-05-06", "9999-12-31")

NOTICES = [
    ("assistive_technology", {"need": ["a screen reader"]}, "notify", set(), ("democratic_services",), {"1.5"}),
    ("training_request", {"topic": ["Teams"]}, "notify", set(), ("democratic_services",), {"3.1", "5.1"}),
    ("ict_undertaking", {}, "acknowledge", {"in_writing"}, (), {"1.3", "5.1", "5.31"}),
    (
        "travel_abroad",
        {"country": ["France"], "leaves_on": DAYS, "returns_on": DAYS, "devices": ["my iPad", ["ipad", "laptop"]]},
        "notify",
        {"tell_legal_democratic_services", "in_good_time"},
        ("head_of_legal",),
        {"7.4"},
    ),
    (
        "leaving_office",
        {"last_day": DAYS},
        "notify",
        {"return_equipment", "two_weeks"},
        ("digital_services",),
        {"11.2"},
    ),
    (
        "inspection_booking",
        {"device": ["ipad", "other"], "last_inspected": DAYS},
        "notify",
        set(),
        ("digital_services",),
        {"4.6", "8.1"},
    ),
    ("fraud_concern", {}, "signpost", set(), (), set()),
    ("harassment_or_bullying", {}, "signpost", set(), (), set()),
    ("safeguarding_concern", {}, "signpost", set(), (), set()),
    ("discrimination", {}, "signpost", set(), (), set()),
    ("health_and_safety", {}, "signpost", set(), ("head_of_legal",), {"6.1"}),
]


@pytest.mark.parametrize(("situation", "facts", "outcome", "duties", "receivers", "cited"), NOTICES)
def test_the_ruling_is_the_same_whatever_is_told(situation, facts, outcome, duties, receivers, cited):
    told = [{}] + [{name: value} for name, values in facts.items() for value in values]
    for each in told:
        ruling = councillor(situation, **each)

        assert (ruling.outcome, set(ruling.duties), ruling.receivers) == (outcome, duties, receivers), each
        assert (ruling.unknown, ruling.approver, set(clauses(ruling))) == ((), None, cited), each


@pytest.mark.parametrize("situation", [name for name, *_ in NOTICES[:6]])
def test_what_only_councillors_have_is_not_covered_for_an_employee(situation):
    assert employee(situation).outcome == "not_covered"


def test_equipment_is_due_back_as_many_weeks_after_the_last_day_as_the_scheme_says(monkeypatch):
    def said():
        return because(councillor("leaving_office", last_day="2027-05-06"), "return")

    assert said() == (
        "With Thursday 6 May 2027 as your last day in office, all the council's ICT equipment must be back with "
        "Digital Services by Thursday 20 May 2027."
    )
    assert because(councillor("leaving_office"), "return").endswith("within 2 weeks of your last day in office.")
    monkeypatch.setattr("knowledge.ruling.value", lambda name, on: Value(name, 3, "weeks", "11.2", ""))
    assert said().endswith("by Thursday 27 May 2027.")


@pytest.mark.parametrize(
    ("last", "due"),
    [
        ("2026-02-28", "Sunday 28 February 2027"),
        ("2024-02-29", "Friday 28 February 2025"),
        ("2025-12-31", "Thursday 31 December 2026"),
    ],
)
def test_an_inspection_is_due_as_many_months_after_the_last_as_the_scheme_says(last, due):
    ruling = councillor("inspection_booking", device="ipad", last_inspected=last)

    assert because(ruling, "book").endswith(f"so book it in by {due}.")
    assert because(ruling, "book").startswith("Your iPad was last inspected on ")


def test_the_period_of_inspection_is_the_dated_figure(monkeypatch):
    assert "within 12 months of its last inspection" in because(councillor("inspection_booking"), "book")

    monkeypatch.setattr("knowledge.ruling.value", lambda name, on: Value(name, 6, "months", "4.6", ""))
    assert "within 6 months of its last inspection" in because(councillor("inspection_booking"), "book")


def test_no_journey_is_said_to_be_insured():
    ruling = councillor(
        "travel_abroad",
        country="France",
        leaves_on="2026-12-01",
        devices=["my iPad", "laptop"],
        returns_on="2026-12-08",
    )

    assert because(ruling, "notify") == (
        "You are taking your iPad and the laptop to France on Tuesday 1 December 2026, so tell Legal & Democratic "
        "Services in good time and don't count on insurance until they have acknowledged it."
    )
    assert not any("covered" in finding.because or "insured" in finding.because for finding in ruling.findings)
    assert "hand luggage" in ruling.findings[1].quote
    assert "have changed since" in ruling.findings[2].because


def test_what_a_councillor_needs_is_not_repeated():
    ruling = councillor("assistive_technology", need="a screen reader")

    assert not any("screen reader" in finding.because for finding in ruling.findings)
    assert ruling == councillor("assistive_technology")


def test_training_is_named_where_it_is_known():
    assert "would like (data protection), and" in because(
        councillor("training_request", topic="data protection"), "notify"
    )
    assert "would like, and" in because(councillor("training_request"), "notify")


def test_a_day_can_be_given_typed():
    assert councillor("leaving_office", last_day=date(2027, 5, 6)) == councillor(
        "leaving_office", last_day="2027-05-06"
    )


def test_a_device_of_ones_own_is_not_treated_as_the_councils_on_a_journey():
    own = councillor("travel_abroad", country="France", devices="my own phone")
    assert [finding.because for finding in own.findings][:3] == [
        "If you are taking any of the council's devices to France, tell Legal & Democratic Services in good time and "
        "don't count on insurance until they have acknowledged it.",
        "This is asked for the council's devices as well, not for your own.",
        "The council accepts no responsibility for your own phone, so see to your own insurance.",
    ]
    both = councillor("travel_abroad", devices=["ipad", "personal phone"])
    assert because(both, "notify").startswith("You are taking the iPad abroad, so tell")
    assert both.findings[1].because == "So keep the iPad in your hand luggage."
    assert both.findings[2].because.startswith("The council accepts no responsibility for your personal phone")
    assert "7.5" not in clauses(councillor("travel_abroad", devices="my iPad"))


def test_nothing_is_promised_beyond_the_clause():
    support = councillor("assistive_technology").findings[0]
    assert support.because == (
        "The scheme offers members a screening at their induction and, where necessary, specialist technology, and as "
        "the clause names no office, tell Democratic Services."
    )
    training = because(councillor("training_request", topic="Welsh"), "notify")
    assert training.endswith("the council pays where it is about using software or equipment for council work or "
                             "something related.")  # fmt: skip
