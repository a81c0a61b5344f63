"""Reads JSON from outside, refusing what nothing behind it could store or write again."""

import json
import math
from typing import Any

from bot.errors import Refused

MAX_DEPTH = 64


def read_object(body: bytes) -> dict[str, Any]:
    """The JSON object in ``body``; raises Refused 400 for anything else, NaN, broken text or deep nesting."""
    try:
        value = json.loads(body.decode("utf-8-sig"), parse_constant=_no_constant)
    except (ValueError, RecursionError):
        raise Refused(400, "BadJson", "the body is not valid JSON in UTF-8") from None
    if not isinstance(value, dict):
        raise Refused(400, "BadJson", "the body must be a JSON object")
    _check_tree(value)
    return value


def _check_tree(root: dict[str, Any]) -> None:
    level: list[Any] = [root]
    for _ in range(MAX_DEPTH):
        deeper: list[Any] = []
        for node in level:
            if isinstance(node, dict):
                deeper += node.keys()
                deeper += node.values()
            elif isinstance(node, list):
                deeper += node
            elif not _keepable(node):
                raise Refused(400, "BadJson", "the body holds a text or number that cannot be kept")
        if not deeper:
            return
        level = deeper
    raise Refused(400, "BadJson", f"the body is nested more than {MAX_DEPTH} deep")


def _keepable(leaf: Any) -> bool:
    if isinstance(leaf, str):
        return "\0" not in leaf and (leaf.isascii() or not any("\ud800" <= mark <= "\udfff" for mark in leaf))
    return not isinstance(leaf, float) or math.isfinite(leaf)


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")
