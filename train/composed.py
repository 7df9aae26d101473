"""Sentences composed by rules, for names in registers that no licensed set has.

A club is called by its town: "Leeds beat Derby" speaks of two organisations, "in Leeds" of a place.
No set that may be learnt from holds match reports, results, tables, datelines, stock reports or
headlines of world news, so that a reader trained on the others takes every such club for a place,
and parts a ministry from its name. The sentences are this project's own (`templates`, a register
in a file, written from general knowledge of how such news is printed); the names that fill them
are drawn from the licensed sets, from toponyms of local news, from our registers, from made-up
words, and from patterns over all of these (`templates/slots.txt`). Any name may stand in any
sentence, for it is the sentence that is to be learnt.

Where a sentence has "<S … >", "<C … >" or "<X … >" around its source, cue and content, it is learnt
from for attributions too: for the ways of agencies and headlines, scarce in PolNeAR.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from train.corpora import GOLD_NAMES, join_tokens, records, tag_runs
from train.documents import Document, Range, blank, mark
from whence.annotate.encoder.tags import KINDS, ROLES
from whence.registers._table import rows
from whence.registers.countries import countries
from whence.registers.groups import Group, GroupKind, groups
from whence.registers.outlets import outlets

_FOLDER = Path(__file__).with_name("templates")
SLOTS = _FOLDER / "slots.txt"
REGISTERS = tuple(_FOLDER / f"{name}.txt" for name in ("sports", "world", "business", "society"))
ATTRIBUTIONS = _FOLDER / "attributions.txt"
SENTENCES = 8
"""Of a document: as many as the name sets' documents have."""
MIXED = 0.15
"""Share of documents whose sentences are of all registers; most others have those of one."""
ATTRIBUTED = 0.15
"""Share of documents whose sentences are marked with attributions."""

_SLOT = re.compile(r"\{([a-z]+)(\d?)\}")
_ROLE_OF = {"<S": "source", "<C": "cue", "<X": "content"}
_CLOSE = ">"
_CHANCES = re.compile(r"(?:(\d+)\*)?(.+)")
_KIND_OF: Mapping[str, str] = {
    "town": "place",
    "capital": "place",
    "country": "place",
    "company": "organisation",
    "outlet": "organisation",
    "acronym": "organisation",
    "first": "person",
    "last": "person",
    "people": "group",
    "folks": "group",
}
_NUMBERS = {"n": (1, 99), "date": (1, 32), "year": (1955, 2026)}
_NO_TOWN = ("County", "River", "Lake", "Parish", "Street", "Creek", "Park", "Township", "Island")
_NO_NAMES = ("President", "Magazine", "Club", "State", "Christ")
_ARMED = (GroupKind.ARMED, GroupKind.PRIVATE_MILITARY)
_PARTIES = (GroupKind.PARTY, GroupKind.POLITICAL_ALLIANCE)
_ONSETS = (
    *("b", "br", "d", "dr", "f", "g", "h", "j", "k", "kh", "kr", "l", "m", "n", "p", "r", "s"),
    *("sh", "st", "t", "tr", "v", "y", "z", "ch", "w", "q", ""),
)
_VOWELS = ("a", "a", "e", "i", "o", "u", "ai", "ou", "ei")
_CODAS = ("", "", "", "n", "r", "l", "m", "s", "k", "t", "sh", "nd", "rk", "z")
_ENDINGS = (
    *("ov", "ova", "ic", "ski", "ez", "ini", "ano", "sen", "berg", "dze", "yan", "oglu", "escu"),
    *("a", "o", "i", "an", "in", "ar", "ia", "", "", "", "", ""),
)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The names that fill the sentences: by the slot that draws from them."""

    names: Mapping[str, Sequence[str]]

    def __post_init__(self) -> None:
        empty = [slot for slot, values in self.names.items() if not values]
        if empty:
            raise ValueError(f"no name for {', '.join(empty)}")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A slot's kind of name, "" for none, and its values, each as often as it has chances."""

    kind: str
    values: Sequence[str]


@cache
def patterns() -> Mapping[str, Pattern]:
    """Return what `templates/slots.txt` says of each slot."""
    found = {}
    for line in SLOTS.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            slot, kind, values = line.split(" ", 2)
            found[slot] = Pattern("" if kind == "-" else kind, tuple(_values(values)))
    return found


def kind_of(slot: str) -> str:
    """Return the kind of name that a slot holds, "" for none."""
    given = patterns().get(slot)
    return given.kind if given else _KIND_OF.get(slot, "")


