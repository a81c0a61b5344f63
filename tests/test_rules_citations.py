"""Every rule against the text it stands beside."""

import ast
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import knowledge
from knowledge.clauses import load_library
from knowledge.editions.rewording import quote_as_now
from knowledge.facts import NUMBERS
from knowledge.ledger.entries import find_entry
from knowledge.policies.employee_code_of_conduct.rules.school import ADVISORY
from knowledge.ruling import RULES, assess
from knowledge.ruling_json import assess_json
from knowledge.values import value
from knowledge.words import MANAGERS_DUTIES, Duty, Outcome
from tests.rules_kit import ON, employee

LINES = [
    pytest.param(rule, line, id=f"{rule.situation}-{rule.role}-{line.key}")
    for rule in RULES.values()
    for line in rule.lines
]
FOLDER = Path(knowledge.__file__).parent
RULE_FILES = sorted(FOLDER.glob("policies/*/rules/*.py"))


def quoted(cite):
    clause = load_library().get(cite.clause_id)
    return quote_as_now(clause, clause, cite.words, cite.exact)


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_every_line_cites_words_that_stand_in_a_clause_of_its_own_audience(rule, line):
    assert line.cites or line.gives in (Outcome.SIGNPOST, Outcome.NOT_COVERED)
    for cite in line.cites:
        clause = load_library().get(cite.clause_id)
        assert (clause.audience, clause.is_in_force(ON)) == (rule.role, True)
        assert quoted(cite) in clause.text
        assert " ".join(cite.words.split()) in " ".join(quoted(cite).split())
        assert not quoted(cite).endswith((":", ":-", ";", ","))


def test_the_advisory_clause_is_quoted_word_for_word():
    assert quoted(ADVISORY) in load_library().get(ADVISORY.clause_id).text


@pytest.mark.parametrize(("rule", "line"), LINES)
def test_every_approval_and_declaration_of_an_employee_carries_the_managers_duty(rule, line):
    if line.gives is Outcome.APPROVAL:
        assert bool(MANAGERS_DUTIES & set(line.duties)) == (rule.role == "employee")
        assert rule.approver
    if line.gives is Outcome.DECLARE:
        assert {Duty.TELL_MANAGER, Duty.TELL_SENIOR_MANAGER} & set(line.duties)
    if line.under:
        assert line.gives is None
    if Duty.RECORD in line.duties:
        assert Duty.RECORD_NOT_REQUIRED not in line.duties


EMPLOYEE_RULES = [pytest.param(rule, id=rule.situation) for rule in RULES.values() if rule.role == "employee"]
APPROVED_BY = {
    "line_manager": {Duty.MANAGER_APPROVAL, Duty.MANAGER_DECIDES},
    "senior_manager": {Duty.SENIOR_MANAGER_APPROVAL},
}


@pytest.mark.parametrize("rule", EMPLOYEE_RULES)
def test_each_outcome_carries_the_duties_that_always_go_with_it(rule):
    for line in rule.lines:
        duties = set(line.duties)
        if line.gives is Outcome.APPROVAL:
            assert len(MANAGERS_DUTIES & duties) == 1
            assert MANAGERS_DUTIES & duties <= APPROVED_BY[rule.approver]
            assert (Duty.MANAGER_DECIDES in duties) == (rule.situation == "prize_won")
        if line.gives is Outcome.REGISTER:
            assert {Duty.TELL_MANAGER, Duty.TELL_DEMOCRATIC_SERVICES} <= duties
        if line.gives is Outcome.ADVICE:
            assert Duty.ASK_MANAGER in duties
        if line.gives in (Outcome.SIGNPOST, Outcome.NOT_REQUIRED):
            assert not duties


@pytest.mark.parametrize("rule", EMPLOYEE_RULES)
def test_whoever_a_ruling_says_to_tell_receives_it(rule):
    told = {
        Duty.TELL_MANAGER: "line_manager",
        Duty.TELL_SENIOR_MANAGER: "senior_manager",
        Duty.TELL_COMMUNICATIONS: "communications",
        Duty.TELL_DEMOCRATIC_SERVICES: "democratic_services",
    }
    dice = random.Random(rule.situation)
    for _ in range(60):
        ruling = assess(rule.situation, rule.role, _known_or_not(rule, dice), ON)
        reached = {ruling.approver, *ruling.receivers}
        assert {word for duty, word in told.items() if duty in ruling.duties} <= reached
        assert (ruling.approver is not None) == (ruling.outcome == "approval")
        assert not (ruling.outcome in ("refuse", "decline") and ruling.approver)


