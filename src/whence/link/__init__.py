"""Across articles: stories, entities, claims, relations, derivations; pure, with evidence."""

from whence.link.place import Evidence, Placement, PlaceOptions, place
from whence.link.sketch import sketch
from whence.link.story import link_story

__all__ = ["Evidence", "PlaceOptions", "Placement", "link_story", "place", "sketch"]
