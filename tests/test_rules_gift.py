import pytest

from tests.rules_kit import because, clauses, employee

PLAIN = {
    "value": "20.00",
    "form": "goods",
    "token": False,
    "regular": False,
    "giver": "Acme",
    "giver_relation": "other",
    "letting_contract": False,
    "purchasing": False,
    "recipient": "self",
    "earlier_total": "0",
    "wants_to_accept": True,
}
TOKEN = {"token": True, "value": "5"}
BIDDER = {"letting_contract": True, "giver_relation": "seeking_business"}
OVER = {"give_reason", "manager_approval", "record"}


def gift(**facts):
    return employee("gift_offered", **(PLAIN | facts))


CASES = [
    # facts that differ from PLAIN, outcome, duties, line
    ({"form": "money"}, "refuse", {"record"}, "money"),
    ({"form": "money", "value": "0.01"} | TOKEN, "refuse", {"record"}, "money"),
    ({"form": "money", "value": "500", "purchasing": True}, "refuse", {"record"}, "money"),
    ({"form": "goods"}, "approval", {"record", "manager_approval"}, "default"),
    (BIDDER, "decline", {"record"}, "contract_letting"),
    (BIDDER | TOKEN, "decline", {"record"}, "contract_letting"),
    (BIDDER | TOKEN | {"form": "promotional"}, "decline", {"record"}, "contract_letting"),
    (BIDDER | {"wants_to_accept": False}, "decline", {"record"}, "contract_letting"),
    (BIDDER | {"purchasing": True}, "decline", {"record", "manager_approval"}, "contract_letting"),
    (BIDDER | {"purchasing": True, "wants_to_accept": False}, "decline", {"record"}, "contract_letting"),
    (BIDDER | {"giver_relation": "supplier"}, "approval", {"record", "manager_approval"}, "default"),
    (BIDDER | {"letting_contract": False}, "approval", {"record", "manager_approval"}, "default"),
    (TOKEN | {"purchasing": True}, "approval", {"record", "manager_approval"}, "purchasing"),
    (TOKEN | {"purchasing": True, "form": "promotional"}, "approval", {"record", "manager_approval"}, "purchasing"),
    (TOKEN | {"purchasing": True, "wants_to_accept": False}, "decline", {"record"}, "purchasing"),
    (TOKEN, "may_accept", {"record"}, "token"),
    (TOKEN | {"wants_to_accept": False}, "may_accept", {"record"}, "token"),
    (TOKEN | {"regular": True}, "approval", {"record", "manager_approval"}, "default"),
    (TOKEN | {"form": "promotional"}, "may_accept", {"record_not_required"}, "token_promotional"),
    (TOKEN | {"form": "promotional", "regular": True}, "approval", {"record", "manager_approval"}, "default"),
    (TOKEN | {"value": "50.00"}, "may_accept", {"record"}, "token"),
    (TOKEN | {"value": "50.01"}, "approval", OVER, "default"),
    ({"value": "50.00"}, "approval", {"record", "manager_approval"}, "default"),
    ({"value": "50.01"}, "approval", OVER, "default"),
    ({"value": "50.01", "wants_to_accept": False}, "decline", {"record"}, "default"),
    ({"value": "50.01", "purchasing": True}, "approval", OVER, "purchasing"),
    ({"earlier_total": "30.00"}, "approval", {"record", "manager_approval"}, "default"),
    ({"earlier_total": "30.01"}, "approval", OVER, "default"),
    (TOKEN | {"earlier_total": "45"}, "may_accept", {"record"}, "token"),
    (TOKEN | {"earlier_total": "45.01"}, "may_accept", {"record", "give_reason"}, "token"),
    ({"earlier_total": "45.01", "wants_to_accept": False}, "decline", {"record"}, "default"),
    ({"recipient": "family"}, "approval", {"record", "manager_approval"}, "default"),
]


@pytest.mark.parametrize(("facts", "outcome", "duties", "line"), CASES)
def test_a_gift_whose_facts_are_all_known_is_ruled_by_the_first_line_that_holds(facts, outcome, duties, line):
    ruling = gift(**facts)

    assert (ruling.outcome, set(ruling.duties), ruling.lines[0]) == (outcome, duties, line)
    assert ruling.unknown == ()
    assert ruling.approver == ("line_manager" if outcome == "approval" else None)
    assert ruling.receivers == ()


