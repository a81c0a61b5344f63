"""The picture of README: imports point down only, and only the edge knows the SDK, the web and waiting."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("knowledge", "storage", "dialogs", "bot")
EDGE_ONLY = ("botbuilder", "botframework", "aiohttp", "asyncio")
FILES = [path for layer in LAYERS for path in sorted((ROOT / layer).rglob("*.py"))]
LONGEST_FILE = 350


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_down_only(path):
    layer = path.relative_to(ROOT).parts[0]
    above = set(LAYERS[LAYERS.index(layer) + 1 :]) | {"tests"}
    assert not imported(path) & above
    if layer != "bot":
        assert not imported(path) & set(EDGE_ONLY)


def test_no_file_holds_two_nouns():
    long = {str(p.relative_to(ROOT)): n for p in FILES if (n := len(p.read_text().splitlines())) > LONGEST_FILE}
    assert not long
