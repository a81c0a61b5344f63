"""How HR name a clause, a heading or a policy: each by its id and its label, and several that may be meant alike."""

import pytest

from dialogs.kb_naming import SECTION, Section, clauses_of, find, section_of_key, sections_of, title_of
from knowledge.clauses import Clause, load_library

LIBRARY = load_library()
SECTIONS = [each for policy in LIBRARY.policies for each in sections_of(LIBRARY, policy)]


def named(words, **how):
    return [each.id if isinstance(each, Clause) else each.key for each in find(LIBRARY, words, **how)]


@pytest.mark.parametrize("way", ["id", "label"])
def test_every_clause_is_named_by_its_id_and_its_label_alone(way):
    lost = {c.id: found for c in LIBRARY.clauses if (found := named(getattr(c, way))) != [c.id]}
    assert not lost


def test_every_number_names_its_clause_and_one_that_is_there_twice_names_both():
    found = {c.number: named(c.number) for c in LIBRARY.clauses if c.number}
    assert found.pop("5.21") == ["5.21-it-access", "5.21-removable-media"]
    assert found.pop("5.32") == ["5.32-foi", "5.32-ico-reading"]
    assert all(ids == [number] for number, ids in found.items())


def test_every_heading_is_named_by_all_its_words_and_has_clauses():
    for section in SECTIONS:
        assert named(title_of(LIBRARY, section), first=SECTION) == [section.key]
        assert section_of_key(section.key) == section and clauses_of(LIBRARY, section)


@pytest.mark.parametrize(
    ("words", "clause"),
    [
        ("CC gifts and hospitality 2", "gifts-and-hospitality.2"),
        ("Gifts & Hospitality, para 2", "gifts-and-hospitality.2"),
        ("gifst and hospitalty 2", "gifts-and-hospitality.2"),
        ("registration of gifts and hospitality paragraph 11", "registration-of-gifts-and-hospitality.11"),
        ("MS 5.16", "5.16"),
        ("the scheme 5.16", "5.16"),
        ("5.16 of the members ict scheme", "5.16"),
        ("insurance 2", "7.2"),
        ("harassment and bullying 2", "harassment-and-bullying.2"),
        ("it access", "5.21-it-access"),
        ("front page service desk", "front.service-desk"),
    ],
)
def test_a_clause_is_named_in_other_words(words, clause):
    assert named(words) == [clause]


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("gifts and hospitality", "Gifts and hospitality"),
        ("the media contacts", "Media contacts"),
        ("section 7", "7 Insurance"),
        ("insurence", "7 Insurance"),
        ("data protection act", "The Data Protection Act 2018"),
    ],
)
def test_a_heading_is_named_in_other_words(words, heading):
    (found,) = find(LIBRARY, words, SECTION)
    assert isinstance(found, Section) and found.heading[-1] == heading


@pytest.mark.parametrize("words", ["code of conduct", "the code", "CC", "employee code of conduct"])
def test_a_policy_is_named_by_title_initials_and_kind(words):
    assert named(words, first=SECTION) == ["employee_code_of_conduct"]


def test_what_is_named_as_well_as_each_other_is_offered():
    assert named("registration 4") == ["registration-of-interests.4", "registration-of-gifts-and-hospitality.4"]
    assert named("health and safety 1") == ["health-and-safety.1", "6.1"]
    assert named("confidentiality", first=SECTION) == [
        "members_ict_scheme::9 Confidentiality",
        "members_ict_scheme::12 General Advice::Confidentiality",
    ]


@pytest.mark.parametrize(
    "words", ["banana split", "5.99", "registration of gifts and hospitality 40", "of the", "", "2.7"]
)
def test_what_is_not_there_is_not_found(words):
    """2.7 is a number that the scheme left without words (X28)."""
    assert named(words) == []


@pytest.mark.parametrize("words", ["registration 4", "media", "my gifts", "gifts from Acme", "x3", "GH-2026-0001"])
def test_words_that_speak_of_no_clause_must_name_one_in_full(words):
    assert named(words, sure=True) == []