def test_money_is_refused_whatever_is_not_known_and_nothing_more_is_asked():
    ruling = employee("gift_offered", form="money")

    assert (ruling.outcome, ruling.duties, ruling.unknown) == ("refuse", ("record",), ())
    assert ruling.lines == ("money",)


def test_with_nothing_known_the_strictest_outcome_stands_and_everything_that_could_change_it_is_unknown():
    ruling = employee("gift_offered")

    assert ruling.outcome == "refuse"
    assert ruling.lines == ruling.certain == ()
    assert clauses(ruling) == ["gifts.1", "registration-of-gifts-and-hospitality.1"]
    assert because(ruling, "money").startswith("If the gift is cash")
    assert ruling.unknown == (
        "value", "form", "token", "regular", "giver_relation", "letting_contract", "purchasing", "wants_to_accept",
    )  # fmt: skip


def test_whether_the_person_wants_it_is_asked_while_it_can_turn_a_decline_into_an_approval():
    ruling = gift(wants_to_accept=None)

    assert (ruling.outcome, set(ruling.duties), ruling.unknown) == ("decline", {"record"}, ("wants_to_accept",))
    assert ruling.lines == ("default",)


@pytest.mark.parametrize(
    ("earlier", "unknown", "duties"),
    [("0", ("value",), set()), ("50.00", ("value",), set()), ("50.01", (), {"give_reason"})],
)
def test_a_value_is_asked_only_while_it_can_still_decide_about_the_reason(earlier, unknown, duties):
    ruling = gift(value=None, earlier_total=earlier)

    assert (ruling.unknown, set(ruling.duties)) == (unknown, {"record", "manager_approval"} | duties)


def test_a_gift_over_the_figure_alone_is_no_series():
    assert "series" not in gift(value="60").lines
    assert {"over_value", "series"} <= set(gift(value="60", earlier_total="0.01").lines)


def test_a_manager_may_set_conditions_only_where_an_exception_to_the_default_is_wanted():
    assert "conditions" in gift().lines
    assert "conditions" not in gift(wants_to_accept=False).lines
    assert "conditions" not in gift(purchasing=True).lines
    assert "conditions" not in gift(**TOKEN).lines


@pytest.mark.parametrize("relation", ["seeking_business", "supplier", "decision_applicant"])
def test_a_giver_with_something_to_gain_adds_the_caution_and_no_duty(relation):
    cautious = gift(giver_relation=relation)

    assert {"gifts-and-hospitality.2", "gifts-and-hospitality.3"} <= set(clauses(cautious))
    assert cautious.duties == gift().duties
    assert "caution" not in gift(giver_relation="service_user").lines


def test_an_offer_to_the_family_counts_as_one_to_the_employee():
    family = gift(recipient="family")

    assert "family" in family.lines
    assert (family.outcome, family.duties) == (gift().outcome, gift().duties)


@pytest.mark.parametrize(
    "facts",
    [
        {},
        TOKEN,
        BIDDER,
        {"form": "money"},
        {"purchasing": True},
        {"wants_to_accept": None},
        {"token": None},
        {"form": None},
    ],
)
def test_that_an_offer_to_the_family_counts_is_said_once_whatever_the_ruling(facts):
    ruling = gift(recipient="family", **facts)

    assert ["member of your family" in finding.because for finding in ruling.findings].count(True) == 1


def test_findings_speak_of_the_persons_own_gift():
    voucher = gift(form="money", item="a £10 M&S voucher", giver="a resident", value="10")

    assert because(voucher, "money") == (
        "The £10 M&S voucher from a resident must be treated as a gift of money, so you can't accept it, and its value "
        "of £10 makes no difference."
    )


def test_findings_read_well_when_item_giver_and_value_are_missing():
    ruling = employee("gift_offered", form="money", giver="not given")

    assert because(ruling, "money") == (
        "The gift must be treated as a gift of money, so you can't accept it, whatever its value."
    )


def test_the_same_words_of_a_clause_are_shown_once():
    ruling = gift(**BIDDER, form="money")

    shown = [(finding.clause, finding.quote) for finding in ruling.findings]
    assert len(shown) == len(set(shown))
    assert shown[0][1].startswith("Employees must never accept monetary gifts")
