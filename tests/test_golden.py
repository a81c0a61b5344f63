"""The golden set comes out right today, is readable, and shows what a change of the rules or the clauses does."""

from datetime import date

import pytest

from knowledge import decided
from knowledge.clauses import Library, load_library
from knowledge.editions.edits import Edition
from knowledge.editions.impact import goes_elsewhere, supposed_with
from knowledge.editions.overlay import library_on
from knowledge.golden.checking import check_all
from knowledge.golden.sets import cases, questions, utterances
from knowledge.ruling import RULES
from knowledge.words import AUDIENCES
from tests.editions_kit import NEW_YEAR, added, lowered, published
from tests.engines import EACH_TIER, engine_of

TODAY = date(2026, 11, 27)


def test_all_of_it_comes_out_right():
    checked = check_all(engine_of("full"), TODAY)
    assert [f"{each.id}: {each.got}" for each in checked if not each.right] == []
    assert len(checked) == len(cases()) + len(questions()) + len(utterances()) > 400


def test_it_has_every_rule_and_every_situation_and_a_name_for_each_line():
    assert {(case.situation, case.role) for case in cases()} >= set(RULES)
    assert {(said.situation, said.role) for said in utterances()} >= {
        (situation, role) for situation, roles in AUDIENCES.items() for role in roles
    }
    for lines in (cases(), questions(), utterances()):
        ids = [line.id for line in lines]
        assert len(set(ids)) == len(ids) and all(4 < len(each) < 160 for each in ids)
    library = load_library()
    assert all(library.get(clause).text for asked in questions() for clause in asked.clauses)


def test_a_lower_figure_moves_exactly_the_cases_between_the_two():
    moved = goes_elsewhere(engine_of("full"), supposed_with(lowered()), NEW_YEAR)
    assert {each.before.kind for each in moved} == {"case"} and all(each.fails for each in moved)
    values = {case.id: case.facts.get("value") for case in cases()}
    assert {values[each.before.id] for each in moved} <= {"40.00", "50.00"} and len(moved) == 5
    assert decided.held() is decided.NOTHING


def test_what_was_published_before_fails_for_nobody_a_second_time():
    raised = lowered(2, date(2027, 6, 1), "£26")
    with published(lowered()):
        assert not any(each.fails for each in goes_elsewhere(engine_of("full"), supposed_with(raised), raised.since))


def test_a_clause_that_the_search_learnt_and_the_policies_no_longer_have_answers_nothing():
    engine, asked = engine_of("full"), "can I accept money from a customer"
    assert "gifts.1" in {hit.clause.id for hit in engine.search(asked, "employee", NEW_YEAR)}
    without = tuple(clause for clause in load_library().clauses if clause.id != "gifts.1")
    later = engine.over(Library(without, load_library().titles))
    assert "gifts.1" not in {hit.clause.id for hit in later.search(asked, "employee", NEW_YEAR)}


@pytest.mark.parametrize("tier", EACH_TIER)
def test_a_new_clause_is_found_by_its_own_words_and_takes_no_golden_question(tier):
    drones = added("gifts.9", "Nobody may fly a drone or a quadcopter over our buildings.", "gifts.1")
    edition = Edition(1, NEW_YEAR, (drones,))
    engine = engine_of(tier)
    with published(edition):
        now = engine.over(library_on(NEW_YEAR))
        hits = now.search("may I fly a drone over the town hall", "employee", NEW_YEAR)
        assert hits and hits[0].clause.id == "gifts.9"
        others = now.search("may I fly a drone over the town hall", "councillor", NEW_YEAR)
        assert "gifts.9" not in {hit.clause.id for hit in others}
        assert engine.over(library_on(NEW_YEAR)) is now
        assert engine.over(load_library()) is engine
    if tier == "full":
        assert not any(each.fails for each in goes_elsewhere(engine, supposed_with(edition), NEW_YEAR))
