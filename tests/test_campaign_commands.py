"""Reviews of declarations from the command line: started, looked at and closed by the one who asks."""

import json

import pytest
from sqlmodel import select

from bot.cli import main
from storage.store import open_store
from storage.tables import Notice

START = ("start", "--group", "Highways", "--until", "2026-12-18")


@pytest.fixture
def url(tmp_path, monkeypatch):
    monkeypatch.setenv("PROBITY_HOME", str(tmp_path))
    return f"sqlite:///{tmp_path / 'reviews.db'}"


def run(capsys, url, *argv, who="audit", how="--json"):
    where = ("--as", who, "--database-url", url, "--now", "2026-11-30T10:00", *([how] if how else []))
    code = main(["campaign", *argv, *where])
    out, err = capsys.readouterr()
    return code, json.loads(out) if how and out else out, err


def test_a_review_is_started_looked_at_and_closed(capsys, url):
    code, told, _ = run(capsys, url, *START)
    assert (code, told["campaign"], told["label"], told["until"], told["people"]) == (0, 1, "Highways", "2026-12-18", 2)
    assert told["unreached"] == ["Amy Price", "Megan Lloyd"]
    store = open_store(url)
    with store.read() as session:
        assert [n.template for n in session.exec(select(Notice)).all()] == ["review", "review"]
    code, told, _ = run(capsys, url, "status")
    assert (told["asked"], told["nil"], told["not_answered"]) == (2, 0, ["Amy Price", "Megan Lloyd"])
    assert run(capsys, url, "close")[1]["closed"] is True
    assert run(capsys, url, "close")[1]["closed"] is False
    assert run(capsys, url, "status")[1]["state"] == "closed"


def test_it_is_told_in_words_as_well(capsys, url):
    _, said, _ = run(capsys, url, *START, how="")
    assert said == "Review 1 asks 2 people (Highways) until Friday 18 December 2026.\n"
    _, said, _ = run(capsys, url, "status", how="")
    assert said.splitlines()[1:] == ["Amy Price: not answered", "Megan Lloyd: not answered"]


@pytest.mark.parametrize("who", ["amy", "helen", "rhys"])
def test_whoever_may_not_ask_is_refused(capsys, url, who):
    code, _, err = run(capsys, url, *START, who=who)
    assert code == 1 and "may not ask" in err


@pytest.mark.parametrize(
    ("argv", "wrong"),
    [
        (("start", "--group", "the moon", "--until", "2026-12-18"), "the moon"),
        (("start", "--group", "Highways", "--until", "soonish"), "soonish"),
        (("start", "--group", "Highways", "--until", "2026-11-30"), "later than today"),
        (("status",), "no such review"),
        (("close", "--review", "7"), "no such review"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(capsys, url, argv, wrong):
    code, _, err = run(capsys, url, *argv)
    assert code == 1 and err.startswith("probity: ") and wrong in err and err.count("\n") == 1


def test_somebody_elses_review_is_not_shown(capsys, url):
    run(capsys, url, *START)
    assert run(capsys, url, "status", "--review", "1", who="demi")[0] == 1
