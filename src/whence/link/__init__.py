"""Across articles: stories, entities, claims, relations, derivations; pure, with evidence."""

from whence.link.barred import Only, Without
from whence.link.derivation.kin import find_kin, stock_passages
from whence.link.derivation.shingles import SCHEME
from whence.link.derivations import SharedTexts, debts_of
from whence.link.place import Evidence, Placement, PlaceOptions, place
from whence.link.sketch import sketch
from whence.link.story import link_story

__all__ = [
    "SCHEME",
    "Evidence",
    "Only",
    "PlaceOptions",
    "Placement",
    "SharedTexts",
    "Without",
    "debts_of",
    "find_kin",
    "link_story",
    "place",
    "sketch",
    "stock_passages",
]
