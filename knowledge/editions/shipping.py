"""What a release brings of the policies: held back until HR publish it, so that it never overwrites what they have.

What a database met first is what HR began with. Where the files say something else by now, the library and the figures
read as they did then, and what the release changed is proposed.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from knowledge.clauses import Clause, Library, load_library
from knowledge.editions.edits import ClauseEdit, FigureEdit
from knowledge.values import Row, Value, load_rows

Content = Mapping[str, Any]
_SAID = ("label", "heading", "number", "text")


def shipped() -> dict[str, Any]:
    """Give the clauses and figures of this release, as they are kept."""
    return {
        "clauses": [_of_clause(clause) for clause in load_library().clauses],
        "figures": [_of_row(row) for row in load_rows()],
    }


def digest_of(content: Content) -> str:
    """Give what tells one content from another."""
    return hashlib.blake2b(json.dumps(content, sort_keys=True).encode(), digest_size=16).hexdigest()


def library_then(first: Content) -> Library:
    """Give the library as HR began with it: what the files changed reads as it did, and what they added is out."""
    came = load_library()
    then = {each["id"]: _clause(each) for each in first["clauses"]}
    clauses = [_as_then(clause, then) for clause in came.clauses]
    before = None
    for each in then.values():
        ids = [clause.id for clause in clauses]
        if each.id not in ids:
            clauses.insert(ids.index(before) + 1 if before else 0, each)
        before = each.id
    return Library(tuple(clauses), came.titles)


def rows_then(first: Content) -> tuple[Row, ...]:
    """Give the dated rows that HR began with of each figure that the files have otherwise now."""
    then, now = _by_name(first), _by_name(shipped())
    return tuple(_row(each) for name, rows in then.items() if rows != now.get(name) for each in rows)


def edits_between(before: Content, on: date) -> tuple[tuple[ClauseEdit, ...], tuple[FigureEdit, ...], date]:
    """Give what this release changes of an earlier one, as edits, and the day on which they begin: ``on``, or the first
    day of a figure that is to change later."""
    old = {each["id"]: each for each in before["clauses"]}
    new = {each["id"]: each for each in shipped()["clauses"]}
    clauses = tuple(_edits(old, new))
    was, now = _by_name(before), _by_name(shipped())
    changed = [rows for name, rows in now.items() if rows != was.get(name)]
    days = [date.fromisoformat(each["from"]) for rows in changed for each in rows if each["from"]]
    since = max([on, *(day for day in days if day > on)])
    return clauses, tuple(_figure(rows, since) for rows in changed), since


def _edits(old: Mapping[str, Content], new: Mapping[str, Content]) -> Iterator[ClauseEdit]:
    before: dict[str, str] = {}
    for key, each in new.items():
        if key not in old:
            yield _edit(each, each["text"], before.get(each["policy"], ""))
        elif any(each[part] != old[key][part] for part in _SAID):
            yield _edit(each, each["text"], None)
        before[each["policy"]] = key
    yield from (_edit(each, "", None) for key, each in old.items() if key not in new)


def _edit(content: Content, text: str, after: str | None) -> ClauseEdit:
    heading = tuple(content["heading"])
    return ClauseEdit(content["id"], text, content["policy"], content["label"], heading, content["number"], after)


def _figure(rows: list[Content], on: date) -> FigureEdit:
    held = next((each for each in rows if _row(each).holds(on)), rows[-1])
    return FigureEdit(held["name"], held["amount"], held["words"])


def _as_then(clause: Clause, then: Mapping[str, Clause]) -> Clause:
    before = then.get(clause.id)
    if before is None:
        return replace(clause, withdrawn=True)
    same = all(getattr(before, part) == getattr(clause, part) for part in _SAID)
    return clause if same else before


def _of_clause(clause: Clause) -> dict[str, Any]:
    since = clause.effective_from
    return {
        "id": clause.id,
        "policy": clause.policy,
        **{part: getattr(clause, part) for part in ("label", "number", "text", "audience", "version")},
        "heading": list(clause.heading),
        "effective_from": since.isoformat() if since else None,
    }


def _clause(content: Content) -> Clause:
    since = content["effective_from"]
    parts = {**content, "heading": tuple(content["heading"]), "effective_from": since and date.fromisoformat(since)}
    return Clause(**parts)


def _of_row(row: Row) -> dict[str, Any]:
    figure = row.value
    return {
        **{part: getattr(figure, part) for part in ("name", "unit", "clause", "words")},
        "amount": str(figure.amount),
        "from": row.since.isoformat() if row.since else None,
        "until": row.until.isoformat() if row.until else None,
    }


def _row(content: Content) -> Row:
    since, until = (content[key] and date.fromisoformat(content[key]) for key in ("from", "until"))
    amount = Decimal(content["amount"]) if content["unit"] == "GBP" else _number(content["amount"])
    return Row(Value(content["name"], amount, content["unit"], content["clause"], content["words"]), since, until)


def _number(amount: str) -> int | str:
    return int(amount) if amount.isdigit() else amount


def _by_name(content: Content) -> dict[str, list[Content]]:
    found: dict[str, list[Content]] = {}
    for each in content["figures"]:
        found.setdefault(each["name"], []).append(each)
    return found
