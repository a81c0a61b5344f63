"""What every reader of documents gives: the blocks of a document in order, and what was left out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

HEADING, TEXT, ITEM = "heading", "text", "item"
_SPACE = re.compile(r"[^\S\n]+")
_UNSEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0e-\x1f]")
_LIGATURES = str.maketrans({"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl"})


@dataclass(frozen=True, slots=True)
class Block:
    """A heading with its level from 1, a paragraph, or an item of a list or a row of a table, as plain words."""

    kind: str
    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a document, and in sentences what of it is not among them ("A footnote was left out: ...")."""

    blocks: tuple[Block, ...]
    left_out: tuple[str, ...] = ()


def block(kind: str, text: str, level: int = 0) -> Block | None:
    """Make a block of words as they stand in a file; None where there are none."""
    lines = (_SPACE.sub(" ", line).strip() for line in _UNSEEN.sub("", text).translate(_LIGATURES).splitlines())
    said = "\n".join(line for line in lines if line)
    return Block(kind, said, level) if said else None


def document(blocks: Iterable[Block | None], left_out: Iterable[str] = ()) -> Document:
    """Put the blocks of a document together; the empty ones fall out."""
    return Document(tuple(each for each in blocks if each is not None), tuple(left_out))
