"""Running the migrations. Imports Alembic: import this module only where the schema is changed."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection


def configuration(connection: Connection | None = None) -> Config:
    """Alembic's settings for these migrations, on a connection whose transaction the caller commits."""
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def upgrade(connection: Connection) -> None:
    """Brings the schema to the newest revision inside the caller's transaction; nothing to do is no error."""
    command.upgrade(configuration(connection), "head")
