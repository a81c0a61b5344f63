"""kb import, preview, publish, rollback, history and golden from the command line, and what follows them."""

import json

import pytest

from tests.documents_kit import CODE_TEXT, SCHEME_TEXT
from tests.editions_kit import A_GIFT

pytest_plugins = ("tests.command_kit",)

GIFT = ("assess", "gift_offered", "--role", "employee", "--facts", json.dumps({**A_GIFT, "earlier_total": "0"}))


@pytest.fixture
def document(tmp_path):
    path = tmp_path / "code.txt"
    path.write_text(CODE_TEXT.replace("over £50", "over £25"), encoding="utf-8")
    return str(path)


def test_a_document_is_proposed_previewed_published_and_rolled_back(run, document):
    code, out, _ = run("kb", "import", document, "--as", "helen", "--why", "Members voted.")
    assert code == 0 and out.startswith("Proposed: KB-1, 1 clause of “Code of conduct” from ")
    code, out, _ = run("kb", "preview", "KB-1")
    assert code == 0 and "over [-£50-]{+£25+}" in out
    assert "Figure: gift_reason_over becomes 25.00" in out and "5 golden checks would fail." in out
    _, out, _ = run("kb", "preview", "kb1", "--json")
    shown = json.loads(out)
    assert (shown["state"], shown["document"], len(shown["golden"])) == ("proposed", "code.txt", 5)
    assert all(each["fails"] for each in shown["golden"]) and shown["records"] == []
    assert json.loads(run(*GIFT)[1])["outcome"] != "approval"

    code, _, err = run("kb", "publish", "KB-1", "--as", "helen")
    assert code == 1 and "You wrote KB-1, so somebody else publishes it." in err
    code, _, err = run("kb", "publish", "KB-1", "--as", "dev")
    assert code == 1 and "5 golden checks would fail with it, so publishing takes a reason." in err
    code, out, _ = run("kb", "publish", "KB-1", "--as", "dev", "--override", "It is meant.")
    assert code == 0 and out.startswith("Published: KB-1, from ")

    ruled = json.loads(run(*GIFT)[1])
    assert any("worth over £25" in each["quote"] and each["version"] == 2 for each in ruled["findings"])
    exported = [json.loads(line) for line in run("kb", "export", "--json")[1].splitlines()]
    clause = next(each for each in exported if each["clause"] == "registration-of-gifts-and-hospitality.4")
    assert clause["version"] == 2 and "over £25" in clause["text"]
    code, out, err = run("kb", "golden")
    assert code == 1 and "a gift worth £40" in out and "golden checks of" in err
    assert run("kb", "diff", document)[1].startswith("174 clauses are the same, compared")

    assert run("kb", "rollback", "KB-1", "--as", "helen", "--why", "The vote was void.")[0] == 0
    assert not any("£25" in each["quote"] for each in json.loads(run(*GIFT)[1])["findings"])
    _, out, _ = run("kb", "history", "--json")
    (edition,) = json.loads(out)["editions"]
    assert [(each["act"], each["why"]) for each in edition["acts"]] == [
        ("published", "It is meant."), ("rolled_back", "The vote was void."),
    ]  # fmt: skip
    assert len(edition["acts"][0]["overridden"]) == 5
    code, out, _ = run("kb", "golden")
    assert code == 0 and "golden checks come out right" in out


def test_a_document_that_changes_nothing_or_holds_from_a_day_that_is_gone_is_refused(run, document, tmp_path):
    same = tmp_path / "same.txt"
    same.write_text(CODE_TEXT, encoding="utf-8")
    code, _, err = run("kb", "import", str(same), "--as", "helen")
    assert code == 1 and "nothing in it that differs" in err
    code, _, err = run("kb", "import", document, "--as", "helen", "--from", "2020-01-01")
    assert code == 1 and "is gone, and what was ruled since then didn't know of this" in err
    assert run("kb", "import", document, "--as", "helen", "--from", "soon")[0] == 2
    code, _, err = run("kb", "import", document, "--as", "amy")
    assert code == 1 and "it takes the role hr_editor" in err
    assert run("kb", "import", document, "--as", "nobody")[0] == 2
    assert run("kb", "history")[1] == "Nothing has been changed in the policies.\n"
    code, _, err = run("kb", "preview", "KB-7")
    assert code == 1 and "There is no KB-7" in err


def test_a_clause_added_in_a_document_is_found_by_its_own_words(run, tmp_path):
    path = tmp_path / "drones.txt"
    words = "Nobody may fly a drone or a quadcopter over our buildings."
    path.write_text(CODE_TEXT.replace("**Gifts**", "**Gifts**", 1) + f"\n\n{words}\n", encoding="utf-8")
    assert run("kb", "import", str(path), "--as", "helen")[0] == 0
    assert run("kb", "publish", "KB-1", "--as", "dev")[0] == 0
    found = json.loads(run("ask", "may I fly a drone over the town hall", "--role", "employee")[1])
    assert found["outcome"] == "answered" and found["citations"][0]["quote"] == words
    assert found["citations"][0]["version"] == 1


def test_a_preview_of_another_number_says_what_will_be_told(run, tmp_path):
    path = tmp_path / "scheme.txt"
    path.write_text(SCHEME_TEXT.replace("01639 686767", "01639 000111"), encoding="utf-8")
    assert run("kb", "import", str(path), "--as", "helen")[0] == 0
    code, out, _ = run("kb", "preview", "KB-1")
    assert code == 0 and "Contact: " in out and "01639 000111, 01639 686767 now" in out
