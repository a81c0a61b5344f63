"""The command line: fixed shapes, one line for each line, and exit codes."""

import json
import subprocess
import sys

import pytest

from bot.cli import main


def run(capsys, *argv: str) -> tuple[int, list[dict], str]:
    code = main(argv)
    out, err = capsys.readouterr()
    return code, [json.loads(line) for line in out.splitlines()], err


def test_assess_gives_the_ruling_in_its_fixed_shape(capsys):
    facts = json.dumps({"form": "money", "value": "10.00", "giver": "a resident"})
    code, (ruling,), _ = run(capsys, "assess", "gift_offered", "--role", "employee", "--facts", facts)
    assert code == 0
    assert list(ruling) == ["situation", "outcome", "duties", "findings", "unknown", "approver", "receivers"]
    assert (ruling["outcome"], ruling["duties"], ruling["unknown"]) == ("refuse", ["record"], [])
    first = ruling["findings"][0]
    assert list(first) == ["policy", "clause", "label", "quote", "version", "because"]
    assert "must never accept monetary gifts" in first["quote"]


def test_a_councillors_gift_is_not_covered_and_cites_nothing(capsys):
    code, (ruling,), _ = run(capsys, "assess", "gift_offered", "--role", "councillor")
    assert (code, ruling["outcome"], ruling["findings"], ruling["approver"]) == (0, "not_covered", [], None)


def test_every_line_of_a_file_gets_a_line_and_a_bad_one_its_error(capsys, tmp_path):
    lines = [
        '{"id": 1, "situation": "gift_offered", "role": "employee", "facts": {"form": "money"}}',
        '{"id": "broken", "situation": ',
        '{"id": "big", "situation": "gift_offered", "role": "employee", "facts": {"value": ' + "9" * 5000 + "}}",
        '{"id": "odd", "situation": "gift_offered", "role": "employee", "facts": {"item": "\\ud800"}}',
        '{"id": "wrong", "situation": "gift_offered", "role": "employee", "facts": {"value": "-5"}}',
        '{"id": "null", "situation": "gift_offered", "role": "employee", "facts": null}',
        "[1, 2]",
        '{"id": "norole", "situation": "gift_offered"}',
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    code, answers, _ = run(capsys, "assess", "--file", str(path))
    assert code == 1
    assert [a.get("id") for a in answers] == [1, "broken", "big", "odd", "wrong", "null", None, "norole"]
    assert [("error" in a) for a in answers] == [False, True, True, False, True, False, True, True]


def test_classify_tells_the_situation_and_its_facts(capsys):
    sentence = "a resident gave me a £10 voucher"
    code, (answer,), _ = run(capsys, "classify", sentence, "--role", "employee", "--now", "2026-11-17T10:00")
    assert (code, list(answer), answer["decision"]) == (0, ["decision", "candidates", "facts"], "act")
    assert answer["candidates"][0]["situation"] == "gift_offered"
    assert (answer["facts"]["value"], answer["facts"]["form"]) == ("10.00", "money")


@pytest.mark.parametrize(
    ("question", "role", "outcome", "clause"),
    [
        ("what counts as a relative?", "employee", "answered", "registration-of-interests.7"),
        ("can I install an app on my iPad?", "councillor", "answered", None),
        ("can I keep a bottle of wine from a supplier?", "councillor", "not_covered", None),
        ("what's the weather tomorrow?", "employee", "not_covered", None),
    ],
)
def test_ask_answers_from_the_clauses_of_the_audience(capsys, question, role, outcome, clause):
    code, (answer,), _ = run(capsys, "ask", question, "--role", role)
    assert (code, list(answer), answer["outcome"]) == (0, ["outcome", "answer", "citations"], outcome)
    assert bool(answer["citations"]) == (outcome != "not_covered")
    for cited in answer["citations"]:
        assert list(cited) == ["policy", "clause", "label", "quote", "version"]
    if clause:
        assert answer["citations"][0]["clause"] == clause


def test_kb_export_gives_every_clause_a_line(capsys):
    code, clauses, _ = run(capsys, "kb", "export", "--json")
    keys = {"policy", "clause", "label", "text", "audience", "version", "effective_from"}
    assert code == 0 and len(clauses) > 250
    assert all(keys <= set(c) and c["text"] for c in clauses)
    assert {c["effective_from"] for c in clauses} == {None, "2022-05-01"}


@pytest.mark.parametrize(
    "argv",
    [
        ["assess", "gift_offered"],
        ["assess", "nonsense", "--role", "employee"],
        ["assess", "gift_offered", "--role", "employee", "--facts", "{"],
        ["classify", "--role", "employee"],
        ["frobnicate"],
    ],
)
def test_wrong_arguments_exit_with_2(argv, capsys):
    with pytest.raises(SystemExit) as left:
        main(argv)
    assert left.value.code == 2


def test_anything_else_that_is_wrong_exits_with_1_and_one_line(capsys, tmp_path):
    code, _, err = run(capsys, "assess", "--file", str(tmp_path / "nothing.jsonl"))
    assert code == 1 and err.startswith("probity: ") and err.count("\n") == 1


def test_the_audit_of_a_new_database_is_whole_after_an_upgrade(tmp_path):
    url = f"sqlite:///{tmp_path / 'new.db'}"
    command = [sys.executable, "-m", "bot.cli"]
    before = subprocess.run([*command, "audit", "verify", "--database-url", url], capture_output=True, text=True)
    upgraded = subprocess.run([*command, "db", "upgrade", "--database-url", url], capture_output=True, text=True)
    after = subprocess.run([*command, "audit", "verify", "--database-url", url], capture_output=True, text=True)
    assert (before.returncode, upgraded.returncode, after.returncode) == (1, 0, 0)
    assert "probity db upgrade" in before.stderr


@pytest.mark.parametrize(
    ("people", "complaint"),
    [
        ("", "names nobody"),
        ("a,1,Ann,,employee,emperor,,,\n", "'emperor' is no role"),
        ("a,1,Ann,,employee,,a,,\n", "Nobody can be above themselves"),
        ("a,1,Ann,,employee,,b,,\nb,2,Bob,,employee,,a,,\n", "Nobody can be above themselves"),
        ("a,1,Ann,,employee,,z,,\n", "manager 'z' is not in the file"),
        ("a,1,Ann,,employee,,,,\na,2,Bob,,employee,,,,\n", "stands there twice"),
        ("a,1,Ann,,visitor,,,,\n", "must be employee or councillor"),
    ],
)
def test_a_list_of_people_that_cannot_be_right_is_refused_by_line(people, complaint, tmp_path, capsys):
    path = tmp_path / "people.csv"
    path.write_text("key,entra_id,name,email,audience,roles,manager,service_area,school\n" + people, encoding="utf-8")
    code, _, err = run(capsys, "serve", "--people", str(path), "--allow-anonymous")
    assert code == 1 and complaint in err


def test_production_does_not_run_on_the_demo_people(monkeypatch, capsys):
    for name in ("PROBITY_APP_ID", "PROBITY_APP_PASSWORD", "PROBITY_TENANT_ID", "PROBITY_SECRET_KEY"):
        monkeypatch.setenv(name, "x")
    monkeypatch.setenv("PROBITY_ENV", "production")
    code, _, err = run(capsys, "serve")
    assert code == 1 and "--people" in err
