"""Holding a manifest, or its words in another language, against the schema of Teams: each fault a plain sentence."""

import json
import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any

from jsonschema import Draft4Validator, ValidationError

from bot.packaging.problems import Problem, joined, quoted, shown

MANIFEST_SCHEMA = "MicrosoftTeams.schema.json"
TRANSLATION_SCHEMA = "MicrosoftTeams.Localization.schema.json"
_FORMS = {
    "guid": "is not a GUID such as 3f2504e0-4f89-41d3-9a0c-0305e82c3301",
    "httpsUrl": "is not a web address that starts with https://",
    "hexColor": "is not a colour such as #1D70B8",
    "languageTag": "is not a language such as cy",
}
_OTHERWISE = "does not have the form that the schema asks for"
_KINDS = {
    "string": "text",
    "array": "a list",
    "object": "an object with keys",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
}


def schema_version() -> str:
    """Give the manifest version that the schema is of."""
    return _schema(MANIFEST_SCHEMA)["properties"]["manifestVersion"]["const"]


def schema_problems(document: Any, schema: str = MANIFEST_SCHEMA) -> list[Problem]:
    """Say what the schema finds wrong, in the order of the places."""
    found = {problem for error in _validator(schema).iter_errors(document) for problem in _problems(error)}
    return sorted(found, key=lambda problem: (problem.where, problem.what))


@cache
def _schema(name: str) -> dict[str, Any]:
    return json.loads((files("manifest") / "schema" / name).read_text(encoding="utf-8"))


@cache
def _validator(name: str) -> Draft4Validator:
    return Draft4Validator(_with_neighbours(_schema(name)))


def _with_neighbours(node: Any) -> Any:
    """The same schema in which what stands beside a "$ref" counts: draft 4 skips it, Microsoft's tool does not."""
    if isinstance(node, list):
        return [_with_neighbours(each) for each in node]
    if not isinstance(node, dict):
        return node
    inner = {key: _with_neighbours(value) for key, value in node.items()}
    if isinstance(inner.get("$ref"), str) and len(inner) > 1:
        inner["allOf"] = [*inner.get("allOf", []), {"$ref": inner.pop("$ref")}]
    return inner


@cache
def _forms() -> dict[str, str]:
    """What is wrong, by the pattern that was not met."""
    definitions = _schema(MANIFEST_SCHEMA)["definitions"]
    return {definitions[name]["pattern"]: what for name, what in _FORMS.items()}


def _problems(error: ValidationError) -> Iterator[Problem]:
    path, rule, value = list(error.absolute_path), error.validator_value, error.instance
    where = joined(path)
    match error.validator:
        case "required":
            yield from (Problem(joined([*path, key]), "is missing") for key in rule if key not in value)
        case "additionalProperties":
            yield from (
                Problem(joined([*path, shown(key)]), "is a key that the schema does not know") for key in _extra(error)
            )
        case "maxLength":
            yield Problem(where, f"is {len(value):,} characters long; at most {rule:,} fit")
        case "minLength":
            yield Problem(where, f"is {len(value):,} characters long; at least {rule:,} are needed")
        case "maxItems":
            yield Problem(where, f"has {len(value):,} entries; at most {rule:,} fit")
        case "minItems":
            yield Problem(where, f"has {len(value):,} entries; at least {rule:,} are needed")
        case "uniqueItems":
            yield Problem(where, "has the same entry twice")
        case "type":
            kinds = [rule] if isinstance(rule, str) else rule
            yield Problem(where, "must be " + " or ".join(_KINDS.get(kind, kind) for kind in kinds))
        case "enum":
            yield Problem(where, f"is {quoted(value)}; it must be one of: {', '.join(map(str, rule))}")
        case "pattern":
            yield Problem(where, f"{_forms().get(rule, _OTHERWISE)}: {quoted(value)}")
        case _:
            yield Problem(where, f"{_OTHERWISE} ({error.validator})")


def _extra(error: ValidationError) -> list[str]:
    known = error.schema.get("properties", {})
    # Keys that fit a pattern are known too; the schema for translations names its keys that way.
    patterns = error.schema.get("patternProperties", {})
    return [key for key in error.instance if key not in known and not any(_fits(p, key) for p in patterns)]


def _fits(pattern: str, key: str) -> bool:
    return re.search(pattern, key) is not None
