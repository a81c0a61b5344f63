"""The rules of the Code against a small statement of SITUATIONS section 3, over every way of knowing less."""

from itertools import product

import pytest

from knowledge.ruling import fact_names
from tests.rules_kit import employee
from tests.rules_oracle import by_trying_every_filling, plain, same_as_every_filling

CLOSE = ("self", "spouse", "partner", "friend")
SCHOOLS = ("community", "voluntary_controlled", "foundation", "voluntary_aided")
TOLD = ("tell_manager",)
NOTHING = ("not_required", True, (), True)


def prize_won(f):
    decided = ("immediately", "manager_decides", "record")
    return plain(
        [
            ("approval", f["where"] in ("council_business", "council_funds"), decided, False),
            ("approval", f["where"] == "hospitality_event", (*decided, "separate_entry"), False),
            ("not_required", f["where"] == "own_time", (), False),
        ],
        wants=f["wants_to_accept"],
    )


def promotional_offer(f):
    declined = ("record", "tell_manager", "section_151_optional")
    return plain([("refuse", f["loyalty_card"], (), False), ("decline", not f["loyalty_card"], declined, False)])


def sponsorship_offered(f):
    by, to = f["direction"] == "by_council", f["benefit_to"]
    return plain(
        [
            ("approval", f["direction"] == "to_council", ("record", "manager_approval"), False),
            ("declare", by and to in ("self", "spouse", "partner", "relative"), ("full_disclosure", *TOLD), False),
            ("advice", by and to == "friend", ("ask_manager",), False),
            ("not_required", by and to == "none", (), False),
        ]
    )


def contract_interest(f):
    listed = f["whose"] in CLOSE or (f["whose"] == "relative" and f["relative_kind"] != "other")
    return plain(
        [
            ("declare", f["role"] != "none" and listed, ("immediately", *TOLD), False),
            ("declare", f["whose"] == "self", ("in_writing", *TOLD), False),
            ("declare", True, TOLD, False),
        ]
    )


def personal_relationship(f):
    who, over = f["with"], f["authority"]
    outside = who in ("client", "customer", "contractor", "supplier")
    return plain(
        [
            ("advice", who == "councillor" and f["related"], ("ask_manager",), False),
            ("declare", who == "councillor" and not f["related"], TOLD, False),
            ("declare", who == "supervisee", ("tell_senior_manager",), False),
            ("declare", who == "same_service_colleague", TOLD, False),
            ("declare", outside and over, TOLD, False),
            ("declare", who in ("contractor", "supplier") and not over, TOLD, False),
            ("not_required", who in ("client", "customer") and not over, (), False),
            ("not_required", who == "other_colleague", (), False),
        ]
    )


def recruitment_conflict(f):
    close = f["relation"] in ("relative", "partner", "friend", "personal_relationship")
    applying = f["decision"] in ("appointment", "recruitment")
    return plain(
        [
            ("declare", close, ("recuse", *TOLD), False),
            ("declare", f["relation"] == "cousin" and applying, ("recuse", *TOLD), False),
            ("advice", f["relation"] == "cousin" and not applying, ("ask_manager",), False),
            ("not_required", f["relation"] == "acquaintance", (), False),
        ]
    )


def criminal_matter(f):
    charge = f["matter"] not in ("ban", "driving_minor") or (f["matter"] == "driving_minor" and f["job_uses_car"])
    other = not f["trust_post"]
    return plain(
        [
            ("declare", f["trust_post"], ("tell_manager", "immediately"), False),
            ("declare", other and charge, ("tell_manager", "without_delay"), False),
            ("advice", other and f["matter"] == "ban", ("ask_manager",), False),
            ("not_required", other and f["matter"] == "driving_minor" and not f["job_uses_car"], (), False),
        ]
    )


def standing_for_election(f):
    county, school = f["body"] == "this_county_council", f["school_employee"]
    own_employer = school and f["school_type"] in ("foundation", "voluntary_aided")
    policy = ("consult_politically_restricted_policy",)
    return plain(
        [
            ("refuse", county and not own_employer, (), False),
            ("advice", county and own_employer, ("ask_manager",), False),
            ("declare", not county and school, TOLD, False),
            ("advice", not county and not school, ("ask_manager", *policy), False),
            (None, f["politically_restricted"], policy, False),
        ]
    )


def invention_made(f):
    return plain([("declare", f["in_course_of_duties"], TOLD, False), NOTHING])


def annual_declaration(f):
    return plain([("declare", True, ("in_writing", *TOLD), False)])


def meeting_recording(f):
    return plain([("approval", True, ("senior_manager_approval", "announce_at_start"), False)])


def alcohol_on_premises(f):
    return plain([("approval", True, ("senior_manager_approval",), False)])


def political_group_work(f):
    return plain([("approval", True, ("manager_approval",), False)])


def use_of_council_resources(f):
    personal = f["purpose"] in ("personal", "personal_business", "party_political")
    return plain([("approval", f["for_other_business"] or personal, ("manager_approval",), False), NOTHING])


