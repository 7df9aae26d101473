"""Which names are those of outlets and agencies."""

from functools import lru_cache

from whence.annotate.chain.lists import listed
from whence.model import EntityKind, Mention
from whence.registers import find_outlet


@lru_cache(maxsize=4096)
def is_outlet(name: str) -> bool:
    """Whether a name is an outlet's or agency's: by the register, else by its last word."""
    plain = " ".join(name.split()).removesuffix("'s").removesuffix("’s")
    if find_outlet(name=plain) is not None:
        return True
    words = plain.lower().removeprefix("the ").split()
    if len(words) > 1 and words[-2:] in (
        ["news", "agency"],
        ["press", "agency"],
        ["news", "network"],
    ):
        return True
    return bool(words) and words[-1] in listed("media") and plain[:1].isupper()


def is_outlet_mention(text: str, mention: Mention) -> bool:
    """Whether a marked name is an outlet's; people's names never are."""
    return mention.kind is not EntityKind.PERSON and is_outlet(mention.span.of(text))
