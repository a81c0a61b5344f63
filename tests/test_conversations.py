"""Every conversation file, played through the real edge over HTTP with a database of its own."""

import pytest

from tests.conversation_files import FILES, clock_of, play
from tests.town import town


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
async def test_the_conversation_goes_as_written(path, tmp_path):
    async with town(tmp_path, now=clock_of(path)) as running:
        await play(path, running)
