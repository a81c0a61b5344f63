"""A PDF with text as the printed lines of its pages, and those as blocks; what every page repeats is left out."""

import re
import statistics
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from io import BytesIO

from knowledge.documents.blocks import Document, document
from knowledge.documents.printed import Row, rows_to_blocks
from knowledge.errors import Sayable

_MOST_PAGES, _MOST_CHARACTERS, _MOST_DRAWN, _MOST_UNPACKED = 300, 500_000, 1_000_000, 80_000_000
_EDGE = 0.1  # the share of a page's height, above and below, in which it repeats its header and footer
_OFTEN = 0.3  # the share of pages on which a line stands that belongs to none of them
_SMALL, _RAISED = 0.95, 0.75  # of the size of the other words: below it a footnote, a footnote's number
_PAGE_NUMBER = re.compile(r"\W*(?:page\s*)?\d+(?:\s*(?:of|/)\s*\d+)?\W*", re.I)
_OF_CONTENTS = re.compile(r"[.…]{4,}\s*\d+$")
_GAP = re.compile(r"\s+([.,;:?!)])")  # left where a footnote's number stood
_NOTE_NUMBER = re.compile(r"^(?:\d{1,3}|[*†‡])\s*(?=\D)")
_STREAM = re.compile(rb"stream[^\r\n]*(?:\r\n?|\n)")
_PIECE = 65_536
_TOO_LONG = "That PDF holds far more than a policy, so I haven't read it. Send the policy alone."


def read_pdf(content: bytes) -> Document:
    """Give the blocks of a PDF. Sayable where it is locked, damaged, very long, or holds pictures of pages only."""
    _check(content)
    rows, pictures = _rows_of(content)
    if not rows:
        raise Sayable(
            "That PDF holds no words I can read, as a scanned one doesn't. Send the Word document it was made from."
        )
    kept = [row for row in _without_repeats(rows) if not _OF_CONTENTS.search(row.text)]
    body = statistics.median_low(row.size for row in kept or rows for _ in row.text)
    notes = _footnotes(kept, body)
    left_out = [f"Page {page} is a picture without words, and was left out." for page in pictures]
    left_out += [
        f"A footnote was left out: “{_NOTE_NUMBER.sub('', ' '.join(row.text for row in note))}”" for note in notes
    ]
    small = {id(row) for note in notes for row in note}
    return document(rows_to_blocks([row for row in kept if id(row) not in small], body), left_out)


def _check(content: bytes) -> None:
    if not content.lstrip().startswith(b"%PDF-"):
        raise Sayable("That file isn't a PDF, though its name says so. Export the policy as a PDF, and send that.")
    left = _MOST_UNPACKED
    for found in _STREAM.finditer(content):
        left -= _unpacked(memoryview(content)[found.end() :], left)
        if left <= 0:
            raise Sayable(_TOO_LONG)


def _unpacked(packed: memoryview, most: int) -> int:
    """Count the bytes that a stream unpacks to, up to a bound, without keeping more than a piece of them."""
    unpacking, size = zlib.decompressobj(), 0
    try:
        for start in range(0, len(packed), _PIECE):
            piece = bytes(packed[start : start + _PIECE])
            while piece and size < most and not unpacking.eof:
                size += len(unpacking.decompress(piece, _PIECE))
                piece = unpacking.unconsumed_tail
            if unpacking.eof or size >= most:
                break
    except zlib.error:
        return size
    return size


def _rows_of(content: bytes) -> tuple[list[Row], list[int]]:
    import pdfplumber

    try:
        with pdfplumber.open(BytesIO(content)) as opened:
            return _read(opened)
    except Sayable:
        raise
    except Exception as error:
        if "Password" in repr(error) or "Password" in repr(error.__context__):
            raise Sayable("That PDF is locked with a password. Take the password off, and send it again.") from error
        raise Sayable(
            "That PDF is damaged, so nothing was read. Export it again from Word, and send the new file."
        ) from error


def _read(opened) -> tuple[list[Row], list[int]]:
    rows: list[Row] = []
    pictures: list[int] = []
    if len(opened.pages) > _MOST_PAGES:
        raise Sayable(_TOO_LONG)
    for page in opened.pages:
        drawn = sum(len(part.get_data()) for part in page.page_obj.contents)
        if drawn > _MOST_DRAWN or sum(len(row.text) for row in rows) > _MOST_CHARACTERS:
            raise Sayable(_TOO_LONG)
        found = list(_rows(page))
        if not found and page.images:
            pictures.append(page.page_number)
        rows.extend(found)
        page.close()
    return rows, pictures


def _rows(page) -> Iterator[Row]:
    usual = statistics.median(char["size"] for char in page.chars) if page.chars else 0.0
    raised = [char for char in page.chars if char["text"].isdigit() and char["size"] < usual * _RAISED]
    small = {id(char) for char in raised}
    words = page.filter(lambda each: id(each) not in small) if raised else page
    for line in words.extract_text_lines(return_chars=True, x_tolerance_ratio=0.2):
        marks = [char for char in raised if line["top"] - 4 < char["bottom"] < line["bottom"]]
        yield _row(line, page, marks)


def _row(line: dict, page, marks: Sequence[dict]) -> Row:
    shown = [char for char in line["chars"] if char["text"].strip()]
    return Row(
        text=_GAP.sub(r"\1", line["text"]).strip() if marks else line["text"].strip(),
        page=page.page_number,
        left=line["x0"],
        right=line["x1"],
        top=line["top"],
        bottom=line["bottom"],
        size=round(statistics.median(char["size"] for char in shown), 1) if shown else 0.0,
        bold=bool(shown) and all("bold" in char["fontname"].lower() for char in shown),
        edge=line["bottom"] < page.height * _EDGE or line["top"] > page.height * (1 - _EDGE),
        numbered=any(char["x1"] <= line["x0"] + 1 for char in marks),
    )


def _without_repeats(rows: Sequence[Row]) -> list[Row]:
    """Leave out lines at the edges that stand on many pages, whatever number they hold, and page numbers alone."""
    pages = len({row.page for row in rows})
    seen = Counter(shape for _, shape in {(row.page, _shape(row)) for row in rows if row.edge})
    often = {shape for shape, count in seen.items() if count >= max(2, pages * _OFTEN)}
    return [row for row in rows if not (row.edge and (_shape(row) in often or _PAGE_NUMBER.fullmatch(row.text)))]


def _shape(row: Row) -> str:
    return re.sub(r"\d+", "#", row.text)


def _footnotes(rows: Sequence[Row], body: float) -> list[list[Row]]:
    """Give the small lines at the foot of each page, from the first one with a number on, note by note."""
    notes: list[list[Row]] = []
    for page in sorted({row.page for row in rows}):
        foot: list[Row] = []
        for row in reversed([row for row in rows if row.page == page]):
            if row.size >= body * _SMALL:
                break
            foot.insert(0, row)
        started = False
        for row in foot:
            if row.numbered or _NOTE_NUMBER.match(row.text):
                started = True
                notes.append([])
            if started:
                notes[-1].append(row)
    return notes
