"""The ledger as data: every entry is there, its words stand in the clauses, and what it names exists."""

import json
import re
from datetime import date, timedelta

import pytest

from knowledge import decided
from knowledge.clauses import load_library
from knowledge.facts import read_facts
from knowledge.ledger.decisions import decision_on
from knowledge.ledger.entries import find_entry, load_entries
from knowledge.ledger.landing import as_read
from knowledge.ledger.telling import told, verdict
from knowledge.quoting import quote
from knowledge.ruling import RULES
from knowledge.ruling_json import assess_json
from knowledge.values import value
from tests.ledger_kit import MADE_ON, WORDS, decision, following, having_decided
from tests.rules_kit import ON, councillor, employee

LIBRARY = load_library()
ENTRIES = load_entries()
each_entry = pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
LANDINGS = [
    pytest.param(entry, landing, id=f"{entry.id}-{landing.situation}") for entry in ENTRIES for landing in entry.lands
]
PASSAGES = [pytest.param(each, id=f"{entry.id}-{each.clause}") for entry in ENTRIES for each in entry.passages]


def test_every_ambiguity_is_an_entry_in_order():
    assert [entry.id for entry in ENTRIES] == [f"X{number}" for number in range(1, 49)]


@pytest.mark.parametrize("passage", PASSAGES)
def test_a_passage_is_word_for_word_of_its_clause(passage):
    clause = LIBRARY.get(passage.clause)
    shown = quote(clause, passage.words)
    assert all(piece in clause.text for piece in shown.split(" … "))
    assert " ".join(passage.words.split()) in " ".join(clause.text.split())


@each_entry
def test_an_entry_without_passages_says_why(entry):
    assert bool(entry.passages) != bool(entry.without)


@each_entry
def test_an_entry_that_can_be_met_quotes_something_and_the_passages_are_of_one_policy(entry):
    if entry.lands or entry.about:
        assert entry.passages
        assert len({LIBRARY.get(each.clause).audience for each in entry.passages}) == 1


@each_entry
def test_the_words_people_read_are_whole_sentences_without_our_names_for_things(entry):
    assert entry.title.strip() and entry.says.endswith(".") and entry.says[0].isupper()
    assert entry.safest.endswith(".") and not entry.safest[0].isupper()
    for words in (entry.says, entry.safest, entry.without, entry.served, *(reading.says for reading in entry.readings)):
        assert not re.search(r"\bX\d|ledger|ruling lands|outcome|!", words)


@each_entry
def test_readings_have_keys_of_their_own_and_the_first_is_the_figure_that_holds(entry):
    keys = [reading.key for reading in entry.readings]
    assert len(keys) == len(set(keys)) and len(keys) != 1
    if keys:
        assert value(entry.id, date(1990, 1, 1)).amount == value(entry.id, ON).amount == keys[0]


@each_entry
def test_an_entry_with_readings_is_read_by_a_rule_that_it_lands_on(entry):
    read_by = {(rule.situation, rule.role) for rule in RULES.values() if entry.id in rule.figures}
    if entry.readings:
        assert read_by == {(landing.situation, landing.role) for landing in entry.lands}
    else:
        assert not read_by


@pytest.mark.parametrize(("entry", "landing"), LANDINGS)
def test_a_landing_names_a_rule_its_lines_and_facts_that_it_can_be_told(entry, landing):
    rule = RULES[landing.situation, landing.role]
    assert set(landing.lines) <= {line.key for line in rule.lines}
    for name, values in landing.facts.items():
        for each in values:
            assert read_facts(rule.facts, {name: each})[name] == each
    for name in (*landing.known, *landing.up_to, *landing.over):
        assert name in {fact.name for fact in rule.facts}
    assert all(value(figure, ON) for figure in (*landing.up_to.values(), *landing.over.values()))
    assert LIBRARY.get(entry.passages[0].clause).audience == landing.role


def met(ruling):
    return [landed.entry.id for landed in ruling.ledger]


@pytest.mark.parametrize(
    ("situation", "inside", "outside", "entry"),
    [
        ("recruitment_conflict", {"relation": "cousin", "decision": "pay"}, {"relation": "relative"}, "X3"),
        ("political_group_work", {"activity": "advise"}, {"activity": "attend_meeting"}, "X4"),
        (
            "standing_for_election",
            {"body": "this_county_council", "school_type": "community"},
            {"body": "this_county_council", "school_employee": False},
            "X5",
        ),
        (
            "criminal_matter",
            {"matter": "driving_minor", "trust_post": True},
            {"matter": "driving_minor", "trust_post": False},
            "X6",
        ),
        (
            "interest_held",
            {"whose": "self", "nature": "shareholding", "shareholding_percent": 20, "household_percent": 20,
             "controls": False, "deals_with_council": "contract"},
            {"whose": "self", "nature": "shareholding", "shareholding_percent": 21, "deals_with_council": "contract"},
            "X7",
        ),
        (
            "interest_held",
            {"whose": "self", "nature": "shareholding", "household_percent": 21, "deals_with_council": "contract"},
            {"whose": "self", "nature": "shareholding", "shareholding_percent": 21, "deals_with_council": "contract"},
            "X8",
        ),
        ("gift_offered", {"form": "promotional", "token": True, "value": "3"}, {"form": "goods", "token": True}, "X9"),
        ("hospitality_offered", {"what": "tickets", "value": "50.00"}, {"what": "tickets", "value": "50.01"}, "X12"),
        (
            "gift_offered",
            {"form": "goods", "value": "50.01", "token": False, "wants_to_accept": True},
            {"form": "goods", "value": "50.00", "token": False, "wants_to_accept": True},
            "X13",
        ),
        ("bequest_left", {"from_service_user": True}, {"from_service_user": True, "because_of_job": True}, "X15"),
        (
            "sponsorship_offered",
            {"direction": "by_council", "benefit_to": "friend"},
            {"direction": "by_council", "benefit_to": "relative"},
            "X17",
        ),
        ("additional_employment", {"hours_per_week_total": 48.5}, {"hours_per_week_total": 48}, "X21"),
        ("customer_aggression", {}, None, "X22"),
    ],
)  # fmt: skip
def test_a_ruling_of_an_employee_lands_just_inside_and_not_just_outside(situation, inside, outside, entry):
    settled = {"regular": False, "letting_contract": False, "purchasing": False}
    assert entry in met(employee(situation, **settled, **inside))
    if outside is not None:
        assert entry not in met(employee(situation, **settled, **outside))


