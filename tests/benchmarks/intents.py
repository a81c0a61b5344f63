"""The product's own classifier on any labelled texts: python -m tests.benchmarks.intents TRAIN VALID TEST

Each file has a JSON object a line with ``text`` and ``label``; ``oos`` is out of scope. Prints in-scope accuracy and
out-of-scope recall: with nothing rejected, at the threshold with the best validation score (out of scope counted as
one intent: the rule of Larson et al. 2019), and giving up at most one point of in-scope accuracy on validation; then
AUROC, calibration and latency. The thresholds are read off VALID and never off TEST.
"""

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from bot.settings import read_settings
from knowledge.errors import Sayable
from knowledge.understanding.classify import Classifier, fit_classifier
from knowledge.understanding.concepts import Concepts
from knowledge.understanding.encoder.model import Encoder, open_encoder
from knowledge.understanding.lessons import OUT_OF_SCOPE, Phrasing, thresholds_of
from knowledge.understanding.reading import Reading
from knowledge.understanding.speller import Speller, build_speller
from knowledge.understanding.words import clean, words

OOS = "oos"
NO_CONCEPTS = Concepts({}, 0)
GIVEN_UP = 0.01
PUBLISHED = "Published (Larson et al. 2019, full split): Rasa 91.5 / 45.3, Dialogflow 91.7 / 14.0, BERT 96.9 / 40.3."


@dataclass(frozen=True, slots=True)
class Judged:
    """What came of a set: is each row in scope, was its best label right, and how surely did it belong."""

    inside: np.ndarray
    right: np.ndarray
    belongs: np.ndarray
    sure: np.ndarray
    seconds: np.ndarray

    def at(self, threshold: float) -> tuple[float, float]:
        """In-scope accuracy and out-of-scope recall, in per cent, when less sure texts than this are rejected."""
        kept = self.belongs >= threshold
        return 100 * _share((self.right & kept)[self.inside]), 100 * _share(~kept[~self.inside])


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its figures; 0."""
    given = _arguments(argv)
    encoder = None if given.words_only else _encoder()
    train, valid, test = (read_rows(path) for path in (given.train, given.valid, given.test))
    print(f"Fitting {len(train)} texts, {'words only' if encoder is None else 'with the encoder'} ...", flush=True)
    start = time.perf_counter()
    classifier, speller = fit(train, encoder)
    print(f"  {time.perf_counter() - start:.0f} s")
    report(judge(classifier, speller, encoder, valid), judge(classifier, speller, encoder, test))
    return 0


def read_rows(path: Path) -> list[tuple[str, str]]:
    """Give the rows of a file as text and label."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(row["text"], row["label"]) for row in map(json.loads, lines)]


def fit(rows: Sequence[tuple[str, str]], encoder: Encoder | None) -> tuple[Classifier, Speller]:
    """Fit the product's classifier and speller to labelled texts, without the lexicon of the council's matters."""
    phrasings = [Phrasing(OUT_OF_SCOPE if label == OOS else label, clean(text)) for text, label in rows]
    vectors = np.array([encoder.encode(phrasing.text) for phrasing in phrasings]) if encoder else None
    known = Counter(word for phrasing in phrasings for word in words(phrasing.text))
    settings = thresholds_of("full" if encoder else "words")["classify"]
    return fit_classifier(phrasings, NO_CONCEPTS, settings, vectors), build_speller(known)


def judge(classifier: Classifier, speller: Speller, encoder: Encoder | None, rows: Sequence[tuple[str, str]]) -> Judged:
    """Classify every row, one at a time as the product does."""
    labels, encode = classifier.machine.labels, encoder.encode if encoder else None
    right, belongs, sure, seconds = [], [], [], []
    for text, label in rows:
        start = time.perf_counter()
        scores, belonging = Reading(classifier, encode).scores(speller.mend(clean(text)))
        seconds.append(time.perf_counter() - start)
        right.append(labels[int(scores.argmax())] == label)
        belongs.append(belonging)
        sure.append(float(scores.max()))
    inside = np.array([label != OOS for _, label in rows])
    return Judged(inside, np.array(right), np.array(belongs), np.array(sure), np.array(seconds))


def report(valid: Judged, test: Judged) -> None:
    """Print the figures of the test set, at thresholds chosen on the validation set."""
    choices = np.concatenate([[0.0], np.quantile(valid.belongs, np.linspace(0, 0.9, 500))])
    paper = max(choices, key=lambda t: np.where(valid.belongs >= t, valid.right, ~valid.inside).mean())
    least = valid.at(0.0)[0] - 100 * GIVEN_UP
    most = max((t for t in choices if valid.at(t)[0] >= least), default=0.0)
    print("in-scope accuracy / out-of-scope recall, per cent")
    for name, threshold in (("nothing rejected", 0.0), ("best validation score", paper), ("at most 1 point", most)):
        print(f"  {name:22} {'{:.1f} / {:.1f}'.format(*test.at(threshold))}")
    if not test.inside.all():
        print(f"AUROC of out of scope    {auroc(test.belongs, test.inside):.3f}")
    print(f"calibration error        {calibration_error(test.sure[test.inside], test.right[test.inside]):.3f}")
    milliseconds = 1000 * np.quantile(test.seconds, (0.5, 0.99))
    print("latency, ms              median {:.1f}, p99 {:.1f}".format(*milliseconds))
    print(PUBLISHED)


def auroc(belongs: np.ndarray, inside: np.ndarray) -> float:
    """How often a text in scope is surer to belong than one that is out of scope; ties count half."""
    order = np.sort(belongs[~inside])
    below = np.searchsorted(order, belongs[inside], "left") + np.searchsorted(order, belongs[inside], "right")
    return float(below.mean() / 2 / len(order))


def calibration_error(sure: np.ndarray, right: np.ndarray, bins: int = 15) -> float:
    """The expected gap between how sure and how right, over bins of equal width (Guo et al. 2017)."""
    place = np.minimum((sure * bins).astype(int), bins - 1)
    gaps = [abs(sure[place == b].mean() - right[place == b].mean()) * (place == b).mean() for b in np.unique(place)]
    return float(sum(gaps))


def _share(flags: np.ndarray) -> float:
    return float(flags.mean()) if len(flags) else float("nan")


def _encoder() -> Encoder | None:
    try:
        return open_encoder(read_settings(os.environ).model)
    except Sayable as missing:
        print(missing)
        return None


def _arguments(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.intents", description=__doc__)
    for name in ("train", "valid", "test"):
        parser.add_argument(name, type=Path, metavar=name.upper())
    parser.add_argument("--words-only", action="store_true", help="without the encoder")
    return parser.parse_args(argv)


if __name__ == "__main__":
    raise SystemExit(main())