def media_enquiry(f):
    position = f["about"] == "employee_position"
    unauthorised = f["about"] == "council_business" and f["authorised"] == "no"
    return plain(
        [
            ("refuse", position, ("use_media_line", "tell_communications", *TOLD), False),
            ("report", unauthorised, ("tell_communications", *TOLD), False),
            ("not_required", not position and not unauthorised, ("tell_communications",), False),
        ]
    )


def customer_aggression(f):
    return plain([("report", True, ("immediately", *TOLD), False)])


def signpost(f):
    return plain([("signpost", True, (), False)])


SIGNPOSTS = (
    "fraud_concern", "harassment_or_bullying", "safeguarding_concern", "discrimination", "dependency_support",
    "health_and_safety",
)  # fmt: skip
BOOL = (True, False)
DECIDING = {
    prize_won: {"where", "wants_to_accept"},
    sponsorship_offered: {"direction", "benefit_to"},
    contract_interest: {"role", "whose", "relative_kind", "nature"},
    personal_relationship: {"with", "related", "authority"},
    recruitment_conflict: {"relation", "decision"},
    criminal_matter: {"matter", "trust_post", "job_uses_car"},
    invention_made: {"alone", "in_course_of_duties"},
    annual_declaration: {"changed", "nil", "new_starter", "worker_kind"},
    political_group_work: {"activity"},
    use_of_council_resources: {"purpose", "for_other_business"},
    media_enquiry: {"about", "authorised"},
    customer_aggression: {"injured"},
    meeting_recording: set(),
    alcohol_on_premises: set(),
}
FEWER = {"relative_kind": ("spouse", "niece", "cousin", "spouse_or_partner_of_relative", "other", None)}
RULED = [pytest.param(rule, names, id=rule.__name__) for rule, names in DECIDING.items()]


def known_or_not(situation, names):
    """Every way of knowing some of the facts and not the others."""
    facts = [fact for fact in fact_names(situation, "employee") if fact.name in names]
    assert {fact.name for fact in facts} == names
    domains = [FEWER.get(fact.name) or (*(fact.values or BOOL), None) for fact in facts]
    return ({fact.name: value for fact, value in zip(facts, way, strict=True)} for way in product(*domains))


@pytest.mark.parametrize(("rule", "names"), RULED)
def test_a_situation_of_the_code_is_ruled_as_by_trying_every_filling(rule, names):
    for facts in known_or_not(rule.__name__, names):
        same_as_every_filling(employee(rule.__name__, **facts), "employee", facts, rule)


@pytest.mark.parametrize("situation", SIGNPOSTS)
def test_a_matter_that_goes_by_another_route_asks_nothing_and_tells_nobody(situation):
    ruling = employee(situation, what="anything", when="2026-11-21")

    same_as_every_filling(ruling, "employee", {}, signpost)
    assert (ruling.approver, ruling.receivers, bool(ruling.findings)) == (None, (), True)


@pytest.mark.parametrize("loyalty_card", [True, False, None])
def test_a_loyalty_card_is_not_asked_about(loyalty_card):
    facts = {"loyalty_card": loyalty_card}
    same_as_every_filling(employee("promotional_offer", **facts), "employee", facts, promotional_offer)


@pytest.mark.parametrize("school_employee", [True, False])
def test_standing_for_election_is_ruled_as_by_trying_every_filling_in_and_outside_schools(school_employee):
    bodies = ("this_county_council", "parliament", "district", "borough", "parish", "other_county", None)
    for body, restricted, school_type in product(bodies, (*BOOL, None), (*SCHOOLS, None)):
        facts = {
            "body": body,
            "politically_restricted": restricted,
            "school_employee": school_employee,
            "school_type": school_type,
        }
        ruling = employee("standing_for_election", **facts)
        same_as_every_filling(ruling, "employee", facts, standing_for_election)


def test_whoever_does_not_say_so_is_no_school_staff_and_is_not_asked():
    unsaid = employee("standing_for_election", body="district")

    assert unsaid == employee("standing_for_election", body="district", school_employee=False)
    assert "school_employee" not in employee("standing_for_election").unknown


def bequest_left(f):
    both = f["from_service_user"] and f["because_of_job"]
    return plain([("refuse", both, ("record", "tell_manager"), False), NOTHING])


@pytest.mark.parametrize("from_service_user", [True, False, None])
@pytest.mark.parametrize("because_of_job", [True, False, None])
def test_a_bequest_is_asked_about_where_the_reason_is_not_known_and_else_ruled_as_every_filling(
    from_service_user, because_of_job
):
    facts = {"from_service_user": from_service_user, "because_of_job": because_of_job}
    ruling = employee("bequest_left", **facts)

    if because_of_job is None and from_service_user is not False:
        unknown = by_trying_every_filling(bequest_left, dict.fromkeys(facts, BOOL), facts)[2]
        assert (ruling.outcome, ruling.duties, list(ruling.unknown)) == ("advice", ("ask_manager",), unknown)
    else:
        same_as_every_filling(ruling, "employee", facts, bequest_left)
