"""How many attributes the elements of a page have, told before a tree is made of it.

Making the tree compares each attribute of an element with all before it: 16,000 of one tag took
0.6 s, four times what 8,000 took, and a page of the largest size could hold a million.
"""

from collections.abc import Mapping

from lxml import etree

#: Attributes of one element that are read; those of news pages have a few dozen at most.
MOST_ATTRIBUTES = 1_000
#: In a page of so many code points no tag can hold enough to take noticeable time.
_HARMLESS = 2**15


class _Counting:
    """What the parser tells as it goes through a page; it takes linear time and makes no tree."""

    def __init__(self) -> None:
        self._most = 0

    def start(self, _: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self._most = max(self._most, len(attributes))

    def close(self) -> int:
        """The most attributes that one element had."""
        return self._most


def has_endless_tag(page: str) -> bool:
    """Whether an element of the page has more than `MOST_ATTRIBUTES` attributes."""
    if len(page) <= _HARMLESS:
        return False
    parser = etree.HTMLParser(target=_Counting())
    try:
        parser.feed(page)
        most: int = parser.close()
    except (etree.LxmlError, ValueError):
        return False  # where no HTML can be made out, making the tree says so
    return most > MOST_ATTRIBUTES
