"""Short answers: yes and no, don't know, rather not say, choices, references."""

import pytest

from knowledge.understanding.slots import is_dont_know, is_withheld, read_choice, read_reference, read_yes_no

YES = (
    "yes|Yeah|yep|yup|aye|go on then|please do|ok|sure|correct|that's right|ie"
    "|yes please|yesss|no problem|I think so|I did"
    "|yes, if Megan agrees|well yes I suppose|yeah go for it mate|absolutely|I'd like to|👍|OK thanks|it was|do it|Y"
)
NO = (
    "no|nope|nah|no thanks|not really|don't|rather not|I'd rather not|I didn't"
    "|I don't think so|no, it was my wife|nage|never"
    "|of course not|absolutely not|it wasn't me|I have not|not yet|👎|No.|N"
)
NEITHER = "maybe|two tickets|I was offered wine|nobody told me|a resident|never mind|yes and no|Saturday|"


@pytest.mark.parametrize("text", YES.split("|"))
def test_a_yes_in_any_dress_is_a_yes(text):
    assert read_yes_no(text) is True


@pytest.mark.parametrize("text", NO.split("|"))
def test_a_no_in_any_dress_is_a_no(text):
    assert read_yes_no(text) is False


@pytest.mark.parametrize("text", NEITHER.split("|"))
def test_what_is_neither_is_none(text):
    assert read_yes_no(text) is None


@pytest.mark.parametrize(
    "text", ["I don't know", "not sure", "dunno", "no idea", "can't remember sorry", "I’m not sure", "idk"]
)
def test_not_knowing_is_neither_yes_nor_no(text):
    assert is_dont_know(text)
    assert read_yes_no(text) is None


@pytest.mark.parametrize("text", ["I'd rather not say", "prefer not to say", "don't want to give a name", "no comment"])
def test_keeping_it_to_oneself_is_neither_yes_nor_no(text):
    assert is_withheld(text)
    assert read_yes_no(text) is None


@pytest.mark.parametrize("text", ["yes", "no", "a resident", "rather not"])
def test_a_plain_answer_is_neither_unknown_nor_withheld(text):
    assert not is_dont_know(text)
    assert not is_withheld(text)


HOW = {"lost": ("lost it", "mislaid"), "stolen": ("nicked", "pinched")}


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("lost", "lost"),
        ("It was nicked!", "stolen"),
        ("not stolen, lost", "lost"),
        ("stollen", "stolen"),
        ("the second one", "stolen"),
        ("1", "lost"),
        ("last", "stolen"),
        ("i think i mislaid it", "lost"),
    ],
)
def test_a_choice_is_read_from_its_words_its_order_or_near_its_spelling(text, key):
    assert read_choice(text, HOW) == key


@pytest.mark.parametrize("text", ["lost or stolen", "3", "bananas", "", "?"])
def test_no_choice_or_several_is_none(text):
    assert read_choice(text, HOW) is None


def test_the_longer_words_win_over_those_inside_them():
    owners = {"own": ("my own", "mine"), "council": ("the council's own",)}
    assert read_choice("it's the council's own", owners) == "council"


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("GH-2026-0001", "GH-2026-0001"),
        ("gh-2026-1", "GH-2026-0001"),
        ("what about inc 2026 14?", "INC-2026-0014"),
        ("dec20260003", "DEC-2026-0003"),
        ("REQ–2026–0120", "REQ-2026-0120"),
        ("ack/2026/7", "ACK-2026-0007"),
        ("NOT-2026-12", "NOT-2026-0012"),
    ],
)
def test_a_reference_is_read_in_any_dress(text, reference):
    assert read_reference(text) == reference


@pytest.mark.parametrize("text", ["not 2026 12 people", "GH", "2026-0001", "XGH-2026-0001", "decided in 2026"])
def test_what_is_no_reference_is_none(text):
    assert read_reference(text) is None
