"""Given names and the gender that nearly all their bearers have."""

import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

from whence.registers._table import rows

Gender = Literal["m", "f"]


def given_name_gender(name: str) -> Gender | None:
    """The gender that a given name tells: "Aisha" gives "f", "Jean-Pierre" gives "m".

    ``None`` for a name not listed and for one that both men and women bear, in one language or
    in two. A name printed without its accents is found where the accents make no difference.
    """
    found = _gender(name)
    if found == "" and "-" in name:
        told = {_gender(part) for part in name.split("-")} - {"", "u"}
        found = told.pop() if len(told) == 1 else ""
    return cast("Gender", found) if found in {"m", "f"} else None


def _gender(name: str) -> str:
    """The gender as listed, empty where the name is not."""
    exact = unicodedata.normalize("NFC", name).casefold()
    listed = _listed()
    return listed.get(exact) or _unaccented().get(_without_accents(exact), "")


@cache
def _listed() -> Mapping[str, str]:
    return {row["name"].casefold(): row["gender"] for row in rows("given_names.tsv")}


@cache
def _unaccented() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for name, gender in _listed().items():
        plain = _without_accents(name)
        found[plain] = gender if found.get(plain, gender) == gender else "u"
    return found


def _without_accents(name: str) -> str:
    parts = unicodedata.normalize("NFKD", name)
    return "".join(char for char in parts if not unicodedata.combining(char))
