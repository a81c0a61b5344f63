"""The media, aggression from the public, and matters that go by another route."""

import pytest

from knowledge.clauses import load_library
from tests.rules_kit import because, clauses, employee

LINE = '"We are unable to comment on any matters that relate to individual members of staff."'
TOLD = {"tell_communications", "tell_manager"}


@pytest.mark.parametrize("authorised", ["general", "specific", "union", "no", None])
def test_nobody_speaks_of_an_employees_position_whoever_authorised_them(authorised):
    ruling = employee("media_enquiry", outlet="the Echo", about="employee_position", authorised=authorised)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("refuse", TOLD | {"use_media_line"}, ())
    assert ruling.receivers == ("line_manager", "communications")
    assert LINE in [finding.quote for finding in ruling.findings]
    assert "media-contacts.3" in clauses(ruling)


MEDIA = [
    ("council_business", "no", "report", TOLD, ()),
    ("council_business", "general", "not_required", {"tell_communications"}, ()),
    ("council_business", "specific", "not_required", {"tell_communications"}, ()),
    ("council_business", "union", "not_required", {"tell_communications"}, ()),
    ("other", "no", "not_required", {"tell_communications"}, ()),
    ("other", None, "not_required", {"tell_communications"}, ()),
    ("council_business", None, "report", TOLD, ("authorised",)),
    (None, "general", "refuse", TOLD | {"use_media_line"}, ("about",)),
    (None, None, "refuse", TOLD | {"use_media_line"}, ("about", "authorised")),
]


@pytest.mark.parametrize(("about", "authorised", "outcome", "duties", "unknown"), MEDIA)
def test_of_the_councils_business_only_the_authorised_speak_and_communications_always_know(
    about, authorised, outcome, duties, unknown
):
    ruling = employee("media_enquiry", about=about, authorised=authorised)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == (outcome, duties, unknown)
    assert ruling.receivers == (("line_manager",) if "tell_manager" in duties else ()) + ("communications",)


@pytest.mark.parametrize("injured", [True, False, None])
def test_aggression_is_reported_at_once_and_the_code_does_not_say_to_whom(injured):
    ruling = employee("customer_aggression", injured=injured, what_happened="shouted at", where="the front desk")

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("report", {"immediately", "tell_manager"}, ())
    assert ruling.receivers == ("line_manager",)
    assert "does not say to whom" in ruling.findings[1].because
    assert ("see to that first" in ruling.findings[0].because) == (injured is True)


SIGNPOSTS = {
    "fraud_concern": "whistleblowing policy",
    "harassment_or_bullying": "harassment and bullying policy",
    "safeguarding_concern": "safeguarding policy",
    "discrimination": "diversity and inclusion policy",
    "dependency_support": "counselling service",
    "health_and_safety": "health and safety at work policy",
}


@pytest.mark.parametrize(("situation", "route"), SIGNPOSTS.items())
def test_matters_that_go_by_another_route_name_it_and_quote_where_it_is_written(situation, route):
    ruling = employee(situation)

    assert (ruling.outcome, ruling.duties, ruling.unknown) == ("signpost", (), ())
    assert (ruling.approver, ruling.receivers) == (None, ())
    assert route in " ".join(finding.quote for finding in ruling.findings)
    assert {load_library().get(clause).audience for clause in clauses(ruling)} == {"employee"}


def test_someone_in_danger_is_told_of_the_emergency_services_before_anything_else():
    assert "emergency services first" in employee("safeguarding_concern").findings[0].because


def test_whoever_raises_fraud_knows_that_teams_is_not_anonymous():
    assert "Teams is not anonymous" in because(employee("fraud_concern"), "signpost")
