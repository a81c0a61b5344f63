"""Whether a text means anything here at all: a few signs, weighed by what they were in texts that do and do not."""

from dataclasses import dataclass

import numpy as np

_STEPS = 40
_SOFT, _FAR = 0.15, -1.0
# What the signs are worth before any text outside is known, and how many such texts are worth as much. The pull to it
# falls off with the square of their number: falling in step with it cost the council's own texts a tenth in recall.
_USUAL = np.array([0.8, 0.8, 0.2, 0, -0.2, 0])
_OUTWEIGHS, _LEAST_PULL = 100, 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Detector:
    """A logistic regression over signs: each less its ``mean``, by its ``spread``, times its weight, and a bias."""

    mean: np.ndarray
    spread: np.ndarray
    weights: np.ndarray
    bias: float

    def belongs(self, signs: np.ndarray) -> np.ndarray:
        """Tell how likely texts mean something here (0 to 1), from their signs: one text, or a row for each."""
        leaning = (signs - self.mean) / self.spread @ self.weights + self.bias
        return 1 / (1 + np.exp(-np.clip(leaning, -30, 30)))


def signs_of(logits: np.ndarray, near: np.ndarray, outside: int | None) -> np.ndarray:
    """Give the signs of texts (rows): from their logits by label and the nearest known text of each label.

    Largest logit, energy, nearest, lead over the second, and the logit and nearness of what is known to be ``outside``
    (the place of that label, None where nothing is).
    """
    inside = np.ones(logits.shape[-1], bool)
    if outside is not None:
        inside[outside] = False
    own = logits[..., inside]
    two = -np.partition(-own, 1, axis=-1)[..., :2] if own.shape[-1] > 1 else np.repeat(own, 2, axis=-1)
    energy = _SOFT * np.log(np.exp((own - two[..., :1]) / _SOFT).sum(axis=-1)) + two[..., 0]
    other = np.zeros_like(energy) if outside is None else logits[..., outside]
    other_near = np.zeros_like(energy) if outside is None else near[..., outside]
    signs = (two[..., 0], energy, near[..., inside].max(axis=-1), two[..., 0] - two[..., 1], other, other_near)
    return np.stack(signs, axis=-1).astype(np.float32)


def nearest(rows: np.ndarray, own: np.ndarray, labels: int) -> np.ndarray:
    """Give the nearest known text of each label; ``own`` is the label of each row."""
    best = np.full(labels, _FAR, np.float32)
    np.maximum.at(best, own, rows)
    return best


def nearest_but_itself(near: np.ndarray, own: np.ndarray, labels: int) -> np.ndarray:
    """Give the same of each known text among the others. ``near`` is that of every text to every other, and used up."""
    np.fill_diagonal(near, _FAR)
    return np.column_stack([near[:, own == label].max(axis=1) for label in range(labels)])


def fit_detector(signs: np.ndarray, inside: np.ndarray, prior: float = 0.5) -> Detector:
    """Fit a detector to the signs of texts (rows) and whether each is ``inside``.

    ``prior`` is the share of all that people type that is meant for the bot, whatever it is among these texts. The
    fewer texts outside are known, the closer the weights stay to what the signs are usually worth.
    """
    mean, spread = signs.mean(axis=0), signs.std(axis=0) + np.float32(1e-6)
    if inside.all():
        return Detector(mean, spread, _USUAL.astype(np.float32), 3.0)
    rows = np.column_stack([(signs - mean) / spread, np.ones(len(signs))])
    share = np.where(inside, prior / inside.sum(), (1 - prior) / (~inside).sum())
    usual = np.append(_USUAL, 0)
    pull = np.full(len(usual), (_OUTWEIGHS / (~inside).sum()) ** 2)
    pull[-1] = _LEAST_PULL
    weights = usual.copy()
    for _ in range(_STEPS):
        guess = 1 / (1 + np.exp(-np.clip(rows @ weights, -30, 30)))
        slope = rows.T @ (share * (guess - inside)) + pull * (weights - usual)
        bend = (rows * (share * guess * (1 - guess))[:, None]).T @ rows + np.diag(pull)
        weights -= np.linalg.solve(bend, slope)
    return Detector(mean, spread, weights[:-1].astype(np.float32), float(weights[-1]))


def fit_temperature(logits: np.ndarray, own: np.ndarray) -> float:
    """Give the temperature at which the scores of texts are as sure as they are right; ``own``: each text's label."""
    choices = np.geomspace(0.02, 1.0, 60)
    return float(min(choices, key=lambda temperature: _surprise(logits / temperature, own)))


def _surprise(scaled: np.ndarray, own: np.ndarray) -> float:
    scaled = scaled - scaled.max(axis=1, keepdims=True)
    chosen = scaled[np.arange(len(own)), own]
    return float((np.log(np.exp(scaled).sum(axis=1)) - chosen).mean())