def lexicon(data: Path) -> Lexicon:
    """Return the names that the data and the registers give, in a fixed order."""
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
    firsts = {first for first, _ in people} | {row["name"] for row in rows("given_names.tsv")}
    return Lexicon(
        {
            "homeplace": sorted(town for town in towns if _is_town(town)),
            "first": sorted(filter(_is_plain, firsts)),
            "last": sorted({last for _, last in people if len(last) > 1 and last not in _NO_NAMES}),
            "company": sorted(companies),
            "capital": sorted({city for country in countries() for city in country.capitals}),
            "country": [country.name for country in countries()],
            "people": [country.adjectives[0] for country in countries() if country.adjectives],
            "folks": sorted({folk for country in countries() for folk in country.people}),
            "outlet": sorted({_bare(entry.outlet.name) for entry in outlets()}),
            "knownparty": _group_names(each for each in groups() if each.kind in _PARTIES),
            "knownarmed": _group_names(each for each in groups() if each.kind in _ARMED),
            "knownbody": _group_names(
                each for each in groups() if each.kind not in (*_PARTIES, *_ARMED)
            ),
        }
    )


def composed(data: Path, tokenizer: Tokenizer, count: int, seed: int) -> list[Document]:
    """Return `count` documents that know names, and `ATTRIBUTED` of them roles; nothing else.

    A document is of one register, each as often as it has sentences, or (`MIXED`) of all.
    """
    random = np.random.default_rng(seed)
    fill = Filler(lexicon(data), random)
    registers = [sentences(path) for path in REGISTERS]
    every = [line for register in registers for line in register]
    marked = sentences(ATTRIBUTIONS)
    shares = (1 - ATTRIBUTED - MIXED) * np.array([len(each) for each in registers]) / len(every)
    given = [*registers, every, marked]
    documents = []
    for index in range(count):
        lines = given[int(random.choice(len(given), p=[*shares, MIXED, ATTRIBUTED]))]
        chosen = [lines[at].split() for at in random.integers(0, len(lines), SENTENCES)]
        filled = [fill(template) for template in chosen]
        documents.append(document(f"composed:{index}", filled, tokenizer, roles=lines is marked))
    return documents


def sentences(path: Path) -> list[str]:
    """Return the sentences of a register, in tokens parted by spaces."""
    return [line for line in path.read_text("utf-8").splitlines() if line]


class Filler:
    """Puts names in the place of slots; a slot with a number is another name than one without."""

    def __init__(self, lexicon: Lexicon, random: np.random.Generator) -> None:
        self._names = lexicon.names
        self._random = random

    def __call__(self, template: Sequence[str]) -> list[tuple[str, str]]:
        """Return tokens with a BIO tag each; marks of roles are tokens without a name."""
        upper = _is_upper(template)
        kept: dict[str, str] = {}
        found = []
        for token in self._in_words(template, kept):
            slot = _SLOT.search(token)
            kind = kind_of(slot[1]) if slot else ""
            text = _SLOT.sub(lambda each: self._once(each, kept), token)
            parts = (text.upper() if upper else text).split()
            found += [
                (part, f"{'I' if place else 'B'}-{kind}" if kind else "O")
                for place, part in enumerate(parts)
            ]
        return found

    def _in_words(self, template: Sequence[str], kept: dict[str, str]) -> Iterator[str]:
        """Yield the tokens with each slot that is no name in the words of its pattern."""
        for token in template:
            slot = _SLOT.fullmatch(token)
            if slot and slot[1] in patterns() and not kind_of(slot[1]):
                if token not in kept:
                    kept[token] = self._one(patterns()[slot[1]].values)
                yield from self._in_words(kept[token].split(), kept)
            else:
                yield token

    def _once(self, slot: re.Match[str], kept: dict[str, str]) -> str:
        if slot[0] not in kept:
            kept[slot[0]] = self._value(slot[1])
        return kept[slot[0]]

    def _value(self, slot: str) -> str:
        if slot in patterns():
            value = self._one(patterns()[slot].values)
            return _SLOT.sub(lambda inner: self._value(inner[1]), value)
        if slot in self._names:
            return self._one(self._names[slot])
        return self._made(slot)

    def _made(self, slot: str) -> str:
        """Return a number or a made-up word."""
        if slot in _NUMBERS:
            return str(self._random.integers(*_NUMBERS[slot]))
        makers: dict[str, Callable[[], str]] = {
            "score": lambda: "-".join(map(str, self._random.integers(0, 7, 2))),
            "big": self._big,
            "initial": lambda: f"{self._letters(1)}.",
            "acronym": lambda: self._letters(int(self._random.integers(2, 6))),
            "syllable": lambda: self._syllable().capitalize(),
            "foreign": self._foreign,
        }
        if slot not in makers:
            raise ValueError(f"no slot is called {slot}")
        return makers[slot]()

    def _big(self) -> str:
        number = int(10 ** self._random.uniform(2, 5))
        return f"{number:,}" if self._random.random() < 0.5 else str(number)

    def _foreign(self) -> str:
        middle = self._syllable() if self._random.random() < 0.4 else ""
        return (self._syllable() + middle + self._one(_ENDINGS)).capitalize()

    def _syllable(self) -> str:
        return self._one(_ONSETS) + self._one(_VOWELS) + self._one(_CODAS)

    def _letters(self, count: int) -> str:
        return "".join(self._one("ABCDEFGHIKLMNOPRSTUV") for _ in range(count))

    def _one(self, values: Sequence[str]) -> str:
        return values[int(self._random.integers(0, len(values)))]


