"""What HR's readings make of rulings: the first as it always was, the others where they differ, and nowhere else."""

import pytest

from tests.ledger_kit import having_decided
from tests.rules_kit import because, councillor, employee

COUSIN_AT_PAY = ("recruitment_conflict", {"relation": "cousin", "decision": "pay"})
COUSIN_APPLIES = ("recruitment_conflict", {"relation": "cousin", "decision": "appointment"})
ACQUAINTANCE = ("recruitment_conflict", {"relation": "acquaintance", "decision": "pay"})
ADVICE = ("political_group_work", {"activity": "advise"})
MEETING = ("political_group_work", {"activity": "attend_meeting"})
SCHOOL = ("standing_for_election", {"body": "this_county_council", "school_type": "community"})
AIDED_SCHOOL = ("standing_for_election", {"body": "this_county_council", "school_type": "voluntary_aided"})
STAFF = ("standing_for_election", {"body": "this_county_council", "school_employee": False})
SPEEDING = ("criminal_matter", {"matter": "driving_minor", "trust_post": True, "job_uses_car": False})
SPEEDING_DRIVER = ("criminal_matter", {"matter": "driving_minor", "trust_post": True, "job_uses_car": True})
CAUTION = ("criminal_matter", {"matter": "caution", "trust_post": True})
SHARES = {"whose": "self", "nature": "shareholding", "deals_with_council": "contract", "controls": False}
HOUSEHOLD = ("interest_held", {**SHARES, "shareholding_percent": 5, "household_percent": 30})
OWN_SHARES = ("interest_held", {**SHARES, "shareholding_percent": 20.01, "household_percent": 30})
PLAIN = {"regular": False, "letting_contract": False, "purchasing": False, "wants_to_accept": True}
PEN = ("gift_offered", {**PLAIN, "form": "promotional", "token": True, "value": "3"})
CHOCOLATES = ("gift_offered", {**PLAIN, "form": "goods", "token": True, "value": "8"})
SERIES = ("gift_offered", {**PLAIN, "form": "goods", "token": True, "value": "10", "earlier_total": "40.01"})
DEAR = ("gift_offered", {**PLAIN, "form": "goods", "token": False, "value": "60", "earlier_total": "40.01"})
BEQUEST = ("bequest_left", {"from_service_user": True})
OTHER_BEQUEST = ("bequest_left", {"from_service_user": True, "because_of_job": False})
FRIEND = ("sponsorship_offered", {"direction": "by_council", "benefit_to": "friend"})
NOBODY = ("sponsorship_offered", {"direction": "by_council", "benefit_to": "none"})
AGGRESSION = ("customer_aggression", {})


def outcome(case):
    situation, facts = case
    ruling = employee(situation, **facts)
    return ruling.outcome, set(ruling.duties)


