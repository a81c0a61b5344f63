"""Every conversation file, played through the real edge over HTTP with a database of its own."""

import pytest

from tests.conversation_files import FILES, reaches_of
from tests.coverage.outcomes import heard_in, in_lines


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
async def test_the_conversation_goes_as_written_and_comes_to_what_it_says(path, tmp_path):
    assert in_lines(await heard_in(path, tmp_path)) == reaches_of(path)
