from datetime import date, datetime
from decimal import Decimal

import pytest

from knowledge.errors import Sayable
from knowledge.facts import Fact, read_facts
from knowledge.policies.employee_code_of_conduct.rules.school import in_place_of, words_for
from knowledge.ruling import RULES, assess, check_facts, fact_names
from knowledge.ruling_json import assess_json
from knowledge.words import AUDIENCES, FACT_NAMES
from tests.rules_kit import ON, because, councillor, employee


def read(**facts):
    return check_facts("gift_offered", "employee", facts)


@pytest.mark.parametrize("said", ["120", "120.00", " 120.0 ", 120, 120.0, Decimal("120")])
def test_money_is_read_from_text_and_from_numbers(said):
    assert read(value=said)["value"] == Decimal("120")


@pytest.mark.parametrize(
    "said", ["£120", "1,200", "1e3", "", [], {}, True, float("nan"), float("inf"), 10**400, "9" * 30]
)
def test_what_is_not_money_is_refused(said):
    with pytest.raises(Sayable, match="value must be pounds"):
        read(value=said)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"value": "-0.01"}, "value cannot be below zero"),
        ({"value": "1.001"}, "value can have two decimals at most"),
        ({"value": 1.001}, "value can have two decimals at most"),
        ({"form": "cash"}, "form must be one of goods, money, promotional"),
        ({"form": ["goods"]}, "form must be one of"),
        ({"token": "yes"}, "token must be true or false"),
        ({"token": 1}, "token must be true or false"),
        ({"giver": 7}, "giver must be text"),
        ({"offered_on": "21/11/2026"}, "offered_on must be a date"),
        ({"offered_on": datetime(2026, 11, 21, 9)}, "offered_on must be a date"),
        ({"colour": "red"}, "no fact called colour"),
    ],
)
def test_a_fact_that_cannot_be_read_is_named_with_what_is_allowed(facts, words):
    with pytest.raises(Sayable, match=words):
        read(**facts)


def test_a_percentage_ends_at_a_hundred_and_is_a_number():
    share = (Fact("share", "percent"),)

    assert read_facts(share, {"share": 100})["share"] == 100
    for wrong in (100.5, "20", -1):
        with pytest.raises(Sayable, match="share"):
            read_facts(share, {"share": wrong})


@pytest.mark.parametrize(
    ("said", "typed"),
    [("my iPad", ("my iPad",)), (["ipad", "laptop"], ("ipad", "laptop")), ([], None), ([" "], None), (" ", None)],
)
def test_several_things_are_given_as_text_or_as_a_list(said, typed):
    things = (Fact("devices", "texts"),)

    assert read_facts(things, {"devices": said})["devices"] == typed
    for wrong in (7, {"ipad": 1}, ["ipad", 7]):
        with pytest.raises(Sayable, match="devices must be text in quotation marks or a list"):
            read_facts(things, {"devices": wrong})


def test_null_absent_and_blank_facts_are_unknown_and_some_have_a_default():
    typed = read(value=None, giver="  ")

    assert (typed["value"], typed["giver"], typed["token"]) == (None, None, None)
    assert (typed["earlier_total"], typed["headteacher"], typed["school_employee"]) == (0, False, None)


def test_days_and_times_are_read():
    assert read(offered_on="2026-11-21")["offered_on"] == date(2026, 11, 21)
    incident = check_facts("device_lost", "councillor", {"when": "2026-11-21T22:10"})
    assert incident["when"] == datetime(2026, 11, 21, 22, 10)
    assert check_facts("device_lost", "councillor", {"when": "2026-11-21"})["when"] == date(2026, 11, 21)


def test_facts_that_are_no_object_are_refused():
    with pytest.raises(Sayable, match="one JSON object"):
        assess("gift_offered", "employee", ["form"], ON)


@pytest.mark.parametrize("situation", ["gift_offered", "hospitality_offered", "prize_won"])
def test_what_the_scheme_does_not_cover_is_said_to_be_not_covered_and_nothing_else(situation):
    ruling = councillor(situation, value="20")

    assert assess_json(ruling, None) == {
        "situation": situation,
        "outcome": "not_covered",
        "duties": [],
        "findings": [],
        "unknown": [],
        "approver": None,
        "receivers": [],
    }
    assert fact_names(situation, "councillor") == ()
    assert check_facts(situation, "councillor", {"value": "20"}) == {}


def test_a_councillors_own_matter_is_not_covered_for_an_employee():
    assert employee("travel_abroad").outcome == "not_covered"


@pytest.mark.parametrize("situation", ["tombola", "", "policy_question"])
def test_a_situation_that_cannot_be_assessed_is_answered_with_those_that_can(situation):
    with pytest.raises(Sayable, match="cannot be assessed for an employee.* gift_offered, hospitality_offered, "):
        employee(situation)


def test_an_unknown_role_is_refused_with_the_roles_there_are():
    with pytest.raises(Sayable, match="employee, councillor"):
        assess("gift_offered", "mayor", {}, ON)


