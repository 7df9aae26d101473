"""What the labels of other models mean here."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from whence.annotate.encoder.tags import ROLES
from whence.model import EntityKind, Span

#: Names of kinds in the tag sets of CoNLL-2003, OntoNotes, WNUT-17 and their like, in lower case.
KINDS = {
    **dict.fromkeys(("per", "person", "people", "prs"), EntityKind.PERSON),
    **dict.fromkeys(
        ("org", "organisation", "organization", "corporation", "company", "institution"),
        EntityKind.ORGANISATION,
    ),
    **dict.fromkeys(("loc", "location", "gpe", "fac", "facility", "place"), EntityKind.PLACE),
    **dict.fromkeys(("norp", "group"), EntityKind.GROUP),
    **dict.fromkeys(("law", "work_of_art", "document"), EntityKind.DOCUMENT),
    **dict.fromkeys(("misc", "event", "product", "creative-work", "other"), EntityKind.OTHER),
}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A stretch of text with one label, in lower case, and how sure the model is of it."""

    span: Span
    label: str
    chance: float


def role_of(label: str) -> int | None:
    """The role that a label in lower case is, in the order of `ROLES`; ``None`` for another."""
    plain = label.removeprefix("attribution-").removeprefix("attr-")
    return ROLES.index(plain) if plain in ROLES else None


def has_roles(labels: Iterable[str]) -> bool:
    """Whether labels tell attributions: source, cue and content are all among them."""
    return {role_of(label) for label in labels} >= set(range(len(ROLES)))


def has_names(labels: Iterable[str]) -> bool:
    """Whether labels tell names: people at least are among them."""
    return any(KINDS.get(label) is EntityKind.PERSON for label in labels)


def plain(tag: str) -> tuple[str, str]:
    """A tag's prefix ("b", "i" or "") and its label in lower case; "o" is outside."""
    prefix, dash, label = tag.partition("-")
    if dash and prefix.upper() in {"B", "I", "E", "L", "S", "U"}:
        begins = prefix.upper() in {"B", "S", "U"}
        return ("b" if begins else "i"), label.lower()
    return "", tag.lower()


def labelled(
    tags: Sequence[str], spans: Sequence[Span], chances: Sequence[float]
) -> Iterator[Labelled]:
    """The stretches that tags of words mark, by BIO, IO or plain labels.

    A word goes on with the one before it where the label is the same and its tag does not begin.
    """
    begun: Labelled | None = None
    count = 0
    for tag, span, chance in zip(tags, spans, chances, strict=True):
        prefix, label = plain(tag)
        if begun is not None and label == begun.label and prefix != "b":
            count += 1
            mean = begun.chance + (chance - begun.chance) / count
            begun = Labelled(Span(begun.span.start, span.end), label, mean)
            continue
        if begun is not None:
            yield begun
        begun = None if label == "o" else Labelled(span, label, chance)
        count = 1
    if begun is not None:
        yield begun
