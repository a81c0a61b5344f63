"""Numbers in digits and in British words: ``1,250.50``, ``2k``, ``a hundred and twenty``, ``half a grand``."""

import re
from decimal import Decimal

UNITS = {
    word: Decimal(n)
    for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split()
    )
}
TENS = {
    word: Decimal(10 * n)
    for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
} | {"fourty": Decimal(40)}
SCALES = {
    "hundred": Decimal(100),
    "hundreds": Decimal(100),
    "thousand": Decimal(1000),
    "grand": Decimal(1000),
    "million": Decimal(1_000_000),
    "dozen": Decimal(12),
}
SUFFIXES = {"k": Decimal(1000), "m": Decimal(1_000_000), "mil": Decimal(1_000_000), "bn": Decimal(10**9)} | SCALES

_SMALL = "|".join(sorted((*UNITS, *TENS), key=len, reverse=True))
_SCALE = "|".join(SCALES)
_WORD = rf"(?:{_SMALL}|{_SCALE})"
WORDS = (
    rf"(?:(?:half\s+(?:a|of\s+a)\s+|quarter\s+of\s+a\s+)(?:{_SCALE})"
    rf"|(?:a\s+couple\s+of\s+|couple\s+of\s+|a\s+couple\s+|an?\s+)(?:{_SCALE})(?:(?:\s+and)?[\s-]+{_WORD})*"
    rf"|{_WORD}(?:\s+and\s+a\s+half(?=\s+(?:{_SCALE}))|(?:\s+and)?[\s-]+{_WORD})*)"
)
DIGITS = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?(?![\d,]*\d)"
_SUFFIX = r"(?:(?:k|m)\b(?!&)|\s?(?:mil|bn)\b|\s(?:hundred|thousand|grand|million)\b)"
NUMBER = rf"(?:{DIGITS}{_SUFFIX}?|\b{WORDS}\b)"
_DIGITS = re.compile(rf"({DIGITS})\s?(k|m|mil|bn|hundred|thousand|grand|million)?", re.I)
_TWO_PART = re.compile(
    rf"(?:{'|'.join(list(UNITS)[1:])}|twenty|thirty)\s+(?:{'|'.join(TENS)})(?:[\s-](?:{_SMALL}))?", re.I
)


def read_number(text: str) -> Decimal | None:
    """The value of a span that is nothing but one number, in digits or words; None for anything else."""
    text = text.strip().lower()
    if digits := _DIGITS.fullmatch(text):
        return Decimal(digits[1].replace(",", "")) * SUFFIXES.get(digits[2] or "", Decimal(1))
    return _words(text) if re.fullmatch(WORDS, text) else None


def two_part(text: str) -> tuple[Decimal, Decimal] | None:
    """The two readings of a price such as ``three fifty``, 3.50 and 350; None where it is not of that form."""
    if not _TWO_PART.fullmatch(text.strip()):
        return None
    head, _, tail = text.strip().lower().partition(" ")
    whole, part = read_number(head), read_number(tail)
    if whole is None or part is None or (whole >= 20 and part < 10):
        return None
    return whole + part / 100, whole * 100 + part


def _words(text: str) -> Decimal | None:
    total, current = Decimal(0), Decimal(0)
    tokens = re.findall(r"[a-z]+", text)
    if tokens[:2] == ["half", "a"] or tokens[:3] == ["half", "of", "a"]:
        return SCALES[tokens[-1]] / 2
    if tokens[0] == "quarter":
        return SCALES[tokens[-1]] / 4
    if tokens[1:4] == ["and", "a", "half"]:
        return (UNITS[tokens[0]] + Decimal("0.5")) * SCALES[tokens[-1]]
    for token in tokens:
        if token == "couple":
            current = Decimal(2)
        elif token in ("a", "an", "and", "of"):
            continue
        elif token in SCALES:
            scale = SCALES[token]
            if scale < 1000:
                current = (current or Decimal(1)) * scale
            else:
                total, current = total + (current or Decimal(1)) * scale, Decimal(0)
        else:
            step = UNITS.get(token, TENS.get(token, Decimal(0)))
            if current and current % 100 and (step >= 10 or current % 10):
                if current >= 20 or step < 10:
                    return None
                current *= 100
            current += step
    return total + current
