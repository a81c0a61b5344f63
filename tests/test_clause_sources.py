"""The clause files held against the two documents they were taken from, copied to ``tests/sources``."""

import re
from itertools import takewhile
from pathlib import Path

import pytest

from knowledge.clause_files import FOLDER, split_clauses
from knowledge.clauses import load_library

SOURCES = Path(__file__).parent / "sources"
CODE, SCHEME = "employee_code_of_conduct", "members_ict_scheme"
OUR_OWN_HEADING = "Front page"  # the scheme's front page has none
NO_FULL_STOP = {"1.4", "2.5", "2.12", "2.13", "4.6", "5.9", "5.12", "5.30", "12.9", "12.10"}  # in the source


def source_lines(policy):
    """The words of each line of a source: no Markdown, no link targets, no list marks, no blank lines."""
    name = policy.replace("_", "-") + ".txt"
    lines = (SOURCES / name).read_text(encoding="utf-8").splitlines()
    words = (folded(re.sub(r"^\s*(#+ |- )", "", without_links(line).replace("*", ""))) for line in lines)
    return [line for line in words if line]


def without_links(line):
    line = re.sub(r"\[(?P<shown>[^]]+)\]\((#|mailto:\S+?|http:\S+?)\)", r"\g<shown>", line)
    return re.sub(r"<(http:[^>]+)>", r"\1", line)


def folded(text):
    return " ".join(text.split())


def clauses_of(policy):
    return [clause for clause in load_library().clauses if clause.policy == policy]


def headings_and_texts(policy):
    """What a reader meets from top to bottom: each heading when it opens, and under it the texts."""
    open_path = ()
    for clause in clauses_of(policy):
        pairs = zip(open_path, clause.heading, strict=False)
        shared = list(takewhile(lambda pair: pair[0] == pair[1], pairs))
        yield from (heading for heading in clause.heading[len(shared) :] if heading != OUR_OWN_HEADING)
        open_path = clause.heading
        yield folded(clause.text)


def test_the_code_is_there_word_for_word_from_top_to_bottom():
    title, *rest = source_lines(CODE)
    assert title == load_library().title(CODE)
    assert " ".join(headings_and_texts(CODE)) == " ".join(rest)


def test_the_scheme_is_there_word_for_word_from_top_to_bottom_but_for_the_empty_number():
    lines = source_lines(SCHEME)
    lines.remove("2.7")
    assert " ".join(headings_and_texts(SCHEME)) == " ".join(lines)


@pytest.mark.parametrize("policy", [CODE, SCHEME])
def test_every_line_of_a_source_is_a_heading_or_stands_whole_in_a_clause(policy):
    clauses = clauses_of(policy)
    headings = {part for clause in clauses for part in clause.heading} | {load_library().title(policy), "2.7"}
    texts = [folded(clause.text) for clause in clauses]
    lost = [line for line in source_lines(policy) if line not in headings and not any(line in text for text in texts)]
    assert lost == []


def test_the_empty_clause_is_kept_in_its_file_and_never_read_out():
    content = (FOLDER / SCHEME / "clauses" / "02-ict-equipment.md").read_text(encoding="utf-8")
    assert ("2.7", "2.7") in [(head["id"], body) for head, body in split_clauses(content) if head.get("empty")]
    assert not any(clause.id == "2.7" or clause.number == "2.7" for clause in load_library().clauses)


TORN_BY_A_PAGE_BREAK = [
    (
        "4.6",
        "(ii) follow the instructions given by the Council, authorised contractors and manufacturers of the "
        "equipment as to its use and not allow it to be interfered with;",
    ),
    ("5.5", "will not be available through Council provided channels."),
    (
        "5.10",
        "(x) Transmit material, information, or software in violation of any law.\n"
        "(xi) Make any unauthorised purchases or commitments in the name of the Council.",
    ),
    ("5.32-foi", "as part of the Council Executive.\n(iv) Information created or received by a Member"),
    ("7.4", "consult the Foreign and Commonwealth Office (http://www.fco.gov.uk/en/travel-and-living-abroad/) website"),
    ("11.2", "required to return it all to Digital Services within two weeks of ceasing office."),
    ("12.7", "e.g. MS Teams, Zoom.\n(iv) Any new software identified by the Members ICT reference group"),
    ("front.office-hours", "Monday to Thursday: 8.30am – to 5.00pm\nFriday: 8.30am – to 4.30pm"),
    ("social-media.2", "about:\nthe council\nour customers\nclients\npartner organisations\nemployees or\nmanagers"),
    ("email.5", "an employee's work\ninterfere with other employees doing their work"),
    ("additional-employment.3", "if they:-\nmay exceed an average of 48 hours work per week, or\nwhich could have"),
    ("registration-of-interests.4", "substantial shareholding\nmembership of the contracting company or body"),
    ("fraud.2", "deception\nbribery\nforgery"),
]


@pytest.mark.parametrize("clause_id, whole", TORN_BY_A_PAGE_BREAK, ids=[clause for clause, _ in TORN_BY_A_PAGE_BREAK])
def test_what_a_page_break_tore_is_whole_again(clause_id, whole):
    assert whole in load_library().get(clause_id).text


def test_the_last_two_social_media_items_are_back_in_their_nested_list():
    path = FOLDER / CODE / "clauses" / "04-accountability.md"
    assert " - partner organisations\n - employees or\n - managers\n" in path.read_text(encoding="utf-8")


NUMBERED = [clause for clause in clauses_of(SCHEME) if clause.number]


@pytest.mark.parametrize("clause", NUMBERED, ids=lambda clause: clause.id)
def test_a_numbered_clause_is_one_whole_paragraph(clause):
    first, *items = clause.text.split("\n")
    assert re.match(rf"{re.escape(clause.number)} [A-Z]", first)
    assert not any(re.match(r"\d+\.\d+ ", line) for line in items), "it has run into the next paragraph"
    assert clause.text.endswith(".") != (clause.id in NO_FULL_STOP), "it breaks off"


@pytest.mark.parametrize("clause", NUMBERED, ids=lambda clause: clause.id)
def test_sub_items_are_numbered_without_a_gap(clause):
    numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii"]
    marks = re.findall(r"^\((\w+)\) ", clause.text, re.MULTILINE)
    assert marks == numerals[: len(marks)]


def test_numbered_clauses_follow_each_other_without_a_gap_but_for_the_empty_one_and_the_doubles():
    numbers = [tuple(map(int, clause.number.split("."))) for clause in NUMBERED]
    steps = list(zip(numbers, numbers[1:], strict=False))
    assert [after for before, after in steps if after not in {(before[0], before[1] + 1), (before[0] + 1, 1)}] == [
        (2, 8),
        (5, 21),
        (5, 32),
    ]


def test_nothing_was_corrected():
    library = load_library()
    assert "You use must not:" in library.get("email.5").text
    assert library.get("registration-of-interests.4").text.startswith("Suppose an employee lets contracts, or are")
    assert "publically available" in library.get("2.8").text
    assert "inconsistence with this policy" in library.get("4.4").text
    assert "for publicity purposed" in library.get("4.4").text
    assert "the 4 -of uppercase" in library.get("12.3").text
    assert "(“the Council”)" in library.get("1.1").text
    assert "the Council’s name" in library.get("1.2").text
    assert "the Council's IT Security Policy" in library.get("5.1").text
