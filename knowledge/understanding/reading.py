"""One message as the classifier reads it: whole, and part by part, each worked out once and forgotten with it."""

from collections.abc import Callable, Sequence

import numpy as np

from knowledge.understanding.classify import Classifier, Scored
from knowledge.understanding.features import Counted, blocks
from knowledge.understanding.lessons import MOVES, OUT_OF_SCOPE
from knowledge.understanding.words import parts, sentences, words

Encode = Callable[[str], np.ndarray]
_SENTENCES, _READ, _HEARD = 8, 3, 40
_LEAST_WORDS = 3
_STOPS = " .;!,"


class Reading:
    """What a classifier makes of the texts of one message. Not to be shared between threads.

    ``encode`` is the encoder's, needed where the classifier was fitted with one.
    """

    def __init__(self, classifier: Classifier, encode: Encode | None = None):
        self._classifier, self._encode = classifier, encode
        self._counted: dict[str, Counted] = {}
        self._lexical: dict[str, np.ndarray] = {}
        self._meant: dict[str, np.ndarray] = {}
        self._read: dict[str, tuple[np.ndarray, np.ndarray]] = {}

    def counted(self, text: str) -> Counted:
        """Give the features of a text."""
        if text not in self._counted:
            self._counted[text] = blocks(text, self._classifier.vectoriser.concepts)
        return self._counted[text]

    def meant(self, text: str) -> np.ndarray | None:
        """Give the encoder's vector of a text; None without an encoder."""
        if self._encode is None:
            return None
        if text not in self._meant:
            self._meant[text] = self._encode(" ".join(text.split()[:_HEARD]))
        return self._meant[text]

    def ahead(self, texts: Sequence[str]) -> None:
        """Read texts together, which is quicker than one after another: all phrasings are gone through once."""
        new = [text for text in dict.fromkeys(texts) if text not in self._read]
        if new:
            vectors = None if self._encode is None else np.stack([self.meant(text) for text in new])
            read = self._classifier.read(np.array([self._in_words(text) for text in new]), vectors)
            self._read.update(zip(new, read, strict=True))

    def told(self, text: str) -> list[str]:
        """Give the parts of a text that may each tell of a matter, at most three, read already.

        They are its sentences; where these are few, what stands between "and", "also" and "plus" too.
        """
        told = _of_some_length(parts(text)) if len(sentences(text)) <= _READ else self._sentences(text)
        told = self._plainest(told)
        self.ahead(told)
        return told

    def rank(self, text: str) -> tuple[Scored, ...]:
        """Give at most five labels, the likeliest first. A text in the very words of a phrasing bears its label."""
        return self._classifier.ranked(text, *self._clearest(text))

    def scores(self, text: str) -> tuple[np.ndarray, float]:
        """Give the score of every label but ``out_of_scope`` (together 1), and how surely the text belongs to one."""
        return self._classifier.judged(*self._clearest(text))

    def _clearest(self, text: str) -> tuple[np.ndarray, np.ndarray]:
        """A long message is as clear as its clearest sentence where situations go; a move is a whole message."""
        told = self._plainest(self._sentences(text))
        told = told if len(told) > 1 else []
        self.ahead([text, *told])
        logits, near = self._read[text]
        moves = np.isin(self._classifier.machine.labels, (*MOVES, OUT_OF_SCOPE)) if told else None
        for part in told:
            part_logits, part_near = self._read[part]
            logits = np.where(moves, logits, np.maximum(logits, part_logits))
            near = np.where(moves[self._classifier.own], near, np.maximum(near, part_near))
        return logits, near

    def _in_words(self, text: str) -> np.ndarray:
        if text not in self._lexical:
            self._lexical[text] = self._classifier.in_words(self.counted(text))
        return self._lexical[text]

    def _sentences(self, text: str) -> list[str]:
        most = 0.7 * len(text)
        return _of_some_length([part.strip(_STOPS) for part in sentences(text) if len(part) < most])

    def _plainest(self, texts: Sequence[str]) -> list[str]:
        """Give at most three of some texts, in their order: those whose words are the nearest to any phrasing's."""
        if len(texts) <= _READ:
            return list(texts)
        near = [self._classifier.meant_for_us(self._in_words(text)) for text in texts]
        return [texts[place] for place in sorted(np.argsort(near)[-_READ:])]


def _of_some_length(texts: Sequence[str]) -> list[str]:
    return [text for text in texts if len(words(text)) >= _LEAST_WORDS][:_SENTENCES]