def _known_or_not(rule, dice):
    ways = {"bool": (True, False), "money": ("5", "120"), "percent": (5, 60), "number": (40, 60)}
    choices = {fact.name: fact.values or ways.get(fact.kind, ()) for fact in rule.own_facts}
    return {name: dice.choice((*values, None)) for name, values in choices.items()}


@pytest.mark.parametrize("rule", RULES.values(), ids=lambda rule: f"{rule.situation}-{rule.role}")
def test_a_rule_has_one_line_to_a_key_and_says_which_facts_matter(rule):
    keys = [line.key for line in rule.lines]

    assert len(keys) == len(set(keys))
    matters = {fact.name for fact in rule.facts if fact.matters and fact.default is None}
    assert set(assess(rule.situation, rule.role, {}, ON).unknown) == matters
    assert all(fact.boundaries for fact in rule.facts if fact.kind in NUMBERS and fact.name in matters)


def test_there_are_rules_to_look_at():
    assert len(RULE_FILES) >= 5


@pytest.mark.parametrize("path", RULE_FILES, ids=lambda path: f"{path.parts[-3]}-{path.stem}")
def test_no_figure_of_a_policy_stands_in_the_code_of_a_rule(path):
    constants = list(_constants(path.read_text(encoding="utf-8")))
    words = [each for each in constants if isinstance(each, str)]

    assert {each for each in constants if isinstance(each, int | float) and not isinstance(each, bool)} <= {0}
    figures = [each for each in words if re.search(r"\d", each) and not _is_of_a_clause(each)]
    assert [each for each in figures if not find_entry(each)] == []


def _constants(code: str) -> Iterator[object]:
    """What stands in the code as it is, docstrings left out; strings that are joined count as one."""
    tree = ast.parse(code)
    documentation = {node.value for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node not in documentation:
            yield node.value


def _is_of_a_clause(words: str) -> bool:
    """Whether the words are the id of a clause, the end of one or a quotation, apart from the name of an officer."""
    words = " ".join(words.replace(" Section 151", "").split())
    clauses = load_library().clauses
    return not re.search(r"\d", words) or any(
        words == clause.id
        or (words.startswith(".") and clause.id.endswith(words))
        or words in " ".join(clause.text.split())
        for clause in clauses
    )


def test_a_figure_in_the_code_of_a_rule_would_be_seen():
    constants = list(
        _constants('"""Over 50."""\ndef f(said):\n    """48"""\n    return said.value > 20, f"in {said} 3 days"\n')
    )

    assert 20 in constants and " 3 days" in constants
    assert not any("50" in str(each) or "48" in str(each) for each in constants)
    assert not _is_of_a_clause(" 3 days") and _is_of_a_clause("within a 12 month period")


def test_the_json_has_the_fixed_shape_and_survives_the_wire():
    shaped = assess_json(employee("gift_offered", form="money", school_type="foundation"), load_library())

    assert json.loads(json.dumps(shaped)) == shaped
    assert list(shaped) == [
        "situation", "outcome", "duties", "findings", "unknown", "approver", "receivers", "advisory",
    ]  # fmt: skip
    assert shaped["findings"][1] == {
        "policy": "employee_code_of_conduct",
        "clause": "gifts.1",
        "label": load_library().get("gifts.1").label,
        "quote": "Employees must never accept monetary gifts of any kind, whether in the form of cash, or cheques, "
        "vouchers or coupons.",
        "version": 1,
        "because": "The gift must be treated as a gift of money, so you can't accept it, whatever its value.",
    }
    assert "advisory" not in assess_json(employee("gift_offered"), load_library())


def test_a_day_without_a_figure_fails_loudly(monkeypatch):
    def nothing(name, on):
        raise LookupError(name)

    monkeypatch.setattr("knowledge.ruling.value", nothing)
    with pytest.raises(LookupError, match="gift_reason_over"):
        assess("gift_offered", "employee", {}, ON)


def test_another_figure_in_force_gives_another_ruling(monkeypatch):
    facts = {"value": "30", "token": True, "form": "goods", "regular": False, "letting_contract": False,
             "purchasing": False, "wants_to_accept": True}  # fmt: skip
    assert assess("gift_offered", "employee", facts, ON).outcome == "may_accept"

    lower = value("gift_reason_over", ON)
    lower = type(lower)(lower.name, lower.amount / 2, lower.unit, lower.clause, lower.words)
    monkeypatch.setattr("knowledge.ruling.value", lambda name, on: lower)
    assert assess("gift_offered", "employee", facts, ON).outcome == "approval"
