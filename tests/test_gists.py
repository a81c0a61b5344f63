"""Every clause has one plain sentence that is short, borrows nothing from elsewhere and is as firm as its clause."""

import functools
import re
import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest

from knowledge.clauses import load_library
from knowledge.understanding.gists import gist, gists
from knowledge.understanding.lessons import stored_questions

LONGEST = 180
CLAUSES = {clause.id: clause for clause in load_library().in_force()}
TABLES = {
    file.name.removesuffix(".toml"): tomllib.loads(file.read_text(encoding="utf-8"))["gists"]
    for file in files("knowledge.understanding").joinpath("gists").iterdir()
    if file.name.endswith(".toml")
}
EVERY = pytest.mark.parametrize("clause_id", sorted(CLAUSES))
COUNTING = {
    word: Decimal(number)
    for number, word in enumerate("two three four five six seven eight nine ten eleven twelve".split(), start=2)
}
FIRM = re.compile(
    r"\b(must|shall|require[ds]?|requirement|never|cannot|will|permitted|prohibit\w*|obliged|is not|are not|need|"
    r"no circumstances|responsib\w+|property|reserves)\b",
    re.IGNORECASE,
)
SOFT = re.compile(r"\b(should|asked|advised|expected|may|can)\b")
AMERICAN = re.compile(
    r"\b(\w{3,}iz(?:e[ds]?|ing|ations?)|\w+yz(?:e[ds]?|ing)|\w*(?:behavior|favor|color|honor|labor)\w*|centers?|"
    r"fulfill|willful|programs?|defense|offenses?|licenses?)\b",
    re.IGNORECASE,
)


def words_of(text):
    return re.findall(r"[^\W\d_]+", text)


def numbers_of(text):
    digits = re.findall(r"\d+(?:,\d{3})+|\d+(?:\.\d+)?", text)
    spelt = {COUNTING[word] for word in words_of(text.lower()) if word in COUNTING}
    return {Decimal(number.replace(",", "")) for number in digits} | spelt


@functools.cache
def ordinary_words():
    """Give the words that the clauses, the questions and the gists themselves write without a capital."""
    asked = (question for questions in stored_questions().values() for question in questions)
    texts = (*(clause.text for clause in CLAUSES.values()), *asked, *gists().values())
    return {word for text in texts for word in words_of(text) if word.islower()}


def strangers(said, place, ordinary):
    """Give the capitalised words that ``place`` does not hold; of the words that open a sentence, the names alone."""
    held = set(words_of(place))
    found = []
    for sentence in re.split(r"(?<=[.?!])\s+", said):
        for position, word in enumerate(words_of(sentence)):
            opens = position == 0 and word.lower() in ordinary
            if word[0].isupper() and not opens and not {word, word.upper()} & held:
                found.append(word)
    return found


def place_of(clause):
    return "\n".join((*clause.heading, clause.text))


def test_every_clause_has_exactly_one_gist_in_the_file_of_its_policy():
    for policy, table in TABLES.items():
        assert set(table) == {clause.id for clause in CLAUSES.values() if clause.policy == policy}
    assert sum(map(len, TABLES.values())) == len(CLAUSES) == len(gists())


def test_no_two_clauses_are_given_the_same_words():
    assert len(set(gists().values())) == len(gists())


def test_a_clause_that_is_not_there_has_no_gist():
    assert gist("2.7") is None
    assert gist("") is None


def test_the_gist_of_a_clause_is_the_one_written_for_it():
    assert gist("front.office-hours").startswith("Ring 01639 686767 in office hours")
    assert gist("gifts.1").startswith("Never accept cash, cheques, vouchers or coupons.")


@EVERY
def test_a_gist_is_one_or_two_short_sentences(clause_id):
    said = gist(clause_id)
    assert len(said) <= LONGEST
    assert said == " ".join(said.split())
    assert re.fullmatch(r"[A-Z].*\.", said)
    assert len(re.findall(r"[.?](?=\s|$)", said)) <= 2


@EVERY
def test_every_number_of_a_gist_stands_in_its_clause(clause_id):
    clause = CLAUSES[clause_id]
    assert numbers_of(gist(clause_id)) <= numbers_of(clause.text.removeprefix(clause.number or ""))


@EVERY
def test_every_name_of_a_gist_stands_in_its_clause_or_its_heading(clause_id):
    assert strangers(gist(clause_id), place_of(CLAUSES[clause_id]), ordinary_words()) == []


@EVERY
def test_every_address_of_a_gist_stands_in_its_clause(clause_id):
    for address in re.findall(r"[\w.]+@[\w.]+\w|\bhttps?://\S+|\bwww\.\S+", gist(clause_id)):
        assert address in CLAUSES[clause_id].text


@EVERY
def test_a_gist_says_must_only_where_its_clause_is_as_firm(clause_id):
    if re.search(r"\bmust\b", gist(clause_id)):
        assert FIRM.search(CLAUSES[clause_id].text)


@EVERY
def test_what_a_clause_only_asks_for_stays_asked_for(clause_id):
    text = CLAUSES[clause_id].text
    if re.search(r"\bshould\b", text) and not FIRM.search(text):
        assert SOFT.search(gist(clause_id))


@EVERY
def test_a_gist_is_written_plainly_in_british_english(clause_id):
    said = gist(clause_id)
    assert not AMERICAN.search(said)
    assert not set(said) & set('!–—"“”’‘*_`<>\n')
    assert " - " not in said and "--" not in said


def test_no_gist_of_the_code_sends_an_employee_to_the_people_of_the_scheme():
    known_to_the_scheme = re.compile(r"@|npt|\b0\d{4}|Digital Services|Service Desk|Head of Legal|Helpdesk|Neath")
    assert not [said for said in TABLES["employee_code_of_conduct"].values() if known_to_the_scheme.search(said)]


def test_a_borrowed_name_or_figure_would_be_seen():
    ordinary = {"ask", "a", "gift"}
    assert strangers("Ask Megan Lloyd. Payne knows.", "Ask your manager.", ordinary) == ["Megan", "Lloyd", "Payne"]
    assert strangers("Ask the Monitoring Officer.", "the Monitoring Officer", ordinary) == []
    assert numbers_of("over £50.00, in two weeks, £17,000,000") == {Decimal(50), Decimal(2), Decimal(17_000_000)}
