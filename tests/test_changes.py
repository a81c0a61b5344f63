"""What would change a ruling: tables of cases, and for all rules that what is given is true and is the least."""

import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.cli import main
from knowledge.changes import reachable, what_would_change, what_would_change_duties
from knowledge.facts import NUMBERS, SMALLEST_STEP
from knowledge.ruling import RULES, assess, verdict_on
from knowledge.values import value
from knowledge.words import Outcome
from tests.rules_kit import ON

PLAIN_GIFT = {
    "form": "goods", "token": True, "regular": False, "giver_relation": "other", "letting_contract": False,
    "purchasing": False, "recipient": "self", "wants_to_accept": True, "school_employee": False,
}  # fmt: skip
TICKETS = {
    "what": "tickets", "value": "120", "giver_relation": "supplier", "letting_contract": False, "purchasing": False,
    "regular": False, "council_sponsored": False, "wants_to_accept": True, "school_employee": False,
}  # fmt: skip


def changes(situation, role="employee", /, **facts):
    return [(dict(c.facts), str(c.outcome)) for c in what_would_change(situation, role, facts, ON)]


def test_a_voucher_would_have_to_be_no_money():
    found = changes("gift_offered", **{**PLAIN_GIFT, "form": "money", "value": "10"})

    assert found == [({"form": "goods"}, "may_accept"), ({"form": "promotional"}, "may_accept")]


def test_a_token_that_is_worth_too_much_is_told_the_figure_in_force():
    limit = value("gift_reason_over", ON).amount
    dear = changes("gift_offered", **PLAIN_GIFT, value=limit + 30)
    cheap = changes("gift_offered", **PLAIN_GIFT, value=limit)

    assert ({"value": limit}, "may_accept") in dear
    assert ({"value": limit + SMALLEST_STEP}, "approval") in cheap


def test_what_can_be_chosen_comes_first_and_the_milder_outcome_before_the_stricter():
    found = changes("hospitality_offered", **TICKETS)

    assert found[0] == ({"wants_to_accept": False}, "decline")
    assert [outcome for facts, outcome in found if "what" in facts] == ["may_accept"] * 3 + ["refuse"] * 3 + ["declare"]
    assert found[-1] == ({"what": "other", "council_sponsored": True}, "declare")


def test_two_facts_are_named_together_where_neither_would_do_alone():
    found = changes("removable_media_request", "councillor", has_business_case=False, supplied_by_it=False)

    assert found == [({"has_business_case": True, "supplied_by_it": True}, "approval")]
    assert changes("removable_media_request", "councillor", has_business_case=True, supplied_by_it=False) == [
        ({"supplied_by_it": True}, "approval")
    ]


def test_nothing_changes_what_is_the_same_for_everybody():
    assert changes("alcohol_on_premises") == []
    assert changes("meeting_recording") == []
    assert changes("gift_offered", "councillor", form="money") == []


def test_that_something_were_not_known_is_no_change():
    found = changes("bequest_left", from_service_user=True, because_of_job=True)

    assert ({"because_of_job": None}, "advice") not in found
    assert found == [({"from_service_user": False}, "not_required"), ({"because_of_job": False}, "not_required")]


def test_other_duties_are_told_where_the_outcome_stays():
    hours = value("additional_hours_over", ON).amount
    facts = {"hours_per_week_total": hours + 10, "conflict": False, "affects_duties": False}
    facts |= {"private_advantage": False, "health_risk": False}
    found = what_would_change_duties("additional_employment", "employee", facts, ON)

    assert not what_would_change("additional_employment", "employee", facts, ON)
    assert [c.facts for c in found if "over_48_hours" not in c.duties] == [{"hours_per_week_total": Decimal(hours)}]
    assert {c.outcome for c in found} == {Outcome.APPROVAL}


def _values(fact):
    if fact.kind == "bool":
        return st.booleans()
    if fact.kind == "choice":
        return st.sampled_from(fact.values)
    if fact.kind == "money":
        return st.sampled_from(["0", "19.99", "50", "50.01", "120"])
    return st.sampled_from([0, 10, 20, 20.01, 48, 49, 60])


@st.composite
def _cases(draw):
    rule = RULES[draw(st.sampled_from(sorted(RULES)))]
    facts = {}
    for fact in rule.facts:
        if fact.rules and draw(st.booleans()):
            facts[fact.name] = draw(_values(fact))
    return rule, facts


