"""The benchmarks run and report what they should; how fast anything is, is nobody's test."""

import json

from tests.benchmarks import turn
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


def _round(value: float) -> Round:
    return Round({measure: value for measure, _, _ in MEASURES})
