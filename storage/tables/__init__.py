"""The tables, one file a noun. Importing this package fills ``SQLModel.metadata``."""

from sqlmodel import SQLModel

from .audit import Audit, AuditHead
from .campaign import Campaign, CampaignMember
from .clock import Clock
from .contact import ContactConfirmation
from .decision import Decision
from .draft import Draft
from .edition import Edition, EditionAct
from .gap import Gap
from .ledger import LedgerDecision
from .link import LinkAsked, LinkLook, LinkRound
from .notice import Notice, Posted
from .person import Person
from .phrase import TaughtPhrase
from .policy_review import PolicyReview, ReviewReminder
from .record import Record, Series
from .release import Release
from .turn import Turn

metadata = SQLModel.metadata

__all__ = [
    "Audit",
    "AuditHead",
    "Campaign",
    "CampaignMember",
    "Clock",
    "ContactConfirmation",
    "Decision",
    "Draft",
    "Edition",
    "EditionAct",
    "Gap",
    "LedgerDecision",
    "LinkAsked",
    "LinkLook",
    "LinkRound",
    "Notice",
    "Person",
    "PolicyReview",
    "Posted",
    "Record",
    "Release",
    "ReviewReminder",
    "Series",
    "TaughtPhrase",
    "Turn",
    "metadata",
]
