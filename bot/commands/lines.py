"""Reading a .jsonl file line by line: a bad line gives an error line, the rest goes on, and the exit code is 1."""

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.errors import Sayable

LONGEST_LINE = 1_000_000
_ID = re.compile(r'"id"\s*:\s*("[^"\\]{0,200}"|-?\d{1,18}(?!\d))')


def answer_file(path: str, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """Print what ``answer`` makes of each line of the file; 1 where any line gave an error."""
    failed = False
    for line in _lines(path):
        result = _answer_line(line, answer)
        failed = failed or "error" in result
        print_json(result)
    return int(failed)


def print_json(value: Any) -> None:
    """Print one JSON object on a line of its own."""
    text = json.dumps(value, ensure_ascii=False)
    try:
        text.encode()
    except UnicodeEncodeError:
        text = json.dumps(value)
    print(text)


def date_of(text: str, command: argparse.ArgumentParser, option: str) -> date:
    """Read the date that an option was given (ISO); another exits with 2."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        command.error(f"{option} is not a date such as 2026-12-03")


def one_of(given: argparse.Namespace, command: argparse.ArgumentParser, name: str) -> str | None:
    """Give the single value asked about, or None where a file is given; wrong combinations exit with 2."""
    value = getattr(given, name)
    if (value is None) == (given.file is None):
        command.error(f"give either {name.upper()} or --file")
    if value is not None and given.role is None:
        command.error("--role is needed: employee or councillor")
    return value


def text_of(line: dict[str, Any]) -> tuple[str, str]:
    """Give the text and the role of a line; raises Sayable naming what is missing."""
    text, role = line.get("text"), line.get("role")
    if not isinstance(text, str):
        raise Sayable("Text is missing: give it as a string.")
    return text, checked_role(role)


def checked_role(role: Any) -> str:
    """Give the role where it is one; raises Sayable otherwise."""
    if role not in ("employee", "councillor"):
        raise Sayable("The role must be employee or councillor.")
    return role


def _lines(path: str) -> Iterator[str]:
    if path == "-":
        yield from (line for line in sys.stdin if line.strip())
        return
    try:
        with Path(path).open(encoding="utf-8-sig", errors="replace") as lines:
            yield from (line for line in lines if line.strip())
    except OSError as error:
        raise Sayable(f"{path} cannot be read: {error.strerror}.") from error


def _identity(line: str) -> dict[str, Any]:
    """The id of a line that may turn out not to be JSON, so that its error can be told apart."""
    found = _ID.search(line[:LONGEST_LINE])
    return {"id": json.loads(found[1])} if found else {}


def _answer_line(line: str, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> dict[str, Any]:
    identity = _identity(line)
    if len(line) > LONGEST_LINE:
        return {**identity, "error": f"The line is longer than {LONGEST_LINE:,} characters."}
    try:
        given = json.loads(line)
        if not isinstance(given, dict):
            raise Sayable("The line is not a JSON object.")
        identity = {"id": given["id"]} if "id" in given else {}
        return {**identity, **answer(given)}
    except (ValueError, RecursionError):
        return {**identity, "error": "The line is not JSON that can be read."}
    except Sayable as error:
        return {**identity, "error": str(error)}
