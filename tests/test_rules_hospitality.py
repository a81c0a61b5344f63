import pytest

from tests.rules_kit import because, clauses, employee

PLAIN = {
    "what": "other",
    "giver": "Acme",
    "giver_relation": "other",
    "letting_contract": False,
    "purchasing": False,
    "regular": False,
    "recipient": "self",
    "council_sponsored": False,
    "wants_to_accept": True,
    "in_doubt": False,
}
BIDDER = {"letting_contract": True, "giver_relation": "seeking_business"}
SPONSORED = {"record", "full_disclosure", "tell_manager"}
ASKED = {"record", "manager_approval"}


def hospitality(what="other", /, **facts):
    return employee("hospitality_offered", **(PLAIN | {"what": what} | facts))


CASES = [
    ("holiday", {}, "refuse", {"record"}, "never"),
    ("business_trip", {"purchasing": True}, "refuse", {"record"}, "never"),
    ("company_flat", {"in_doubt": True, "wants_to_accept": False}, "refuse", {"record"}, "never"),
    ("hotel", {}, "approval", ASKED, "tickets"),
    ("meal", {"in_doubt": True}, "decline", {"record"}, "in_doubt"),
    ("meal", {"in_doubt": False}, "may_accept", {"record"}, "meal"),
    ("tickets", {"in_doubt": True}, "decline", ASKED, "in_doubt"),
    ("tickets", {"in_doubt": True, "wants_to_accept": False}, "decline", {"record"}, "in_doubt"),
    ("meal", BIDDER, "decline", {"record"}, "contract_letting"),
    ("meal", BIDDER | {"giver_relation": "supplier"}, "may_accept", {"record"}, "meal"),
    ("meal", BIDDER | {"letting_contract": False}, "may_accept", {"record"}, "meal"),
    ("tickets", {"value": "1"}, "approval", ASKED, "tickets"),
    ("tickets", {"value": "500"}, "approval", ASKED, "tickets"),
    ("tickets", {"wants_to_accept": False}, "decline", {"record"}, "tickets"),
    ("tickets", {"council_sponsored": True, "in_doubt": True}, "decline", ASKED | SPONSORED, "in_doubt"),
    ("holiday", {"council_sponsored": True}, "refuse", SPONSORED, "never"),
    ("tickets", {"council_sponsored": True}, "approval", ASKED | SPONSORED, "tickets"),
    ("meal", {"purchasing": True}, "approval", ASKED, "purchasing"),
    ("meal", {"purchasing": True, "wants_to_accept": False}, "decline", {"record"}, "purchasing"),
    ("meal", {"council_sponsored": True}, "declare", SPONSORED, "council_sponsored"),
    ("other", {"council_sponsored": True, "wants_to_accept": False}, "declare", SPONSORED, "council_sponsored"),
    ("meal", {"council_sponsored": True, "recipient": "family"}, "declare", SPONSORED, "council_sponsored"),
    ("institute_dinner", {"regular": True}, "may_accept", {"record"}, "meal"),
    ("refreshments", {}, "may_accept", {"record"}, "meal"),
    ("refreshments", {"regular": True}, "approval", ASKED, "default"),
    ("meal", {"regular": True}, "approval", ASKED, "default"),
    ("meal", {"regular": True, "wants_to_accept": False}, "decline", {"record"}, "default"),
    ("other", {}, "approval", ASKED, "default"),
    ("other", {"value": "500"}, "approval", ASKED, "default"),
    ("other", {"wants_to_accept": False}, "decline", {"record"}, "default"),
]


@pytest.mark.parametrize(("what", "facts", "outcome", "duties", "line"), CASES)
def test_hospitality_whose_facts_are_all_known_is_ruled_by_the_first_line_that_holds(
    what, facts, outcome, duties, line
):
    ruling = hospitality(what, **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.lines[0]) == (outcome, duties, line)
    assert ruling.unknown == ()
    assert ruling.approver == ("line_manager" if outcome == "approval" else None)
    told = "tell_manager" in duties and outcome != "approval"
    assert ruling.receivers == (("line_manager",) if told else ())


