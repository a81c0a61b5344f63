"""What people type, and what the engine makes of it."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from knowledge.clauses import load_library
from knowledge.understanding.engine import load_engine
from knowledge.understanding.report import classify_json
from tests.engines import TIERS, WORDS, any_engine, engine_of

NOW = datetime(2026, 11, 22, 10, 0)
SITUATIONS = {"gift_offered", "hospitality_offered", "device_lost"}
HERE = Path(__file__).parent / "understanding"
engine = any_engine
pytestmark = pytest.mark.xdist_group("figures")


def understood(text, audience="employee", pending=None, tier=None):
    return (engine_of(tier) if tier else engine()).understand(text, audience, NOW, pending)


@dataclass
class Figures:
    right: float
    among_three: float
    acted: float
    wrong: float


@cache
def figures(name, tier):
    lines = [json.loads(line) for line in (HERE / name).read_text(encoding="utf-8").splitlines()]
    right = among = acted = wrong = 0
    for line in lines:
        made = understood(line["text"], line["role"], tier=tier)
        labels = [candidate.situation for candidate in made.candidates]
        right += labels[0] == line["situation"]
        among += line["situation"] in labels[:3]
        acted += made.decision == "act"
        wrong += made.decision == "act" and labels[0] != line["situation"]
    return Figures(right / len(lines), among / len(lines), acted / len(lines), wrong / len(lines))


FLOORS = {
    ("development.jsonl", "full"): Figures(right=0.86, among_three=0.96, acted=0.62, wrong=0.035),
    ("held_out.jsonl", "full"): Figures(right=0.77, among_three=0.92, acted=0.48, wrong=0.045),
    ("held_out.jsonl", "words"): Figures(right=0.58, among_three=0.82, acted=0.25, wrong=0.06),
}


@pytest.mark.parametrize(("name", "tier"), FLOORS)
def test_lines_written_without_sight_of_the_phrasings_hold_their_floor(name, tier):
    held, floor = figures(name, tier), FLOORS[name, tier]
    assert held.right >= floor.right and held.among_three >= floor.among_three
    assert held.acted >= floor.acted and held.wrong <= floor.wrong


def test_the_encoder_understands_more_and_errs_less():
    full, words = (figures("held_out.jsonl", tier) for tier in TIERS)
    assert full.right > words.right + 0.05 and full.acted - full.wrong > words.acted - words.wrong


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("I was offered tickets", "hospitality_offered"),
        ("I was offered two tickets for Wales v Scotland by Acme Construction, £120", "hospitality_offered"),
        ("can I accept a bottle of wine?", "gift_offered"),
        ("a resident gave me a £10 voucher", "gift_offered"),
        ("someone nicked my ipad from the car", "device_lost"),
        ("I LOST MY IPAD ON THE TRAIN", "device_lost"),
        ("my wife was offered tickets by a contractor", "hospitality_offered"),
        ("Hi, hope you're well. A contractor handed me £200 yesterday. What do I do?", "gift_offered"),
    ],
)
@pytest.mark.parametrize("audience", ["employee", "councillor"])
def test_a_case_of_ones_own_is_acted_on_whoever_tells_it(text, situation, audience):
    made = understood(text, audience)
    assert (made.decision, made.top.situation) == ("act", situation)


@pytest.mark.parametrize(
    "text",
    [
        "my colleague was offered tickets",
        "nobody offered me anything",
        "I haven't lost my ipad",
        "are staff allowed to accept gifts?",
        "what if somebody offers me tickets",
        "my wife works for a contractor",
        "I've been charged with an offence",
        "I've clicked a dodgy link",
        "Mrs Jones left me £500 in her will",
        "I won an iPad at the conference",
        "I left casework papers on the train",
        "I lost my seat at the election",
        "my boss's laptop was stolen",
        "I was offered a job by a contractor",
        "can my wife use the ipad",
        "someone stole my bike",
        "I bought my mum a present",
        "I want to give a client a birthday present",
        "an old lady I cared for left me her ring when she died",
        "my name was pulled out of the hat and I've won a hamper at a supplier's dinner",
        "a builder has offered me paid work at weekends",
        "a firm wants to sponsor our staff awards",
        "order twenty boxes and you get a free telly",
        "got a text saying I've won a gift card, click here",
        "why can't we take money off residents",
        "where do I log a gift",
        "a lad in my office was taken to the races by a supplier",
        "my ipad has gone haywire",
        "dropped my phone and the screen smashed",
        "my laptop won't turn on",
        "I've lost the wifi connection on my ipad",
    ],
)
def test_what_only_looks_like_a_case_is_never_acted_on_as_one(text):
    made = understood(text)
    assert made.decision != "act" or made.top.situation not in SITUATIONS


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("a firm that won the contract took us all to dinner", "hospitality_offered"),
        ("a rep is paying for the team breakfast", "hospitality_offered"),
        ("a contractor gave me a watch after the job he won the tender for", "gift_offered"),
        ("dropped my phone, it's cracked and now I can't find it", "device_lost"),
    ],
)
def test_a_case_that_sounds_like_another_matter_is_still_a_case(text, situation):
    made = understood(text)
    assert situation in [candidate.situation for candidate in made.candidates[:2]]
    assert made.decision != "act" or made.top.situation == situation


@pytest.mark.parametrize(
    ("text", "situation"),
    [
        ("my wife works for a contractor", "interest_held"),
        ("I've been charged with an offence", "criminal_matter"),
        ("I've clicked a dodgy link", "virus_suspected"),
        ("Mrs Jones left me £500 in her will", "bequest_left"),
        ("I left casework papers on the train", "papers_lost"),
        ("what counts as a relative", "policy_question"),
    ],
)
def test_every_subject_of_the_policies_is_recognised(text, situation):
    made = understood(text)
    assert (made.decision, made.top.situation) == ("act", situation)


@pytest.mark.parametrize(
    "text",
    [
        "when is my bin collected",
        "tell me a joke",
        "asdfghjkl",
        "",
        "   ",
        "😀😀",
        "???",
        "yes",
        "£50",
        "about 40 quid",
        "Tarmac",
    ],
)
def test_what_means_nothing_by_itself_is_left_alone(text):
    assert understood(text).decision == "none"


@pytest.mark.parametrize(
    ("text", "move"),
    [
        ("hi", "greet"),
        ("cancel", "cancel"),
        ("go back", "back"),
        ("Why?", "why"),
        ("thanks!", "thanks"),
        ("start again", "start_again"),
    ],
)
def test_a_move_is_recognised_in_its_own_words(text, move):
    made = understood(text)
    assert (made.decision, made.top.situation) == ("act", move)


def test_two_cases_in_one_message_are_both_offered():
    made = understood("I lost my ipad on the train and I was offered tickets by a contractor")
    assert made.decision == "ask"
    assert {choice.situation for choice in made.choices} == {"device_lost", "hospitality_offered"}


def test_another_language_is_flagged_and_nothing_is_read_into_it():
    made = understood("Rwyf wedi colli fy iPad ar y trên", "councillor")
    assert made.foreign and made.decision == "none" and made.facts == {}
    assert not understood("bore da").foreign


def test_a_question_is_flagged_and_an_event_is_not():
    assert understood("can I accept a bottle of wine?").asks
    assert not understood("I was offered a bottle of wine").asks


def test_facts_of_the_pending_case_are_read_from_a_bare_answer():
    assert understood("£45", pending="gift_offered").facts.get("value") == Decimal("45")
    assert understood("£45").facts == {}


@pytest.mark.parametrize(
    "text",
    [
        "x" * 4000,
        "gift " * 800,
        "'; DROP TABLE records; --",
        "<script>alert(1)</script>",
        "\x00\u202e{{7*7}}${jndi:ldap}",
        "%s%n\\",
        "(" * 500,
        "½ ² Ⅷ ٣",
    ],
)
def test_hostile_and_endless_texts_are_answered_like_any_other(text):
    made = understood(text)
    assert made.decision in {"act", "ask", "none"}
    engine().search(text, "employee", NOW.date())


def test_scores_are_a_distribution_best_first():
    scores = [candidate.score for candidate in understood("I was given some flowers").candidates]
    assert scores == sorted(scores, reverse=True)
    assert 0 < sum(scores) <= 1.0001 and len(scores) <= 5


def test_several_threads_get_the_same_answers_and_so_does_a_second_engine():
    texts = ["I was offered tickets", "lost my laptop", "can I wear jeans", "hello"] * 5
    alone = [classify_json(understood(text, tier="words")) for text in texts]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda text: classify_json(understood(text, tier="words")), texts)) == alone
    fresh = load_engine.__wrapped__(load_library(), WORDS)
    assert [classify_json(fresh.understand(text, "employee", NOW)) for text in texts[:4]] == alone[:4]


def test_the_report_is_plain_json():
    shape = classify_json(understood("a supplier offered me two rugby tickets worth £120 last Friday"))
    assert json.loads(json.dumps(shape)) == shape
    assert set(shape) == {"decision", "candidates", "facts"}
    assert shape["facts"]["value"] == "120.00" and shape["facts"]["offered_on"] == "2026-11-20"
    assert "thing" not in shape["facts"] and len(shape["candidates"]) <= 5
    assert all(set(c) == {"situation", "score"} and c["score"] == round(c["score"], 4) for c in shape["candidates"])
