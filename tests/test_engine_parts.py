"""The parts of the engine, each by itself."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.clauses import load_library
from knowledge.understanding.concepts import load_concepts
from knowledge.understanding.detector import fit_detector
from knowledge.understanding.features import Vector, blocks, fit_vectoriser
from knowledge.understanding.foreign import is_foreign
from knowledge.understanding.guards import asks, is_about_rules, is_no_event, is_other_matter
from knowledge.understanding.index import build_index
from knowledge.understanding.lessons import phrasings, thresholds_of
from knowledge.understanding.machine import _inverse, fit_machine
from knowledge.understanding.naming import named_clauses
from knowledge.understanding.speller import build_speller
from knowledge.understanding.words import LONGEST, clean, sentences, words

KNOWN = {
    "tickets": 9,
    "ticket": 4,
    "supplier": 5,
    "offered": 7,
    "chocolate": 3,
    "chocolates": 3,
    "match": 2,
    "contractor": 5,
}


def test_words_are_plain_and_figures_lose_their_value():
    assert words(clean("I’ve paid £1,250.50 for 3 cafés")) == ("ive", "paid", "£", "for", "#", "cafes")


def test_clean_cuts_long_texts_and_drops_control_characters():
    assert len(clean("a" * 9000)) == LONGEST
    assert clean("one\u200b\x00 two\t three") == "one two three"


def test_sentences_end_at_full_stops_and_lines():
    assert sentences("One. Two?\nThree") == ("One.", "Two?", "Three")


@pytest.mark.parametrize(
    ("said", "mended"),
    [
        ("offred tickts by a suplier", "offered tickets by a supplier"),
        ("two tikets", "two tickets"),
        ("i got chocolats", "i got chocolates"),
    ],
)
def test_the_speller_mends_slips(said, mended):
    assert build_speller(KNOWN).mend(said) == mended


@pytest.mark.parametrize(
    "said", ["Suplier Ltd", "the mtch", "tikets4u.com", "it's me", "the contractors", "supplier's", "zzzzqqqq"]
)
def test_the_speller_leaves_names_short_words_and_known_words_alone(said):
    assert build_speller(KNOWN).mend(said) == said


@pytest.mark.parametrize(
    "text",
    [
        "Rwyf wedi colli fy iPad ar y trên",
        "Mae fy ngliniadur wedi cael ei ddwyn",
        "j'ai perdu mon ordinateur dans le train",
        "ich habe mein Handy verloren und nicht gefunden",
        "He perdido mi tableta en el tren",
        "我的手机丢了",
        "Я потерял телефон",
        "لقد فقدت هاتفي",
    ],
)
def test_another_language_is_noticed(text):
    assert is_foreign(text)


@pytest.mark.parametrize(
    "text",
    [
        "I lost my ipad in the taxi",
        "hi",
        "",
        "£50",
        "Cymraeg",
        "Tarmac",
        "lunch at Le Monde with a rep",
        "😀",
        "asdf",
        "no",
        "I am on the la carte menu",
    ],
)
def test_english_and_scraps_are_not_taken_for_another_language(text):
    assert not is_foreign(text)


@pytest.mark.parametrize(
    ("situation", "text"),
    [
        ("gift_offered", "nobody offered me anything"),
        ("gift_offered", "I wasn't offered a thing, no gifts at all"),
        ("hospitality_offered", "my colleague was offered tickets"),
        ("hospitality_offered", "the head of planning was taken to lunch by a developer"),
        ("hospitality_offered", "I haven't been invited to anything"),
        ("gift_offered", "I want to give a resident a present"),
        ("device_lost", "I haven't lost my ipad"),
        ("device_lost", "Cllr Jones lost her iPad"),
        ("device_lost", "my boss's laptop was stolen"),
        ("device_lost", "I've found my ipad"),
    ],
)
def test_a_denial_and_somebody_elses_case_are_no_event(situation, text):
    assert is_no_event(situation, text)


@pytest.mark.parametrize(
    ("situation", "text"),
    [
        ("gift_offered", "an old lady left me her ring in her will"),
        ("hospitality_offered", "I won the raffle at a supplier's dinner"),
        ("gift_offered", "a builder has offered me paid work at weekends"),
        ("device_lost", "my ipad has gone haywire"),
        ("device_lost", "dropped my phone and the screen smashed"),
    ],
)
def test_what_only_sounds_like_an_offer_or_a_loss_is_another_matter(situation, text):
    assert is_other_matter(situation, text)


@pytest.mark.parametrize(
    ("situation", "text"),
    [
        ("gift_offered", "a contractor gave me a watch after the job he won the tender for"),
        ("device_lost", "the screen smashed and then it was stolen"),
        ("equipment_fault", "my ipad has gone haywire"),
    ],
)
def test_what_is_the_matter_makes_way_for_no_other(situation, text):
    assert not is_other_matter(situation, text)


@pytest.mark.parametrize(
    ("situation", "text"),
    [
        ("gift_offered", "I was offered a hamper but I haven't given them an answer"),
        ("gift_offered", "I was offered wine and did not accept it"),
        ("hospitality_offered", "my wife was offered tickets by Tarmac"),
        ("hospitality_offered", "my manager and I were offered tickets"),
        ("gift_offered", "my lad was given a console by one of our contractors"),
        ("gift_offered", "a resident gave me chocolates and I gave them back"),
        ("device_lost", "my secretary left my ipad on the train"),
        ("device_lost", "I haven't got my ipad, it's been stolen"),
        ("device_lost", "I lost my laptop and I haven't reported it"),
    ],
)
def test_an_event_with_a_no_in_it_stays_an_event(situation, text):
    assert not is_no_event(situation, text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("can I accept a bottle of wine?", True),
        ("can i keep it", True),
        ("what if I was offered tickets", True),
        ("I was offered tickets by Acme", False),
        ("I was offered tickets by Acme, can I go?", False),
        ("my ipad has been stolen, who do I ring?", False),
    ],
)
def test_a_question_is_told_from_an_event(text, question):
    assert asks(text) is question


def test_rules_in_general_are_told_from_a_case_of_ones_own():
    assert is_about_rules("are staff allowed to accept tickets?")
    assert not is_about_rules("can you unblock a site", "blocked_site_request")
    assert is_about_rules("what happens if I lose my laptop")
    assert not is_about_rules("I was offered tickets, what is the limit?")
    assert not is_about_rules("I don't know if I lost it on the train")


def test_an_index_gives_the_products_of_a_vector_with_every_row():
    rng = np.random.default_rng(7)
    dense = rng.random((20, 30)).astype(np.float32) * (rng.random((20, 30)) < 0.3)
    vectors = [Vector(np.flatnonzero(row).astype(np.int32), row[row > 0]) for row in dense]
    asked = vectors[3]
    assert np.allclose(build_index(vectors, 30).scores(asked), dense @ dense[3], atol=1e-5)


def test_an_index_gives_the_products_of_many_vectors_as_it_gives_those_of_one():
    vectors, _, size = _taught(every=9)
    index = build_index(vectors, size)
    asked = [*vectors[:300], Vector(np.empty(0, np.int32), np.empty(0, np.float32))]
    alone = np.array([index.scores(vector) for vector in asked])
    assert np.allclose(index.scores_of(asked), alone, atol=1e-6)
    assert index.scores_of([]).shape == (0, index.size)


def test_an_inverse_written_in_its_own_place_is_the_inverse():
    rng = np.random.default_rng(3)
    half = rng.random((2500, 40)).astype(np.float32)
    known = half @ half.T + 20 * np.eye(2500, dtype=np.float32)
    found = _inverse(known.copy())
    assert np.array_equal(found, found.T) and np.allclose(found @ known, np.eye(2500), atol=1e-3)


def _taught(every):
    taught = phrasings()[::every]
    counted = [blocks(phrasing.text, load_concepts()) for phrasing in taught]
    vectoriser = fit_vectoriser(counted, load_concepts(), thresholds_of("words")["classify"])
    vectors = [vectoriser.of_blocks(text) for text in counted]
    return vectors, [phrasing.label for phrasing in taught], len(vectoriser.idf)


def _likeness(known, asked, size):
    index = build_index(known, size)
    return np.array([index.scores(vector) for vector in asked])


def test_the_machine_sides_with_a_support_vector_machine_of_scikit_learn():
    from scipy.sparse import csr_matrix
    from sklearn.svm import LinearSVC

    vectors, labels, size = _taught(every=4)
    learn, check = range(0, len(labels), 2), range(1, len(labels), 2)
    half = [vectors[row] for row in learn]
    machine, _ = fit_machine(_likeness(half, half, size), [labels[row] for row in learn], 4.0)
    matrix = csr_matrix(
        (
            np.concatenate([vector.weights for vector in vectors]),
            np.concatenate([vector.features for vector in vectors]),
            np.cumsum([0, *(len(vector.features) for vector in vectors)]),
        ),
        shape=(len(vectors), size),
    )
    reference = LinearSVC(class_weight="balanced", random_state=0).fit(matrix[list(learn)], [labels[r] for r in learn])
    theirs = reference.score(matrix[list(check)], [labels[row] for row in check])
    logits = machine.logits(_likeness(half, [vectors[row] for row in check], size))
    ours = np.mean(
        [machine.labels[best] == labels[row] for best, row in zip(logits.argmax(axis=1), check, strict=True)]
    )
    assert ours > theirs - 0.02


def test_what_the_machine_says_of_a_text_it_does_not_know_is_exact():
    vectors, labels, size = _taught(every=40)
    likeness = _likeness(vectors, vectors, size)
    crowd = {label: labels.count(label) * len(set(labels)) / len(labels) for label in labels}
    _, alone = fit_machine(likeness.copy(), labels, 4.0)
    names = sorted(set(labels))
    for left_out in (0, 7, len(labels) - 1):
        rest = [row for row in range(len(labels)) if row != left_out]
        system = likeness[np.ix_(rest, rest)] + np.diag([crowd[labels[row]] ** 0.5 / 4.0 for row in rest])
        bordered = np.block([[system, np.ones((len(rest), 1))], [np.ones((1, len(rest))), np.zeros((1, 1))]])
        target = np.array([[1 if labels[row] == name else -1 for name in names] for row in rest])
        solved = np.linalg.solve(bordered, np.vstack([target, np.zeros(len(names))]))
        assert np.allclose(likeness[left_out, rest] @ solved[:-1] + solved[-1], alone[left_out], atol=1e-3)


def test_the_detector_tells_what_it_was_shown_to_be_outside():
    rng = np.random.default_rng(3)
    signs = np.vstack([rng.normal(1, 0.3, (60, 6)), rng.normal(0, 0.3, (20, 6))]).astype(np.float32)
    inside = np.arange(80) < 60
    belongs = fit_detector(signs, inside).belongs(signs)
    assert ((belongs > 0.5) == inside).mean() > 0.95
    untaught = fit_detector(signs[:60], inside[:60]).belongs(signs)
    assert untaught[:60].mean() > untaught[60:].mean()


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("what does 5.16 say", ["5.16"]),
        ("5.21 please", ["5.21-it-access", "5.21-removable-media"]),
        ("appendix 2", ["appendix-2"]),
        ("registration of interests, paragraph 6", ["registration-of-interests.6"]),
        ("gifts-and-hospitality.1", ["gifts-and-hospitality.1"]),
        ("it cost £5.16", []),
        ("see you at 5.16pm", []),
        ("3 hours", []),
    ],
)
def test_a_clause_can_be_named(text, ids):
    clauses = load_library().in_force(on=date(2026, 11, 22))
    assert [clause.id for clause in named_clauses(text, clauses)] == ids


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_nothing_that_is_typed_breaks_the_parts(text):
    said = clean(text)
    for part in (words, sentences, is_foreign, asks, build_speller(KNOWN).mend):
        part(said)
    assert len(said) <= LONGEST
