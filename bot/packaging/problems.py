"""What is wrong with a package, in sentences; and finding a place in a manifest by its path."""

import re
from dataclasses import dataclass
from typing import Any

_STEP = re.compile(r"([^.\[\]]+)|\[(\d{1,4})\]")
_SHOWN_AT_MOST = 80


@dataclass(frozen=True, slots=True)
class Problem:
    """Where something is wrong (a file, or a path in the manifest) and ``what``: the rest of the sentence."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{shown(self.where)} {self.what}."


def shown(text: str) -> str:
    """Give a text that comes from a package in a form that is safe to print: short, and without control characters."""
    clean = "".join(c if c.isprintable() else "?" for c in text[: _SHOWN_AT_MOST + 1])
    return clean if len(clean) <= _SHOWN_AT_MOST else clean[:_SHOWN_AT_MOST] + "..."


def quoted(value: Any) -> str:
    """Give a value in quotation marks, safe to print."""
    return f"“{shown(str(value))}”"


def steps(path: str) -> list[str | int]:
    """Give the steps of a path such as ``bots[0].commandLists[0].commands[2].title``."""
    return [int(number) if number else name for name, number in _STEP.findall(path)]


def joined(path: list[str | int]) -> str:
    """Give the steps as a path; the manifest itself is ``manifest.json``."""
    text = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return text.removeprefix(".") or "manifest.json"


def at(manifest: Any, path: str) -> Any:
    """Give what stands at a path, or None where nothing does."""
    found = manifest
    for step in steps(path):
        if isinstance(step, int):
            found = found[step] if isinstance(found, list) and step < len(found) else None
        else:
            found = found.get(step) if isinstance(found, dict) else None
    return found


def list_at(manifest: Any, path: str) -> list[Any]:
    """Give the list at a path, or an empty one."""
    found = at(manifest, path)
    return found if isinstance(found, list) else []


def text_at(manifest: Any, path: str) -> str | None:
    """Give the text at a path, or None where no text stands there."""
    found = at(manifest, path)
    return found if isinstance(found, str) else None
