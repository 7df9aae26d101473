"""Across articles: stories, entities, claims, relations, derivations; pure, with evidence."""

from whence.link.place import Evidence, Placement, PlaceOptions, place
from whence.link.sketch import sketch

__all__ = ["Evidence", "PlaceOptions", "Placement", "place", "sketch"]
