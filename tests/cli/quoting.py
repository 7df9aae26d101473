"""A language model of a few lines: it reads “…” Name said, and nothing else."""

import re
from collections.abc import Sequence

from whence.model import Attribution, EntityKind, Mention, Reading, Span, Token

_QUOTED = re.compile(r"(“[^”]+”) (?:(said) )?([A-Z]\w+(?: [A-Z]\w+)*)(?: (said))?")
_WORD = re.compile(r"\w+|[^\w\s]")
_SENTENCE = re.compile(r"\S[^.!?]*[.!?]?”?")


class Quoting:
    """Fulfils `LanguageModel`."""

    digest = "quoting-1"

    def read(self, text: str, passages: Sequence[Span]) -> Reading:
        tokens, sentences, attributions, mentions = [], [], [], []
        for passage in passages:
            limits = (passage.start, passage.end)
            sentences += [Span(*m.span()) for m in _SENTENCE.finditer(text, *limits)]
            for word in _WORD.finditer(text, *limits):
                pos = "NNP" if word[0][0].isupper() else "NN" if word[0].isalpha() else "."
                tokens.append(Token(Span(*word.span()), pos))
            for found in _QUOTED.finditer(text, *limits):
                cue = 2 if found[2] else 4
                cues = (Span(*found.span(cue)),) if found[cue] else ()
                source = Span(*found.span(3))
                attributions.append(Attribution((source,), cues, (Span(*found.span(1)),), 0.9))
                mentions.append(Mention(source, EntityKind.PERSON, 0.9))
        return Reading(tuple(tokens), tuple(sentences), tuple(attributions), tuple(mentions))


class Better(Quoting):
    """Reads the same, and says that it is another."""

    digest = "quoting-2"


class Missing(Quoting):
    """Cannot be loaded."""

    def __init__(self) -> None:
        from whence.errors import ModelError

        raise ModelError("the model's weights are not there; install whence again")
