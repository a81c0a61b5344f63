"""Which clauses answer a question, and when none does."""

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from knowledge.clauses import load_library
from knowledge.understanding.lessons import stored_questions
from tests.engines import WORDS_ALONE, any_engine, engine_of

TODAY = date(2026, 11, 22)
LINES = Path(__file__).parent / "understanding" / "search.jsonl"
engine = any_engine


def found(text, audience="employee", situation=None, on=TODAY):
    return [hit.clause.id for hit in engine().search(text, audience, on, situation)]


def test_passing_tickets_on_to_a_brother_brings_the_clause_on_family_first():
    assert found("can I just give them to my brother?", situation="hospitality_offered")[0] == "gifts-and-hospitality.1"


def test_questions_written_for_this_bring_their_clause():
    lines = [json.loads(line) for line in LINES.read_text(encoding="utf-8").splitlines()]
    answered = [(line, found(line["text"], line["role"], line["situation"])) for line in lines if line["clauses"]]
    first = sum(ids[:1] != [] and ids[0] in line["clauses"] for line, ids in answered)
    among = sum(any(clause in line["clauses"] for clause in ids[:3]) for line, ids in answered)
    assert first / len(answered) >= 0.80
    assert among / len(answered) >= 0.88


def test_every_stored_question_brings_its_clause_among_the_first_three():
    library = load_library()
    missed = [
        (clause, question)
        for clause, asked in stored_questions().items()
        for question in asked[:2]
        if clause not in found(question, library.get(clause).audience)[:3]
    ]
    assert len(missed) <= 10, missed


@dataclass
class Answers:
    first: float
    among_three: float
    declined: float


@pytest.mark.parametrize(
    ("name", "tier", "floor"),
    [
        ("questions_development", "full", Answers(first=0.76, among_three=0.87, declined=0.80)),
        ("questions_held_out", "full", Answers(first=0.74, among_three=0.84, declined=0.78)),
        ("questions_unseen", "full", Answers(first=0.88, among_three=0.92, declined=0.82)),
        pytest.param(
            *("questions_held_out", "words", Answers(first=0.65, among_three=0.74, declined=0.64)), marks=WORDS_ALONE
        ),
    ],
)
def test_questions_written_without_sight_of_the_stored_ones_hold_their_floor(name, tier, floor):
    lines = [json.loads(line) for line in LINES.with_name(f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]
    engine = engine_of(tier)
    ids = [[hit.clause.id for hit in engine.search(line["text"], line["role"], TODAY)] for line in lines]
    covered = [(line["clauses"], got) for line, got in zip(lines, ids, strict=True) if line["clauses"]]
    others = [got for line, got in zip(lines, ids, strict=True) if not line["clauses"]]
    assert sum(bool(got) and got[0] in right for right, got in covered) / len(covered) >= floor.first
    assert sum(not set(right).isdisjoint(got[:3]) for right, got in covered) / len(covered) >= floor.among_three
    assert sum(not got for got in others) / len(others) >= floor.declined


@pytest.mark.parametrize(
    "text",
    ["when is my bin collected", "who won the rugby", "what's the weather like", "tell me a joke", "asdfgh", "", "😀"],
)
@pytest.mark.parametrize("audience", ["employee", "councillor"])
def test_nothing_is_found_where_nothing_fits(text, audience):
    assert found(text, audience) == []


def test_only_clauses_of_the_audience_are_found():
    library = load_library()
    for audience in ("employee", "councillor"):
        for text in ("can I use a USB stick", "can I accept tickets", "what are the password rules", "who do I ring"):
            assert {library.get(clause).audience for clause in found(text, audience)} <= {audience}


def test_a_question_that_only_the_other_policy_answers_finds_nothing():
    assert found("what counts as a relative", "councillor") == []
    assert found("what counts as a relative", "employee")[0] == "registration-of-interests.7"


def test_a_clause_is_found_by_its_number_and_both_where_two_share_it():
    assert found("what does 5.16 say", "councillor")[0] == "5.16"
    assert found("5.21", "councillor")[:2] == ["5.21-it-access", "5.21-removable-media"]


def test_the_empty_clause_is_never_found():
    assert "2.7" not in found("what does 2.7 say", "councillor")


def test_the_scheme_is_not_found_before_it_was_in_force():
    assert found("what does 5.16 say", "councillor", on=date(2022, 4, 30)) == []
    assert found("what does 5.16 say", "councillor", on=date(2022, 5, 1)) != []


def test_the_situation_in_hand_raises_its_clauses():
    alone = {hit.clause.id: hit.score for hit in engine().search("can we share it", "employee", TODAY)}
    in_hand = {
        hit.clause.id: hit.score for hit in engine().search("can we share it", "employee", TODAY, "gift_offered")
    }
    clause = "registration-of-gifts-and-hospitality.4"
    assert in_hand[clause] > alone.get(clause, 0)


def test_a_hit_names_the_stored_question_that_brought_it():
    hit = engine().search("can I use my Nectar card", "employee", TODAY)[0]
    assert (hit.clause.id, hit.question) == ("hospitality.4", "can I use my Nectar card")


def test_the_limit_is_kept():
    assert len(engine().search("can I use the ipad", "councillor", TODAY, limit=2)) <= 2


@pytest.mark.parametrize(
    ("audience", "text", "clauses"),
    [
        ("employee", "can I share my password", {"security-and-use-of-computer-data-or-equipment.3"}),
        ("employee", "do I have to follow data protection law", {"security-and-use-of-computer-data-or-equipment.2"}),
        ("councillor", "is my internet use monitored", {"5.12", "8.1"}),
        ("councillor", "does the council monitor my internet use", {"5.12", "8.1"}),
    ],
)
def test_what_both_policies_plainly_speak_of_is_answered_for_both(audience, text, clauses):
    hits = engine_of("full").search(text, audience, TODAY)
    assert hits and hits[0].clause.id in clauses
