"""What HR has decided counts on the command line too, where there is a database that holds it."""

import os
import sys
from pathlib import Path

from bot.settings import read_settings


def follow_database() -> None:
    """Let this process follow what is decided in the database of the settings; nothing is created where there is none.

    A database that cannot be read is said on standard error: what follows is then the policies' own.
    """
    url = read_settings(os.environ).database_url
    if url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///")).exists():
        return
    from dialogs.following import follow_decisions
    from storage.store import open_store

    try:
        store = open_store(url)
        if not store.behind():
            with store.read() as session:
                follow_decisions(session, store)
    except Exception as error:
        print(
            f"probity: HR's decisions cannot be read ({type(error).__name__}) and do not count here.", file=sys.stderr
        )
