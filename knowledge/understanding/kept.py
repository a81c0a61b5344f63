"""What was worked out before is read back: the encoder's vectors by text, and fitted parts by all they depend on."""

import hashlib
import os
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol

import numpy as np

Arrays = Mapping[str, np.ndarray]
_HERE = Path(__file__).parent
_SOURCES = (
    "classify", "concepts", "detector", "features", "fitted", "holding", "index", "kept", "learnt", "machine", "search",
    "search_parts", "teaching", "words",
)  # fmt: skip


class Encodes(Protocol):
    """What gives the vector of a text; ``id`` names it, so that the vectors of two are never mixed."""

    id: str

    def encode(self, text: str) -> np.ndarray:
        """Give the vector of a text."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A folder of plain arrays. What it lacks is worked out; where it cannot be written, it is worked out each time."""

    folder: Path | None

    def vectors(self, encoder: Encodes, texts: Sequence[str]) -> np.ndarray:
        """Give the encoder's vectors of texts, a row each; only those not kept yet are worked out."""
        name = f"vectors-{encoder.id}"
        kept = self._read(name)
        hashes, rows = (kept["hashes"], kept["rows"]) if kept else (_hashes([]), ())
        known = {int(key): row for row, key in enumerate(hashes)}
        wanted = _hashes(texts)
        made = [rows[known[int(key)]] if int(key) in known else None for key in wanted]
        if all(row is not None for row in made):
            return rows[[known[int(key)] for key in wanted]] if len(wanted) else np.empty((0, 0), np.float32)
        made = np.array([encoder.encode(t) if row is None else row for t, row in zip(texts, made, strict=True)])
        self._write(name, {"hashes": wanted, "rows": made})
        return made

    def load(self, name: str, key: str) -> Arrays | None:
        """Give the arrays kept under a name, None where there are none or they were made of something else."""
        kept = self._read(name)
        return kept if kept and str(kept["key"]) == key else None

    def save(self, name: str, key: str, arrays: Arrays) -> None:
        """Keep arrays under a name, with the key of all that they were made of."""
        self._write(name, {**arrays, "key": np.array(key)})

    def _read(self, name: str) -> Arrays | None:
        if self.folder is None:
            return None
        try:
            with (self.folder / f"{name}.npz").open("rb") as file, np.load(file, allow_pickle=False) as kept:
                return {part: kept[part] for part in kept.files}
        except (OSError, ValueError, KeyError, EOFError, TypeError, AttributeError, zipfile.BadZipFile):
            return None

    def _write(self, name: str, arrays: Arrays) -> None:
        """Whole or not at all, so that another process that reads meanwhile has the old file or the new one."""
        if self.folder is None:
            return
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, made = tempfile.mkstemp(dir=self.folder, prefix=f".{name}-", suffix=".npz")
            try:
                with os.fdopen(handle, "wb") as file:
                    np.savez(file, **arrays)
                os.replace(made, self.folder / f"{name}.npz")
            except BaseException:
                os.unlink(made)
                raise
        except OSError:
            return


NOTHING_KEPT = Kept(None)


def key_of(*parts: Iterable[str] | Mapping | str) -> str:
    """Give the key of what a fitted part is made of: these parts in order, and the code that fits."""
    digest = hashlib.blake2b(_code(), digest_size=16)
    for part in parts:
        digest.update(b"\x00" + repr(sorted(part.items()) if isinstance(part, Mapping) else part).encode())
    return digest.hexdigest()


def packed(words: Iterable[str]) -> np.ndarray:
    """Give words as one array of bytes; none of them holds a line break."""
    return np.frombuffer("\n".join(words).encode("utf-8"), np.uint8)


def unpacked(array: np.ndarray) -> list[str]:
    """Give the words of an array back."""
    text = array.tobytes().decode("utf-8")
    return text.split("\n") if text else []


@cache
def _code() -> bytes:
    return b"".join((_HERE / f"{name}.py").read_bytes() for name in _SOURCES)


def _hashes(texts: Sequence[str]) -> np.ndarray:
    return np.array(
        [int.from_bytes(hashlib.blake2b(text.encode("utf-8"), digest_size=8).digest()) for text in texts], np.uint64
    )
