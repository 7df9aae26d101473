"""What stands beside the telling: captions, credits of pictures, the furniture of a gallery."""

import re
from functools import cached_property

from whence.annotate.words import Words

#: How agencies and pages credit a picture: "REUTERS/A. Name", "A. Name/AP", "Photograph: A. Name".
_AGENCY = r"(?:AP|AFP|EPA|PA|EFE|ANSA|TASS|Xinhua|Reuters|REUTERS|Getty(?: Images)?|Shutterstock)"
_CREDIT = re.compile(
    rf"\b{_AGENCY} ?/ ?\w|\w ?/ ?{_AGENCY}\b|\b[Vv]ia (?:AP|Reuters|Getty)\b"
    r"|\b(?:Photograph|Photo|Picture|Image)(?: (?:by|credit|courtesy))? ?:"
    r"|\b(?:Image|Media) (?:copyright|caption)\b|\bFile [Pp]hoto\b"
)
#: What a gallery or player prints around its pictures.
_FURNITURE = re.compile(
    r"\b(?:Hide|Show) [Cc]aption(?: \d+ of \d+)?(?: Photos?\b)?"
    r"|\b(?:Photos?|Video|Slideshow|Gallery) ?(?::|\(\d+ [Ii]mages?\))"
    r"|\b(?:Play|Enlarge|Toggle) (?:[Vv]ideo|[Ii]mage|[Cc]aption)\b"
    r"|\b(?:Image|Media) (?:copyright|caption)\b|\b\d+ of \d+ [Pp]hotos?\b"
)
#: A longer passage with a credit in it is no caption: the page's lines were run together.
_LONGEST = 400


class Asides:
    """The words of an article that its author does not tell."""

    def __init__(self, words: Words) -> None:
        self._words = words

    @cached_property
    def furniture(self) -> frozenset[int]:
        """The words that belong to the page, and to nobody's name."""
        found = _FURNITURE.finditer(self._words.text)
        return frozenset(index for one in found for index in self._between(one.start(), one.end()))

    @cached_property
    def captions(self) -> frozenset[int]:
        """The words of short passages that credit a picture."""
        text = self._words.text
        return frozenset(
            index
            for passage in self._words.passages
            if len(passage) <= _LONGEST and _CREDIT.search(text, passage.start, passage.end)
            for index in self._words.within(passage)
        )

    def _between(self, start: int, end: int) -> range:
        return range(self._words.at(start), self._words.at(end))
