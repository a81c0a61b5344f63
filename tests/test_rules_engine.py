"""The engine against a plain enumeration of the rules as SITUATIONS words them, written without it."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.facts import Fact
from knowledge.fillings import judge
from knowledge.rule import Cite, Line, Rule, always
from knowledge.ruling import _receivers, fact_names
from knowledge.words import Duty, Outcome
from tests.rules_kit import councillor, employee
from tests.rules_oracle import every_value, plain, same_as_every_filling

FIFTY, PENNY = Decimal(50), Decimal("0.01")


def plain_gift(f):
    bidder = f["letting_contract"] and f["giver_relation"] == "seeking_business"
    token = f["token"] and not f["regular"] and f["value"] <= FIFTY
    asked = ("record", "manager_approval")
    return plain(
        [
            ("refuse", f["form"] == "money", ("record",), False),
            ("decline", bidder, ("record",), False),
            ("approval", f["purchasing"], asked, False),
            ("may_accept", token and f["form"] == "promotional", ("record_not_required",), False),
            ("may_accept", token and f["form"] == "goods", ("record",), False),
            ("approval", True, asked, True),
        ],
        ("give_reason",) if f["value"] > FIFTY or f["value"] + f["earlier_total"] > FIFTY else (),
        f["wants_to_accept"],
    )


def plain_hospitality(f):
    bidder = f["letting_contract"] and f["giver_relation"] == "seeking_business"
    meal = f["what"] == "institute_dinner" or (f["what"] in ("refreshments", "meal") and not f["regular"])
    asked = ("record", "manager_approval")
    return plain(
        [
            ("refuse", f["what"] in ("holiday", "business_trip", "company_flat"), ("record",), False),
            ("decline", f["in_doubt"], ("record",), False),
            ("decline", bidder, ("record",), False),
            ("approval", f["what"] in ("tickets", "hotel"), asked, False),
            ("approval", f["purchasing"], asked, False),
            ("declare", f["council_sponsored"], ("record", "full_disclosure", "tell_manager"), False),
            ("may_accept", meal, ("record",), False),
            ("approval", True, asked, True),
        ],
        (),
        f["wants_to_accept"],
    )


def plain_device(f):
    report = ("immediately", "report_digital_services", "report_head_legal", "keep_evidence")
    council = f["owner"] == "council"
    return plain(
        [
            ("report", council, (*report, "do_not_reset_device"), False),
            ("not_required", f["owner"] == "own" and f["data_of"] == "none", (), False),
            ("report", True, report, True),
        ]
    )


def values_of(fact, facts):
    if fact.kind != "money":
        return every_value(fact, facts)
    edges = [FIFTY, FIFTY - facts["earlier_total"]]
    around = {Decimal(0), Decimal(25), Decimal(999), *edges, *(edge + PENNY for edge in edges)}
    return tuple(sorted(amount for amount in around if amount >= 0))


def facts_of(situation, role, deciding):
    """Facts of which each is known or not; amounts lie on, just over and away from the figures."""
    amounts = ["0", "4.99", "5", "20", "30", "45", "49.99", "50", "50.01", "120"]
    choices = {"bool": [True, False], "money": [Decimal(amount) for amount in amounts]}
    parts = {
        fact.name: st.none() | st.sampled_from(fact.values or choices[fact.kind])
        for fact in fact_names(situation, role)
        if fact.name in deciding
    }
    return st.fixed_dictionaries(parts)


GIFT = ["value", "form", "token", "regular", "giver_relation", "letting_contract", "purchasing", "earlier_total",
        "wants_to_accept"]  # fmt: skip
HOSPITALITY = ["what", "giver_relation", "letting_contract", "purchasing", "regular", "council_sponsored",
               "wants_to_accept", "in_doubt"]  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(facts_of("gift_offered", "employee", GIFT))
def test_a_gift_is_ruled_as_by_trying_every_filling(facts):
    same_as_every_filling(employee("gift_offered", **facts), "employee", facts, plain_gift, values_of)


@settings(max_examples=120, deadline=None)
@given(facts_of("hospitality_offered", "employee", HOSPITALITY))
def test_hospitality_is_ruled_as_by_trying_every_filling(facts):
    same_as_every_filling(employee("hospitality_offered", **facts), "employee", facts, plain_hospitality)


@pytest.mark.parametrize("owner", [None, "council", "own"])
@pytest.mark.parametrize("data_of", [None, "council", "constituents", "party", "none"])
def test_a_councillors_device_is_ruled_as_by_trying_every_filling(owner, data_of):
    facts = {"owner": owner, "data_of": data_of}
    same_as_every_filling(councillor("device_lost", **facts), "councillor", facts, plain_device)


CITE = Cite("gifts.1", "Gifts", lambda said: "Because.")


def small_rule(*lines):
    facts = (Fact("a", "bool"), Fact("b", "bool"), Fact("note", "text"))
    return Rule(situation="small", role="councillor", own_facts=facts, lines=lines)


def verdict(*lines, a=None, b=None):
    return judge(small_rule(*lines), {"a": a, "b": b, "note": None}, {})


def test_only_duties_that_every_filling_with_the_strictest_outcome_carries_are_given():
    asked = Line("asked", lambda f: f.a, Outcome.DECLINE, (CITE,), (Duty.RECORD,))
    also = Line("also", lambda f: f.b, None, (CITE,), (Duty.IN_WRITING,))
    rest = Line("rest", always, Outcome.NOT_REQUIRED, (CITE,), (Duty.ASK_MANAGER,), otherwise=True)

    got = verdict(asked, also, rest)
    assert (got.outcome, got.duties, got.unknown) == (Outcome.DECLINE, (Duty.RECORD,), ("a", "b"))
    assert (got.certain, got.deciding) == ((), "asked")
    assert verdict(asked, also, rest, b=True).duties == (Duty.IN_WRITING, Duty.RECORD)


def test_a_fact_that_no_outcome_and_no_duty_depends_on_is_not_unknown():
    either = Line("either", lambda f: f.a or not f.a, Outcome.NOTIFY, (CITE,))

    assert verdict(either).unknown == ()
    assert verdict(either).certain == ("either",)


def test_a_matter_is_not_covered_only_where_no_filling_falls_under_a_clause():
    no = Line("no", lambda f: f.a, Outcome.REFUSE, (CITE,))
    rest = Line("rest", always, Outcome.NOT_COVERED, (), otherwise=True)

    assert (verdict(no, rest).outcome, verdict(no, rest).unknown) == (Outcome.REFUSE, ("a",))
    assert (verdict(no, rest, a=False).outcome, verdict(no, rest, a=False).unknown) == (Outcome.NOT_COVERED, ())


def test_a_matter_goes_to_whom_its_outcome_and_its_duties_name_each_of_them_once():
    told = Line("told", always, Outcome.REPORT, (CITE,), (Duty.CONTACT_SERVICE_DESK,))
    more = Line("more", lambda f: f.a, None, (CITE,), (Duty.REPORT_HEAD_LEGAL,))
    receivers = {
        Outcome.REPORT: ("service_desk",),
        Duty.CONTACT_SERVICE_DESK: ("service_desk",),
        Duty.REPORT_HEAD_LEGAL: ("head_of_legal",),
    }
    rule = replace(small_rule(told, more), receivers=receivers)

    for a, expected in ((False, ("service_desk",)), (True, ("service_desk", "head_of_legal"))):
        assert _receivers(rule, judge(rule, {"a": a, "b": None, "note": None}, {}), None, "line_manager") == expected


def judged(rule, **known):
    return judge(rule, {"a": None, "b": None} | known, {})


def test_where_it_counts_that_a_fact_is_not_known_no_filling_stands_in_for_it():
    both = Line("both", lambda f: f.a and f.b, Outcome.REFUSE, (CITE,), (Duty.RECORD,))
    ask = Line("ask", lambda f: f.a and f.b is None, Outcome.ADVICE, (CITE,), (Duty.ASK_MANAGER,))
    rest = Line("rest", always, Outcome.NOT_REQUIRED, (CITE,), otherwise=True)
    facts = (Fact("a", "bool"), Fact("b", "bool", unknown_counts=True))
    rule = replace(small_rule(both, ask, rest), own_facts=facts)

    asked = judged(rule, a=True)
    assert (asked.outcome, asked.duties, asked.certain) == (Outcome.ADVICE, (Duty.ASK_MANAGER,), ("ask",))
    assert (asked.deciding, asked.unknown) == ("ask", ("b",))
    assert (judged(rule).outcome, judged(rule).certain, judged(rule).unknown) == (Outcome.ADVICE, (), ("a", "b"))
    assert (judged(rule, b=True).outcome, judged(rule, b=True).unknown) == (Outcome.REFUSE, ("a",))
    for known in ({"a": False}, {"b": False}):
        assert (judged(rule, **known).outcome, judged(rule, **known).unknown) == (Outcome.NOT_REQUIRED, ())


def test_under_refuse_no_approval_condition_or_reason_stands():
    no = Line("no", lambda f: f.a, Outcome.REFUSE, (CITE,), (Duty.RECORD,))
    extras = (Duty.MANAGER_APPROVAL, Duty.GIVE_REASON, Duty.ENCRYPT, Duty.BUSINESS_CASE, Duty.SECURITY_SOFTWARE)
    yes = Line("yes", always, Outcome.APPROVAL, (CITE,), extras)

    assert verdict(no, yes, a=True).duties == (Duty.RECORD,)
    assert set(verdict(no, yes, a=False).duties) == set(extras)


def test_a_rule_that_leaves_facts_without_an_outcome_says_so():
    with pytest.raises(ValueError, match="no line of small"):
        verdict(Line("some", lambda f: f.a, Outcome.NOTIFY, (CITE,)), a=False)


def test_a_line_cannot_decide_on_free_text():
    with pytest.raises(TypeError, match="note"):
        verdict(Line("text", lambda f: f.note, Outcome.NOTIFY, (CITE,)))