def test_tickets_need_approval_though_the_value_is_not_known_and_the_value_is_not_asked_for():
    ruling = hospitality("tickets", value=None)

    assert (ruling.outcome, ruling.unknown) == ("approval", ())
    assert "registration-of-gifts-and-hospitality.9" in clauses(ruling)


def test_doubt_is_not_assumed_and_not_asked_for():
    assert hospitality("meal", in_doubt=None).outcome == "may_accept"
    assert "in_doubt" not in employee("hospitality_offered").unknown


def test_hospitality_from_a_bidder_says_that_the_clause_on_gifts_is_applied_by_analogy():
    ruling = hospitality("meal", **BIDDER)

    assert clauses(ruling)[:2] == ["gifts.1", "registration-of-gifts-and-hospitality.1"]
    assert "by analogy" in because(ruling, "contract_letting")
    assert {"gifts-and-hospitality.2", "gifts-and-hospitality.3"} <= set(clauses(ruling))


def test_the_finding_quotes_the_item_of_the_list_that_fits():
    assert "holiday" in hospitality("holiday").findings[0].quote
    assert hospitality("company_flat").findings[0].quote.endswith("use of a company flat or hotel suite")
    assert "institute dinner" in hospitality("institute_dinner").findings[0].quote
    assert "institute dinner" not in hospitality("meal").findings[0].quote


def test_an_event_that_may_be_sponsored_is_declared_until_it_is_known_not_to_be():
    ruling = hospitality("meal", council_sponsored=None)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("declare", SPONSORED, ("council_sponsored",))
    assert ruling.lines == ("meal",)
    assert because(ruling, "council_sponsored").startswith("If the council")
    assert "you may accept" not in because(ruling, "meal")


def test_an_offer_to_the_family_and_a_supplier_add_their_findings_and_no_duty():
    ruling = hospitality("other", recipient="family", giver_relation="supplier")

    assert ruling.lines[-2:] == ("caution", "family")
    assert ruling.duties == hospitality().duties


def test_a_meal_quotes_both_exceptions_and_a_dinner_the_one_that_fits():
    meal, dinner = hospitality("meal"), hospitality("institute_dinner")
    business = "where the acceptance of refreshments or a meal would be appropriate in the conduct of regular business"

    assert business in [finding.quote for finding in meal.findings]
    assert business not in [finding.quote for finding in dinner.findings]
    for ruling in (meal, dinner):
        assert "provided it is not a regular practice" in " ".join(finding.quote for finding in ruling.findings)


def test_whoever_is_in_doubt_is_sent_to_the_manager_for_advice():
    ruling = hospitality("meal", in_doubt=True, school_employee=True)

    assert "registration-of-gifts-and-hospitality.11" in clauses(ruling)
    assert any("ask your headteacher for advice" in finding.because for finding in ruling.findings)
    assert "registration-of-gifts-and-hospitality.11" not in clauses(hospitality("meal"))


def test_the_manager_of_a_school_is_told_in_the_words_of_the_school_and_once():
    head = {"school_employee": True, "headteacher": True}

    assert hospitality("meal", council_sponsored=True, **head).receivers == ("chair_of_governors",)
    assert hospitality("tickets", council_sponsored=True, **head).receivers == ()
    assert hospitality("tickets", council_sponsored=True, **head).approver == "chair_of_governors"


@pytest.mark.parametrize(
    ("what", "words"), [("meal", "meal from Acme is"), ("refreshments", "refreshments from Acme are")]
)
def test_a_regular_practice_is_told_in_the_number_of_what_is_offered(what, words):
    said = because(hospitality(what, regular=True), "default")

    them = "it" if what == "meal" else "them"
    assert said.startswith(f"As the {words} part of a regular practice, the default is to refuse {them}")
