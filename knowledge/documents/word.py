"""A Word document (.docx) as blocks: its body as it reads with every tracked change accepted."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from knowledge.documents.blocks import HEADING, ITEM, TEXT, Block, Document, block, document
from knowledge.documents.word_numbers import Numbering
from knowledge.errors import Sayable

_MOST_FILES, _MOST_BYTES, _MOST_XML = 2000, 60_000_000, 20_000_000
_LOCKED = b"\xd0\xcf\x11\xe0"  # Word keeps a locked document in the container of its older files
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_HEADING = re.compile(r"^(?:heading|title|subtitle)\s*(?P<level>\d*)$", re.I)
_OF_CONTENTS = re.compile(r"^(?:toc|contents|table of contents)\b", re.I)
_MARKS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_IS_LOCKED = "That document is locked, or from an old Word. Take its password off, save it as .docx, and send that."
_ANOTHER = "That file isn't a Word document, though its name says so. Open it, save it as .docx, and send that."
_DAMAGED = "That Word document is damaged, so nothing was read. Open it in Word, save it again, and send the new file."


def read_word(content: bytes) -> Document:
    """Give the blocks of a .docx file; page headers and footers are no part of its body.

    Sayable where it holds macros, unpacks to far more than a policy, is locked with a password, or is damaged.
    """
    packed = _bounded(content)
    import docx

    try:
        opened = docx.Document(packed)
        blocks = list(_Body(opened).blocks())
        notes = [f"A footnote was left out: “{words}”" for words in _footnotes(opened)]
    except Exception as error:
        raise Sayable(_DAMAGED) from error
    return document(blocks, notes)


def _bounded(content: bytes) -> BytesIO:
    """Check what a file holds before any of it is unpacked, and give it again without compression."""
    if content.startswith(_LOCKED):
        raise Sayable(_IS_LOCKED)
    if not content.startswith(b"PK"):
        raise Sayable(_ANOTHER)
    try:
        with zipfile.ZipFile(BytesIO(content)) as packed:
            _check(packed.infolist())
            return _repacked(packed)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
        raise Sayable(_DAMAGED) from error


def _check(files: list[zipfile.ZipInfo]) -> None:
    names = {file.filename for file in files}
    if any("vbaproject" in name.lower() for name in names):
        raise Sayable(
            "That document holds macros, so I haven't read it. Save it as .docx without macros, and send that."
        )
    written = sum(file.file_size for file in files if file.filename.lower().endswith((".xml", ".rels")))
    if len(files) > _MOST_FILES or written > _MOST_XML or sum(file.file_size for file in files) > _MOST_BYTES:
        raise Sayable("That document unpacks to far more than a policy, so I haven't read it. Send its words alone.")
    if "word/document.xml" not in names:
        raise Sayable(_ANOTHER)


def _repacked(packed: zipfile.ZipFile) -> BytesIO:
    """The same files as they are, none longer than it says: a file that lies about its size unpacks to no more."""
    safe = BytesIO()
    with zipfile.ZipFile(safe, "w") as plain:
        for file in packed.infolist():
            with packed.open(file) as part:
                plain.writestr(file.filename, part.read(file.file_size))
    return safe


def _footnotes(opened) -> Iterator[str]:
    from docx.oxml import parse_xml

    for related in opened.part.rels.values():
        if not related.is_external and related.reltype.endswith(("/footnotes", "/endnotes")):
            for note in parse_xml(related.target_part.blob):
                said = " ".join(" ".join(_words(paragraph) for paragraph in note.iter(f"{_W}p")).split())
                if note.get(f"{_W}type") is None and said:
                    yield said


class _Body:
    """The body of an opened document, part by part."""

    def __init__(self, opened):
        self._opened = opened
        self._numbering = Numbering(opened)

    def blocks(self) -> Iterator[Block | None]:
        before = ""
        for part in _parts(self._opened.element.body):
            if part.tag == f"{_W}tbl":
                yield from _rows(part)
            elif _runs_on(part):
                before += _words(part)
            else:
                yield self._of_paragraph(part, before)
                before = ""
                yield from _boxes(part)
        yield block(TEXT, before)

    def _of_paragraph(self, part, before: str) -> Block | None:
        from docx.text.paragraph import Paragraph

        paragraph = Paragraph(part, self._opened._body)
        words = before + _words(part)
        if not words.strip() or _OF_CONTENTS.match(paragraph.style.name or ""):
            return None
        mark, listed = self._numbering.of(paragraph)
        said = f"{mark} {words}" if mark else words
        level = _heading_level(paragraph)
        if level:
            return block(HEADING, said.replace("\n", " "), level)
        return block(ITEM if listed else TEXT, said)


def _parts(element) -> Iterator:
    """The paragraphs and tables of a body, those in content controls too, a table of contents not."""
    for child in element:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            yield child
        elif child.tag == f"{_W}sdt":
            gallery = child.find(f".//{_W}docPartGallery")
            if gallery is None or gallery.get(f"{_W}val") != "Table of Contents":
                yield from _parts(child.find(f"{_W}sdtContent"))
        elif child.tag in (f"{_W}customXml", f"{_W}ins", f"{_W}moveTo"):
            yield from _parts(child)


def _rows(table) -> Iterator[Block | None]:
    for row in table.iter(f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is None:
            cells = (" ".join(_words(part) for part in cell.iter(f"{_W}p")) for cell in row.iterchildren(f"{_W}tc"))
            yield block(ITEM, " | ".join(" ".join(cell.split()) for cell in cells if cell.strip()))


def _boxes(paragraph) -> Iterator[Block | None]:
    for box in paragraph.iter(f"{_W}txbxContent"):
        if not any(box.iterancestors(_FALLBACK)):
            yield from (block(TEXT, _words(part)) for part in box.iter(f"{_W}p"))


def _runs_on(paragraph) -> bool:
    """Tell whether the end of a paragraph is deleted, so that the next one goes on in it."""
    return paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None


def _words(paragraph) -> str:
    """The words of a paragraph with its links, what was inserted in, what was deleted out."""
    parts = []
    for part in paragraph.iter(f"{_W}t", *(f"{_W}{mark}" for mark in _MARKS)):
        kind = part.tag.removeprefix(_W)
        if part.getparent().tag == f"{_W}r" and _is_kept(part, paragraph):
            parts.append(part.text or "" if kind == "t" else _MARKS[kind])
    return "".join(parts)


def _is_kept(part, paragraph) -> bool:
    for above in part.iterancestors():
        if above is paragraph:
            return True
        if above.tag in (f"{_W}del", f"{_W}moveFrom", f"{_W}txbxContent"):
            return False
    return True


def _heading_level(paragraph) -> int:
    style = paragraph.style
    while style is not None:
        found = _HEADING.match(style.name or "")
        if found:
            return int(found["level"] or 1)
        style = style.base_style
    return 0
