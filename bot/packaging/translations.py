"""The words of a manifest in further languages: the files named in localizationInfo, and what is wrong with one."""

from typing import Any

from bot.packaging.problems import Problem, list_at, text_at
from bot.packaging.schema import TRANSLATION_SCHEMA, schema_problems

_NOT_WORDS = ("$schema", "localizationKeys")


def translation_files(manifest: dict[str, Any]) -> list[str]:
    """Give the names of the files that hold the words in further languages."""
    paths = ["localizationInfo.defaultLanguageFile"]
    count = len(list_at(manifest, "localizationInfo.additionalLanguages"))
    paths += [f"localizationInfo.additionalLanguages[{index}].file" for index in range(count)]
    return [name for path in paths if (name := text_at(manifest, path))]


def translation_problems(name: str, words: dict[str, Any], manifest: dict[str, Any]) -> list[Problem]:
    """Say what the schema finds wrong in a file of words, and which keys lead to no words of the manifest."""
    wrong = {problem.where: problem.what for problem in schema_problems(words, TRANSLATION_SCHEMA)}
    for key in words:
        if key not in _NOT_WORDS and text_at(manifest, key) is None:
            wrong.setdefault(key, "leads to no words in manifest.json")
    return [Problem(f"{name}: {where}", what) for where, what in wrong.items()]