def test_every_rule_belongs_to_a_situation_of_its_audience():
    assert all(role in AUDIENCES[situation] for situation, role in RULES)


SCHOOL_CASES = [
    ({}, "line_manager", "your line manager"),
    ({"school_employee": True}, "headteacher", "your headteacher"),
    ({"school_employee": True, "headteacher": True}, "chair_of_governors", "the chair of governors"),
]


@pytest.mark.parametrize(("facts", "word", "named"), SCHOOL_CASES)
def test_in_a_school_the_manager_is_the_headteacher_and_for_the_headteacher_the_chair(facts, word, named):
    tickets = employee("hospitality_offered", what="tickets", letting_contract=False, wants_to_accept=True, **facts)

    assert tickets.approver == word
    assert named in because(tickets, "tickets")
    assert employee("device_lost", **facts).receivers == (word, "service_desk")


@pytest.mark.parametrize("school_type", ["foundation", "voluntary_aided"])
def test_where_the_governing_body_employs_the_code_is_advisory_and_the_ruling_the_same(school_type):
    school = {"school_employee": True}
    binding = employee("gift_offered", form="money", school_type="community", **school)
    advisory = employee("gift_offered", form="money", school_type=school_type, **school)

    assert (binding.advisory, advisory.advisory) == (False, True)
    assert (advisory.outcome, advisory.duties, advisory.approver) == (binding.outcome, binding.duties, binding.approver)
    assert advisory.findings[0].clause == "principles.4"
    assert advisory.findings[0].because.endswith("is advice, and your governing body's own rules may differ.")
    assert advisory.findings[1:] == binding.findings


def test_councillors_have_no_school():
    assert councillor("device_lost", school_type="foundation") == councillor("device_lost")


@pytest.mark.parametrize("school", [{"school_type": "foundation"}, {"headteacher": True}])
def test_school_facts_make_somebody_school_staff_unless_they_say_that_they_are_not(school):
    for unsaid in ({}, {"school_employee": None}):
        assert employee("device_lost", **school, **unsaid) == employee("device_lost", **school, school_employee=True)
    denied = employee("device_lost", **school, school_employee=False)

    assert denied == employee("device_lost")
    assert (denied.advisory, denied.receivers) == (False, ("line_manager", "service_desk"))


@pytest.mark.parametrize("name", ["earlier_total", "hours_per_week_total", "school_type", "with", "country"])
def test_a_fact_of_another_situation_is_passed_over_and_not_read(name):
    assert councillor("device_lost", **{name: object()}) == councillor("device_lost")


def test_every_fact_of_a_rule_is_in_the_list_of_all_facts():
    assert {fact.name for rule in RULES.values() for fact in rule.facts} <= FACT_NAMES


@pytest.mark.parametrize(("situation", "role"), [("tombola", "councillor"), ("tombola", "employee")])
def test_only_situations_with_a_rule_for_the_person_are_named_as_those_that_can_be_assessed(situation, role):
    with pytest.raises(Sayable) as refused:
        assess(situation, role, {}, ON)

    named = str(refused.value).partition(" can are ")[2].rstrip(".")
    assert named.split(", ") == [name for name, whose in RULES if whose == role]


def test_words_outside_the_list_of_a_choice_can_be_read_as_one_of_it():
    colour = (Fact("colour", "choice", ("red", "none"), otherwise=lambda words: "red" if "RED" in words else "none"),)

    for said, read_as in (("red", "red"), ("bright RED", "red"), ("blue", "none"), (None, None)):
        assert read_facts(colour, {"colour": said}) == {"colour": read_as}
    for wrong in (7, " "):
        with pytest.raises(Sayable, match="colour must be one of red, none"):
            read_facts(colour, {"colour": wrong})


def test_a_situation_that_reads_no_facts_says_so():
    with pytest.raises(Sayable, match=r"^There is no fact called colour\. No facts are read here\.$"):
        councillor("ict_undertaking", colour="red")


RANKS = [
    ("line_manager", "line_manager", "line_manager"),
    ("senior_manager", "line_manager", "senior_manager"),
    ("senior_manager", "headteacher", "headteacher"),
    ("line_manager", "chair_of_governors", "chair_of_governors"),
    ("communications", "headteacher", "communications"),
]


@pytest.mark.parametrize(("word", "manager", "read_as"), RANKS)
def test_in_a_school_managers_of_any_rank_are_the_head_and_other_offices_stay(word, manager, read_as):
    assert in_place_of(word, manager) == read_as


def test_school_staff_read_of_their_school_and_their_governors():
    assert words_for({"headteacher": True}) == {
        "manager": "the chair of governors",
        "senior_manager": "the chair of governors",
        "council": "the school",
        "councillor": "governor",
    }
    assert words_for({})["senior_manager"] == "a senior manager"
    assert (words_for({})["council"], words_for({})["councillor"]) == ("the council", "councillor")
