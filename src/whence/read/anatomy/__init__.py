"""The anatomy of a report: which part of its text is headline, body, caption, credit, date …"""

from whence.read.anatomy.dissection import dissect
from whence.read.anatomy.parts import Anatomy, Clues

__all__ = ["Anatomy", "Clues", "dissect"]
