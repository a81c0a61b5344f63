"""Nothing of the policies is left out: what ``python -m tests.coverage`` prints, held."""

import pytest

from dialogs.signposts import SIGNPOSTS
from dialogs.situations import SITUATIONS
from knowledge.checklist import guidance, rows, situations_of_rows
from knowledge.clauses import load_library
from knowledge.understanding.lessons import stored_questions
from tests import test_battery, test_battery_filing
from tests.coverage import clauses, facts, outcomes, questions
from tests.coverage import rows as checklist
from tests.coverage.finding import Finding, read_data


def left_out(found: list[Finding]) -> list[str]:
    assert found
    return [f"{each.what}: {each.how}" for each in found if not each.covered]


def test_every_row_of_the_checklist_is_reached_by_a_situation_a_rule_or_an_answer():
    assert left_out(list(checklist.findings())) == []


def test_every_clause_is_cited_by_a_rule_or_is_marked_as_guidance():
    assert left_out(list(clauses.findings())) == []


def test_no_question_is_asked_that_can_change_no_ruling_and_fills_no_field():
    assert left_out(list(questions.findings())) == []


def test_every_value_of_a_fact_can_be_said_or_pressed():
    assert left_out(list(facts.findings())) == []


def test_every_outcome_is_reached_and_every_situation_has_one_complete_file():
    played = outcomes.said_to_be_reached()
    assert left_out(list(outcomes.findings(played))) == []
    assert left_out(list(outcomes.complete(played))) == []


def test_every_situation_of_the_checklist_has_a_conversation():
    known = {s.id for s in SITUATIONS} | set(SIGNPOSTS)
    assert {s for served in situations_of_rows().values() for s in served} <= known


@pytest.mark.parametrize("battery", [test_battery, test_battery_filing], ids=lambda module: module.__name__)
def test_repair_is_proven_for_every_situation_by_the_battery(battery):
    proven = [test for name, test in vars(battery).items() if name.startswith("test_")]
    everywhere = [t for t in proven if any(list(m.args[1]) == list(SITUATIONS) for m in getattr(t, "pytestmark", ()))]
    assert len(everywhere) >= 4


def test_guidance_names_clauses_that_exist_and_that_somebody_can_ask_about():
    library = {clause.id for clause in load_library().clauses}
    assert set(guidance()) <= library
    assert [c for c in guidance() if not stored_questions().get(c) and c != "front.title"] == []


@pytest.mark.parametrize("part", ["reaches", "missed"])
def test_a_probe_is_no_question_that_the_product_holds(part):
    held = {q.casefold().rstrip("?") for asked in stored_questions().values() for q in asked}
    probes = read_data("probes.toml")[part]
    assert set(probes) <= set(rows())
    assert [asked for asked in probes.values() if asked.casefold().rstrip("?") in held] == []


def test_a_row_whose_answer_shows_another_clause_would_be_seen(monkeypatch):
    monkeypatch.setattr(checklist, "probes", lambda: {"CC-26": "Who is the Service Desk?"})
    assert any(line.startswith("CC-26") for line in left_out(list(checklist.findings())))


def test_a_value_that_nobody_can_say_would_be_seen(monkeypatch):
    monkeypatch.setattr(facts, "_sentences", dict)
    assert any(line.startswith("device_lost") for line in left_out(list(facts.findings())))


def test_a_question_that_fills_nothing_would_be_seen(monkeypatch):
    monkeypatch.setattr(questions, "_tables", dict)
    assert any(line.startswith("papers_lost (employee): where") for line in left_out(list(questions.findings())))


def test_an_outcome_that_no_file_comes_to_would_be_seen():
    assert "gift_offered (employee): refuse: no conversation file comes to it" in left_out(list(outcomes.findings({})))
