"""Reads the folders under ``knowledge/policies``: clause files in Markdown, each clause under a small TOML head.

A clause file looks like this, as often as it has clauses::

    +++
    id = "5.16"
    number = "5.16"
    heading = ["5 IT Security Policy", "Information Security Incident Management Guidance Note"]
    label = "Members ICT Scheme 5.16"
    +++

    - 5.16 Members should report any incidents ...

``empty = true`` marks a number that the policy left without words; it is kept in the file and never read out.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

FOLDER = Path(__file__).parent / "policies"

_CLAUSE = re.compile(r"^\+\+\+\n(?P<head>.*?)^\+\+\+\n(?P<body>.*?)(?=^\+\+\+\n|\Z)", re.MULTILINE | re.DOTALL)
_LINE_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|-\s+)?")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_BARE_LINK = re.compile(r"<((?:https?://|mailto:)[^>]*)>")


def policy_folders() -> tuple[Path, ...]:
    """Give the folder of each policy, in the order of their names."""
    return tuple(sorted(head.parent for head in FOLDER.glob("*/policy.toml")))


def read_toml(path: Path) -> dict:
    """Give the content of a TOML file; ``OSError`` or ``tomllib.TOMLDecodeError`` when it cannot be read."""
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read_clauses(folder: Path) -> Iterator[tuple[dict, str]]:
    """Give head and Markdown of every clause of a policy with words, in document order (2.7 has none: X28)."""
    for path in sorted((folder / "clauses").glob("*.md")):
        for head, body in split_clauses(path.read_text(encoding="utf-8")):
            if not head.get("empty"):
                yield head, body


def split_clauses(content: str) -> Iterator[tuple[dict, str]]:
    """Give head and Markdown of each clause of one clause file, the empty ones too."""
    for found in _CLAUSE.finditer(content):
        yield tomllib.loads(found["head"]), found["body"].strip("\n")


def plain_text(markdown: str) -> str:
    """Take the Markdown, link targets and list marks off a clause and nothing else; each line or item is a line."""
    lines = (_LINE_MARKS.sub("", line, count=1).rstrip() for line in markdown.splitlines())
    text = "\n".join(line for line in lines if line)
    text = _BARE_LINK.sub(r"\1", _LINK.sub(r"\1", text))
    return text.replace("*", "")
