"""README is true: it names every situation, command, option and setting, and none that is not there."""

import re
from pathlib import Path

import pytest

from bot.cli import main
from dialogs.situations import SITUATIONS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = (
    "demo",
    "serve",
    "chat",
    "classify",
    "ask",
    "assess",
    "evaluate",
    "kb export",
    "kb diff",
    "kb lint",
    "kb import",
    "kb preview",
    "kb publish",
    "kb rollback",
    "kb history",
    "kb golden",
    "kb review",
    "kb links",
    "model build",
    "db upgrade",
    "audit verify",
    "campaign start",
    "campaign status",
    "campaign close",
    "manifest build",
    "manifest check",
)


@pytest.mark.parametrize("situation", sorted({s.id for s in SITUATIONS}))
def test_every_situation_is_in_the_readme(situation):
    assert f"`{situation}`" in README


def test_every_setting_that_is_read_is_in_the_readme_and_no_other():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "bot").rglob("*.py"))
    read = set(re.findall(r'"(PROBITY_[A-Z_]+)"', code))
    named = set(re.findall(r"`(PROBITY_[A-Z_]+)[`=]", README)) - {"PROBITY_TEST_POSTGRES"}
    assert named == read


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_explains_itself(command, capsys):
    assert f"`probity {command}" in README
    with pytest.raises(SystemExit) as left:
        main([*command.split(), "--help"])
    assert left.value.code == 0 and "usage: probity" in capsys.readouterr().out


def test_no_command_is_missing_from_the_readme(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    listed = re.findall(r"^    (\w+) ", capsys.readouterr().out, re.M)
    assert set(listed) == {command.split()[0] for command in COMMANDS}
