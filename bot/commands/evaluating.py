"""evaluate: how well the engine does on a file of labelled lines, with the confusions as a picture."""

import argparse
import json
import os
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.clock import Clock, read_now
from bot.commands.lines import checked_role
from bot.settings import read_settings
from knowledge.clauses import load_library
from knowledge.errors import Sayable
from knowledge.understanding.evaluating import (
    Questions,
    Utterances,
    calibration_error,
    judge_question,
    judge_utterance,
)

MOST_CONFUSED = 12
_CELL, _MARGIN = 16, 190


def evaluate(given: argparse.Namespace, command: argparse.ArgumentParser) -> int:
    """Print the figures of a file of labelled lines; draw the confusions where a picture is asked for."""
    from knowledge.understanding.engine import load_engine

    settings = read_settings(os.environ)
    now = read_now(given.now, settings.zone) if given.now else Clock(settings.zone).now()
    lines = [_checked(number, line) for number, line in _rows(given.labelled)]
    engine = load_engine(load_library(), settings.model)
    utterances, questions = Utterances(), Questions()
    for line in lines:
        if "clauses" in line:
            judge_question(engine, line, now, questions)
        else:
            judge_utterance(engine, line, now, utterances)
    print(f"understanding: {engine.tier}")
    if utterances.lines:
        _print_utterances(utterances)
    if questions.covered or questions.uncovered:
        _print_questions(questions)
    if given.picture and utterances.lines:
        draw(utterances.confused, given.picture)
        print(f"The confusions are drawn in {given.picture}.")
    return 0


def _rows(path: Path) -> list[tuple[int, Any]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise Sayable(f"{path} can't be read ({type(error).__name__}). It has to be a .jsonl file in UTF-8.") from None
    rows = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        try:
            rows.append((number, json.loads(line)))
        except (ValueError, RecursionError):
            raise Sayable(f"Line {number} is not JSON.") from None
    if not rows:
        raise Sayable(f"{path} has no lines.")
    return rows


def _checked(number: int, line: Any) -> Mapping[str, Any]:
    whole = isinstance(line, dict) and isinstance(line.get("text"), str)
    clauses = line.get("clauses") if whole else None
    labelled = isinstance(clauses, list) if whole and "clauses" in line else whole and _is_text(line.get("situation"))
    if not labelled or not isinstance(line.get("facts") or {}, dict):
        raise Sayable(f'Line {number} needs "text", "role", and "situation" (with or without "facts") or "clauses".')
    try:
        checked_role(line.get("role"))
    except Sayable as wrong:
        raise Sayable(f"Line {number}: {wrong}") from None
    return line


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _print_utterances(made: Utterances) -> None:
    print(f"utterances                    {made.lines}")
    print(f"right label first             {_share(made.first, made.lines)}")
    print(f"right label among three       {_share(made.among_three, made.lines)}")
    print(f"acted on                      {_share(made.acted, made.lines)}")
    print(f"acted on wrongly              {_share(made.wrong, made.lines)}")
    print(f"calibration error             {calibration_error(made.sure):.3f}")
    if made.outside:
        print(f"out of scope recognised       {_share(made.outside_seen, made.outside)} of {made.outside}")
    if made.facts:
        print(f"facts found                   {_share(made.facts_found, made.facts)} of {made.facts}")
        print(f"facts wrong                   {_share(made.facts_wrong, made.facts)}")
    wrong = Counter({pair: count for pair, count in made.confused.items() if pair[0] != pair[1]})
    for (wanted, got), count in wrong.most_common(MOST_CONFUSED):
        print(f"  {count:4} {wanted} taken for {got}")


def _print_questions(made: Questions) -> None:
    print(f"questions that a clause answers {made.covered}")
    if made.covered:
        print(f"right clause first            {_share(made.first, made.covered)}")
        print(f"right clause among three      {_share(made.among_three, made.covered)}")
        print(f"wrongly declined              {_share(made.missed, made.covered)}")
    if made.uncovered:
        print(f"not covered, and declined     {_share(made.declined, made.uncovered)} of {made.uncovered}")


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}"


def draw(confused: Mapping[tuple[str, str], int], path: Path) -> None:
    """Draw the confusions as a PNG: a row for each label wanted, a column for each label given; darker is more often.

    Right answers are green, wrong ones red. Raises Sayable where the file cannot be written.
    """
    from PIL import Image, ImageDraw

    labels = sorted({label for pair in confused for label in pair})
    totals = Counter()
    for (wanted, _), count in confused.items():
        totals[wanted] += count
    size = _MARGIN + _CELL * len(labels)
    image = Image.new("RGB", (size, size), "white")
    pen = ImageDraw.Draw(image)
    for place, label in enumerate(labels):
        at = _MARGIN + place * _CELL
        pen.text((4, at + 2), label, fill="black")
        image.paste(_upright(label), (at, 4))
    for (wanted, got), count in confused.items():
        shade = 235 - round(200 * count / totals[wanted])
        colour = (shade, 235, shade) if wanted == got else (235, shade, shade)
        x, y = _MARGIN + labels.index(got) * _CELL, _MARGIN + labels.index(wanted) * _CELL
        pen.rectangle((x, y, x + _CELL - 2, y + _CELL - 2), fill=colour)
        if wanted != got:
            pen.text((x + 4, y + 2), str(count), fill="black")
    try:
        image.save(path, format="PNG")
    except OSError as error:
        raise Sayable(f"{path} can't be written ({type(error).__name__}).") from None


def _upright(label: str) -> Any:
    from PIL import Image, ImageDraw

    strip = Image.new("RGB", (_MARGIN - 8, _CELL - 2), "white")
    ImageDraw.Draw(strip).text((0, 2), label, fill="black")
    return strip.rotate(90, expand=True)
