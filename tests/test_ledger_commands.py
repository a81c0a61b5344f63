"""kb ambiguities, decide and undecide, and how assess follows what was decided."""

import json

import pytest

from knowledge.values import value
from storage import audit
from storage.store import open_store
from tests.ledger_kit import MADE_ON

pytest_plugins = ("tests.command_kit",)

COUSIN = (
    "assess",
    "recruitment_conflict",
    "--role",
    "employee",
    "--facts",
    '{"relation": "cousin", "decision": "pay"}',
)


def decide(run, *more, entry="X3", reading="counts", words="Cousins count."):
    return run("kb", "decide", entry, "--reading", reading, "--words", words, "--by", "helen", *more)


def listed(run):
    code, out, _ = run("kb", "ambiguities", "--json")
    assert code == 0
    return json.loads(out)["ambiguities"]


def test_the_list_has_every_ambiguity_the_open_ones_first(run):
    every = listed(run)
    assert len(every) == 48 and every[0]["entry"] == "X3"
    states = [each["state"] for each in every]
    assert states == sorted(states, key=["open", "decided", "handled"].index)
    assert [passage["clause"] for passage in every[0]["passages"]] == [
        "personal-relationships.2", "registration-of-interests.7",
    ]  # fmt: skip
    assert [reading["key"] for reading in every[0]["readings"]] == ["ask", "counts", "does_not_count"]
    code, out, _ = run("kb", "ambiguities")
    assert code == 0 and out.startswith("X3   open     Does a cousin count")


def test_a_decision_is_followed_by_assess_and_taken_back_again(run, tmp_path):
    assert json.loads(run(*COUSIN)[1])["outcome"] == "advice"
    assert not (tmp_path / "probity.db").exists()
    code, out, _ = decide(run)
    assert code == 0 and out.startswith("Recorded: the decision on X3, from ")
    ruling = json.loads(run(*COUSIN)[1])
    assert (ruling["outcome"], ruling["ledger"][0]["decided"]["words"]) == ("declare", "Cousins count.")
    found = next(each for each in listed(run) if each["entry"] == "X3")
    assert (found["state"], found["reading"], found["decided"]["words"]) == ("decided", "counts", "Cousins count.")
    assert run("kb", "undecide", "x3")[0] == 0
    assert json.loads(run(*COUSIN)[1])["outcome"] == "advice"
    code, _, err = run("kb", "undecide", "X3")
    assert (code, err) == (1, "probity: Nothing is decided on X3, so there's nothing to withdraw.\n")
    with open_store(f"sqlite:///{tmp_path / 'probity.db'}").read() as session:
        assert audit.verify(session=session) is None


def test_a_decision_for_a_later_day_changes_nothing_before_it(run):
    assert decide(run, "--from", "2999-12-03")[0] == 0
    assert json.loads(run(*COUSIN)[1])["outcome"] == "advice"
    found = next(each for each in listed(run) if each["entry"] == "X3")
    assert (found["state"], found["changes_on"]) == ("open", "2999-12-03")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ({"entry": "X49"}, 2, "There is no X49"),
        ({"reading": "perhaps"}, 2, "It can be read as ask, counts or does_not_count."),
        ({"entry": "X31", "reading": "yes"}, 2, "It is decided in words alone"),
        ({"words": "  "}, 2, "Please say what HR decided"),
        ({"words": "x" * 1001}, 2, "1000 characters at most"),
    ],
)
def test_what_cannot_be_recorded_is_said_and_not_recorded(run, words, code, said):
    got, out, err = decide(run, **words)
    assert (got, out) == (code, "") and said in err


def test_only_hr_decides(run):
    code, _, err = run("kb", "decide", "X3", "--words", "No.", "--by", "amy")
    assert code == 1 and "it takes the role hr_editor" in err
    code, _, err = run("kb", "decide", "X3", "--words", "No.", "--by", "zed")
    assert code == 2 and "nobody with the key 'zed'" in err
    assert run("kb", "undecide", "X3", "--by", "amy")[0] == 1
    assert run("kb", "decide", "X3", "--words", "No.", "--by", "helen", "--from", "soon")[0] == 2


def test_a_database_that_cannot_be_read_is_said_and_does_not_stop_a_ruling(run, monkeypatch, tmp_path):
    (tmp_path / "broken.db").write_text("this is no database, and long enough to be seen as none")
    monkeypatch.setenv("PROBITY_DATABASE_URL", f"sqlite:///{tmp_path / 'broken.db'}")
    code, out, err = run(*COUSIN)
    assert (code, json.loads(out)["outcome"]) == (0, "advice")
    assert err.startswith("probity: HR's decisions cannot be read (")


def test_nothing_decided_is_left_behind_by_these_tests():
    assert value("X3", MADE_ON).amount == "ask"
