"""Facts in sentences of two people who had read the list of facts alone, their situation to be recognised as well."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from knowledge.understanding.evaluating import Utterances, judge_utterance
from tests.engines import engine_of

SAID_ON = datetime(2026, 11, 16, 10, 0)
HERE = Path(__file__).parent / "understanding"
MOST_WRONG = 0.05


@pytest.mark.parametrize(("name", "floor"), [("facts_development", 0.57), ("facts_held_out", 0.55)])
def test_facts_written_without_sight_of_the_readers_hold_their_floor(name, floor):
    figures, engine = Utterances(), engine_of("full")
    for line in (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
        judge_utterance(engine, json.loads(line), SAID_ON, figures)
    assert figures.facts_found / figures.facts >= floor
    assert figures.facts_wrong / figures.facts <= MOST_WRONG
