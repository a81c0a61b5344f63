"""Releases of the product as this database met them: the first one is what HR began with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Session, select

from storage import audit
from storage.codec import plain, utc
from storage.tables import Release

_FIRST = select(Release).order_by(Release.id).limit(1)
_NEWEST = select(Release).order_by(Release.id.desc()).limit(1)


def first(*, session: Session) -> Release | None:
    """The release that the database met first; None before any."""
    return session.exec(_FIRST).first()


def newest(*, session: Session) -> Release | None:
    """The release that the database met last; None before any."""
    return session.exec(_NEWEST).first()


def meet(*, session: Session, name: str, digest: str, content: Mapping[str, Any], now: datetime) -> Release:
    """Keeps what a release brings, and its audit row."""
    made = Release(name=name, digest=digest, content=plain(content), met_on=now.date(), met_at=utc(now))
    session.add(made)
    session.flush()
    detail = {"digest": digest}
    audit.append(session=session, actor="release", act="release_met", subject=name, detail=detail, now=now)
    return made
