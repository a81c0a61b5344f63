"""Activities to and from the JSON on the wire.

Stands in for the SDK's serialiser, which drops the fields of entities and the tenant of a conversation, fails on
plain dictionaries, and takes wrong types without a word.
"""

import functools
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from enum import Enum
from typing import Any

import botbuilder.schema as schema
from botbuilder.schema import Activity
from msrest.serialization import Model

from bot.errors import Refused

Reader = Callable[[Any, str], Any]
# The SDK spells it tenantID; Teams sends and reads tenantId.
SPELLED_WRONG = {"tenantID": "tenantId"}


def read_activity(body: Mapping[str, Any]) -> Activity:
    """The activity a JSON object describes, unknown fields kept; raises Refused 400 naming a field of a wrong type."""
    return _read_model(Activity, body, "activity")


def write_activity(activity: Model) -> dict[str, Any]:
    """The JSON object of an activity or any part of one, every field kept, empty fields left out."""
    written: dict[str, Any] = {}
    for attribute, key, _ in _fields(type(activity)):
        value = getattr(activity, attribute, None)
        if value is not None:
            written[key] = plain(value)
    for key, value in (activity.additional_properties or {}).items():
        written.setdefault(key, plain(value))
    return written


def plain(value: Any) -> Any:
    """``value`` with the SDK's objects, enums and dates in it turned into what JSON knows."""
    if isinstance(value, Model):
        return write_activity(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return (value if value.tzinfo else value.replace(tzinfo=UTC)).isoformat()
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value


@functools.cache
def _fields(model: type[Model]) -> tuple[tuple[str, str, str], ...]:
    return tuple(
        (attribute, SPELLED_WRONG.get(field["key"], field["key"]), field["type"])
        for attribute, field in model._attribute_map.items()
    )


@functools.cache
def _readers(model: type[Model]) -> Mapping[str, tuple[str, Reader]]:
    return {key: (attribute, _reader(kind)) for attribute, key, kind in _fields(model)}


def _read_model(model: type[Model], body: Any, path: str) -> Model:
    if not isinstance(body, dict):
        raise _wrong(path, "an object")
    readers = _readers(model)
    known: dict[str, Any] = {}
    unknown: dict[str, Any] = {}
    for key, value in body.items():
        if key in readers:
            attribute, read = readers[key]
            known[attribute] = None if value is None else read(value, key)
        else:
            unknown[key] = value
    made = model(**known)
    made.additional_properties = unknown
    return made


def _reader(kind: str) -> Reader:
    if kind.startswith("["):
        return functools.partial(_read_list, _reader(kind[1:-1]))
    if kind in PLAIN_READERS:
        return PLAIN_READERS[kind]
    model = getattr(schema, kind)
    return lambda value, path: _read_model(model, value, path)


def _read_list(read: Reader, value: Any, path: str) -> list:
    if not isinstance(value, list):
        raise _wrong(path, "a list")
    return [read(item, path) for item in value]


def _read_text(value: Any, path: str) -> str:
    if not isinstance(value, str):
        raise _wrong(path, "a text")
    return value


def _read_bool(value: Any, path: str) -> bool:
    if not isinstance(value, bool):
        raise _wrong(path, "true or false")
    return value


def _read_number(value: Any, path: str) -> int | float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise _wrong(path, "a number")
    return value


def _read_moment(value: Any, path: str) -> datetime:
    try:
        return datetime.fromisoformat(_read_text(value, path))
    except ValueError:
        raise _wrong(path, "a date and time") from None


def _read_mapping(value: Any, path: str) -> dict:
    if not isinstance(value, dict):
        raise _wrong(path, "an object")
    return value


def _read_anything(value: Any, path: str) -> Any:
    return value


def _wrong(path: str, wanted: str) -> Refused:
    return Refused(400, "BadActivity", f"{path} must be {wanted}")


PLAIN_READERS: Mapping[str, Reader] = {
    "str": _read_text,
    "bool": _read_bool,
    "int": _read_number,
    "float": _read_number,
    "iso-8601": _read_moment,
    "object": _read_anything,
    "{object}": _read_mapping,
}