TABLE = [
    ("X3", "counts", COUSIN_AT_PAY, ("advice", "ask_manager"), ("declare", "recuse tell_manager")),
    ("X3", "does_not_count", COUSIN_AT_PAY, ("advice", "ask_manager"), ("not_required", "")),
    ("X4", "no_consent", ADVICE, ("approval", "manager_approval"), ("not_required", "")),
    ("X5", "may_stand", SCHOOL, ("refuse", ""), ("declare", "tell_manager")),
    ("X5", "may_stand", AIDED_SCHOOL, ("advice", "ask_manager"), ("declare", "tell_manager")),
    ("X6", "exception", SPEEDING, ("declare", "immediately tell_manager"), ("not_required", "")),
    (
        "X6",
        "exception",
        SPEEDING_DRIVER,
        ("declare", "immediately tell_manager"),
        ("declare", "without_delay tell_manager"),
    ),
    (
        "X8",
        "own",
        HOUSEHOLD,
        ("register", "tell_manager tell_democratic_services"),
        ("declare", "tell_manager ask_manager"),
    ),
    ("X9", "recorded", PEN, ("may_accept", "record_not_required"), ("may_accept", "record")),
    ("X10", "no_reason", SERIES, ("may_accept", "record give_reason"), ("may_accept", "record")),
    ("X15", "refuse", BEQUEST, ("advice", "ask_manager"), ("refuse", "record tell_manager")),
    ("X17", "counts", FRIEND, ("advice", "ask_manager"), ("declare", "full_disclosure tell_manager")),
    ("X17", "does_not_count", FRIEND, ("advice", "ask_manager"), ("not_required", "")),
    (
        "X22",
        "senior_manager_too",
        AGGRESSION,
        ("report", "immediately tell_manager"),
        ("report", "immediately tell_manager tell_senior_manager"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "reading", "case", "open_", "decided"), TABLE)
def test_a_ruling_follows_what_hr_decided_and_the_stricter_reading_until_then(entry, reading, case, open_, decided):
    assert outcome(case) == (open_[0], set(open_[1].split()))
    with having_decided(entry, reading):
        assert outcome(case) == (decided[0], set(decided[1].split()))
    assert outcome(case) == (open_[0], set(open_[1].split()))


UNTOUCHED = [
    ("X3", "counts", COUSIN_APPLIES),
    ("X3", "does_not_count", COUSIN_APPLIES),
    ("X3", "counts", ACQUAINTANCE),
    ("X4", "no_consent", MEETING),
    ("X5", "may_stand", STAFF),
    ("X6", "exception", CAUTION),
    ("X8", "own", OWN_SHARES),
    ("X9", "recorded", CHOCOLATES),
    ("X10", "no_reason", DEAR),
    ("X15", "refuse", OTHER_BEQUEST),
    ("X17", "counts", NOBODY),
]


@pytest.mark.parametrize(("entry", "reading", "case"), UNTOUCHED)
def test_a_case_just_outside_is_ruled_as_before(entry, reading, case):
    before = outcome(case)
    with having_decided(entry, reading):
        assert outcome(case) == before


@pytest.mark.parametrize(
    ("reading", "occasional", "personal"),
    [
        ("internet_only", "may_accept", "refuse"),
        ("occasional_use", "may_accept", "may_accept"),
        ("none", "refuse", "refuse"),
    ],
)
def test_a_councillors_personal_use_follows_the_reading(reading, occasional, personal):
    with having_decided("X30", reading):
        assert councillor("use_of_council_resources", purpose="occasional_personal_internet").outcome == occasional
        assert councillor("use_of_council_resources", purpose="personal").outcome == personal
        assert councillor("use_of_council_resources", purpose="council_business").outcome == "may_accept"
        assert councillor("use_of_council_resources", purpose="personal_business").outcome == "refuse"


def test_the_address_is_no_longer_kept_from_personal_use_where_hr_allows_it():
    used = {"purpose": "occasional_personal_internet"}
    assert "2.11" in [f.clause for f in councillor("use_of_council_resources", **used).findings]
    with having_decided("X30", "occasional_use"):
        ruling = councillor("use_of_council_resources", **used)
        assert "2.11" not in [f.clause for f in ruling.findings if f.line != "X30"]


@pytest.mark.parametrize("situation", ["virus_suspected", "suspicious_message", "password_compromised"])
def test_the_head_of_legal_is_told_unless_hr_decides_that_the_desk_is_enough(situation):
    open_ = councillor(situation)
    assert open_.receivers[-2:] == ("digital_services", "head_of_legal")
    with having_decided("X34", "desk_only"):
        decided = councillor(situation)
        assert decided.receivers == open_.receivers[:-1]
        assert set(open_.duties) - set(decided.duties) == {"report_head_legal"}
        assert because(decided, "report") and not any("Head of Legal" in f.because for f in decided.findings)
        lost = councillor("device_lost", owner="council")
        assert lost.receivers == ("digital_services", "head_of_legal")


def test_whoever_a_decision_adds_receives_it():
    with having_decided("X22", "senior_manager_too"):
        assert employee("customer_aggression").receivers == ("line_manager", "senior_manager")


def test_what_is_unknown_follows_the_reading_too():
    assert employee("political_group_work").unknown == ()
    with having_decided("X4", "no_consent"):
        assert employee("political_group_work").unknown == ("activity",)
