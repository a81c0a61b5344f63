"""The terms that the policies define, as data, and whether something falls under one: is my step-niece a relative?"""

from knowledge.definitions.answers import Defined, Quoted, define

__all__ = ["Defined", "Quoted", "define"]
