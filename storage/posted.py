"""Where cards stand, so that every party's card can be updated in place."""

from typing import Any

from sqlalchemy import bindparam
from sqlmodel import Session, select

from storage.statements import Statements
from storage.tables import Posted
from storage.upserts import upsert

_OF_RECORD = select(Posted).where(Posted.record_id == bindparam("record")).order_by(Posted.id)


def of_record(*, session: Session, record_id: int) -> list[Posted]:
    """Every card of a record that stands in somebody's chat."""
    return list(session.exec(_OF_RECORD, params={"record": record_id}).all())


def remember(
    *, session: Session | Statements, record_id: int, person: str, view: str, conversation_id: str, activity_id: str
) -> None:
    """Notes where the newest card of this record and view stands for the person; an older place is forgotten."""
    row = {
        "record_id": record_id,
        "person": person,
        "view": view,
        "conversation_id": conversation_id,
        "activity_id": activity_id,
    }
    session.connection().execute(upsert(session, _remember), row)


def _remember(insert: Any) -> Any:
    row = insert(Posted.__table__)
    place = {name: row.excluded[name] for name in ("conversation_id", "activity_id")}
    return row.on_conflict_do_update(index_elements=["record_id", "person", "view"], set_=place)
