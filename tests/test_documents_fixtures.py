"""The two policies as Word, PDF, Markdown and text: read back, they are the clauses in force and nothing else."""

import pytest

from knowledge.documents.difference import SAME
from knowledge.documents.opening import open_document, read_document
from tests.documents_kit import CODE, CODE_TEXT, DOCUMENTS, SCHEME, SCHEME_TEXT, clauses_of, compared

FILES = [
    (CODE, "employee-code-of-conduct.docx"),
    (CODE, "employee-code-of-conduct.pdf"),
    (SCHEME, "members-ict-scheme.docx"),
    (SCHEME, "members-ict-scheme.pdf"),
]


def assert_the_same(policy, document):
    difference = compared(policy, document)
    assert [(each.kind, each.clause.id) for each in difference.changes] == [
        (SAME, clause.id) for clause in clauses_of(policy)
    ]
    assert difference.headings == ()


@pytest.mark.parametrize("policy, name", FILES, ids=[name for _, name in FILES])
def test_a_policy_printed_by_an_office_suite_is_the_policy(policy, name):
    assert_the_same(policy, open_document(DOCUMENTS / name))


@pytest.mark.parametrize(
    "policy, name, text",
    [(CODE, "code.txt", CODE_TEXT), (SCHEME, "scheme.md", SCHEME_TEXT)],
    ids=["the code as text", "the scheme as Markdown"],
)
def test_the_source_of_a_policy_is_the_policy(policy, name, text):
    assert_the_same(policy, read_document(name, text.encode()))


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
def test_the_line_ends_of_another_system_change_nothing(ending):
    assert_the_same(CODE, read_document("code.txt", CODE_TEXT.replace("\n", ending).encode()))


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_the_encoding_of_another_system_changes_nothing(encoding):
    assert_the_same(CODE, read_document("code.txt", CODE_TEXT.encode(encoding)))


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_headers_footers_and_page_numbers_are_no_words_of_a_policy(kind):
    for name, repeated in (
        ("employee-code-of-conduct", "Neath Port Talbot Council: Code of conduct"),
        ("members-ict-scheme", "Members ICT Scheme, May 2022"),
    ):
        words = "\n".join(block.text for block in open_document(DOCUMENTS / f"{name}.{kind}").blocks)
        assert repeated not in words and "Printed copies are uncontrolled" not in words and "Page 3" not in words


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_footnotes_are_left_out_and_shown(kind):
    left_out = open_document(DOCUMENTS / f"employee-code-of-conduct.{kind}").left_out
    assert left_out[0] == "A footnote was left out: “The register is kept by Democratic Services.”"
    assert left_out[1].startswith("A footnote was left out: “See the intranet for the latest version of the whistle")
    assert left_out[1].endswith("no access to a computer at work.”") and len(left_out) == 2


@pytest.mark.parametrize("policy, name", FILES, ids=[name for _, name in FILES])
def test_one_word_changed_anywhere_is_one_change(policy, name):
    """Every ninth block in turn, so that lists, numbered paragraphs and page breaks are all among them."""
    document = open_document(DOCUMENTS / name)
    for place in range(3, len(document.blocks), 9):
        changed = with_a_word_changed(document, place)
        difference = compared(policy, changed)
        differ = [each for each in difference.changes if each.kind != SAME]
        assert len(differ) + len(difference.headings) == 1, document.blocks[place].text


def with_a_word_changed(document, place):
    block = document.blocks[place]
    words = block.text.split(" ")
    words[-1] = "changedword"
    new = type(block)(block.kind, " ".join(words), block.level)
    return type(document)((*document.blocks[:place], new, *document.blocks[place + 1 :]))
