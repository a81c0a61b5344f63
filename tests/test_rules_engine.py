"""The engine against a plain enumeration of the rules as SITUATIONS words them, written without it."""

from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.facts import Fact
from knowledge.fillings import judge
from knowledge.rule import Cite, Line, Rule, always
from knowledge.ruling import _receivers, fact_names
from knowledge.words import Duty, Outcome
from tests.rules_kit import councillor, employee

HARDEST_FIRST = (
    "refuse decline approval register declare report acknowledge notify advice signpost may_accept not_required".split()
)
FIFTY, PENNY = Decimal(50), Decimal("0.01")


def plain(lines, reasons=(), wants=None):
    """Outcome and duties of facts that are all known, line by line: (outcome, holds, duties, otherwise)."""
    outcome, duties, above = None, set(), False
    for gives, holds, adds, otherwise in lines:
        if not holds or (otherwise and above):
            continue
        above = True
        outcome = outcome or gives
        duties |= set(adds)
    if wants is False:
        outcome = "decline" if outcome == "approval" else outcome
        duties.discard("manager_approval")
    if outcome in ("may_accept", "approval"):
        duties |= set(reasons)
    if outcome == "refuse":
        duties.discard("manager_approval")
    if "record" in duties:
        duties.discard("record_not_required")
    return outcome, frozenset(duties)


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
    if fact.kind == "choice":
        return fact.values
    if fact.kind == "bool":
        return (True, False)
    edges = [FIFTY, FIFTY - facts["earlier_total"]]
    around = {Decimal(0), Decimal(25), Decimal(999), *edges, *(edge + PENNY for edge in edges)}
    return tuple(sorted(amount for amount in around if amount >= 0))


def enumerate_all(facts, names, rule):
    """Outcome, duties and unknown facts, by trying every filling one after another."""
    open_ = [fact for fact in names if facts[fact.name] is None]
    domains = {fact.name: values_of(fact, facts) for fact in open_}
    results = {
        filling: rule({**facts, **dict(zip(domains, filling, strict=True))}) for filling in product(*domains.values())
    }
    outcome = min((result[0] for result in results.values()), key=HARDEST_FIRST.index)
    duties = frozenset.intersection(*(each for got, each in results.values() if got == outcome))
    unknown = set()
    for place, fact in enumerate(open_):
        seen = {}
        for filling, result in results.items():
            seen.setdefault(filling[:place] + filling[place + 1 :], set()).add(result)
        if any(len(different) > 1 for different in seen.values()):
            unknown.add(fact.name)
    return outcome, duties, unknown


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


def compare(ruling, situation, role, facts, rule):
    defaults = {fact.name: fact.default for fact in fact_names(situation, role)}
    filled = {name: defaults[name] if value is None else value for name, value in facts.items()}
    names = [fact for fact in fact_names(situation, role) if fact.name in facts]
    outcome, duties, unknown = enumerate_all(filled, names, rule)
    assert (ruling.outcome, set(ruling.duties), set(ruling.unknown)) == (outcome, duties, unknown)
    assert list(ruling.unknown) == [fact.name for fact in names if fact.name in unknown]
    assert len(ruling.duties) == len(set(ruling.duties))
    assert ruling.findings[: len(ruling.certain)] == ruling.certain


@settings(max_examples=120, deadline=None)
@given(facts_of("gift_offered", "employee", GIFT))
def test_a_gift_is_ruled_as_by_trying_every_filling(facts):
    compare(employee("gift_offered", **facts), "gift_offered", "employee", facts, plain_gift)


@settings(max_examples=120, deadline=None)
@given(facts_of("hospitality_offered", "employee", HOSPITALITY))
def test_hospitality_is_ruled_as_by_trying_every_filling(facts):
    compare(employee("hospitality_offered", **facts), "hospitality_offered", "employee", facts, plain_hospitality)


@pytest.mark.parametrize("owner", [None, "council", "own"])
@pytest.mark.parametrize("data_of", [None, "council", "constituents", "party", "none"])
def test_a_councillors_device_is_ruled_as_by_trying_every_filling(owner, data_of):
    facts = {"owner": owner, "data_of": data_of}
    compare(councillor("device_lost", **facts), "device_lost", "councillor", facts, plain_device)


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
