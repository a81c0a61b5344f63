"""The benchmarks run and report what they should; how fast anything is, is nobody's test."""

import json
import re

import numpy as np

from tests.benchmarks import intents, turn
from tests.benchmarks.measuring import Round, p95
from tests.benchmarks.report import MEASURES, as_table, make_rows


def test_the_turn_benchmark_reports_every_measure_of_both_bots(capsys):
    assert turn.main(["--turns", "2", "--rounds", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["settings"] == {"turns": 2, "rounds": 1, "concurrency": 1}
    assert [row["measure"] for row in told["rows"]] == [measure for measure, _, _ in MEASURES]
    for row in told["rows"]:
        assert row["bot"] == "probity"
        assert min(row["echo"], row["ours"], row["ratio_min"]) > 0
        assert row["ratio_min"] <= row["ratio"] <= row["ratio_max"]
        assert (row["held"] is None) == (row["budget"] is None)


def test_a_missed_budget_is_said_and_a_ratio_is_the_median_of_the_rounds():
    rounds = [{"echo": _round(10.0), "probity": _round(ours)} for ours in (6.0, 4.0, 9.0)]
    rows = {row.measure: row for row in make_rows(rounds)}
    cpu, start, memory = rows["question.cpu_ms"], rows["start_s"], rows["memory_mb"]
    assert (cpu.ratio, cpu.ratio_min, cpu.ratio_max, cpu.held) == (0.6, 0.4, 0.9, False)
    assert (start.ours, start.budget, start.held) == (6.0, 4.0, False)
    assert (memory.ours, memory.budget, memory.held) == (6.0, 450.0, True)
    assert rows["question.replied_p95_ms"].held is None
    line = next(line for line in as_table(list(rows.values())).splitlines() if line.startswith("policy question"))
    assert line.split() == "policy question CPU, ms 10.0 6.0 0.60 (0.40 to 0.90) ratio at most 0.5 not held".split()


def test_ninety_five_in_a_hundred_do_not_exceed_the_p95():
    assert p95(range(1, 101)) == 95
    assert p95([3.0, 1.0]) == 3.0


def test_the_intents_benchmark_learns_labels_and_what_lies_outside(tmp_path, capsys):
    greetings = ["hello there", "good morning to you", "hi how are you", "hey hello", "good evening all"]
    orders = [
        "order two pizzas",
        "I want to order food",
        "please order a burger",
        "order me some noodles",
        "get food now",
    ]
    others = ["the moon is far away", "seven times eight", "paint the fence", "who invented glass", "rain in spain"]
    rows = [
        (text, label) for label, texts in (("greet", greetings), ("order", orders), ("oos", others)) for text in texts
    ]
    for name, chosen in (("train", rows), ("valid", rows[::2]), ("test", rows[1::2])):
        lines = [json.dumps({"text": text, "label": label}) for text, label in chosen]
        (tmp_path / f"{name}.jsonl").write_text("\n".join(lines), encoding="utf-8")
    files = [str(tmp_path / f"{name}.jsonl") for name in ("train", "valid", "test")]
    assert intents.main([*files, "--words-only"]) == 0
    told = capsys.readouterr().out
    accuracy, recall = re.search(r"nothing rejected +([\d.]+) / ([\d.]+)", told).groups()
    assert float(accuracy) == 100 and float(recall) == 0
    assert re.search(r"AUROC of out of scope +[\d.]+", told) and "latency" in told


def test_auroc_and_calibration_are_what_they_say():
    inside = np.array([True, True, False, False])
    assert intents.auroc(np.array([0.9, 0.8, 0.2, 0.1]), inside) == 1
    assert intents.auroc(np.array([0.5, 0.5, 0.5, 0.5]), inside) == 0.5
    assert intents.calibration_error(np.array([1.0, 1.0, 1.0, 1.0]), np.array([True, True, False, False])) == 0.5
    assert intents.calibration_error(np.array([1.0, 1.0]), np.array([True, True])) == 0


def _round(value: float) -> Round:
    return Round({measure: value for measure, _, _ in MEASURES})
