"""A transaction of plain statements, without the unit of work of a session."""

from dataclasses import dataclass

from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Statements:
    """Stands in for a session where rows are changed by statements alone: it has a connection and nothing else."""

    held: Connection

    def connection(self) -> Connection:
        """The connection of the transaction."""
        return self.held
