"""What understanding costs: python -m tests.benchmarks.engine

For each tier, in a process of its own: seconds to load (with everything fitted before), memory, and the processor's and
the clock's milliseconds to classify, extract and search one message of the development set; then the ratio of the two.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

SET = Path(__file__).parent.parent / "understanding" / "development.jsonl"
NOW = datetime(2026, 11, 22, 10, 0)
EVERY = 4
_MEASURES = ("load_s", "memory_mb", "median_cpu_ms", "p99_cpu_ms", "median_ms", "p99_ms")


def main(argv: Sequence[str] | None = None) -> int:
    """Measure both tiers and print them side by side; 0."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.engine", description=__doc__)
    parser.add_argument("--tier", help=argparse.SUPPRESS)
    parser.add_argument("--model", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(argv)
    if given.tier:
        print(json.dumps(measure(given.model)))
        return 0
    from bot.settings import read_settings

    with tempfile.TemporaryDirectory() as empty:
        full = _in_a_process("full", read_settings(os.environ).model)
        _in_a_process("words", Path(empty))
        words = _in_a_process("words", Path(empty))
    print(f"{'':16}{full['tier']:>12}{words['tier']:>12}{'ratio':>8}")
    for name in _MEASURES:
        print(f"{name:16}{full[name]:12.1f}{words[name]:12.1f}{full[name] / words[name]:8.2f}")
    return 0


def measure(model: Path) -> dict[str, float | str]:
    """Load the engine from a folder and run it over the set, twice, counting the second time."""
    import numpy as np

    start = time.perf_counter()
    from knowledge.clauses import load_library
    from knowledge.understanding.engine import load_engine

    engine = load_engine(load_library(), model)
    loaded = time.perf_counter() - start
    lines = [json.loads(line) for line in SET.read_text(encoding="utf-8").splitlines()][::EVERY]
    for _ in range(2):
        cpu, clock = [], []
        for line in lines:
            began, ticked = time.process_time(), time.perf_counter()
            understood = engine.understand(line["text"], line["role"], NOW)
            engine.search(line["text"], line["role"], NOW.date(), understood=understood)
            cpu.append(1000 * (time.process_time() - began))
            clock.append(1000 * (time.perf_counter() - ticked))
    figures = [float(np.quantile(times, at)) for times in (cpu, clock) for at in (0.5, 0.99)]
    return dict(zip(("tier", *_MEASURES), (engine.tier, loaded, _resident_mb(), *figures), strict=True))


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _in_a_process(tier: str, model: Path) -> dict[str, float | str]:
    command = [sys.executable, "-m", "tests.benchmarks.engine", "--tier", tier, "--model", str(model)]
    one_thread = {**os.environ, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=one_thread)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    raise SystemExit(main())
