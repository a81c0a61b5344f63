"""Questions that came after the search was fitted: what HR taught, and what a new clause says, which count at once."""

from collections.abc import Mapping

import numpy as np

from knowledge.understanding.features import Vector
from knowledge.understanding.search_parts import Part, best_of, nearest_of


def scores_of(
    part: Part, vector: Vector, meant: np.ndarray | None, clauses: int, settings: Mapping[str, float]
) -> tuple[np.ndarray, float]:
    """Give what each clause scores by its taught questions, and how near the nearest of them is (0 to 1).

    The shares are those of the stored questions. What those teach as a whole is stood in for by the nearest one.
    """
    by_words, _ = part.by_words(vector, clauses)
    if meant is None or part.vectors is None:
        near = by_words
        scores = np.float32(settings["question"]) * by_words
    else:
        asked, owner = part.by_meaning(meant, None)
        best = best_of(asked, owner, clauses)
        near = np.exp(np.float32(settings["sharpness"]) * (best - 1)) * (best > 0)
        scores = np.float32(settings["lexical"] * settings["question"]) * by_words
        scores += np.float32(settings["meant_question"]) * best
        scores += np.float32(settings["meant_several"]) * nearest_of(asked, owner, clauses)
    return scores + np.float32(settings["leaning"]) * near, float(near.max(initial=0))
