"""Statements wrapped in a carrier's: "the ministry said …, the Post reported"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from whence.annotate.chain.links import carrier_of
from whence.annotate.chain.lists import listed
from whence.annotate.quotes import Quotations
from whence.annotate.stance import has_stance, is_saying
from whence.annotate.words import Words
from whence.model import Attribution, EntityKind, Mention, Name, Span, hull

_SOURCE_TAGS = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "POS", "PRP$", "PRP", "IN", "CC", "CD", ",", "VBN"}
)
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP"})
_HEARER_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "JJ", "POS", "PRP$"})
_CLAUSAL = frozenset({"VBD", "VBZ", "VBP", "MD", "VBG", "WP", "WDT", "WRB", "VB", "TO"})
#: The longest source that is looked for at the start of a carrier's content, in words.
_LONGEST = 14
#: The same where a participle parts it from its verb.
_PARTED = 30


def unwrap(
    words: Words, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[tuple[Attribution, ...], dict[int, tuple[Name, ...]]]:
    """The attributions, with those opened up whose source is an outlet and content another's word.

    The second part maps the number of each opened attribution to the outlet it came through.
    """
    opened: list[Attribution] = []
    carriers: dict[int, tuple[Name, ...]] = {}
    names = {
        index
        for mention in mentions
        if mention.kind is EntityKind.PERSON
        for index in words.within(mention.span)
    }
    quotations = Quotations(words.text, words.passages)
    sources = {index for one in attributions for index in words.covering(one.source)}
    for number, one in enumerate(attributions):
        carrier = carrier_of(words, one)
        inner = _inner(words, one) if carrier is not None else None
        if carrier is not None and inner is None:
            inner = _beside(words, one, names, quotations)
        if inner is not None and sources.intersection(words.covering(inner.source)):
            inner = None  # its own attribution was read: `merge_carried` puts the two together
        if carrier is not None and inner is not None:
            carriers[number] = (carrier,)
        opened.append(inner or one)
    return tuple(opened), carriers


def _inner(words: Words, one: Attribution) -> Attribution | None:
    """The attribution inside a content: a noun phrase, a verb of saying, what was said.

    It begins the content, or its verb is followed by "that" or, for other words of stance, by
    words in quotation marks.
    """
    indices = words.covering(one.content)
    for place, index in enumerate(indices):
        if not place or not _is_finite(words, indices, place):
            continue
        subject = place - (words.pos[index] == "VBN")
        first = _phrase_before(words, indices, subject)
        if first is None:
            first = _parted_phrase(words, indices, subject)
        if first is None:
            continue
        follows = words.lower[indices[place + 1]] if place + 1 < len(indices) else ""
        opens = words.lower[indices[0]] == "that" or words.pos[indices[0]] == "``"
        begins = first == 0 or (first == 1 and opens)
        saying = is_saying(words.lower[index]) and (begins or follows == "that")
        quoted = any(words.pos[other] == "``" for other in indices[place + 1 : place + 12])
        if saying or (quoted and has_stance(words.lower[index])):
            return _opened(words, one, indices[first:], subject - first)
    return None


def _is_finite(words: Words, indices: list[int], place: int) -> bool:
    """ "Said", "has said": a verb that tells of one saying."""
    tag = words.pos[indices[place]]
    perfect = tag == "VBN" and words.lower[indices[place - 1]] in {"has", "have", "had"}
    return tag in {"VBD", "VBZ"} or perfect


def _beside(
    words: Words, one: Attribution, names: AbstractSet[int], quotations: Quotations
) -> Attribution | None:
    """The speaker named beside a quotation that a carrier has: "…," said X, according to Y."""
    sentence = words.sentences[words.sentence_number((one.cue or one.source)[0].start)]
    own = {*words.covering((*one.source, *one.cue))}
    free = [
        index
        for index in words.within(sentence)
        if index not in own and not quotations.holds(words.starts[index])
    ]
    for place, index in enumerate(free):
        if words.pos[index] not in {"VBD", "VBZ"} or not is_saying(words.lower[index]):
            continue
        after = _run(words, free[place + 1 :], index + 1)
        before = _run(words, free[:place][::-1], index - 1)[::-1]
        for phrase in (after, before):
            if phrase and not names.isdisjoint(phrase):
                source, cue = words.span(phrase[0], phrase[-1]), words.tokens[index].span
                last = _adverbials(words, free, max(phrase[-1], index), quotations)
                hole = hull((source, cue, words.tokens[last].span))
                content = _without(words, one.content, hole)
                if content:
                    return Attribution((source,), (cue,), content, one.confidence, one.vector)
    return None


def _adverbials(words: Words, free: list[int], last: int, quotations: Quotations) -> int:
    """The last word of "told the paper in a letter" that is outside of quotation marks."""
    end = last
    for index in free:
        if index <= last:
            continue
        if index != end + 1 or words.pos[index] == "," or quotations.holds(words.starts[index]):
            break
        if words.pos[index] in _CLAUSAL:
            return last
        end = index
    return end


def _without(words: Words, content: Sequence[Span], hole: Span) -> tuple[Span, ...]:
    """The pieces of a content less a hole in them, and less marks that are left at its edges."""
    kept: list[Span] = []
    for piece in content:
        if not piece.overlaps(hole):
            kept.append(piece)
            continue
        for start, end in ((piece.start, hole.start), (hole.end, piece.end)):
            part = Span(start, end).trim(words.text) if start < end else None
            if part is not None and any(char.isalnum() for char in part.of(words.text)):
                kept.append(part)
    return tuple(kept)


def _run(words: Words, free: list[int], start: int) -> list[int]:
    """The words of a noun phrase with its appositions, running on from `start` in one direction."""
    run: list[int] = []
    for index in free:
        expected = start if not run else run[-1] + (1 if index > run[-1] else -1)
        if index != expected or words.pos[index] not in _SOURCE_TAGS:
            break
        run.append(index)
    while run and words.pos[run[-1]] in {",", "IN", "CC"}:
        run.pop()
    return run


def _phrase_before(words: Words, indices: list[int], verb: int) -> int | None:
    """Where the noun phrase right before a verb begins; ``None`` where there is none."""
    first = verb
    while first and verb - first < _LONGEST and words.pos[indices[first - 1]] in _SOURCE_TAGS:
        first -= 1
        tag = words.pos[indices[first]]
        if tag in {"DT", "PRP$", "PRP"} or (
            tag in {"IN", ","} and not _is_inner(words, indices, first)
        ):
            first += tag in {"IN", ","}
            break
    noun = any(words.pos[indices[n]] in _NOUNS for n in range(first, verb))
    return first if noun and first < verb else None


def _parted_phrase(words: Words, indices: list[int], verb: int) -> int | None:
    """Where a subject begins that a participle parts from its verb: "Lund, citing cost, said"."""
    first = 1 if words.pos[indices[0]] == "``" or words.lower[indices[0]] == "that" else 0
    if words.pos[indices[verb - 1]] != "," or verb - first > _PARTED:
        return None
    end = first
    while end < verb and words.pos[indices[end]] in _NOUNS | {"DT", "JJ", "POS", "PRP$"}:
        end += 1
    opened = end > first and words.pos[indices[end]] == ","
    if not opened or words.pos[indices[end + 1]] not in {"VBG", "VBN"}:
        return None
    inside = {words.pos[index] for index in indices[end + 1 : verb]}
    return None if inside & {"VBD", "VBZ", "VBP", "MD", "WP", "."} else first


def _is_inner(words: Words, indices: list[int], place: int) -> bool:
    """Whether a preposition stands inside a noun phrase: "minister of ports"."""
    return words.lower[indices[place]] in {"of", "for"}


def _opened(words: Words, one: Attribution, indices: list[int], verb: int) -> Attribution | None:
    end = verb + 1 + (words.pos[indices[min(verb + 1, len(indices) - 1)]] == "VBN")
    told = end - 1
    limit = min(len(indices), verb + 10)
    that = next(
        (
            n
            for n in range(verb + 1, limit)
            if words.lower[indices[n]] == "that" and words.pos[indices[n - 1]] != "CC"
        ),
        None,
    )
    if that is not None:
        end = that
    elif end >= len(indices):
        return None
    elif words.lower[indices[told]] in listed("telling"):
        end = _after_hearer(words, indices, end)
    said = indices[end:]
    if len(said) < 2:
        return None
    content = _pieces(words, one, said)
    return Attribution(
        source=(words.span(indices[0], indices[verb - 1]),),
        cue=(words.span(indices[verb], indices[end - 1 if that is not None else told]),),
        content=content,
        confidence=one.confidence,
        vector=one.vector,
    )


def _after_hearer(words: Words, indices: list[int], start: int) -> int:
    """Where what was said begins after "told the investigators in July"."""
    end = start
    while end < len(indices) and words.pos[indices[end]] in _HEARER_TAGS:
        end += 1
    while end + 1 < len(indices) and words.pos[indices[end]] == "IN":
        if words.pos[indices[end + 1]] not in {"NNP", "CD"}:
            break
        end += 2
    return end if end < len(indices) else start


def _pieces(words: Words, one: Attribution, said: list[int]) -> tuple[Span, ...]:
    """The content's pieces from the first word of what was said on."""
    start = words.tokens[said[0]].span.start
    return tuple(
        Span(max(piece.start, start), piece.end) for piece in one.content if piece.end > start
    )
