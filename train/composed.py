"""Sentences composed by rules, for names in registers that no licensed set has: sport and business.

A club is called by its town: "Leeds beat Derby" speaks of two organisations, "in Leeds" of a place.
No set that may be learnt from holds match reports, results or tables, so that a reader trained on
the others takes every such club for a place. The sentences are this project's own
(`templates/sports.txt`); the names that fill them are drawn from the licensed sets, from toponyms
of local news and from the register of countries. Any name may stand in any sentence, for it is the
sentence that is to be learnt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from train.corpora import GOLD_NAMES, join_tokens, records, tag_runs
from train.documents import Document, Range, blank, mark
from whence.annotate.encoder.tags import KINDS
from whence.registers.countries import countries

TEMPLATES = Path(__file__).with_name("templates") / "sports.txt"
SENTENCES = 8
"""Of a document: as many as the name sets' documents have."""

_SLOT = re.compile(r"\{([a-z]+?)(\d?)\}")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = ("January", "Feb.", "March", "April", "May", "June", "July", "Aug.", "October", "Dec.")
_SUFFIXES = ("United", "City", "Town", "Rovers", "Athletic", "Wanderers", "Albion", "County")
_NICKNAMES = ("Tigers", "Bears", "Hawks", "Stars", "Kings", "Rangers", "Saints", "Royals", "Bulls")
_PREFIXES = ("Real", "Dynamo", "Sporting", "Racing", "Inter", "FC", "AC", "Olympique", "Spartak")
_EVENTS = ("Cup", "Open", "Grand Prix", "Championships", "Masters", "Classic", "Games", "Trophy")
_AGENCIES = ("Reuters", "AP", "AFP", "dpa", "ANSA", "EFE", "Xinhua", "TASS", "PA", "Kyodo", "UPI")
_KIND_OF = {
    "club": "organisation",
    "company": "organisation",
    "agency": "organisation",
    "nation": "place",
    "town": "place",
    "person": "person",
    "last": "person",
    "people": "group",
    "event": "misc",
}
_NO_TOWN = ("County", "River", "Lake", "Parish", "Street", "Creek", "Park", "Township", "Island")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names that fill the sentences."""

    towns: Sequence[str]
    first: Sequence[str]
    last: Sequence[str]
    companies: Sequence[str]
    nations: Sequence[str]
    peoples: Sequence[str]


def lexicon(data: Path) -> Lexicon:
    """Return the names that the data and the register of countries give, in a fixed order."""
    towns = {
        toponym["name"]
        for record in records(data / "places" / "lgl.jsonl.gz")
        for toponym in record["toponyms"]
        if toponym["name"] and toponym["name"] != toponym["country"]
    }
    people, companies = set(), set()
    for name in ("wikigold", "wnut17"):
        for kind, tokens in _gold(data, name):
            if kind == "person" and len(tokens) == 2 and all(map(_is_plain, tokens)):
                people.add(tuple(tokens))
            if kind == "organisation" and len(tokens) < 4 and tokens[0][0].isupper():
                companies.add(" ".join(tokens))
    return Lexicon(
        sorted(town for town in towns if _is_town(town)),
        sorted({first for first, _ in people}),
        sorted({last for _, last in people}),
        sorted(companies),
        [country.name for country in countries()],
        [country.adjectives[0] for country in countries() if country.adjectives],
    )


def composed(data: Path, tokenizer: Tokenizer, count: int, seed: int) -> list[Document]:
    """Return `count` documents that know names and nothing else."""
    random = np.random.default_rng(seed)
    fill = Filler(lexicon(data), random)
    templates = [line.split() for line in TEMPLATES.read_text("utf-8").splitlines() if line]
    documents = []
    for index in range(count):
        chosen = [templates[at] for at in random.integers(0, len(templates), SENTENCES)]
        documents.append(_document(f"composed:{index}", map(fill, chosen), tokenizer))
    return documents


class Filler:
    """Puts names in the place of slots; a slot with a number is another name than one without."""

    def __init__(self, names: Lexicon, random: np.random.Generator) -> None:
        self._names = names
        self._random = random

    def __call__(self, template: Sequence[str]) -> list[tuple[str, str]]:
        """Return tokens with a BIO tag each."""
        upper = sum(token.isupper() for token in template) > 1
        kept: dict[str, str] = {}
        found = []
        for token in template:
            kind = ""
            match = _SLOT.search(token)
            if match:
                if match[0] not in kept:
                    kept[match[0]] = self._value(match[1])
                kind = _KIND_OF.get(match[1], "")
            text = _SLOT.sub(lambda slot: self._number_or(slot, kept), token)
            parts = (text.upper() if upper and kind else text).split()
            found += [
                (part, f"{'I' if place else 'B'}-{kind}" if kind else "O")
                for place, part in enumerate(parts)
            ]
        return found

    def _number_or(self, slot: re.Match[str], kept: Mapping[str, str]) -> str:
        return kept.get(slot[0]) or self._value(slot[1])

    def _value(self, kind: str) -> str:
        names = self._names
        lists: dict[str, Sequence[str]] = {
            "town": names.towns,
            "last": names.last,
            "company": names.companies,
            "nation": names.nations,
            "people": names.peoples,
            "agency": _AGENCIES,
            "day": _DAYS,
            "month": _MONTHS,
        }
        if kind in lists:
            return self._one(lists[kind])
        if kind == "person":
            return f"{self._one(names.first)} {self._one(names.last)}"
        if kind == "event":
            return f"{self._one(names.peoples)} {self._one(_EVENTS)}"
        if kind == "club":
            return self._club()
        return self._number(kind)

    def _club(self) -> str:
        town = self._one(self._names.towns)
        lot = self._random.random()
        if lot < 0.62:
            return town
        if lot < 0.78:
            return f"{town} {self._one(_SUFFIXES)}"
        if lot < 0.9:
            return f"{town} {self._one(_NICKNAMES)}"
        return f"{self._one(_PREFIXES)} {town}"

    def _number(self, kind: str) -> str:
        low, high = {"score": (0, 7), "year": (1955, 2025)}.get(kind, (1, 99))
        first, second = self._random.integers(low, high, 2).tolist()
        return f"{first}-{second}" if kind.startswith("score") else str(first)

    def _one(self, values: Sequence[str]) -> str:
        return values[int(self._random.integers(0, len(values)))]


def _gold(data: Path, name: str) -> Iterator[tuple[str | None, list[str]]]:
    for record in records(data / "ner" / f"{name}.train.jsonl.gz"):
        for low, high, kind in tag_runs(record["tags"]):
            yield GOLD_NAMES[name].get(kind), record["tokens"][low:high]


def _is_town(name: str) -> bool:
    words = name.split()
    return len(words) < 3 and all(map(_is_plain, words)) and words[-1] not in _NO_TOWN


def _is_plain(word: str) -> bool:
    return word.isalpha() and word.istitle()


def _document(
    id: str, sentences: Iterator[list[tuple[str, str]]], tokenizer: Tokenizer
) -> Document:
    lines: list[str] = []
    passages: list[Range] = []
    names: list[tuple[Range, str]] = []
    for sentence in sentences:
        base = passages[-1][1] + 1 if passages else 0
        line, offsets = join_tokens([token for token, _ in sentence])
        lines.append(line)
        passages.append((base, base + len(line)))
        names += [
            ((base + offsets[low][0], base + offsets[high - 1][1]), kind)
            for low, high, kind in tag_runs([tag for _, tag in sentence])
        ]
    document = blank(id, "\n".join(lines), passages, tokenizer)
    document.labels["names"][:] = 0
    for span, kind in names:
        mark(document.labels["names"], document.words, span, 2 * KINDS.index(kind) + 1)
    return document
