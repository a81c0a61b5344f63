"""A file that somebody sent, as a document: told by what it holds, not by its name alone, and within bounds."""

import re
from pathlib import Path

from knowledge.documents.blocks import Document
from knowledge.errors import Sayable

MOST_BYTES = 10_000_000
_MOST_CHARACTERS = 500_000
_MOST_IN_A_BLOCK = 20_000
_KINDS = (".docx", ".md", ".pdf", ".txt")
_WHICH = "I read Word documents (.docx), Markdown (.md), PDFs with text (.pdf) and plain text (.txt)."
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_TOO_LONG = "That document is far longer than a policy, so I haven't read it. Send the policy alone."


def open_document(path: Path) -> Document:
    """Read a file of at most 10 MB; Sayable where it cannot be read, with what to do instead."""
    try:
        if path.is_dir():
            raise Sayable(f"{path.name or path} is a folder. Name the document that is in it.")
        if path.exists() and not path.is_file():
            raise Sayable(f"{path.name} isn't a document. Name a file. {_WHICH}")
        if path.stat().st_size > MOST_BYTES:
            raise Sayable(too_large(path.stat().st_size))
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise Sayable(f"There is no file {str(path)[-100:]}. Check its name and where it is.") from error
    except OSError as error:
        raise Sayable(
            f"The file {str(path)[-100:]} can't be read: {error.strerror}. Check its name and who may open it."
        ) from error
    return read_document(path.name, content)


def too_large(size: int | None) -> str:
    """Say that a file is larger than what is read; ``size`` in bytes, None where it was not read to its end."""
    has = f"has {size / 1e6:,.0f} MB" if size else "is larger"
    return f"That file {has}, and I read at most 10{'' if size else ' MB'}. Send the policy's words alone."


def read_document(name: str, content: bytes) -> Document:
    """Give what a file says, by its name and its bytes.

    Sayable where it is of no kind that is read, is empty, too large, or is one endless paragraph. Its words are taken
    as words, whatever they say.
    """
    if len(content) > MOST_BYTES:
        raise Sayable(too_large(len(content)))
    suffix = Path(name).suffix.lower()
    if suffix not in _KINDS:
        raise Sayable(f"I can't read {suffix or 'that kind of'} files. {_WHICH}")
    read = _read(suffix, content)
    if not read.blocks:
        raise Sayable("There are no words in that document, so there's nothing to compare. Send one with the policy.")
    if max(len(each.text) for each in read.blocks) > _MOST_IN_A_BLOCK:
        raise Sayable(
            "One paragraph of that document is longer than any policy's, so I can't tell its clauses apart. "
            "Put a blank line between its paragraphs, and send it again."
        )
    if sum(len(each.text) for each in read.blocks) > _MOST_CHARACTERS:
        raise Sayable(_TOO_LONG)
    return read


def _read(suffix: str, content: bytes) -> Document:
    if suffix == ".pdf":
        from knowledge.documents.pdf import read_pdf

        return read_pdf(content)
    if suffix == ".docx":
        from knowledge.documents.word import read_word

        return read_word(content)
    from knowledge.documents.plain import read_markdown, read_text

    return (read_markdown if suffix == ".md" else read_text)(_decoded(content))


def _decoded(content: bytes) -> str:
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if len(text) > 6 * _MOST_CHARACTERS:
            raise Sayable(_TOO_LONG)
        if not _NO_TEXT.search(text):
            return text
    raise Sayable(f"That file holds no plain text, though its name says so. {_WHICH}")
