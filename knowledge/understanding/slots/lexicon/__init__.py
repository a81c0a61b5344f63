"""The words that the readers look for, as TOML files that HR can read.

A file holds tables; a table is a group (a fact, a kind of word), a key in it a value, and its list the phrases that
mean that value. ``{it}`` in a phrase stands for every phrase of the set ``it`` in sets.toml.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import product
from re import compile, escape, findall

_HOLE = compile(r"\{(\w+)\}")


@cache
def table(name: str) -> Mapping[str, Mapping[str, list[str]]]:
    """The tables of one lexicon file, by its name without ``.toml``, as written."""
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def expand(phrase: str) -> Iterator[str]:
    """Every phrase that a phrase with ``{set}`` holes stands for. KeyError for a set that does not exist."""
    sets = table("sets")["sets"]
    names = findall(r"\{(\w+)\}", phrase)
    for words in product(*(sets[name] for name in names)):
        supply = iter(words)
        yield " ".join(_HOLE.sub(lambda _, supply=supply: next(supply), phrase).split())


def phrases(name: str) -> Iterator[tuple[str, str, str]]:
    """Every (group, value, phrase) of one lexicon file, holes filled."""
    for group, values in table(name).items():
        for value, written in values.items():
            for phrase in written:
                yield from ((group, value, one) for one in expand(phrase))


def words(name: str, group: str, value: str) -> tuple[str, ...]:
    """The phrases of one value, holes filled, longest first."""
    found = {one for phrase in table(name)[group][value] for one in expand(phrase)}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def alternatives(some: tuple[str, ...]) -> str:
    """A regular-expression group that matches any of the phrases, whatever the run of white space in them."""
    return "(?:" + "|".join(r"\s+".join(map(escape, one.split())) for one in some) + ")"
