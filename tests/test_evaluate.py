"""probity evaluate: the figures of labelled lines, the picture, and what is said of a file that is not one."""

import json

import pytest
from PIL import Image

from bot.cli import main
from knowledge.understanding.evaluating import calibration_error
from tests.engines import WORDS, WORDS_ALONE

pytestmark = WORDS_ALONE


@pytest.fixture
def words_only(monkeypatch, tmp_path):
    monkeypatch.setenv("PROBITY_MODEL", str(WORDS))
    return tmp_path


def written(folder, *lines):
    path = folder / "lines.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return path


def test_the_figures_of_utterances_and_questions_are_told_and_the_confusions_drawn(words_only, capsys):
    path = written(
        words_only,
        {"text": "I lost my iPad", "role": "councillor", "situation": "device_lost", "facts": {"device": "ipad"}},
        {"text": "a supplier gave me a £20 bottle of wine", "role": "employee", "situation": "hospitality_offered"},
        {"text": "asdf qwer", "role": "employee", "situation": "out_of_scope"},
        {"text": "can I use my Nectar card", "role": "employee", "clauses": ["hospitality.4"]},
        {"text": "when is my bin collected", "role": "employee", "clauses": []},
    )
    assert main(["evaluate", str(path), "--picture", str(words_only / "confused.png")]) == 0
    out = capsys.readouterr().out
    assert "utterances                    3" in out
    assert "right label first             0.667" in out
    assert "facts found                   1.000 of 1" in out
    assert "1 hospitality_offered taken for gift_offered" in out
    assert "right clause first            1.000" in out and "declined     1.000 of 1" in out
    with Image.open(words_only / "confused.png") as image:
        assert image.format == "PNG" and image.width == image.height
        assert len(image.getcolors(1 << 16)) > 3


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (['{"text": "x", "role": "employee"}'], 'Line 1 needs "text", "role"'),
        (['{"text": "x", "role": "mayor", "situation": "why"}'], "Line 1: The role must be employee or councillor."),
        (["{", ""], "Line 1 is not JSON."),
        (["[]"], "Line 1 needs"),
        ([""], "has no lines"),
    ],
)
def test_a_file_that_is_none_is_told_with_its_line(lines, says, tmp_path, capsys):
    path = tmp_path / "bad.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert main(["evaluate", str(path)]) == 1
    assert says in capsys.readouterr().err


def test_a_missing_file_and_a_place_that_cannot_be_written_are_told(words_only, capsys):
    assert main(["evaluate", str(words_only / "nothing.jsonl")]) == 1
    assert "can't be read" in capsys.readouterr().err
    path = written(words_only, {"text": "I lost my iPad", "role": "councillor", "situation": "device_lost"})
    assert main(["evaluate", str(path), "--picture", str(words_only / "no" / "where.png")]) == 1
    assert "can't be written" in capsys.readouterr().err


def test_the_calibration_error_is_the_gap_between_sure_and_right():
    assert calibration_error([(0.95, True)] * 19 + [(0.95, False)]) == pytest.approx(0.0)
    assert calibration_error([(0.9, False)] * 4) == pytest.approx(0.9)
