"""From new words of clauses to an edition: the figures that change with them, and what they would leave behind."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from knowledge import decided
from knowledge.clause_files import plain_text
from knowledge.clauses import Clause
from knowledge.editions.edits import ClauseEdit, FigureEdit
from knowledge.editions.overlay import library_on
from knowledge.errors import Sayable
from knowledge.quoting import holds_words
from knowledge.values import Value, load_rows, value

LONGEST = 3000
_TAG = re.compile(r"</?[a-z][\w-]*(?:\s[^<>]*)?/?>", re.I)
_SPACE = r"\s+"
_MOST = {"weeks": 520, "months": 600, "%": 100, "hours/week": 168}
_MOST_OF_ANY = 1_000_000_000
_WORDS = ("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_NUMBER = re.compile(rf"\d+(?:,\d{{3}})*(?:\.\d{{1,2}}(?!\d))?|\b(?:{'|'.join(_WORDS[1:])})\b", re.I)
_WRITTEN = re.compile(r"(?P<sign>[£€$]?)\s?(?P<number>[\d,.]+|[a-z]+)\s?(?P<unit>%|[a-z/ ]*)", re.I)
_KINDS = {
    kind: re.compile(shape, re.I)
    for kind, shape in {
        "GBP": "£|pounds?|quid",
        "%": "%|per ?cent",
        "weeks": "weeks?",
        "months": "months?",
        "hours/week": r"hours?(?:(?:/| a | per )week)?",
        "another": "[€$]|euros?|dollars?|pence|p|days?|years?",
    }.items()
}
_SCALE = r"(?:\s?(?:k|m|bn)\b|\s(?:hundred|thousand|million|billion)\b)?"
# No part of another number or of a range: "2.5k", "25 000", "0.50p", "25 thousand", "£25-£30".
_WHOLE = r"(?!\w|[.,]\d|\s\d{3}(?!\d)|\s*(?:hundred|thousand|million|billion)\b|\s*[-–/]\s*£?\d)"


def clause_edit(clause: Clause, text: str) -> ClauseEdit:
    """Give the edit of a clause in force to new words ("": it goes).

    Sayable where there is nothing to change, or the words are too long for one clause.
    """
    said = clause_text(text)
    if said == clause.text:
        raise Sayable(f"{clause.label} says that already, so there's nothing to change.")
    if len(said) > LONGEST:
        raise Sayable(
            f"That's {len(said):,} characters, and a clause has at most {LONGEST:,}. Split it into two clauses."
        )
    return ClauseEdit(clause.id, said, clause.policy, clause.label, clause.heading, clause.number)


def clause_text(text: str) -> str:
    """Give words as a clause holds them: without the marks of Markdown and HTML, which people would see as such."""
    return _TAG.sub("", plain_text(text)).strip()


def replaced(clause: Clause, old: str, new: str) -> str:
    """Give the text of a clause with some words of it replaced; Sayable where they are not there, or more than once."""
    pattern = _as_written(old)
    found = re.findall(pattern, clause.text, re.I) if old.strip() else []
    if not found:
        raise Sayable(f"{clause.label} doesn't have the words “{old}”. Type “show {clause.id}” to see what it says.")
    if len(found) > 1:
        raise Sayable(
            f"{clause.label} has the words “{old}” {len(found)} times. Give a few more words, so that I change the "
            "right ones."
        )
    return re.sub(pattern, lambda _: new, clause.text, flags=re.I)


def _as_written(words: str) -> str:
    """The words whatever their spaces, line breaks and kinds of quotation marks are."""
    pieces = (re.sub(r"['‘’]", "['‘’]", re.escape(word)) for word in words.split())
    return rf"(?<!\w){_SPACE.join(pieces)}(?!\w)"


def figures_with(edits: Sequence[ClauseEdit], on: date) -> tuple[tuple[FigureEdit, ...], tuple[Value, ...]]:
    """Give the figures that change with the words of their clauses, and those that cannot be read in the new words.

    A figure is read where the words around it are those that there were: “over £50” that becomes “over £25”.
    """
    texts = {edit.clause: edit.text for edit in edits}
    shaken = [each for each in _figures_of(texts, on) if not holds_words(texts[each.clause], each.words)]
    read = {each.name: _read_anew(each, texts[each.clause]) for each in shaken}
    return tuple(each for each in read.values() if each), tuple(each for each in shaken if not read[each.name])


def left_standing(edits: Sequence[ClauseEdit], on: date) -> tuple[tuple[Value, str], ...]:
    """Give the figures that stay as their words still stand, though another amount came beside them, with that amount.

    The rules go on with the old one, which may not be what is meant.
    """
    texts, library = {edit.clause: edit.text for edit in edits}, library_on(on)
    read = " ".join(each.words for each in figures_with(edits, on)[0])
    standing = (each for each in _figures_of(texts, on) if holds_words(texts[each.clause], each.words))
    come = ((each, _come_beside(each, library.get(each.clause).text + read, texts[each.clause])) for each in standing)
    return tuple((figure, amount) for figure, amount in come if amount)


def _come_beside(figure: Value, old: str, new: str) -> str:
    """The first amount of the same kind as a figure that the new text has and the old one has not."""
    sign = written_in(figure)
    shape = rf"{'[£€$]' if sign[:1] == '£' else ''}(?:{_NUMBER.pattern}){_SCALE}{'%' if sign[-1:] == '%' else ''}"
    if not sign:
        shape = rf"(?:{_NUMBER.pattern})(?=\s+{re.escape(re.split(r'[^a-z]', figure.unit)[0].rstrip('s'))})"
    before = {found[0].casefold() for found in re.finditer(shape, old, re.I)}
    return next((found[0] for found in re.finditer(shape, new, re.I) if found[0].casefold() not in before), "")


def _figures_of(texts: Mapping[str, str], on: date) -> Iterator[Value]:
    return (figure for figure in figures_on(on) if figure.clause in texts)


def _current(name: str, on: date) -> Value | None:
    try:
        return value(name, on)
    except LookupError:
        return None


def _read_anew(figure: Value, text: str) -> FigureEdit | None:
    """The amount that stands in the new words where the old one stood, with the words that say it."""
    token = next((each for each in _NUMBER.finditer(figure.words) if number_of(each[0]) == figure.amount), None)
    if token is None:
        return None
    before, after = figure.words[: token.start()], figure.words[token.end() :]
    found = re.search(
        rf"(?<!\w){_spaced(before)}(?P<n>(?>{_NUMBER.pattern})){_WHOLE}{_spaced(after)}(?!\w)", text, re.I
    )
    return figure_edit(figure, found["n"], found[0]) if found else None


def _spaced(words: str) -> str:
    return r"\s+".join(re.escape(piece) for piece in re.split(r"\s+", words)).replace("£", r"£\s?")


def figure_edit(figure: Value, number: str, words: str) -> FigureEdit:
    """Give a figure with the amount that a number says (``25``, ``1,000``, ``three``), and the words that say it."""
    amount = number_of(number)
    if isinstance(figure.amount, int) and amount != int(amount):
        raise Sayable(f"{number} is no whole number of {figure.unit}.")
    most = _MOST.get(figure.unit, _MOST_OF_ANY)
    if amount > most:
        raise Sayable(f"{number} can't be meant for “{figure.name.replace('_', ' ')}”. Give at most {most:,}.")
    return FigureEdit(figure.name, f"{amount:.2f}" if isinstance(figure.amount, Decimal) else f"{int(amount)}", words)


def reworded(figure: Value, number: str) -> str:
    """Give the words of a figure with another number (``25``, ``three``) where its own stands.

    Sayable where that is no number, or its words hold none.
    """
    token = next((each for each in _NUMBER.finditer(figure.words) if number_of(each[0]) == figure.amount), None)
    said = _of_its_kind(figure, number.strip())
    if token is None:
        raise Sayable(f"“{figure.words}” says it in words. Type “edit {figure.clause}” to change them.")
    if not _NUMBER.fullmatch(said):
        raise Sayable(f"I can't read “{number.strip()[:40]}” as a number. Say it in digits, such as 25.")
    figure_edit(figure, said, figure.words)
    return f"{figure.words[: token.start()]}{said}{figure.words[token.end() :]}"


def _of_its_kind(figure: Value, written: str) -> str:
    """The bare number of an amount as it is typed; Sayable where that counts something else than the figure does."""
    found = _WRITTEN.fullmatch(written)
    if found is None:
        return written
    counted = [
        kind for kind, shape in _KINDS.items() for part in (found["sign"], found["unit"]) if shape.fullmatch(part)
    ]
    if any(kind != figure.unit for kind in counted):
        unit = {"GBP": "pounds", "%": "per cent"}.get(figure.unit, figure.unit)
        name = figure.name.replace("_", " ")
        raise Sayable(
            f"“{name}” is given in {unit}, and “{written[:40]}” is not. Type it again with a number of {unit}."
        )
    return found["number"].rstrip(".")


def written_in(figure: Value) -> str:
    """Give a figure as its clause writes it, with its sign: ``£50``, ``20%``; "" where it has none."""
    found = re.search(rf"£?(?:{_NUMBER.pattern})%?", figure.words, re.I)
    return found[0] if found and re.search(r"[£%]", found[0]) else ""


def figures_on(on: date) -> tuple[Value, ...]:
    """Give every figure in force on a day."""
    names = dict.fromkeys(row.value.name for row in load_rows())
    return tuple(each for each in (_current(name, on) for name in names) if each is not None)


def number_of(number: str) -> Decimal:
    """Read a number in digits, or a small one in words."""
    words = number.casefold()
    return Decimal(_WORDS.index(words)) if words in _WORDS else Decimal(words.replace(",", ""))


def follows(edits: Sequence[ClauseEdit], figures: Sequence[FigureEdit]) -> dict[str, int]:
    """Give for each clause and figure the published edition that changed it last and was not rolled back, 0: none."""
    last: dict[str, int] = {}
    for edition in (each for each in decided.held().editions if each.until is None):
        last |= {edit.clause: edition.number for edit in edition.clauses}
        last |= {figure.name: edition.number for figure in edition.figures}
    return {name: last.get(name, 0) for name in (*(e.clause for e in edits), *(f.name for f in figures))}
