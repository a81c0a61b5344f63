"""What each kind of document holds comes out as the words that a reader sees."""

import pytest

from knowledge.documents.opening import read_document
from tests.documents_kit import add_xml, element, pdf_bytes, run, texts, word_bytes

BODY = 700


def word(make):
    return texts("policy.docx", word_bytes(make))


def pdf(*pages):
    return texts("policy.pdf", pdf_bytes(*pages))


def lines(*said, top=BODY, left=72, step=14):
    return [(left, top - step * n, words) for n, words in enumerate(said)]


def test_tracked_changes_are_accepted():
    def make(made):
        add_xml(
            made,
            run("worth over ")
            + '<w:del w:id="1" w:author="A"><w:r><w:delText>£50</w:delText></w:r></w:del>'
            + f'<w:ins w:id="2" w:author="A">{run("£25")}</w:ins>'
            + f'<w:moveFrom w:id="3" w:author="A">{run(" always")}</w:moveFrom>'
            + run(" a year"),
        )
        add_xml(made, '<w:del w:id="4" w:author="A"><w:r><w:delText>All gone.</w:delText></w:r></w:del>')

    assert word(make) == [("text", "worth over £25 a year")]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    def make(made):
        add_xml(made, f'<w:pPr><w:rPr><w:del w:id="1" w:author="A"/></w:rPr></w:pPr>{run("Tell your ")}')
        add_xml(made, run("manager."))

    assert word(make) == [("text", "Tell your manager.")]


def test_a_table_is_read_row_by_row_and_a_deleted_row_is_not():
    def make(made):
        table = made.add_table(rows=3, cols=2)
        for cell, words in zip(table._cells, ("Help", "line", "Monday", "8.30am", "Sunday", "none"), strict=True):
            cell.text = words
        table.rows[2]._tr.get_or_add_trPr().append(element('<w:del w:id="1" w:author="A"/>'))
        made.add_paragraph("After it.")

    assert word(make) == [("item", "Help | line"), ("item", "Monday | 8.30am"), ("text", "After it.")]


def test_lists_within_lists_are_items_in_order():
    def make(made):
        for words, style in (
            ("Do not:", None),
            ("tell", "List Bullet"),
            ("clients", "List Bullet 2"),
            ("lend", "List Bullet"),
        ):
            made.add_paragraph(words, style=style)

    assert word(make) == [("text", "Do not:"), ("item", "tell"), ("item", "clients"), ("item", "lend")]


NUMBERING = """<w:abstractNum w:abstractNumId="90">
<w:lvl w:ilvl="0"><w:start w:val="5"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
<w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%4)"/></w:lvl>
</w:abstractNum>"""


def numbered(made, *given):
    root = made.part.numbering_part.element
    root.insert(0, element(NUMBERING))
    again = '<w:lvlOverride w:ilvl="2"><w:startOverride w:val="1"/></w:lvlOverride>'
    for number, held in ((90, ""), (91, again)):
        root.append(element(f'<w:num w:numId="{number}"><w:abstractNumId w:val="90"/>{held}</w:num>'))
    for number, level, words in given:
        place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
        add_xml(made, f"<w:pPr>{place}</w:pPr>{run(words)}")


def test_the_numbers_that_word_counts_are_read():
    def make(made):
        numbered(
            made,
            (90, 0, "Security"),
            (90, 1, "Passwords"),
            (90, 2, "never"),
            (90, 2, "written"),
            (90, 3, "down"),
            (90, 1, "Media"),
            (90, 2, "none"),
            (91, 2, "one"),
            (90, 2, "two"),
        )

    assert [said for _, said in word(make)] == [
        "5 Security",
        "5.1 Passwords",
        "(i) never",
        "(ii) written",
        "A) down",
        "5.2 Media",
        "(i) none",
        "(i) one",
        "(ii) two",
    ]


def test_headings_and_their_levels_come_from_the_styles():
    def make(made):
        made.add_heading("Code of conduct", 0)
        made.add_heading("Gifts", 1)
        made.add_heading("Hospitality", 2)

    read = read_document("policy.docx", word_bytes(make)).blocks
    assert [(each.kind, each.level, each.text) for each in read] == [
        ("heading", 1, "Code of conduct"),
        ("heading", 1, "Gifts"),
        ("heading", 2, "Hospitality"),
    ]


def test_content_controls_and_text_boxes_are_read_and_a_table_of_contents_is_not():
    def make(made):
        box = f"<w:r><w:pict><w:txbxContent><w:p>{run('In a box.')}</w:p></w:txbxContent></w:pict></w:r>"
        add_xml(made, run("Before.") + box)
        for gallery, words in (("Table of Contents", "Gifts 4"), ("Cover Pages", "In a control.")):
            kind = f'<w:sdtPr><w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj></w:sdtPr>'
            add_xml(made, f"{kind}<w:sdtContent><w:p>{run(words)}</w:p></w:sdtContent>", "w:sdt")

    assert word(make) == [("text", "Before."), ("text", "In a box."), ("text", "In a control.")]