def _outcome(rule, facts):
    return assess(rule.situation, rule.role, facts, ON).outcome


@settings(max_examples=300, deadline=None)
@given(_cases())
def test_every_change_changes_the_outcome_and_no_part_of_it_does(case):
    rule, facts = case
    before = _outcome(rule, facts)
    for change in what_would_change(rule.situation, rule.role, facts, ON):
        then = verdict_on(rule.situation, rule.role, {**facts, **change.facts}, ON)
        assert (then.outcome, then.duties, then.unknown) == (change.outcome, change.duties, change.unknown)
        assert change.outcome == _outcome(rule, {**facts, **change.facts}) != before
        assert change.outcome in reachable(rule)
        assert all(facts.get(name) != at for name, at in change.facts.items())
        if len(change.facts) > 1:
            assert [_outcome(rule, {**facts, name: at}) for name, at in change.facts.items()] == [before, before]


@settings(max_examples=200, deadline=None)
@given(_cases())
def test_a_boundary_stands_for_all_on_its_side(case):
    rule, facts = case
    numbers = {fact.name for fact in rule.facts if fact.kind in NUMBERS}
    for change in what_would_change(rule.situation, rule.role, facts, ON):
        for name in numbers & set(change.facts):
            further = [Decimal(each) for each in ("0.01", "5", "20", "48", "60", "99")]
            beyond = [each for each in further if (each > change.facts[name]) == (name in change.over)]
            for each in beyond:
                assert _outcome(rule, {**facts, **change.facts, name: each}) == change.outcome


def test_a_number_is_told_on_the_right_side_also_where_none_is_known():
    found = what_would_change("gift_offered", "employee", PLAIN_GIFT, ON)

    assert [c.over for c in found if c.facts == {"value": value("gift_reason_over", ON).amount}] == [()]
    cheap = what_would_change("gift_offered", "employee", {**PLAIN_GIFT, "value": 1}, ON)
    assert [c.over for c in cheap if "value" in c.facts] == [("value",)]


@settings(max_examples=150, deadline=None)
@given(_cases())
def test_no_single_value_that_changes_the_outcome_is_left_out(case):
    rule, facts = case
    before = _outcome(rule, facts)
    named = {
        (name, at, change.outcome)
        for change in what_would_change(rule.situation, rule.role, facts, ON)
        for name, at in change.facts.items()
        if len(change.facts) == 1
    }
    for fact in rule.facts:
        if not fact.rules or fact.kind in NUMBERS:
            continue
        for other in fact.values or (True, False):
            then = _outcome(rule, {**facts, fact.name: other})
            assert then == before or (fact.name, other, then) in named


@settings(max_examples=150, deadline=None)
@given(_cases())
def test_changes_of_duties_keep_the_outcome(case):
    rule, facts = case
    before = assess(rule.situation, rule.role, facts, ON)
    for change in what_would_change_duties(rule.situation, rule.role, facts, ON):
        then = assess(rule.situation, rule.role, {**facts, **change.facts}, ON)
        assert then.outcome == before.outcome and then.duties == change.duties != before.duties


def _printed(capsys, *arguments):
    assert main(["assess", *arguments]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_assess_prints_the_changes_only_where_it_is_asked_to(capsys, tmp_path):
    facts = '{"form": "goods", "token": true, "regular": false, "purchasing": false, "letting_contract": false, ' \
        '"wants_to_accept": true, "value": "80"}'  # fmt: skip
    asked = ("gift_offered", "--role", "employee", "--facts", facts, "--json")
    (without,), (with_,) = _printed(capsys, *asked), _printed(capsys, *asked, "--what-if")

    assert "changes" not in without and without == {k: v for k, v in with_.items() if k != "changes"}
    assert {"facts": {"value": "50.00"}, "outcome": "may_accept", "duties": ["record"]} in with_["changes"]
    lines = tmp_path / "cases.jsonl"
    lines.write_text('{"id": 1, "situation": "removable_media_request", "role": "councillor", "facts": {}}\n')
    (line,) = _printed(capsys, "--file", str(lines), "--what-if")
    assert [c["facts"] for c in line["changes"]] == [{"has_business_case": True, "supplied_by_it": True}]
