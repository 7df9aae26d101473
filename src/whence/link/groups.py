"""Things that belong together, by pairs."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class Groups(Generic[Item]):
    """Disjoint groups that grow by joining pairs; the outcome does not depend on their order."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._parent = {item: item for item in items}

    def root(self, item: Item) -> Item:
        """The item that stands for the group of `item`, until the group grows."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: Item, other: Item) -> None:
        """Make the groups of the two one."""
        self._parent[self.root(other)] = self.root(one)

    def together(self, one: Item, other: Item) -> bool:
        """Whether the two are in one group."""
        return self.root(one) == self.root(other)

    def all(self) -> list[list[Item]]:
        """The groups, in the order in which their first items were given."""
        found: dict[Item, list[Item]] = defaultdict(list)
        for item in self._parent:
            found[self.root(item)].append(item)
        return list(found.values())
