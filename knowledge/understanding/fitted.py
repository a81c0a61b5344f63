"""The classifier and the search, fitted once and read back at every later start."""

from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.clauses import Clause
from knowledge.understanding.classify import Classifier, fit_classifier
from knowledge.understanding.concepts import Concepts
from knowledge.understanding.detector import Detector
from knowledge.understanding.features import Vectoriser, shares_of
from knowledge.understanding.index import Index
from knowledge.understanding.kept import Arrays, Kept, key_of, packed, unpacked
from knowledge.understanding.learnt import Learnt, join_learnt, labels_of, places_of
from knowledge.understanding.lessons import Phrasing
from knowledge.understanding.machine import Machine
from knowledge.understanding.search import ClauseIndex, Rows, assemble, build_search, owner_of, with_words
from knowledge.understanding.words import words

Settings = Mapping[str, float]
_INDEX = ("starts", "rows", "weights")


def classifier_of(
    kept: Kept,
    tier: str,
    phrasings: Sequence[Phrasing],
    concepts: Concepts,
    settings: Settings,
    vectors: np.ndarray | None,
) -> Classifier:
    """Give the classifier of these phrasings: read back where it was fitted before, else fitted and kept.

    ``tier`` names the encoder whose ``vectors`` these are, or that there is none.
    """
    said = [f"{phrasing.label}\t{phrasing.text}" for phrasing in phrasings]
    key = key_of(tier, settings, _lexicon(concepts), said)
    arrays = kept.load(f"classifier-{tier}", key)
    if arrays is None:
        fitted = fit_classifier(phrasings, concepts, settings, vectors)
        kept.save(f"classifier-{tier}", key, _classifier_arrays(fitted))
        return fitted
    labels = tuple(sorted({phrasing.label for phrasing in phrasings}))
    place = {label: number for number, label in enumerate(labels)}
    return Classifier(
        vectoriser=_vectoriser(arrays, concepts, settings),
        machine=_machine(arrays, labels),
        detector=_detector(arrays),
        temperature=float(arrays["temperature"]),
        index=_index(arrays, "index", len(phrasings)),
        vectors=vectors,
        phrasings=tuple(phrasings),
        own=np.array([place[phrasing.label] for phrasing in phrasings]),
        exact={
            tuple(said.split()): p.label for said, p in zip(unpacked(arrays["said"]), phrasings, strict=True) if said
        },
        settings=settings,
    )


def search_of(
    kept: Kept,
    tier: str,
    clauses: Sequence[Clause],
    rows: Rows,
    concepts: Concepts,
    settings: Settings,
    vectors: Mapping[str, np.ndarray] | None,
) -> ClauseIndex:
    """Give the search over these clauses: read back where it was built before, else built and kept."""
    key = key_of(tier, settings, _lexicon(concepts), [f"{kind}\t{row}" for kind in rows for row in rows[kind]])
    arrays = kept.load(f"search-{tier}", key)
    if arrays is None:
        built = build_search(clauses, rows, concepts, settings, vectors)
        kept.save(f"search-{tier}", key, _search_arrays(built))
        return built
    indexes = {kind: _index(arrays, kind, len(rows[kind])) for kind in rows}
    rare = {word: number for number, word in enumerate(unpacked(arrays["rare"]))}
    held = _index(arrays, "held", len(with_words(clauses)))
    vectoriser = _vectoriser(arrays, concepts, settings)
    learnt = _learnt(arrays, owner_of(rows), len(with_words(clauses)), settings)
    words_held = (rare, held, arrays["word_idf"])
    return assemble(with_words(clauses), rows, vectoriser, indexes, learnt, words_held, settings, vectors)


def _classifier_arrays(fitted: Classifier) -> Arrays:
    return {
        **_vectoriser_arrays(fitted.vectoriser),
        **_index_arrays(fitted.index, "index"),
        **_judge_arrays(fitted.machine, fitted.detector),
        "temperature": np.array(fitted.temperature),
        "said": packed(" ".join(words(phrasing.text)) for phrasing in fitted.phrasings),
    }


def _search_arrays(built: ClauseIndex) -> Arrays:
    parts = [_index_arrays(part.index, kind) for kind, part in built.parts.items()]
    parts += [_index_arrays(built.uncovered.index, "uncovered"), _index_arrays(built.held, "held")]
    parts += [_vectoriser_arrays(built.vectoriser)]
    if built.learnt is not None:
        parts += [_judge_arrays(built.learnt.machine, built.learnt.detector)]
    joined = {name: array for part in parts for name, array in part.items()}
    return {**joined, "rare": packed(built.rare), "word_idf": built.idf}


def _learnt(arrays: Arrays, owner: np.ndarray, clauses: int, settings: Settings) -> Learnt | None:
    if "shares" not in arrays:
        return None
    given = labels_of(owner, clauses)
    machine = _machine(arrays, sorted(set(given)))
    return join_learnt(machine, _detector(arrays), places_of(machine.labels, given), clauses, settings)


def _judge_arrays(machine: Machine, detector: Detector) -> Arrays:
    return {
        "shares": machine.shares,
        "bias": machine.bias,
        "signs_mean": detector.mean,
        "signs_spread": detector.spread,
        "signs_weights": detector.weights,
        "signs_bias": np.array(detector.bias),
    }


def _machine(arrays: Arrays, labels: Sequence[str]) -> Machine:
    return Machine(tuple(labels), arrays["shares"], arrays["bias"])


def _detector(arrays: Arrays) -> Detector:
    parts = (arrays[f"signs_{part}"] for part in ("mean", "spread", "weights"))
    return Detector(*parts, float(arrays["signs_bias"]))


def _vectoriser_arrays(vectoriser: Vectoriser) -> Arrays:
    return {"features": packed(vectoriser.numbers), "idf": vectoriser.idf}


def _vectoriser(arrays: Arrays, concepts: Concepts, settings: Settings) -> Vectoriser:
    numbers = {feature: number for number, feature in enumerate(unpacked(arrays["features"]))}
    return Vectoriser(numbers, arrays["idf"], concepts, shares_of(settings))


def _index_arrays(index: Index, name: str) -> Arrays:
    return {f"{name}_{part}": getattr(index, part) for part in _INDEX}


def _index(arrays: Arrays, name: str, size: int) -> Index:
    return Index(size, *(arrays[f"{name}_{part}"] for part in _INDEX))


def _lexicon(concepts: Concepts) -> list[str]:
    return [repr(item) for item in concepts.runs.items()]
