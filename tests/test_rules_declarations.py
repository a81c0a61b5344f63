"""Criminal matters, elections, inventions and the employee declaration, on both sides of each boundary."""

import re
from itertools import product

import pytest

from tests.rules_kit import because, clauses, employee

MATTERS = ("conviction", "caution", "charge", "investigation", "ban", "police_enquiry", "pending_prosecution",
           "driving_minor")  # fmt: skip
TOLD = {"tell_manager", "without_delay"}


@pytest.mark.parametrize(("matter", "car"), list(product(MATTERS, [True, False, None])))
def test_in_a_post_of_trust_every_matter_is_told_at_once_and_driving_is_no_exception(matter, car):
    ruling = employee("criminal_matter", matter=matter, trust_post=True, job_uses_car=car)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("declare", {"immediately", "tell_manager"}, ())
    assert (clauses(ruling)[0], ruling.receivers) == ("employees-in-a-position-of-trust.1", ("line_manager",))


@pytest.mark.parametrize("matter", MATTERS)
def test_in_any_other_post_charges_and_what_counts_as_one_are_told_without_delay(matter):
    ruling = employee("criminal_matter", matter=matter, trust_post=False, job_uses_car=False)

    expected = {"ban": ("advice", {"ask_manager"}), "driving_minor": ("not_required", set())}
    assert (ruling.outcome, set(ruling.duties)) == expected.get(matter, ("declare", TOLD))
    assert (ruling.unknown, "employees-in-a-position-of-trust.1" in clauses(ruling)) == ((), False)


def test_a_minor_driving_offence_is_told_where_the_job_includes_a_car():
    driving = {"matter": "driving_minor", "trust_post": False}
    told = employee("criminal_matter", job_uses_car=True, **driving)
    open_ = employee("criminal_matter", **driving)

    assert (told.outcome, set(told.duties), told.unknown) == ("declare", TOLD, ())
    assert (open_.outcome, set(open_.duties), open_.unknown) == ("declare", TOLD, ("job_uses_car",))
    assert because(open_, "driving").startswith("If your job includes the use of a car")


CRIMINAL_UNKNOWN = [
    ({}, {"tell_manager"}, ("matter", "trust_post", "job_uses_car")),
    ({"matter": "charge"}, {"tell_manager"}, ("trust_post",)),
    ({"matter": "ban"}, {"tell_manager", "immediately"}, ("trust_post",)),
    ({"matter": "driving_minor"}, {"tell_manager"}, ("trust_post", "job_uses_car")),
    ({"matter": "driving_minor", "job_uses_car": False}, {"tell_manager", "immediately"}, ("trust_post",)),
    ({"trust_post": True}, {"tell_manager", "immediately"}, ()),
]


