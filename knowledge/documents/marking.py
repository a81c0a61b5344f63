"""Two wordings as one, with the words marked that went and those that came."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from knowledge.documents.parting import plain

_TOKEN = re.compile(r"(?P<space>\s*)(?P<word>£?\w+(?:[.,:/@'’‑-]\w+)*%?|\S)")


def marked(old: str, new: str) -> str:
    """Give the new words with what differs marked: ``[-gone-]{+come+}``. Other spaces and quotes are no difference."""
    before, after = _tokens(old), _tokens(new)
    said: list[str] = []
    steps = SequenceMatcher(None, _keys(before), _keys(after), autojunk=False).get_opcodes()
    for act, a, b, c, d in steps:
        space = (after[c:d] or before[a:b])[0][0]
        if act == "equal":
            said += [space or before[a][0], _written(after[c:d])]
        else:
            gone, come = _written(before[a:b]), _written(after[c:d])
            said += [space, f"[-{gone}-]" if gone else "", f"{{+{come}+}}" if come else ""]
    return "".join(said)


def _tokens(text: str) -> list[tuple[str, str]]:
    return [(found["space"], found["word"]) for found in _TOKEN.finditer(text.strip())]


def _keys(tokens: Sequence[tuple[str, str]]) -> list[str]:
    return [plain(word) for _, word in tokens]


def _written(tokens: Sequence[tuple[str, str]]) -> str:
    """The tokens with the spaces between them, and none before the first."""
    return "".join(space + word for space, word in tokens).lstrip()
