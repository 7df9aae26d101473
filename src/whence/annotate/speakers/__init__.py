"""Who speaks: from source spans and names to the referents of an article."""

from whence.annotate.speakers.mentions import names_only
from whence.annotate.speakers.outcome import Cast, Speaker
from whence.annotate.speakers.resolve import cast

__all__ = ["Cast", "Speaker", "cast", "names_only"]