@pytest.mark.parametrize(("facts", "duties", "unknown"), CRIMINAL_UNKNOWN)
def test_the_kind_of_post_is_asked_first_and_only_while_it_matters(facts, duties, unknown):
    ruling = employee("criminal_matter", **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("declare", duties, unknown)


def test_that_a_charge_is_told_without_delay_is_shown_while_the_post_is_not_known():
    ruling = employee("criminal_matter", matter="charge")

    assert because(ruling, "everyone") == "A charge is named here, so tell your line manager without delay."
    assert because(ruling, "trust").startswith("If you work with children or vulnerable adults")


def test_no_verdict_is_passed_on_anyone():
    for matter, post in product((*MATTERS, None), (True, False, None)):
        said = " ".join(f.because for f in employee("criminal_matter", matter=matter, trust_post=post).findings)
        assert not re.search(r"guilty|offender|crime|should have|disciplin", said)


BODIES = ("parliament", "district", "borough", "parish", "other_county")
CHECK = {"ask_manager", "consult_politically_restricted_policy"}
COUNTY = [
    ({"school_employee": False}, "refuse", set()),
    ({"school_employee": False, "school_type": "foundation"}, "refuse", set()),
    ({"school_type": "community"}, "refuse", set()),
    ({"school_type": "voluntary_controlled"}, "refuse", set()),
    ({"school_type": "foundation"}, "advice", {"ask_manager"}),
    ({"school_type": "voluntary_aided"}, "advice", {"ask_manager"}),
]


@pytest.mark.parametrize(("facts", "outcome", "duties"), COUNTY)
def test_nobody_stands_for_this_county_council_except_perhaps_staff_of_schools_that_employ_their_own(
    facts, outcome, duties
):
    facts = {"body": "this_county_council", "politically_restricted": False} | facts
    ruling = employee("standing_for_election", **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == (outcome, duties, ())
    assert "political-neutrality.4" in clauses(ruling)


def test_a_school_of_unknown_type_counts_as_one_of_those_that_the_council_employs_for():
    facts = {"body": "this_county_council", "politically_restricted": False, "school_employee": True}
    ruling = employee("standing_for_election", **facts)

    assert (ruling.outcome, ruling.unknown) == ("refuse", ("school_type",))
    assert "unless its governing body employs them" in because(ruling, "county_council")
    assert "contradicts" in ruling.findings[-1].because


@pytest.mark.parametrize("body", BODIES)
def test_school_staff_stand_elsewhere_once_a_conflict_is_declared_and_others_ask_first(body):
    school = employee("standing_for_election", body=body, school_employee=True, politically_restricted=False)
    others = employee("standing_for_election", body=body)

    assert (school.outcome, set(school.duties), school.receivers) == ("declare", {"tell_manager"}, ("headteacher",))
    assert (others.outcome, set(others.duties), others.unknown) == ("advice", CHECK, ())
    assert others.receivers == ()


@pytest.mark.parametrize("facts", [{"body": "this_county_council"}, {"body": "parish", "school_employee": True}])
def test_a_politically_restricted_post_adds_its_policy_and_changes_no_outcome(facts):
    free = employee("standing_for_election", politically_restricted=False, **facts)
    held = employee("standing_for_election", politically_restricted=True, **facts)
    open_ = employee("standing_for_election", **facts)

    assert (free.outcome, open_.outcome) == (held.outcome, held.outcome)
    assert set(held.duties) - set(free.duties) == {"consult_politically_restricted_policy"}
    assert "political-neutrality.6" in clauses(held)
    assert "politically_restricted" in open_.unknown


@pytest.mark.parametrize("alone", [True, False, None])
def test_an_invention_is_disclosed_where_it_comes_from_ones_duties_with_others_or_alone(alone):
    disclosed = employee("invention_made", alone=alone, in_course_of_duties=True)
    own = employee("invention_made", alone=alone, in_course_of_duties=False)
    open_ = employee("invention_made", alone=alone)

    assert (disclosed.outcome, disclosed.duties, disclosed.unknown) == ("declare", ("tell_manager",), ())
    assert (own.outcome, own.duties, own.unknown) == ("not_required", (), ())
    assert (open_.outcome, open_.duties, open_.unknown) == ("declare", ("tell_manager",), ("in_course_of_duties",))
    assert because(open_, "disclose").startswith("If the invention")


DECLARATIONS = [
    ({}, set()),
    ({"changed": True}, {"changed"}),
    ({"changed": False, "nil": True}, {"nil"}),
    ({"new_starter": True, "worker_kind": "employee"}, {"two_forms"}),
    ({"new_starter": False, "worker_kind": "employee"}, set()),
    ({"worker_kind": "agency"}, {"own_form"}),
    ({"worker_kind": "freelance"}, {"own_form"}),
]


@pytest.mark.parametrize(("facts", "more"), DECLARATIONS)
def test_a_declaration_is_made_in_writing_whoever_makes_it_and_shows_the_form_that_fits(facts, more):
    ruling = employee("annual_declaration", **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("declare", {"in_writing", "tell_manager"}, ())
    assert set(ruling.lines) == {"declaration", "confidential"} | more
    assert ruling.receivers == ("line_manager",)


def test_an_agency_worker_who_has_just_started_has_the_form_of_the_agency_and_not_two():
    ruling = employee("annual_declaration", new_starter=True, worker_kind="agency")

    assert "employee-declaration.4" in clauses(ruling)
    assert "employee-declaration.3" not in clauses(ruling)
