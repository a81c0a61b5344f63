"""Questions about what is unclear: both passages, what is safest, and no such note where a question is plain."""

import json
from collections import defaultdict
from datetime import date, datetime
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from dialogs.answering import PolicyAnswer, find_answer
from knowledge.clauses import load_library
from knowledge.ledger.asked import asked_about
from knowledge.ledger.entries import find_entry
from tests.engines import any_engine
from tests.ledger_kit import having_decided

ON = date(2026, 11, 22)
FOLDER = Path(__file__).parent / "understanding"


def lines(name: str) -> tuple[dict, ...]:
    return tuple(json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines())


LINES = lines("questions_development.jsonl")
EVERYDAY = lines("ledger_questions.jsonl")
SHARES = {"full": (0.9, 0.88, 0.65), "words only": (0.65, 0.75, 0.3)}  # development, everyday, everyday of each entry
CONTRADICTIONS = [line for line in LINES if line.get("both")]
PLAIN = [line for line in LINES if not line.get("both")]
COUSIN = "does my cousin count as a relative if they apply for a job on my team?"


def answer(text: str, role: str) -> PolicyAnswer:
    understood = any_engine().understand(text, role, datetime(2026, 11, 22, 10))
    return find_answer(any_engine(), load_library(), text, role, ON, "Megan Lloyd", understood=understood)


@cache
def answers() -> dict[str, PolicyAnswer]:
    return {line["text"]: answer(line["text"], line["role"]) for line in LINES}


def cited(found: PolicyAnswer) -> set[str]:
    return {hit.clause.id for hit, _ in zip(found.hits, found.quotes, strict=False)}


def test_contradictions_are_answered_with_both_passages():
    shown = [set(line["both"]) <= cited(answers()[line["text"]]) for line in CONTRADICTIONS]
    noted = [answers()[line["text"]].unclear for line in CONTRADICTIONS]
    right = [
        each is not None and each.entry.id == line["ledger"] for each, line in zip(noted, CONTRADICTIONS, strict=True)
    ]
    least, *_ = SHARES[any_engine().tier]
    assert sum(shown) / len(shown) >= least
    assert sum(right) / len(right) >= least


def test_a_plain_question_is_hardly_ever_answered_as_a_contradiction():
    wrong = [line["text"] for line in PLAIN if answers()[line["text"]].unclear]
    assert len(wrong) / len(PLAIN) <= 0.02, wrong


def is_shown(line: dict) -> bool:
    found, passages = answer(line["text"], line["role"]), find_entry(line["ledger"]).passages
    told = found.unclear is not None and found.unclear.entry.id == line["ledger"]
    return told or len({each.clause for each in passages} & cited(found)) > 1


def test_both_passages_are_shown_in_whatever_everyday_words_people_ask():
    shown = defaultdict(list)
    for line in EVERYDAY:
        if "ledger" in line:
            shown[line["ledger"]].append(is_shown(line))
    every = list(chain.from_iterable(shown.values()))
    _, of_all, of_each = SHARES[any_engine().tier]
    assert sum(every) / len(every) >= of_all
    assert {entry: share for entry, told in shown.items() if (share := sum(told) / len(told)) < of_each} == {}


def test_a_question_near_an_entry_that_does_not_touch_it_is_not_told_of_it():
    wrong = [line["text"] for line in EVERYDAY if "near" in line and answer(line["text"], line["role"]).unclear]
    assert len(wrong) <= 3, wrong


def test_passages_of_an_entry_that_come_first_are_both_shown_though_nothing_is_said_to_be_unclear():
    found = answer("got a speeding ticket do i tell my boss", "employee")
    assert found.unclear is None
    assert cited(found) == {each.clause for each in find_entry("X6").passages}


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("is a reason enough for a gift worth £80 or must my manager approve", "X13"),
        ("is a reason enough for a gift worth £8 or must my manager approve", None),
        ("is a reason enough for a gift worth 50 quid or must my manager approve", "X13"),
        ("is a reason enough for a gift or must my manager approve", "X13"),
    ],
)
def test_an_entry_about_one_side_of_a_figure_is_not_told_for_an_amount_on_the_other(text, entry):
    found = asked_about(text, ("registration-of-gifts-and-hospitality.4",), ON)
    assert (found.entry.id if found else None) == entry


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("my uncle Dafydd's eldest son wants the job", "X3"),
        ("my uncle wants the job, and so do I, as he has no son", None),
        ("my friend the cousin of a friend wants the job", "X19"),
    ],
)
def test_words_may_stand_a_little_apart_and_others_say_that_it_is_about_something_else(text, entry):
    found = asked_about(text, ("personal-relationships.1",), ON)
    assert (found.entry.id if found else None) == entry


def test_slips_are_mended_before_the_words_are_looked_for():
    assert answer("may i interveiw my cuosin for a vacency", "employee").unclear.entry.id == "X3"


def test_an_answer_says_what_is_safest_first_then_the_passages_word_for_word_and_whom_to_ask():
    found = answer("may I book my holidays on the council laptop", "councillor")
    entry = find_entry("X30")
    assert found.outcome == "answered" and found.unclear.entry is entry
    assert found.text.startswith(f"**Until HR decides, the safer way counts: {entry.safest}**\n\n{entry.says}\n\n“")
    assert found.text.endswith("HR hasn't decided which of these holds. You can ask Megan Lloyd.")
    assert len(found.quotes) == len(found.citations) == len(found.hits) >= 2
    for hit, words in zip(found.hits, found.quotes, strict=True):
        assert words in hit.clause.text and " ".join(words.split()) in found.text


def test_once_decided_an_answer_cites_the_decision_first_and_keeps_the_passages():
    with having_decided("X3", "counts", words="A cousin counts."):
        found = answer(COUSIN, "employee")
    assert found.text.startswith("**HR decided on 10 November 2026: “A cousin counts.”**")
    assert "hasn't decided" not in found.text and len(found.quotes) == 2


@pytest.mark.parametrize(
    ("text", "clauses", "entry"),
    [
        ("can I leave it in the boot of the car", ("7.3",), "X36"),
        ("where do I leave it in my room in Cardiff", ("7.3",), None),
        ("can I leave it in the boot of the car", ("7.4",), None),
        ("can I leave it in the boot of the car", ("7.4", "7.3", "7.2"), "X36"),
        ("may I use my address for personal things", ("2.11",), "X30"),
        ("what is my address", ("2.11",), "X29"),
        ("what is my address", (), None),
    ],
)
def test_a_question_is_about_an_entry_by_its_clauses_and_its_words(text, clauses, entry):
    found = asked_about(text, clauses, ON)
    assert (found.entry.id if found else None) == entry


def test_the_words_of_a_decision_are_shown_as_data():
    with having_decided("X3", "counts", words="*Cousins* [count](http://x)."):
        assert "\\*Cousins\\* \\[count\\]" in answer(COUSIN, "employee").text
