"""What a councillor asks for, what the equipment may be used for, and the employee's side of software and websites."""

from functools import partial

import pytest

from tests.rules_kit import because, clauses, councillor, employee
from tests.rules_oracle import disagreements

BOOL = (True, False)
CATEGORIES = ("terrorist", "offensive", "sexual", "game_playing", "gambling", "other")
PURPOSES = (
    "council_business", "group_mainly_council", "party_political", "personal", "personal_business",
    "occasional_personal_internet",
)  # fmt: skip


def plain_use(f):
    return ("refuse" if f["purpose"] in ("party_political", "personal_business", "personal") else "may_accept"), set()


def plain_software(f):
    return ("not_required", set()) if f["in_toolkit"] else ("approval", {"contact_service_desk"})


def plain_media(f):
    if not f["supplied_by_it"] or not f["has_business_case"]:
        return "refuse", set()
    return "approval", {"business_case", "encrypt"}


def plain_site(f):
    return ("approval" if f["council_business"] else "refuse"), set()


def plain_equipment(f):
    return "approval", ({"security_software"} if f["equipment"] == "email_on_phone" else set())


def plain_employees_site(f):
    return ("not_covered" if f["category"] == "other" else "refuse"), set()


ASKED = [
    (councillor, "use_of_council_resources", plain_use, {"purpose": PURPOSES}),
    (councillor, "software_request", plain_software, {"in_toolkit": BOOL}),
    (councillor, "removable_media_request", plain_media, {"has_business_case": BOOL, "supplied_by_it": BOOL}),
    (councillor, "blocked_site_request", plain_site, {"council_business": BOOL, "category": CATEGORIES}),
    (
        councillor,
        "equipment_request",
        plain_equipment,
        {"equipment": ("ipad", "laptop", "printer", "email_on_phone", "other"), "security_software": BOOL},
    ),
    (employee, "software_request", lambda f: ("advice", {"ask_manager"}), {"in_toolkit": BOOL}),
    (employee, "blocked_site_request", plain_employees_site, {"council_business": BOOL, "category": CATEGORIES}),
]


@pytest.mark.parametrize(("role", "situation", "plain", "domains"), ASKED)
def test_what_is_asked_for_is_ruled_as_by_trying_every_filling(role, situation, plain, domains):
    assert disagreements(partial(role, situation), plain, domains) == []


APPROVERS = [
    ("software_request", {}, "service_desk"),
    ("removable_media_request", {"has_business_case": True, "supplied_by_it": True}, "service_desk"),
    ("blocked_site_request", {"council_business": True}, "service_desk"),
    ("equipment_request", {"equipment": "printer"}, "digital_services"),
]


@pytest.mark.parametrize(("situation", "facts", "approver"), APPROVERS)
def test_a_councillors_request_is_put_to_the_office_that_grants_it_and_to_no_manager(situation, facts, approver):
    ruling = councillor(situation, **facts)

    assert (ruling.outcome, ruling.approver, ruling.receivers) == ("approval", approver, ())


@pytest.mark.parametrize(
    ("situation", "facts"),
    [
        ("software_request", {"in_toolkit": True}),
        ("removable_media_request", {"supplied_by_it": False}),
        ("removable_media_request", {}),
        ("blocked_site_request", {"council_business": False}),
        ("use_of_council_resources", {"purpose": "council_business"}),
    ],
)
def test_nobody_is_asked_where_nothing_can_be_approved(situation, facts):
    ruling = councillor(situation, **facts)

    assert (ruling.approver, ruling.receivers) == (None, ())


USES = [
    ("council_business", ["4.1", "4.2"], "so you may use your laptop for it"),
    ("group_mainly_council", ["4.3", "4.2"], "so you may use your laptop for it"),
    ("party_political", ["4.5", "4.4"], "for a political party, so your laptop can't be used"),
    ("personal_business", ["4.1", "5.10", "1.2"], "so your laptop can't be used for it"),
    ("personal", ["4.1", "4.2", "5.2", "2.11"], "so your laptop can't be used for it"),
    ("occasional_personal_internet", ["5.2", "5.2", "2.11"], "you may use your laptop for it now and then"),
]


@pytest.mark.parametrize(("purpose", "cited", "words"), USES)
def test_each_purpose_has_its_clauses_and_speaks_of_what_would_be_used(purpose, cited, words):
    ruling = councillor("use_of_council_resources", purpose=purpose, resource="my laptop")

    assert clauses(ruling) == cited
    assert words in ruling.findings[0].because


def test_the_schemes_contradiction_about_personal_use_is_shown_with_both_passages():
    ruling = councillor("use_of_council_resources", purpose="personal")
    said = {finding.clause: finding for finding in ruling.findings}

    assert "contradicts itself" in said["5.2"].because
    assert "occasional personal use is permitted" in said["5.2"].quote
    assert "should not be used by Members for personal purposes" in said["2.11"].quote
    other = councillor("use_of_council_resources", purpose="personal_business")
    assert not any("contradicts" in finding.because for finding in other.findings)


