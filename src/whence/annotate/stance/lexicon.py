"""The declared lexicon of stance, read once from ``lexicon.txt``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from whence.annotate.stance.inflection import forms
from whence.model import Stance


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Stances by the forms of verbs, nouns and adjectives, and by phrases of lemmas.

    `lemma` gives the lemma of every verb form that is known; `words` the other lists by name, and
    `parts` the same, each phrase as its words.
    """

    verbs: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    adjectives: Mapping[str, Stance]
    phrases: Mapping[tuple[str, ...], Stance]
    light: frozenset[str]
    #: Verbs of scorn and blame: they assert, and are not verbs of saying.
    emotive: frozenset[str]
    lemma: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    parts: Mapping[str, list[list[str]]]
    longest: int = 6

    def lemmas(self, words: list[str]) -> list[str]:
        """The lemmas of words in lower case; a word that is no known verb form is its own."""
        return [self.lemma.get(word, word) for word in words]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    text = (files("whence.annotate.stance") / "lexicon.txt").read_text("utf-8")
    reader = _Reader()
    for line in text.splitlines():
        name, colon, words = line.partition(": ")
        if colon and not line.startswith("#"):
            reader.line(name.split(), words.split())
    return reader.lexicon()


#: The stances of verbs that tell what someone said, as against what someone thinks or does.
_SAYING = frozenset(
    {Stance.ASSERTS, Stance.CONFIRMS, Stance.DENIES, Stance.WARNS, Stance.THREATENS, Stance.VOWS}
)


def is_saying(form: str) -> bool:
    """Whether a word, in lower case, is a form of a verb of saying."""
    register = lexicon()
    lemma = register.lemma.get(form, form)
    if lemma in register.emotive or lemma in {"be", "go", "put", "read", "find"}:
        return False
    return register.verbs.get(lemma) in _SAYING


def has_stance(form: str) -> bool:
    """Whether a word, in lower case, is a form of a verb of the lexicon."""
    register = lexicon()
    return register.lemma.get(form, form) in register.verbs


class _Reader:
    def __init__(self) -> None:
        self.verbs: dict[str, Stance] = {}
        self.nouns: dict[str, Stance] = {}
        self.adjectives: dict[str, Stance] = {}
        self.phrases: dict[tuple[str, ...], Stance] = {}
        self.light: set[str] = set()
        self.emotive: set[str] = set()
        self.lemma: dict[str, str] = {}
        self.words: dict[str, frozenset[str]] = {}

    def line(self, name: list[str], words: list[str]) -> None:
        """Take in one line of the file."""
        if len(name) == 1:
            self.words[name[0]] = frozenset(words)
            for word in words:
                if name[0] in {"refusing", "undone"} or "_" in word:
                    self._inflect(word.split("_")[0])
            return
        for word in words:
            if name == ["asserts", "e"]:
                self.emotive.add(word)
                self._entry(Stance.ASSERTS, "v", word)
            elif name[0] == "light":
                self.light.add(word)
                self._inflect(word)
            else:
                self._entry(Stance(name[0]), name[1], word)

    def _entry(self, stance: Stance, sort: str, word: str) -> None:
        if "_" in word:
            parts = tuple(word.split("_"))
            self.phrases.setdefault(parts, stance)
            self._inflect(parts[0])
        elif sort == "v":
            self.verbs.setdefault(word, stance)
            self._inflect(word)
        elif sort == "n":
            self.nouns.setdefault(word, stance)
            self.nouns.setdefault(word + "s", stance)
        else:
            self.adjectives.setdefault(word, stance)

    def _inflect(self, verb: str) -> None:
        for form in forms(verb):
            self.lemma.setdefault(form, verb)

    def lexicon(self) -> Lexicon:
        return Lexicon(
            self.verbs,
            self.nouns,
            self.adjectives,
            self.phrases,
            frozenset(self.light),
            frozenset(self.emotive),
            self.lemma,
            self.words,
            {name: [word.split("_") for word in words] for name, words in self.words.items()},
        )
