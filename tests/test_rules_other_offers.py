"""Prizes, bequests, promotional sales and sponsorship, on both sides of each boundary."""

import pytest

from tests.rules_kit import because, clauses, councillor, employee

DECIDED = {"immediately", "manager_decides", "record"}
PRIZES = [
    ({"where": "council_business"}, "approval", DECIDED, "work"),
    ({"where": "council_funds"}, "approval", DECIDED, "work"),
    ({"where": "hospitality_event"}, "approval", DECIDED | {"separate_entry"}, "work"),
    ({"where": "own_time"}, "not_required", set(), "own_time"),
    ({"where": "own_time", "wants_to_accept": False}, "not_required", set(), "own_time"),
    ({"where": "council_business", "wants_to_accept": False}, "decline", {"immediately", "record"}, "work"),
    (
        {"where": "hospitality_event", "wants_to_accept": False},
        "decline",
        {"immediately", "record", "separate_entry"},
        "work",
    ),
]


@pytest.mark.parametrize(("facts", "outcome", "duties", "line"), PRIZES)
def test_a_prize_won_at_work_is_the_managers_to_decide_on_and_one_won_in_own_time_is_nobodys(
    facts, outcome, duties, line
):
    ruling = employee("prize_won", **{"wants_to_accept": True, "item": "an iPad", "value": "300"} | facts)

    assert (ruling.outcome, set(ruling.duties), ruling.gives, ruling.unknown) == (outcome, duties, line, ())
    assert ruling.approver == ("line_manager" if outcome == "approval" else None)
    assert ruling.receivers == (("line_manager",) if outcome == "decline" else ())


def test_a_prize_is_told_at_once_in_the_persons_own_words():
    ruling = employee("prize_won", where="hospitality_event", item="two mugs", wants_to_accept=True)

    assert because(ruling, "work") == "You won the two mugs at a hospitality event, so tell your line manager at once."
    assert because(ruling, "hospitality_event").endswith("so enter them apart from the event itself.")
    assert "registration-of-gifts-and-hospitality.10" in clauses(ruling)


def test_a_prize_whose_place_is_not_known_may_be_the_managers_to_decide_on():
    ruling = employee("prize_won", wants_to_accept=True)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("approval", DECIDED, ("where",))
    assert because(ruling, "work").startswith("If you won the prize on the council's business")


REFUSED = {"record", "tell_manager"}
BEQUESTS = [
    (True, True, "refuse", REFUSED, ()),
    (True, False, "not_required", set(), ()),
    (False, True, "not_required", set(), ()),
    (False, False, "not_required", set(), ()),
    (True, None, "advice", {"ask_manager"}, ("because_of_job",)),
    (None, None, "advice", {"ask_manager"}, ("from_service_user", "because_of_job")),
    (False, None, "not_required", set(), ()),
    (None, True, "refuse", REFUSED, ("from_service_user",)),
    (None, False, "not_required", set(), ()),
]


@pytest.mark.parametrize(("from_service_user", "because_of_job", "outcome", "duties", "unknown"), BEQUESTS)
@pytest.mark.parametrize("value", [None, "0.01", "50.01"])
def test_a_bequest_is_refused_where_the_job_is_the_reason_and_asked_about_until_that_is_known(
    from_service_user, because_of_job, outcome, duties, unknown, value
):
    facts = {"from_service_user": from_service_user, "because_of_job": because_of_job, "value": value}
    ruling = employee("bequest_left", **facts)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == (outcome, duties, unknown)
    assert ruling.receivers == (("line_manager",) if outcome == "refuse" else ())
    assert ruling.findings


def test_a_bequest_speaks_of_what_was_left_and_of_what_is_not_clear_yet():
    asked = employee("bequest_left", from_service_user=True, giver="Mrs Jones", item="a piano")
    refused = employee("bequest_left", from_service_user=True, because_of_job=True, giver="Mrs Jones", value="500")

    assert because(asked, "reason_not_known") == (
        "It is not clear yet whether the piano from Mrs Jones was left to you because of your job, so ask your line "
        "manager before you accept it."
    )
    assert because(refused, "because_of_job").endswith(
        "you can't accept it, and its value of £500 makes no difference."
    )


def test_a_loyalty_card_is_never_used_and_makes_no_record():
    ruling = employee("promotional_offer", loyalty_card=True)

    assert (ruling.outcome, ruling.duties, ruling.receivers) == ("refuse", (), ())
    assert clauses(ruling) == ["hospitality.4"]


@pytest.mark.parametrize("loyalty_card", [False, None])
def test_a_promotional_sale_is_declined_and_told_to_the_manager_who_decides_about_more(loyalty_card):
    ruling = employee("promotional_offer", loyalty_card=loyalty_card, giver="Acme", offer="buy ten, get one free")

    assert (ruling.outcome, ruling.unknown, ruling.receivers) == ("decline", (), ("line_manager",))
    assert set(ruling.duties) == {"record", "tell_manager", "section_151_optional"}
    quotes = " ".join(finding.quote for finding in ruling.findings)
    assert "improved discounts are the only form of promotion" in quotes
    assert because(ruling, "promotion").startswith("The promotional offer from Acme counts")


BENEFITS = [
    ("self", "declare", {"full_disclosure", "tell_manager"}, "benefit"),
    ("spouse", "declare", {"full_disclosure", "tell_manager"}, "benefit"),
    ("partner", "declare", {"full_disclosure", "tell_manager"}, "benefit"),
    ("relative", "declare", {"full_disclosure", "tell_manager"}, "benefit"),
    ("friend", "advice", {"ask_manager"}, "friend"),
    ("none", "not_required", set(), "impartial"),
]


@pytest.mark.parametrize(("benefit_to", "outcome", "duties", "line"), BENEFITS)
def test_a_benefit_from_what_the_council_sponsors_is_disclosed_except_where_it_is_a_friends(
    benefit_to, outcome, duties, line
):
    ruling = employee("sponsorship_offered", direction="by_council", benefit_to=benefit_to)

    assert (ruling.outcome, set(ruling.duties), ruling.lines, ruling.unknown) == (outcome, duties, (line,), ())
    assert ruling.receivers == (("line_manager",) if outcome == "declare" else ())


@pytest.mark.parametrize("benefit_to", [None, "self", "friend", "none"])
@pytest.mark.parametrize("value", [None, "1", "5000"])
def test_sponsorship_of_a_council_activity_always_needs_agreement(benefit_to, value):
    ruling = employee("sponsorship_offered", direction="to_council", benefit_to=benefit_to, value=value)

    assert (ruling.outcome, set(ruling.duties)) == ("approval", {"record", "manager_approval"})
    assert (ruling.approver, ruling.unknown) == ("line_manager", ())


@pytest.mark.parametrize("situation", ["prize_won", "bequest_left", "promotional_offer", "sponsorship_offered"])
def test_none_of_these_is_covered_for_councillors(situation):
    assert councillor(situation).outcome == "not_covered"