def test_while_the_purpose_is_not_known_nothing_is_said_to_be_for_a_party():
    ruling = councillor("use_of_council_resources")

    assert all(finding.because.startswith("If ") for finding in ruling.findings)
    assert (ruling.outcome, ruling.unknown) == ("refuse", ("purpose",))


def test_software_that_has_to_be_asked_for_is_never_installed_by_oneself_not_on_an_ipad_either():
    ruling = councillor("software_request", software="Canva", in_toolkit=False)

    assert clauses(ruling) == ["5.19", "5.19", "2.15", "5.20"]
    assert because(ruling, "ask") == "Canva is not on your toolkit, so ask the Service Desk for it."
    assert "don't install or set up Canva yourself" in ruling.findings[1].because
    assert clauses(councillor("software_request", software="Zoom", in_toolkit=True)) == ["12.7"]
    assert because(councillor("software_request"), "ask").startswith("Unless the software is on your toolkit")


MEDIA = [
    ({"supplied_by_it": False}, ["5.22"], ()),
    ({"supplied_by_it": False, "has_business_case": False}, ["5.22", "5.21-removable-media"], ()),
    ({"supplied_by_it": True, "has_business_case": False}, ["5.21-removable-media"], ()),
    ({"supplied_by_it": True}, ["5.21-removable-media"], ("has_business_case",)),
    ({"has_business_case": True}, ["5.22"], ("supplied_by_it",)),
    ({"has_business_case": False}, ["5.21-removable-media", "5.22"], ()),
]


@pytest.mark.parametrize(("facts", "cited", "unknown"), MEDIA)
def test_removable_media_are_refused_until_both_conditions_are_known_to_be_met(facts, cited, unknown):
    ruling = councillor("removable_media_request", medium="two USB sticks", **facts)

    assert (ruling.outcome, clauses(ruling), ruling.unknown) == ("refuse", cited, unknown)
    assert all("they can't be used" in finding.because for finding in ruling.findings)


def test_approved_media_are_encrypted_where_possible_and_take_nothing_sensitive():
    ruling = councillor("removable_media_request", medium="a USB stick", has_business_case=True, supplied_by_it=True)

    assert set(clauses(ruling)) == {"5.21-removable-media", "5.22", "12.5"}
    assert "encrypted where possible" in ruling.findings[1].quote


@pytest.mark.parametrize(
    ("equipment", "cited"),
    [
        ("ipad", ["1.4", "2.2"]),
        ("laptop", ["1.4", "2.2"]),
        ("printer", ["1.4", "2.5"]),
        ("email_on_phone", ["1.4", "2.5", "2.6"]),
        ("other", ["1.4", "2.3"]),
        (None, ["1.4"]),
    ],
)
def test_each_kind_of_equipment_has_its_clause(equipment, cited):
    assert clauses(councillor("equipment_request", equipment=equipment)) == cited


def test_the_duty_to_have_security_software_stands_whether_or_not_the_phone_has_it():
    has, has_not = (
        councillor("equipment_request", equipment="email_on_phone", security_software=each) for each in (True, False)
    )

    assert has.duties == has_not.duties == ("security_software",)
    assert "keep it up to date" in has.findings[-1].because
    assert "put security software on it first" in has_not.findings[-1].because


def test_an_employee_asks_the_manager_about_software_and_reads_the_codes_risk():
    ruling = employee("software_request", software="Canva", school_employee=True)

    assert clauses(ruling) == ["security-and-use-of-computer-data-or-equipment.1", "policy-overview.3"]
    assert "use of unauthorised software on our machines" in ruling.findings[0].quote
    assert "ask your headteacher before Canva is installed" in ruling.findings[1].because
    assert (ruling.approver, ruling.receivers) == (None, ())


@pytest.mark.parametrize("category", CATEGORIES[:-1])
def test_a_site_of_a_kind_that_the_code_names_is_refused_to_an_employee_for_council_business_too(category):
    ruling = employee("blocked_site_request", category=category, council_business=True, site="bet365.com")

    assert (ruling.outcome, clauses(ruling), ruling.unknown) == ("refuse", ["email.6", "email.6"], ())
    assert ruling.findings[0].because.startswith("You say that bet365.com has ")


def test_a_site_of_another_kind_is_not_covered_for_an_employee_wherever_they_work():
    for school in ({}, {"school_type": "foundation"}):
        ruling = employee("blocked_site_request", category="other", **school)

        assert (ruling.outcome, ruling.duties, ruling.findings, ruling.unknown) == ("not_covered", (), (), ())
        assert (ruling.approver, ruling.receivers, ruling.advisory) == (None, (), False)


def test_while_the_kind_of_site_is_not_known_the_refusal_is_said_with_its_condition():
    ruling = employee("blocked_site_request", school_type="foundation")

    assert (ruling.outcome, ruling.unknown, ruling.advisory) == ("refuse", ("category",), True)
    assert because(ruling, "never").startswith("If the site has content of one of these kinds")
