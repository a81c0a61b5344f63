"""The engine in both of its tiers, as tests use it: each fitted once, and read back by every other process."""

import functools
import os
from pathlib import Path

import pytest

from knowledge.clauses import load_library
from knowledge.understanding.engine import Engine, load_engine
from tests.settings import MODEL

WORDS = Path(__file__).parent / "output" / "words"
TIERS = ("full", "words")
# Fitted once in a run: all that asks the tier without an encoder goes to one worker.
WORDS_ALONE = pytest.mark.xdist_group("figures")
EACH_TIER = ("full", pytest.param("words", marks=WORDS_ALONE))


@functools.cache
def engine_of(tier: str) -> Engine:
    """Give the engine of a tier: ``full`` as ``make test`` builds it, ``words`` from a folder without an encoder.

    A test of the full tier is skipped where the encoder could not be fetched, but never in CI.
    """
    if tier == "words":
        return load_engine(load_library(), WORDS)
    engine = load_engine(load_library(), MODEL)
    if engine.encoder is None and not os.environ.get("CI"):
        pytest.skip(engine.notice)
    assert engine.encoder is not None, engine.notice
    return engine


def any_engine() -> Engine:
    """Give the best engine that this machine has: in CI always the full one."""
    try:
        return engine_of("full")
    except pytest.skip.Exception:
        return engine_of("words")
