"""``probity demo`` starts its Playgrounds, says what it cannot start, serves all the same, and leaves nothing."""

import json
import os
import re
import shutil
import signal
import stat
import urllib.request
from pathlib import Path

import pytest
from aiohttp import ClientSession

from bot.people import demo_directory
from bot.playground import process
from bot.playground.config import CONFIG_FILE, PERSONAS, write_config
from bot.playground.connector import as_html, is_playground, parts
from bot.playground.process import PACKAGE, Playground
from knowledge.errors import Sayable
from tests.playground_kit import demo, need_node, wait

pytestmark = pytest.mark.xdist_group("playground")


def test_without_node_the_demo_says_so_and_serves(tmp_path):
    with demo(tmp_path, PATH=str(tmp_path)) as running:
        running.waits_for("Node.js is not on this machine")
        for persona in PERSONAS:
            assert f"probity chat --as {persona.key} " in running.printed
        assert serves(running)
        assert running.end(signal.SIGINT) == 0
        assert "Traceback" not in running.printed


def test_those_that_do_not_start_are_said_in_a_sentence_each_and_keep_nobody_from_theirs(tmp_path):
    need_node()
    broken = 'echo "Error: no such thing" >&2; echo "    at Object.<anonymous> (thing.js:1:1)" >&2; exit 1'
    only_amy = f'echo $$ > pid; case "$PWD" in */amy) exec "{shutil.which("node")}" "$@";; *) {broken};; esac'
    with demo(tmp_path, PATH=a_node(tmp_path, only_amy)) as running:
        address = running.address("Amy Price")
        running.waits_for(r"  Helen Osei's Playground did not start: .+ chat --as helen")
        said = re.findall(r"^  (.+)'s Playground did not start: (.+)\. In another terminal", running.printed, re.M)
        assert said == [(person(key).name, "no such thing") for key in ("megan", "rhys", "helen")]
        assert "at Object" not in running.printed
        assert serves(running)
        assert fetch(f"{address}/_internal/v1/config")["config"]["currentUser"]["aadObjectId"] == person("amy").id

        amys = int((running.home / "playground" / "amy" / "pid").read_text())
        assert is_alive(amys)
        running.end(signal.SIGKILL)
        wait(lambda: not is_alive(amys), lambda: "the end of Amy's Playground")


async def test_one_that_hangs_is_given_up_and_ended(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "STOP_SECONDS", 0.2)
    for script in ("exec cat", "trap '' TERM; exec sleep 600 <&-"):
        node = Path(a_node(tmp_path, script).partition(os.pathsep)[0]) / "node"
        playground = Playground.start(person("amy"), demo_directory().people, tmp_path, "http://localhost/", str(node))
        async with ClientSession() as session:
            with pytest.raises(Sayable, match=r"Amy Price's Playground did not start within 0\.1 seconds\."):
                await playground.started(session, seconds=0.1)
        await playground.stop()
        assert playground.ended


def test_the_file_of_a_playground_names_the_person_as_the_list_of_people_does(tmp_path):
    people = demo_directory().people
    for persona in PERSONAS:
        write_config(tmp_path, person(persona.key), people)
        config = json.loads((tmp_path / CONFIG_FILE).read_text(encoding="utf-8"))
        assert config["currentUser"]["aadObjectId"] == person(persona.key).id
        assert person(persona.key).id not in [user["aadObjectId"] for user in config["users"]]
        assert len(config["users"]) == 5


def test_a_text_with_citations_and_answers_reaches_a_playground_in_two():
    answers = {"to": [], "actions": [{"type": "imBack", "title": "Yes", "value": "Yes"}]}
    activity = {"text": "**No.** Why [1]\n\n**Yes?**", "entities": [{}], "suggestedActions": answers, "summary": "s"}
    says, asks = parts(activity)
    assert (says["text"], "suggestedActions" in says, says["entities"]) == ("**No.** Why [1]", False, [{}])
    assert (asks["text"], asks["suggestedActions"]) == ("<p><strong>Yes?</strong></p>", answers)
    assert "entities" not in asks
    assert parts({"text": "**No.**"}) == [{"text": "**No.**"}]
    (alone,) = parts({"text": "one\n\n**two**", "suggestedActions": answers})
    assert alone["text"] == "<p>one</p><p><strong>two</strong></p>"


def test_what_a_person_typed_stays_text_in_a_playground():
    assert as_html(r"said \*\*so\*\* \<b\> & “1 < 2”") == "<p>said **so** &lt;b&gt; &amp; “1 &lt; 2”</p>"


@pytest.mark.parametrize(
    ("address", "is_one"),
    [
        ("http://localhost:41234/_connector", True),
        ("https://smba.trafficmanager.net/uk/", False),
        ("http://127.0.0.1:41234", False),
        ("http://localhost:41234/_connector.example", False),
    ],
)
def test_only_a_playground_is_sent_to_as_one(address, is_one):
    assert is_playground(address) is is_one


def test_what_npm_installs_is_pinned_and_names_no_registry():
    lock = json.loads((PACKAGE.parents[2] / "package-lock.json").read_text(encoding="utf-8"))
    pinned = [package for path, package in lock["packages"].items() if path]
    assert pinned and all(package["integrity"].startswith("sha512-") for package in pinned)
    assert not any("resolved" in package for package in pinned)


def person(key: str):
    return demo_directory().by_key(key)


def a_node(folder: Path, script: str) -> str:
    """Give a PATH on which ``node`` is this shell script."""
    place = folder / "bin"
    place.mkdir(exist_ok=True)
    node = place / "node"
    node.write_text(f"#!/bin/sh\n{script}\n")
    node.chmod(node.stat().st_mode | stat.S_IXUSR)
    return f"{place}{os.pathsep}{os.environ['PATH']}"


def serves(running) -> bool:
    return fetch(f"{running.url}/readyz")["database"] == "ok"


def fetch(url: str) -> dict:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return json.load(answer)


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
