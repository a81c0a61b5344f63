"""The words of "what if" and "why": what asks it, that every fact of every rule has its words, and how they read."""

import re
from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from bot.people import demo_directory
from dialogs import what_if
from dialogs.in_hand import Matter
from dialogs.outcomes_in_words import COMES, FALLS_AWAY, OUTCOMES
from dialogs.situations import SITUATIONS, find_situation
from dialogs.situations.media_enquiry import the_line
from dialogs.steps import next_step
from dialogs.supposed import EXACTLY, OVER, SUPPOSED, UNDER, words_for
from dialogs.what_if_words import asks_why, supposal_in, wants_more
from knowledge.clauses import load_library
from knowledge.facts import NUMBERS
from knowledge.ruling import RULES
from knowledge.words import Duty, Outcome

ON = date(2026, 11, 17)
PLACES = {"you", "your", "whom", "whose", "giver", "at"}
SOMEBODY = {"you": "you", "your": "your", "whom": "you", "whose": "yours", "giver": "Acme", "at": "£50"}


@pytest.mark.parametrize(
    "text",
    [
        "what if", "What if?", "and what if...", "what would change that?", "what would change this answer?",
        "would it be different if ...", "what would make it OK?", "what would change GH-2026-0001?",
        "is there any way I can keep it?", "when would it be allowed?", "what would have to change?",
    ],
)  # fmt: skip
def test_what_asks_in_general(text):
    assert supposal_in(text).rest == ""


@pytest.mark.parametrize(
    ("text", "rest", "firm"),
    [
        ("what if it was £40?", "it was £40", True),
        ("what if my manager agrees?", "my manager agrees", True),
        ("and if I give it to the raffle?", "I give it to the raffle", True),
        ("suppose it was a meal instead", "it was a meal", True),
        ("would it be different if it was from a resident?", "it was from a resident", True),
        ("if it was £40, could I keep it?", "it was £40", False),
    ],
)
def test_what_is_supposed(text, rest, firm):
    found = supposal_in(text)

    assert (found.rest, found.firm) == (rest, firm)


@pytest.mark.parametrize(
    "text",
    ["actually it was £40", "sorry, it was £40", "a resident gave me £10", "what is a gift?", "I lost my iPad",
     "what should I do?", "if they ask I will say no", "can I keep it?"],
)  # fmt: skip
def test_what_supposes_nothing(text):
    assert supposal_in(text) is None


@pytest.mark.parametrize(
    "text",
    ["why?", "why not?", "but why", "why can't I keep it?", "why can’t I keep it?", "why do I need approval?",
     "why GH-2026-0001?", "how come?", "why must my manager know?", "why was it refused?"],
)  # fmt: skip
def test_what_asks_why(text):
    assert asks_why(text)


@pytest.mark.parametrize(
    "text",
    ["why can't I keep the flowers?", "why do I need approval for a second job?", "why do you ask?", "what for",
     "why do councillors get iPads?"],
)  # fmt: skip
def test_a_why_that_names_something_else_is_another_question(text):
    assert not asks_why(text)


def test_more_is_asked_for_in_few_words():
    assert wants_more("show more") and wants_more("more") and not wants_more("I need more time")


def _facts_of_rules():
    return sorted({(rule.situation, fact) for rule in RULES.values() for fact in rule.facts if fact.rules}, key=str)


@pytest.mark.parametrize(("situation", "fact"), _facts_of_rules(), ids=lambda value: getattr(value, "name", value))
def test_every_value_of_every_fact_has_its_words(situation, fact):
    if (
        fact.kind in NUMBERS
        and fact.boundaries is None
        and not any(q.id == fact.name for s in SITUATIONS if s.id == situation for q in s.questions)
    ):
        return
    words = words_for(situation, fact.name)
    expected = {UNDER, OVER, EXACTLY} if fact.kind in NUMBERS else set(fact.values or (True, False))

    assert expected <= set(words)
    for each in words.values():
        assert set(re.findall(r"{(\w+)}", each)) <= PLACES
        assert "  " not in each.format(**SOMEBODY) and not each.endswith(".")


def test_no_words_stand_for_a_fact_that_no_rule_has():
    names = {fact.name for _, fact in _facts_of_rules()}

    assert {name.rpartition(".")[2] for name in SUPPOSED} <= names


def test_every_outcome_and_every_duty_has_its_words():
    assert set(OUTCOMES) == set(Outcome)
    assert set(COMES) == set(FALLS_AWAY) == set(Duty)


def test_the_media_line_is_that_of_the_clause():
    assert f'"{the_line(load_library())}"' in load_library().get("media-contacts.4").text
    ready = find_situation("media_enquiry", "employee").ready

    assert ready({}, ("employee_position",), load_library())[1] == the_line(load_library())
    assert ready({}, ("not_authorised",), load_library()) == ()


def _answer(question):
    """One answer of each kind; of a choice the first."""
    kinds = {"yes_no": False, "money": "80.00", "percent": 30, "hours": 55, "day": "2026-11-16"}
    if question.kind == "choice":
        return question.options[0].value
    return {**kinds, "moment": "2026-11-16T09:00"}.get(question.kind, "Acme")


def _settled(situation, owner):
    answers = {}
    while (step := next_step(situation, answers, ON)).question:
        answers[step.question.id] = _answer(step.question)
    return Matter(situation, answers, owner, ON, Decimal(0), step.ruling, True)


def _said(monkeypatch, matter, reader):
    said = []
    monkeypatch.setattr(what_if, "_close", lambda turn, matter, paragraphs, citations: said.extend(paragraphs))
    desk = SimpleNamespace(library=load_library(), directory=demo_directory())
    what_if._answer_in_general(SimpleNamespace(desk=desk, person=reader, replies=[]), matter)
    return [paragraph for paragraph in said if paragraph]


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda situation: f"{situation.id}-{situation.audience}")
def test_every_situation_says_what_would_change_it(situation, monkeypatch):
    directory = demo_directory()
    owner = directory.by_key("rhys" if situation.audience == "councillor" else "amy")
    matter = _settled(situation, owner)
    for reader in (owner, directory.by_key("megan")):
        lead, *rows = _said(monkeypatch, matter, reader)
        assert lead.startswith(("**Nothing ", "**It would be different"))
        assert len([row for row in rows if row.startswith("If ")]) <= what_if.MOST
        assert bool(rows) == ("so:" in lead)
        for words in (lead, *rows):
            assert not re.search(r"[{}]|  |\bNone\b|\.\.(?!\.)", words), words
