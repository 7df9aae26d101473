"""Lines that belong to the page rather than to the report."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from whence.read.anatomy.wording import length_in_words

_LONGEST = 45  # words
_ADDRESS = re.compile(r"https?://\S+|www\.\S+|(?<!\S)\S{1,64}@\S{1,255}\.\w+|(?<!\w)@\w{2,}")


def is_boilerplate(words: str) -> bool:
    """Whether a whole line is advertising, a link, a call to share or a notice of rights."""
    plain = words.strip().replace("’", "'")
    if length_in_words(plain) > _LONGEST:
        return False
    whole, opening = _patterns()
    if whole.fullmatch(plain) or opening.match(plain):
        return True
    rest = _ADDRESS.sub("", plain)
    return rest != plain and length_in_words(rest) <= 4


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    source = files("whence.read").joinpath("data", "boilerplate.toml").read_text("utf-8")
    table = tomllib.loads(source)
    return _any_of(table["whole"]), _any_of(table["opening"])


def _any_of(entries: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{entry})" for entry in entries), re.IGNORECASE)
