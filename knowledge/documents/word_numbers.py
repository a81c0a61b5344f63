"""The numbers that Word shows before paragraphs and keeps nowhere as words."""

import re
from collections import defaultdict
from dataclasses import dataclass

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: "decimal" in the shape "%1.%2" from 1; headings of a style may be of it."""

    kind: str = "bullet"
    shape: str = ""
    start: int = 1
    style: str = ""


class Numbering:
    """Counts the lists of a document on, paragraph by paragraph, in the order in which they are asked about."""

    def __init__(self, opened):
        self._lists: dict[str, str] = {}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        try:
            self._read(opened.part.numbering_part.element)
        except (KeyError, NotImplementedError):
            return

    def of(self, paragraph) -> tuple[str, bool]:
        """Give the number of a paragraph ("" for a bullet or none), and whether it stands in a list."""
        found = self._list_of(paragraph)
        if found is None:
            return "", False
        number, depth = found
        levels = self._levels.get(self._lists.get(number, ""), {})
        level = levels.get(depth, _Level())
        if level.kind in ("bullet", "none"):
            return "", True
        counts = self._count(number, depth, level)
        shown = re.sub(r"%(\d)", lambda found: _shown(levels, counts, int(found[1]) - 1), level.shape)
        return shown, True

    def _count(self, number: str, depth: int, level: _Level) -> dict[int, int]:
        counts = self._counts[self._lists[number]]
        for restarted, start in self._restarts.pop(number, {}).items():
            counts[restarted] = start - 1
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in counts if each > depth]:
            del counts[deeper]
        return counts

    def _list_of(self, paragraph) -> tuple[str, int] | None:
        properties, style = [(paragraph._p.pPr, "")], paragraph.style
        while style is not None:
            properties.append((style.element.pPr, style.style_id))
            style = style.base_style
        for each, style_id in properties:
            if each is not None and each.numPr is not None and each.numPr.numId is not None:
                number = str(each.numPr.numId.val)
                return None if number == "0" else (number, self._depth(each.numPr, number, style_id))
        return None

    def _depth(self, given, number: str, style_id: str) -> int:
        if given.ilvl is not None:
            return given.ilvl.val
        levels = self._levels.get(self._lists.get(number, ""), {})
        return next((depth for depth, level in levels.items() if style_id and level.style == style_id), 0)

    def _read(self, root) -> None:
        for shapes in root.iter(f"{_W}abstractNum"):
            levels = {_depth_of(level): _level(level) for level in shapes.iter(f"{_W}lvl")}
            self._levels[shapes.get(f"{_W}abstractNumId")] = levels
        for num in root.iter(f"{_W}num"):
            number = num.get(f"{_W}numId")
            self._lists[number] = num.find(f"{_W}abstractNumId").get(f"{_W}val")
            starts = ((over, over.find(f"{_W}startOverride")) for over in num.iter(f"{_W}lvlOverride"))
            restarts = {_depth_of(over): int(start.get(f"{_W}val")) for over, start in starts if start is not None}
            self._restarts[number] = restarts


def _depth_of(level) -> int:
    return int(level.get(f"{_W}ilvl"))


def _level(level) -> _Level:
    given = {child.tag.removeprefix(_W): child.get(f"{_W}val") for child in level}
    kind, shape = given.get("numFmt") or "decimal", given.get("lvlText") or ""
    return _Level(kind, shape, int(given.get("start") or 1), given.get("pStyle") or "")


def _shown(levels: dict[int, _Level], counts: dict[int, int], depth: int) -> str:
    level = levels.get(depth, _Level("decimal"))
    count = counts.get(depth, level.start)
    if level.kind in ("lowerLetter", "upperLetter"):
        said = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
    elif level.kind in ("lowerRoman", "upperRoman"):
        said = _roman(count)
    else:
        return str(count)
    return said.upper() if level.kind.startswith("upper") else said


def _roman(count: int) -> str:
    shown = ""
    for worth, letters in _ROMAN:
        while count >= worth:
            shown, count = shown + letters, count - worth
    return shown
