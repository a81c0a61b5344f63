"""What the engine learns from is complete, in range and free of contradictions."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from knowledge.clauses import load_library
from knowledge.understanding import lessons
from knowledge.understanding.concepts import load_concepts
from knowledge.understanding.words import words
from knowledge.words import AUDIENCES

HERE = Path(__file__).parent / "understanding"
LEAST = {
    **dict.fromkeys((situation for situation in AUDIENCES if situation != lessons.POLICY_QUESTION), 25),
    **dict.fromkeys(lessons.MOVES, 15),
    lessons.POLICY_QUESTION: 80,
    lessons.OUT_OF_SCOPE: 150,
}


def lines_of(name):
    return [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("label", "least"), LEAST.items())
def test_every_label_has_enough_phrasings(label, least):
    assert sum(phrasing.label == label for phrasing in lessons.phrasings()) >= least


def test_there_is_no_label_beyond_those_of_the_table():
    assert {phrasing.label for phrasing in lessons.phrasings()} == {*LEAST, "interest_held", "additional_employment"}


def test_no_phrasing_stands_under_two_labels():
    labels = defaultdict(set)
    for phrasing in lessons.phrasings():
        labels[words(phrasing.text)].add(phrasing.label)
    assert {said: both for said, both in labels.items() if said and len(both) > 1} == {}


@pytest.mark.parametrize("name", ["development.jsonl", "held_out.jsonl"])
def test_what_is_measured_was_not_learnt(name):
    learnt = {words(phrasing.text) for phrasing in lessons.phrasings()} - {()}
    assert [line["text"] for line in lines_of(name) if words(line["text"]) in learnt] == []


def test_the_development_set_is_large_and_covers_every_label():
    counted = Counter(line["situation"] for line in lines_of("development.jsonl"))
    assert set(counted) == set(LEAST)
    assert counted.total() >= 150


def test_every_clause_with_words_has_three_to_forty_questions():
    asked = lessons.stored_questions()
    counts = {clause.id: len(asked.get(clause.id, ())) for clause in load_library().clauses if clause.text}
    assert {clause: count for clause, count in counts.items() if not 2 <= count <= 40} == {}
    assert sum(count < 3 for count in counts.values()) <= 3


def test_questions_and_situations_name_only_clauses_that_exist():
    known = {clause.id for clause in load_library().clauses if clause.text}
    assert set(lessons.stored_questions()) <= known
    for clauses in lessons.situation_clauses().values():
        assert set(clauses) <= known


def test_words_of_one_concept_bring_it():
    concepts = load_concepts()
    assert "steal" in concepts.of(words("my iPad's been nicked"))
    assert "device" in concepts.of(words("my iPad's been nicked"))
    assert set(concepts.of(words("got two seats for the cricket"))) >= {"ticket", "event"}
