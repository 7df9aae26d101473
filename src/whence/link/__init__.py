"""Across articles: stories, entities, claims, relations, derivations; pure, with evidence."""

from whence.link.barred import Only, Without
from whence.link.derivation.kin import find_kin, stock_passages
from whence.link.derivation.shingles import SCHEME
from whence.link.derivations import SharedTexts, debts_of
from whence.link.parting import EXAMINED_AT, parts
from whence.link.place import Evidence, Placement, place
from whence.link.placing import PlaceOptions
from whence.link.sketch import sketch
from whence.link.story import link_story

__all__ = [
    "EXAMINED_AT",
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
    "parts",
    "place",
    "sketch",
    "stock_passages",
]
