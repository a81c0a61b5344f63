"""What cannot be read is refused in one kind line that says what to do, and costs no memory to find out."""

import io
import os
import random
import struct
import tracemalloc
import zipfile
import zlib

import pytest

from knowledge.documents.opening import MOST_BYTES, open_document, read_document
from knowledge.errors import Sayable
from tests.documents_kit import (
    CODE,
    DOCUMENTS,
    SCHEME_TEXT,
    compared,
    pdf_bytes,
    with_file,
    word_bytes,
)

WORD = (DOCUMENTS / "members-ict-scheme.docx").read_bytes()
PDF = (DOCUMENTS / "members-ict-scheme.pdf").read_bytes()
A_LINE = [(72, 700, "Words.")]
NOISE = random.Random(7).randbytes(20_000)


def zipped(**held):
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        for name, content in held.items():
            packed.writestr(name, content)
    return written.getvalue()


REFUSED = {
    "locked.pdf": (pdf_bytes(A_LINE, encrypted=True), "locked with a password. Take the password off"),
    "locked.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + NOISE, "Take its password off, save it as .docx"),
    "scanned.pdf": (pdf_bytes(None, None), "Send the Word document it was made from"),
    "macros.docx": (with_file(WORD, "word/vbaProject.bin", b"Sub AutoOpen()"), "Save it as .docx without macros"),
    "a-pdf.docx": (PDF, "isn't a Word document, though its name says so"),
    "a-zip.docx": (zipped(words="Words."), "isn't a Word document, though its name says so"),
    "a-zip.pdf": (zipped(words="Words."), "isn't a PDF, though its name says so"),
    "binary.txt": (NOISE, "holds no plain text, though its name says so"),
    "binary.md": (WORD, "holds no plain text, though its name says so"),
    "half-utf-16.txt": (b"\xff\xfeW\x00o", "holds no plain text, though its name says so"),
    "empty.txt": (b"", "no words in that document"),
    "empty.md": (b"\n<!-- nothing -->\n", "no words in that document"),
    "empty.docx": (word_bytes(lambda made: None), "no words in that document"),
    "empty.pdf": (pdf_bytes([]), "holds no words I can read"),
    "no-bytes.pdf": (b"", "isn't a PDF"),
    "no-bytes.docx": (b"", "isn't a Word document"),
    "one-paragraph.txt": (b"Words of one paragraph. " * 83_000, "Put a blank line between its paragraphs"),
    "one-paragraph.md": (b"Words of one paragraph. " * 83_000, "Put a blank line between its paragraphs"),
    "one-paragraph.docx": (
        word_bytes(lambda made: made.add_paragraph("Words of one paragraph. " * 83_000)),
        "Put a blank line between its paragraphs",
    ),
    "one-paragraph.pdf": (pdf_bytes([(72, 700, "Words of one paragraph. " * 83_000)]), "far more than a policy"),
    "endless.txt": (b"A paragraph of its own.\n\n" * 100_000, "far longer than a policy"),
    "truncated.docx": (WORD[: len(WORD) // 2], "is damaged, so nothing was read"),
    "truncated.pdf": (PDF[: len(PDF) // 2], "is damaged, so nothing was read"),
    "broken.docx": (with_file(zipped(), "word/document.xml", "<not xml"), "is damaged, so nothing was read"),
    "policy.odt": (b"Words.", "can't read .odt files. I read Word documents"),
    "policy": (b"Words.", "can't read that kind of files. I read Word documents"),
}


def refusal(path):
    with pytest.raises(Sayable) as refused:
        open_document(path)
    said = str(refused.value)
    assert "\n" not in said and len(said) < 260 and said.endswith(".")
    return said


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_with_what_to_do(name, tmp_path):
    content, said = REFUSED[name]
    (tmp_path / name).write_bytes(content)
    assert said in refusal(tmp_path / name)


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path):
    path = tmp_path / "large.txt"
    path.write_bytes(b"Words. ")
    os.truncate(path, 50_000_000)
    assert most_memory(lambda: refusal(path)) < 1_000_000
    assert "has 50 MB, and I read at most 10" in refusal(path)


def test_a_file_that_is_not_there_a_folder_and_a_pipe_are_refused(tmp_path):
    assert "There is no file" in refusal(tmp_path / "nowhere.docx")
    assert "is a folder. Name the document" in refusal(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    assert "isn't a document" in refusal(tmp_path / "pipe.txt")
    assert "can't be read: File name too long" in refusal(tmp_path / ("x" * 300 + ".txt"))


def bomb(size):
    """A Word document whose words unpack to far more than they take."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        with packed.open("word/document.xml", "w") as part:
            for _ in range(size // 1_000_000):
                part.write(b" " * 1_000_000)
    return written.getvalue()


def most_memory(act):
    tracemalloc.start()
    try:
        act()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_zip_bomb_is_never_unpacked(tmp_path, monkeypatch):
    path = tmp_path / "bomb.docx"
    path.write_bytes(bomb(200_000_000))
    assert path.stat().st_size < 2_000_000
    monkeypatch.setattr(zipfile.ZipFile, "open", lambda *given, **more: pytest.fail("it was unpacked"))
    assert most_memory(lambda: refusal(path)) < 8_000_000
    assert "unpacks to far more than a policy" in refusal(path)


def test_a_zip_bomb_that_says_it_is_small_unpacks_to_what_it_says(tmp_path):
    content = bytearray(bomb(200_000_000))
    directory = content.rindex(b"PK\x01\x02")
    content[directory + 16 : directory + 20] = struct.pack("<I", zlib.crc32(b" " * 1000))
    content[directory + 24 : directory + 28] = struct.pack("<I", 1000)
    path = tmp_path / "liar.docx"
    path.write_bytes(content)
    read_document("warm.docx", WORD)
    assert most_memory(lambda: refusal(path)) < 12_000_000
    assert "damaged" in refusal(path)


def test_a_pdf_whose_page_unpacks_to_far_more_is_never_unpacked_whole(tmp_path):
    packing = zlib.compressobj(1)
    packed = b"".join(packing.compress(b" " * 1_000_000) for _ in range(120)) + packing.flush()
    path = tmp_path / "bomb.pdf"
    path.write_bytes(pdf_bytes(A_LINE, drawn=packed))
    assert most_memory(lambda: refusal(path)) < 12_000_000
    assert "far more than a policy" in refusal(path)


def test_a_pdf_with_very_many_pages_is_refused(tmp_path):
    path = tmp_path / "pages.pdf"
    path.write_bytes(pdf_bytes(*[A_LINE] * 301))
    assert "far more than a policy" in refusal(path)


def test_entities_of_a_word_document_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("hidden words")
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{tmp_path}/secret">]>'
    inner = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(WORD)) as old, zipfile.ZipFile(inner, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            if name == "word/document.xml":
                held = held.replace(b"?>", b"?>" + declared.encode(), 1).replace(b"Introduction", b"&e;", 1)
            new.writestr(name, held)
    read = read_document("policy.docx", inner.getvalue())
    assert read.blocks and not any("hidden words" in block.text for block in read.blocks)


def test_another_policy_is_refused_rather_than_shown_as_all_changed():
    with pytest.raises(Sayable, match="little of “Code of conduct” in it, so it may be another policy"):
        compared(CODE, read_document("scheme.md", SCHEME_TEXT.encode()))


def test_files_are_read_up_to_ten_megabytes():
    assert MOST_BYTES == 10_000_000


@pytest.mark.parametrize("name", ["policy.docx", "policy.pdf", "policy.txt", "policy.md"])
def test_a_damaged_file_is_read_or_refused_and_nothing_else(name):
    chance = random.Random(11)
    whole = {"docx": WORD, "pdf": pdf_bytes(*[A_LINE] * 3)}.get(name.split(".")[1], SCHEME_TEXT.encode())
    for _ in range(25):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        try:
            read_document(name, bytes(content[: chance.randint(1, len(content))]))
        except Sayable:
            continue