def test_a_councillors_personal_use_lands_and_council_business_does_not():
    assert met(councillor("use_of_council_resources", purpose="personal")) == ["X30"]
    assert met(councillor("use_of_council_resources", purpose="council_business")) == []
    assert met(councillor("use_of_council_resources")) == []
    assert met(councillor("virus_suspected")) == ["X34", "X35"]
    assert met(councillor("device_lost")) == []


def test_nothing_of_one_policy_is_met_by_the_audience_of_the_other():
    assert met(employee("use_of_council_resources", purpose="personal")) == []
    assert met(councillor("recruitment_conflict")) == []


def test_an_open_entry_is_told_with_what_is_safest_and_a_decided_one_is_cited():
    cousin = find_entry("x3")
    assert told(as_read(cousin, ON)) == (
        f"{cousin.says} HR hasn't decided which of these holds. Until then the safer way counts: {cousin.safest}"
    )
    assert "HR hasn't decided this yet." in told(as_read(find_entry("X22"), ON))
    with having_decided("X3", "counts", words="Cousins count."):
        assert told(as_read(cousin, ON)) == f"{cousin.says} HR decided on 10 November 2026: “Cousins count.”"
    with having_decided("X3", "counts", words="Cousins count.", since=date(2026, 11, 15)):
        assert verdict(as_read(cousin, ON)) == (
            "HR decided on 10 November 2026, to hold from 15 November 2026: “Cousins count.”"
        )


def test_a_decision_holds_from_its_first_day():
    begins = date(2026, 12, 1)
    with having_decided("X3", "counts", since=begins):
        before = begins - timedelta(days=1)
        assert (value("X3", before).amount, decision_on("X3", before)) == ("ask", None)
        assert (value("X3", begins).amount, decision_on("X3", begins).reading) == ("counts", "counts")
        assert value("X4", begins).amount == "consent"


def test_the_last_decision_that_has_begun_holds_and_a_withdrawal_opens_the_entry_again():
    later, withdrawn = date(2026, 12, 1), date(2027, 1, 1)
    decisions = (
        decision(1, "X3", "counts"),
        decision(2, "X3", "does_not_count", since=later),
        decision(3, "X3", since=withdrawn, withdraws=True),
    )
    with following(*reversed(decisions)):
        on = [MADE_ON, later, withdrawn]
        assert [value("X3", day).amount for day in on] == ["counts", "does_not_count", "ask"]
        assert [getattr(decision_on("X3", day), "number", None) for day in on] == [1, 2, None]


def test_a_decision_in_words_alone_is_cited_and_changes_no_ruling():
    plain = councillor("software_request", in_toolkit=False)
    with having_decided("X31"):
        ruling = councillor("software_request", in_toolkit=False)
        assert (ruling.outcome, ruling.duties, ruling.receivers) == (plain.outcome, plain.duties, plain.receivers)
        assert ruling.findings[:-1] == plain.findings
        assert ruling.findings[-1].because == f"HR decided on 10 November 2026: “{WORDS}”"


def test_what_one_database_decided_is_let_go_with_it_and_not_with_another():
    with following(decision(1, "X3", "counts")):
        decided.let_go(object())
        assert value("X3", ON).amount == "counts"
    assert value("X3", ON).amount == "ask"


def test_the_json_of_a_ruling_names_what_it_lands_on_with_both_passages_and_how_it_was_read():
    assert "ledger" not in assess_json(employee("recruitment_conflict", relation="relative"), LIBRARY)
    shaped = assess_json(employee("recruitment_conflict", relation="cousin", decision="promotion"), LIBRARY)
    assert json.loads(json.dumps(shaped)) == shaped
    (landed,) = shaped["ledger"]
    assert (landed["entry"], landed["reading"], landed["decided"]) == ("X3", "ask", None)
    assert [passage["clause"] for passage in landed["passages"]] == [
        "personal-relationships.2", "registration-of-interests.7",
    ]  # fmt: skip
    with having_decided("X3", "counts", words="Cousins count."):
        shaped = assess_json(employee("recruitment_conflict", relation="cousin", decision="promotion"), LIBRARY)
    (landed,) = shaped["ledger"]
    assert shaped["outcome"] == "declare" and landed["reading"] == "counts"
    assert landed["decided"] == {"on": "2026-11-10", "from": "2026-11-10", "words": "Cousins count."}
    assert shaped["findings"][-1]["because"] == "HR decided on 10 November 2026: “Cousins count.”"
