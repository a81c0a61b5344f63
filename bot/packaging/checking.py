"""Holding a whole package against what Teams demands and against the council that it is for."""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from bot.packaging.building import MANIFEST, Council, fields
from bot.packaging.icons import color_problems, outline_problems, small_color_problems
from bot.packaging.manifest_rules import manifest_problems
from bot.packaging.problems import Problem, at, list_at, quoted, text_at
from bot.packaging.schema import schema_problems, schema_version
from bot.packaging.translations import translation_files, translation_problems

LONGEST_MANIFEST = 100_000
_ICONS = {
    "icons.color": color_problems,
    "icons.outline": outline_problems,
    "icons.color32x32": small_color_problems,
}


def package_problems(contents: Mapping[str, bytes], council: Council) -> list[Problem]:
    """Say everything that is wrong with the files of a package; what is given of ``council`` must stand in it."""
    if MANIFEST not in contents:
        return [Problem(MANIFEST, "is missing from the root of the zip")]
    manifest, problems = read_json(MANIFEST, contents[MANIFEST])
    if manifest is None:
        return problems
    try:
        problems += _schema_problems(manifest) + manifest_problems(manifest)
    except RecursionError:
        return [Problem(MANIFEST, "is nested too deeply")]
    problems += _council_problems(manifest, council) + _file_problems(manifest, contents)
    return list(dict.fromkeys(problems))


def read_json(name: str, data: bytes) -> tuple[dict[str, Any] | None, list[Problem]]:
    """Give the object in a JSON file, or None with what is wrong; keys that stand twice are told as well."""
    if len(data) > LONGEST_MANIFEST:
        return None, [Problem(name, f"is larger than {LONGEST_MANIFEST:,} bytes")]
    twice: list[str] = []

    def keep(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        twice.extend(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        return dict(pairs)

    try:
        document = json.loads(data.decode("utf-8"), object_pairs_hook=keep, parse_constant=_no_number)
    except UnicodeDecodeError:
        return None, [Problem(name, "is not UTF-8 text")]
    except json.JSONDecodeError as error:
        return None, [Problem(name, f"is not JSON: line {error.lineno} cannot be read")]
    except ValueError:
        return None, [Problem(name, "is not JSON that can be read")]
    except RecursionError:
        return None, [Problem(name, "is nested too deeply")]
    if not isinstance(document, dict):
        return None, [Problem(name, "is not a JSON object")]
    return document, [Problem(name, f"has the key {quoted(key)} twice in one place") for key in dict.fromkeys(twice)]


def _no_number(text: str) -> None:
    raise ValueError(f"{text} is no JSON number")


def _schema_problems(manifest: dict[str, Any]) -> list[Problem]:
    version = at(manifest, "manifestVersion")
    if isinstance(version, str) and version != schema_version():
        return [Problem("manifestVersion", f"is {quoted(version)}; this release checks {schema_version()} only")]
    return schema_problems(manifest)


def _council_problems(manifest: dict[str, Any], council: Council) -> list[Problem]:
    problems = []
    for path, wanted in fields(council).items():
        found = at(manifest, path)
        if isinstance(wanted, list):
            here = [str(entry).lower() for entry in list_at(manifest, path)]
            problems += [Problem(path, f"does not name {quoted(entry)}") for entry in wanted if entry not in here]
        elif (found.lower() if path.endswith("Id") and isinstance(found, str) else found) != wanted:
            problems.append(Problem(path, f"is not {quoted(wanted)}"))
    return problems


def _file_problems(manifest: dict[str, Any], contents: Mapping[str, bytes]) -> list[Problem]:
    icons = {name: check for path, check in _ICONS.items() if (name := text_at(manifest, path))}
    words = translation_files(manifest)
    named = {MANIFEST, *icons, *words}
    problems = [Problem(name, "is missing from the root of the zip") for name in sorted(named - set(contents))]
    problems += [Problem(name, "does not belong in the package") for name in sorted(set(contents) - named)]
    for name in (name for name in icons if name in contents):
        problems += icons[name](name, contents[name])
    for name in (name for name in words if name in contents):
        translation, wrong = read_json(name, contents[name])
        problems += wrong + (translation_problems(name, translation, manifest) if translation is not None else [])
    return problems
