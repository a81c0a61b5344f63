"""The encoder as it runs: one text in, one vector out, on one thread."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.errors import Sayable

GRAPH, TOKENIZER, ABOUT, SELF_TEST = "encoder.onnx", "tokenizer.json", "encoder.json", "self_test.npz"
WIDTH = 384
_LONGEST = 128
_ALIKE = 0.97
_REBUILD = "Run “probity model build” to make it again."


@dataclass(frozen=True, slots=True, eq=False)
class Encoder:
    """A quantised sentence encoder. ``id`` names the very model, so that vectors of another are never mixed in."""

    id: str
    session: Any
    tokenizer: Any

    def encode(self, text: str) -> np.ndarray:
        """Give the vector of a text (384 float32 of unit length); only its first 128 tokens are read.

        One text at a time, always: quantised on the fly, the same text in a batch would come out otherwise.
        """
        ids = np.array(self.tokenizer.encode(text).ids, np.int64)
        return self.session.run(None, {"ids": ids})[0]


def open_encoder(folder: Path) -> Encoder:
    """Open the encoder that was built into a folder and test it on this machine.

    Raises Sayable, with what to do, where there is none, a file is damaged, or this processor computes it wrongly.
    """
    if not (folder / ABOUT).is_file():
        raise Sayable("No encoder has been built. Run “probity model build”.")
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        graph = (folder / GRAPH).read_bytes()
        if hashlib.sha256(graph).hexdigest() != about["graph"]:
            raise ValueError("the file differs from the one that was built")
        encoder = Encoder(about["graph"][:16], open_session(graph), open_tokenizer(folder / TOKENIZER))
        alike = likeness(encoder, folder / SELF_TEST)
    except Sayable:
        raise
    except Exception as error:
        raise Sayable(f"The encoder cannot be used ({type(error).__name__}). {_REBUILD}") from error
    if alike < _ALIKE:
        raise Sayable(f"The encoder fails its self-test on this processor (likeness {alike:.3f}). {_REBUILD}")
    return encoder


def open_session(graph: bytes) -> Any:
    """Open a graph on one thread: two are slower for one short text."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def open_tokenizer(file: Path) -> Any:
    """Open the tokenizer, which cuts at 128 tokens and never pads."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(file))
    tokenizer.no_padding()
    tokenizer.enable_truncation(_LONGEST)
    return tokenizer


def likeness(encoder: Encoder, self_test: Path) -> float:
    """Give the mean cosine between what the encoder makes of the test lines and what the exact weights made of them."""
    with np.load(self_test, allow_pickle=False) as kept:
        texts, exact = [str(text) for text in kept["texts"]], kept["vectors"]
    return float(np.mean([encoder.encode(text) @ vector for text, vector in zip(texts, exact, strict=True)]))