def test_words_parted_by_runs_links_and_marks_are_whole():
    def make(made):
        link = f'<w:hyperlink w:anchor="x">{run("the pol")}{run("icy")}</w:hyperlink>'
        hyphen, line, today = "<w:r><w:noBreakHyphen/></w:r>", "<w:r><w:br/></w:r>", run("to\u00adday")
        add_xml(made, f"{run('Read ')}{link}{hyphen}{run('first')}{line}{today}")

    assert word(make) == [("text", "Read the policy-first\ntoday")]


def test_broken_lines_of_a_pdf_are_paragraphs_again():
    page = [
        *lines("Employees must tell their manager about every", "gift that they are offered."),
        *lines("This applies to gifts that were refused too.", top=660),
    ]
    assert pdf(page) == [
        ("text", "Employees must tell their manager about every gift that they are offered."),
        ("text", "This applies to gifts that were refused too."),
    ]


def test_a_paragraph_goes_on_over_a_page_break_with_header_and_footer_between():
    def page(number, *said):
        return [
            (72, 805, "Porth Council, Code of conduct", 9),
            *lines(*said, top=760),
            (280, 30, f"Page {number} of 3", 9),
        ]

    pages = [
        page(1, "One paragraph begins on the first page and it goes on"),
        page(2, "on the second page, where it ends.", "This line belongs to it too, as it follows at once. And on"),
        page(3, "the third page there is the end of it all."),
    ]
    assert [said for _, said in pdf(*pages)] == [
        "One paragraph begins on the first page and it goes on on the second page, where it ends. "
        "This line belongs to it too, as it follows at once. And on the third page there is the end of it all."
    ]


def test_items_of_a_pdf_are_parted_from_each_other_and_from_what_follows():
    page = [
        *lines("Employees must not:"),
        (90, 686, "\u2022 lend their card to anybody who is not an employee of"),
        (100, 672, "the council"),
        (90, 658, "\u2022 copy it"),
        *lines("Cards are checked.", top=644),
    ]
    assert pdf(page) == [
        ("text", "Employees must not:"),
        ("item", "lend their card to anybody who is not an employee of the council"),
        ("item", "copy it"),
        ("text", "Cards are checked."),
    ]


def test_a_word_that_a_line_breaks_is_whole_where_it_stands_whole_elsewhere():
    page = [
        *lines("The register is kept. Look into the reg-", "ister when in doubt about a step-", "daughter."),
    ]
    assert pdf(page) == [("text", "The register is kept. Look into the register when in doubt about a step-daughter.")]


def test_a_footnote_of_a_pdf_is_left_out_with_its_number():
    page = [
        (72, 700, "The register is kept by the council"),
        (258, 704, "1", 6),
        (264, 700, "for six years."),
        (72, 60, "1", 5),
        (76, 58, "See the retention schedule.", 8),
    ]
    read = read_document("policy.pdf", pdf_bytes(page))
    assert [block.text for block in read.blocks] == ["The register is kept by the council for six years."]
    assert read.left_out == ("A footnote was left out: “See the retention schedule.”",)


def test_large_or_bold_lines_of_a_pdf_are_headings_and_its_contents_are_left_out():
    page = [
        (72, 700, "Code of conduct", 20),
        (72, 670, "Gifts .............................. 4"),
        (72, 640, "Gifts", 11, "bold"),
        (72, 620, "Refuse money."),
    ]
    assert pdf(page) == [("heading", "Code of conduct"), ("heading", "Gifts"), ("text", "Refuse money.")]


def test_a_page_that_is_a_picture_is_named_where_others_have_words():
    read = read_document("policy.pdf", pdf_bytes(lines("Words."), None))
    assert read.left_out == ("Page 2 is a picture without words, and was left out.",)


MARKDOWN = """# Code **of** conduct

Tell [your manager](mailto:a@b.c) *today*
and <https://example.org> too.  
Then rest. <!-- not this -->

<!-- nor this -->

- one
  - two
- three

1. first
2. second

| Who | When |
|---|---|
| you | now |

    5.1 indented
"""


def test_markdown_loses_its_marks_and_keeps_its_words():
    assert texts("policy.md", MARKDOWN.encode()) == [
        ("heading", "Code of conduct"),
        ("text", "Tell your manager today and https://example.org too.\nThen rest."),
        ("item", "one"),
        ("item", "two"),
        ("item", "three"),
        ("item", "1. first"),
        ("item", "2. second"),
        ("item", "Who | When"),
        ("item", "you | now"),
        ("text", "5.1 indented"),
    ]


@pytest.mark.parametrize(
    "text, read",
    [
        ("Gifts\n\nRefuse money.", [("heading", "Gifts"), ("text", "Refuse money.")]),
        ("Two lines\nof one paragraph.", [("text", "Two lines of one paragraph.")]),
        ("Do not:\n- lend\n  or copy\n(a) sell", [("text", "Do not:"), ("item", "lend or copy"), ("item", "(a) sell")]),
        ("5.1 First.\n5.2 Second.", [("text", "5.1 First."), ("text", "5.2 Second.")]),
        ("Read [the policy](#) first.", [("text", "Read the policy first.")]),
        ("The of\ufb01ce is to\u00adday\u200b open.", [("text", "The office is today open.")]),
    ],
)
def test_plain_text_is_parted_by_blank_lines_marks_and_numbers(text, read):
    assert texts("policy.txt", text.encode()) == read
