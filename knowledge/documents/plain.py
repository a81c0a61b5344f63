"""Markdown and plain text as blocks."""

import re
from collections.abc import Iterator

from knowledge.documents.blocks import HEADING, ITEM, TEXT, Block, Document, block, document

_BULLET = re.compile(r"^\s*[-*+•▪◦●○–]\s+(?=\S)")
_ITEM = re.compile(rf"{_BULLET.pattern}|^\s*(?:\([a-z]+\)|[a-z]\))\s+(?=\S)", re.I)
_NUMBERED = re.compile(r"^\s*\d+\.\d")
_LINK = re.compile(r"\[([^\]\n]*)\]\([^)\s]*\)")
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_SENTENCE_ENDS = re.compile(r"[.:;,?!]\W*$")
_LONGEST_HEADING = 90


def read_markdown(text: str) -> Document:
    """Give the blocks of a Markdown text: marks, link targets and comments fall away, words and breaks stay."""
    from markdown_it import MarkdownIt

    return document(_of_tokens(MarkdownIt("commonmark").enable("table").parse(text)))


def _of_tokens(tokens: list) -> Iterator[Block | None]:
    kinds, mark, row = [(TEXT, 0)], "", None
    for token in tokens:
        if token.type == "list_item_open":
            kinds.append((ITEM, 0))
            mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "heading_open":
            kinds.append((HEADING, int(token.tag[1:])))
        elif token.type in ("list_item_close", "heading_close"):
            kinds.pop()
        elif token.type == "tr_open":
            row = []
        elif token.type == "tr_close":
            yield block(ITEM, " | ".join(row))
            row = None
        elif token.type == "inline" and row is not None:
            row.append(_words_of(token))
        elif token.type == "inline":
            yield _block_of(mark + _words_of(token), *kinds[-1])
            mark = ""
        elif token.type in ("fence", "code_block"):
            yield block(TEXT, token.content)
        elif token.type == "html_block":
            yield block(TEXT, _TAG.sub("", token.content))


def _block_of(words: str, kind: str, level: int) -> Block | None:
    return block(kind, words.replace("\n", " ") if kind == HEADING else words, level)


def _words_of(inline) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    kept = (child for child in inline.children or () if child.type in ("text", "code_inline", *breaks))
    return "".join(breaks.get(child.type, child.content) for child in kept)


def read_text(text: str) -> Document:
    """Give the blocks of a plain text, in which a blank line parts them and a short line by itself is a heading."""
    plain = _LINK.sub(r"\1", text.replace("\r\n", "\n").replace("\r", "\n"))
    parts = (part.strip("\n") for part in re.split(r"\n(?:[^\S\n]*\n)+", plain))
    return document(each for part in parts for each in _of_part(part))


def _of_part(part: str) -> Iterator[Block | None]:
    if "\n" not in part and _is_heading(part):
        yield block(HEADING, part, 1)
        return
    kind, words = TEXT, []
    for line in part.split("\n"):
        if _ITEM.match(line) or _NUMBERED.match(line):
            yield block(kind, " ".join(words))
            kind, words = ITEM if _ITEM.match(line) else TEXT, []
        words.append(_BULLET.sub("", line).strip())
    yield block(kind, " ".join(words))


def _is_heading(line: str) -> bool:
    return (
        len(line) <= _LONGEST_HEADING
        and not _SENTENCE_ENDS.search(line)
        and not _ITEM.match(line)
        and not _NUMBERED.match(line)
    )
