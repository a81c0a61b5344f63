"""A message read in parts: the same as one part after another, never more than a few, and shortened vectors."""

import numpy as np
import pytest

from knowledge.understanding.compact import WIDTH, Compact, axes_of, compact_of
from knowledge.understanding.kept import Kept
from knowledge.understanding.lessons import phrasings
from knowledge.understanding.reading import Reading
from tests.engines import EACH_TIER, engine_of

TEXTS = ("I was offered two tickets for the rugby", "my ipad has been stolen", "what counts as a relative")
STORY = (
    "Bit of a saga. The boiler packed in before Christmas and I got a fitter out. This morning her grandson came in "
    "with an envelope. There were five twenties in it. I've put it in my drawer. What should I do now?"
)


def reading_of(tier: str) -> Reading:
    engine = engine_of(tier)
    return Reading(engine.classifier, engine.encoder.encode if engine.encoder else None)


@pytest.mark.parametrize("tier", EACH_TIER)
def test_texts_read_together_mean_what_they_mean_alone(tier):
    together = reading_of(tier)
    together.ahead(TEXTS)
    for text in TEXTS:
        alone = reading_of(tier).rank(text)
        assert [each.label for each in together.rank(text)] == [each.label for each in alone]
        assert np.allclose([each.score for each in together.rank(text)], [each.score for each in alone], atol=1e-4)


@pytest.mark.parametrize("tier", EACH_TIER)
def test_of_a_long_story_the_three_plainest_parts_are_read_in_its_order(tier):
    told = reading_of(tier).told(STORY)
    assert len(told) == 3
    assert [STORY.index(part) for part in told] == sorted(STORY.index(part) for part in told)
    assert any("envelope" in part for part in told)


@pytest.mark.parametrize("tier", EACH_TIER)
def test_a_figure_with_pence_is_no_end_of_a_part(tier):
    assert reading_of(tier).told("A rep posted me a knife worth £129.95 today. I sign off their invoices.") == [
        "A rep posted me a knife worth £129.95 today",
        "I sign off their invoices",
    ]


def test_a_text_is_encoded_once_whatever_is_asked_of_it():
    engine, asked = engine_of("full"), []

    def encode(text: str) -> np.ndarray:
        asked.append(text)
        return engine.encoder.encode(text)

    reading = Reading(engine.classifier, encode)
    for _ in range(2):
        reading.rank(STORY)
        reading.told(STORY)
        reading.meant(STORY)
    assert len(asked) == len(set(asked)) == 4


def test_shortened_vectors_keep_how_alike_texts_are():
    encoder = engine_of("full").encoder
    said = [phrasing.text for phrasing in phrasings()][::40]
    whole = np.array([encoder.encoder.encode(text) for text in said])
    short = np.array([encoder.encode(text) for text in said])
    assert short.shape == (len(said), WIDTH)
    assert np.abs(whole @ whole.T - short @ short.T).mean() < 0.02


class Turning:
    """An encoder that lays its texts on few axes."""

    id = "turning"

    def encode(self, text: str) -> np.ndarray:
        vector = np.zeros(384, np.float32)
        vector[len(text) % 7] = 1
        return vector


def test_the_axes_stay_as_they_were_first_found_whatever_is_learnt_later(tmp_path):
    first = compact_of(Kept(tmp_path), Turning(), ["a", "bb", "ccc"] * 100)
    later = compact_of(Kept(tmp_path), Turning(), ["dddd", "eeeee"] * 100)
    assert isinstance(first, Compact) and first.id == later.id
    assert np.array_equal(first.axes, later.axes)
    assert np.allclose(first.encode("a") @ first.encode("a"), 1) and abs(first.encode("a") @ first.encode("bb")) < 1e-6


def test_axes_are_as_many_as_they_should_be_and_of_unit_length():
    axes = axes_of(Turning(), ["a", "bb", "ccc"])
    assert axes.shape == (384, WIDTH) and np.allclose(np.linalg.norm(axes, axis=0), 1, atol=1e-5)
