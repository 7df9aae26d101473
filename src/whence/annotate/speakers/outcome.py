"""What the walk through an article comes to: its referents, and who speaks each attribution."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from whence.annotate.speakers.metonyms import mouth_of
from whence.model import Alternative, Referent


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: a referent's id or ``None``, the rule that said so, and how sure it is."""

    referent: str | None
    why: str
    confidence: float
    alternatives: tuple[Alternative, ...] = ()

    @property
    def goes_on(self) -> bool:
        """Whether the words only go on with what the same speaker was quoted saying before."""
        return self.why.startswith("quotation goes on")


@dataclass(frozen=True)
class Cast:
    """The referents of an article, and the speaker of each attribution in the order given."""

    referents: tuple[Referent, ...]
    speakers: tuple[Speaker, ...]

    @cached_property
    def mouths(self) -> Mapping[str, str]:
        """By referent, the key of the government that it stands or speaks for."""
        found = ((one.id, mouth_of(one)) for one in self.referents)
        return {number: key for number, key in found if key is not None}