def _values(line: str) -> Iterator[str]:
    for value in line.split(" | "):
        match = _CHANCES.fullmatch(value)
        if match:
            yield from [match[2]] * int(match[1] or 1)


def _is_upper(template: Sequence[str]) -> bool:
    """Say whether all words of a sentence beside its slots are in capitals, a word at least."""
    words = [token for token in template if not _SLOT.search(token)]
    words = [word for word in words if any(map(str.isalpha, word))]
    return all(map(str.isupper, words)) and any(len(word) > 2 for word in words)


def _group_names(given: Iterator[Group]) -> list[str]:
    names = {name for group in given for name in (group.name, *group.aliases)}
    return sorted(name for name in map(_bare, names) if "(" not in name)


def _bare(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")


def _gold(data: Path, name: str) -> Iterator[tuple[str | None, list[str]]]:
    for record in records(data / "ner" / f"{name}.train.jsonl.gz"):
        for low, high, kind in tag_runs(record["tags"]):
            yield GOLD_NAMES[name].get(kind), record["tokens"][low:high]


def _is_town(name: str) -> bool:
    words = name.split()
    return len(words) < 3 and all(map(_is_plain, words)) and words[-1] not in _NO_TOWN


def _is_plain(word: str) -> bool:
    return word.isalpha() and word.istitle()


def document(
    id: str, filled: Sequence[Sequence[tuple[str, str]]], tokenizer: Tokenizer, *, roles: bool
) -> Document:
    """Return sentences, one a passage, with the names and, where `roles`, the roles marked."""
    lines: list[str] = []
    passages: list[Range] = []
    names: list[tuple[Range, str]] = []
    parts: list[tuple[Range, str]] = []
    for sentence in filled:
        base = passages[-1][1] + 1 if passages else 0
        tokens, tags, runs = _unmarked(sentence)
        line, offsets = join_tokens(tokens)
        lines.append(line[:1].upper() + line[1:] if roles else line)
        passages.append((base, base + len(line)))
        for found, held in ((names, tag_runs(tags)), (parts, runs)):
            found += [
                ((base + offsets[low][0], base + offsets[high - 1][1]), kind)
                for low, high, kind in held
            ]
    made = blank(id, "\n".join(lines), passages, tokenizer)
    known = {"names": (names, KINDS), **({"roles": (parts, ROLES)} if roles else {})}
    for task, (found, kinds) in known.items():
        made.labels[task][:] = 0
        for span, kind in found:
            mark(made.labels[task], made.words, span, 2 * kinds.index(kind) + 1)
    return made


def _unmarked(
    sentence: Sequence[tuple[str, str]],
) -> tuple[list[str], list[str], list[tuple[int, int, str]]]:
    """Return tokens and tags without the marks of roles, and (first, after the last, role)."""
    tokens: list[str] = []
    tags: list[str] = []
    runs: list[tuple[int, int, str]] = []
    role, start = "", 0
    for token, tag in sentence:
        if token in _ROLE_OF:
            role, start = _ROLE_OF[token], len(tokens)
        elif token == _CLOSE and role:
            runs.append((start, len(tokens), role))
            role = ""
        else:
            tokens.append(token)
            tags.append(tag)
    return tokens, tags, runs
