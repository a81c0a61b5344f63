"""Additional employment: always by consent, flagged over the hours, and refused on the Code's grounds alone."""

import pytest

from tests.rules_kit import because, clauses, councillor, employee

ALWAYS = {"manager_approval", "refusal_needs_ground"}
NOTHING = {"conflict": False, "affects_duties": False, "private_advantage": False, "health_risk": False}


def work(**facts):
    return employee("additional_employment", **NOTHING | facts)


CASES = [
    ({"hours_per_week_total": 48}, ALWAYS, ("consent",)),
    ({"hours_per_week_total": 48.01}, ALWAYS | {"over_48_hours"}, ("consent", "over_hours")),
    ({"hours_per_week_total": 0}, ALWAYS, ("consent",)),
    ({"hours_per_week_total": 20, "health_risk": True}, ALWAYS, ("consent", "health_risk")),
    ({"hours_per_week_total": 20, "conflict": True}, ALWAYS, ("consent", "conflict")),
    ({"hours_per_week_total": 20, "affects_duties": True}, ALWAYS, ("consent", "affects_duties")),
    ({"hours_per_week_total": 20, "private_advantage": True}, ALWAYS, ("consent", "private_advantage")),
]


@pytest.mark.parametrize(("facts", "duties", "lines"), CASES)
def test_it_always_needs_consent_and_what_is_unusual_is_a_line_of_its_own(facts, duties, lines):
    ruling = work(**facts)

    assert (ruling.outcome, set(ruling.duties), ruling.lines) == ("approval", duties, lines)
    assert (ruling.approver, ruling.receivers, ruling.unknown) == ("line_manager", (), ())


def test_only_the_hours_can_change_what_the_manager_is_told():
    assert employee("additional_employment").unknown == ("hours_per_week_total",)
    assert employee("additional_employment").outcome == "approval"


def test_each_ground_quotes_its_own_item():
    tests = {name: True for name in ("conflict", "affects_duties", "private_advantage")}
    quotes = [f.quote for f in work(**tests).findings if f.clause == "additional-employment.1"]

    assert len(quotes) == 3
    assert "weaken public confidence" in quotes[0] and "performance of their duties" in quotes[1]
    assert "personal gain" in quotes[2]


def test_the_sentences_name_the_employer_and_the_hours():
    ruling = work(employer="the Red Lion", hours_per_week_total=52.5)

    assert because(ruling, "consent") == (
        "The work with the Red Lion is additional employment, so you need the agreement of your line manager first."
    )
    assert because(ruling, "over_hours").startswith("Your work in all comes to 52.5 hours a week on average, over 48,")
    assert ruling.findings[1].because == "A no from your line manager has to be reasonable and to name its ground."
    assert "comes to 50 hours a week" in because(work(hours_per_week_total=50.0), "over_hours")
    assert clauses(ruling)[:2] == ["additional-employment.3", "additional-employment.4"]


def test_the_lens_of_schools_and_of_councillors():
    assert work(school_employee=True).approver == "headteacher"
    assert councillor("additional_employment").outcome == "not_covered"
