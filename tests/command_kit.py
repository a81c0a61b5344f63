"""A command line of its own for tests: a home and a database each, and what a command printed."""

import pytest

from bot.cli import main
from knowledge import decided


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Run a command in a home of its own; give its exit code, what it printed, and what it said of errors."""
    monkeypatch.setenv("PROBITY_HOME", str(tmp_path))
    monkeypatch.setenv("PROBITY_DATABASE_URL", f"sqlite:///{tmp_path / 'probity.db'}")

    def command(*words):
        try:
            code = main(words)
        except SystemExit as left:
            code = left.code
        finally:
            decided.hold(decided.NOTHING)
        out, err = capsys.readouterr()
        return code, out, err

    return command
