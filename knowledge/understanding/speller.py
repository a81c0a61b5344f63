"""A careful speller: it mends what is plainly a slip and leaves names, short words and figures alone."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.understanding.words import stem

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SHORT, _LONG = 5, 9
_MOST = 40
_ENDINGS = {"ing": "e", "ed": "e", "er": "e", "ers": "e", "ly": "", "s": "", "es": "", "d": ""}


@dataclass(frozen=True, slots=True, eq=False)
class Speller:
    """Known words with how often each occurs. Nothing that is among them is ever changed."""

    known: Mapping[str, int]
    sorted: tuple[str, ...]

    def mend(self, text: str) -> str:
        """Give the text with slips mended: one letter wrong, missing, doubled or swapped (two in a long word).

        Capitalised words (names of people and organisations), words of fewer than five letters, words with digits
        and known words with a common ending stay as they are; so does a word without a likely meaning.
        """
        shouted = text.isupper()
        tries = iter(range(_MOST))

        def mended(match: re.Match[str]) -> str:
            word = match.group()
            if not self._suspect(text, match, shouted) or next(tries, None) is None:
                return word
            return self._nearest(word.lower()) or word

        return _TOKEN.sub(mended, text)

    def knowing(self, words: Collection[str]) -> "Speller":
        """Give a speller that knows these words too; itself where it does already."""
        more = {word: 1 for word in words if word not in self.known}
        return build_speller({**self.known, **more}) if more else self

    def _suspect(self, text: str, match: re.Match[str], shouted: bool) -> bool:
        word = match.group()
        if len(word) < _SHORT or not word.isascii() or "'" in word:
            return False
        if word[0].isupper() and not shouted:
            return False
        around = text[max(match.start() - 1, 0) : match.end() + 1]
        return not any(c.isdigit() or c in "@_/-" for c in around) and not self._knows(word.lower())

    def _knows(self, word: str) -> bool:
        if word in self.known or stem(word) in self.known:
            return True
        return any(
            word.endswith(end) and not {word[: -len(end)], word[: -len(end)] + dropped}.isdisjoint(self.known)
            for end, dropped in _ENDINGS.items()
            if len(word) > len(end) + 2
        )

    def _nearest(self, word: str) -> str | None:
        most = 2 if len(word) >= _LONG else 1
        near = process.extract(word, self.sorted, scorer=OSA.distance, score_cutoff=most, limit=8)
        likely = [
            (edits, choice[-1] != word[-1], -self.known[choice], choice)
            for choice, edits, _ in near
            if choice[0] == word[0]
        ]
        return min(likely)[-1] if likely else None


def build_speller(known: Mapping[str, int]) -> Speller:
    """Make a speller from the words of the phrasings, the clauses and the lexicon with their counts."""
    return Speller(known, tuple(sorted(word for word in known if len(word) >= _SHORT - 1)))
