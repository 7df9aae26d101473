"""Backing: who says of his own knowledge what another says, and what data show."""

from whence.link.acts import one_act
from whence.link.differences import Difference, is_open
from whence.link.lexicon import lexicon
from whence.link.likeness import Scale
from whence.link.pairs import Pair
from whence.link.said import Force, Said
from whence.link.sureness import certainty, sureness
from whence.link.verdict import Claims, Finding, one_origin
from whence.link.words import fold
from whence.link.words import words as words_of
from whence.model import EntityKind, RelationKind

_IMPLIED = 0.8  # of the weight of the shorter
#: What shows itself may be told with other figures, names and wishes than what it shows.
_FREE_FOR_DATA = frozenset(
    {Difference.FIGURE, Difference.UNCOUNTED, Difference.ATTITUDE, Difference.EXCEPTION}
)
_DATA_WITHIN = 0.35
_LEAST_WEIGHT = 8.0
_NEAR = 0.5  # cosine of the vectors
_ONE_ACT = 0.68
_OF_THE_ACT = 4.0  # weight of the words that both have besides names


def backed_by_data(pair: Pair, scale: Scale, claims: Claims) -> Finding | None:
    """A document or data of another origin shows what somebody says, in other words of its own."""
    data = [one for one in (pair.one, pair.other) if is_data(one)]
    if len(data) != 1 or pair.differences - _FREE_FOR_DATA or pair.one.denied or pair.other.denied:
        return None
    backing = data[0]
    backed = pair.other if backing is pair.one else pair.one
    shared = scale.whole(backing.settled & backed.settled)
    like = pair.likeness
    if any(word.negated for one in (backing, backed) for word in one.words):
        return None  # what is not there is shown by nothing
    if backed.speaker is None or shared < _LEAST_WEIGHT or like.within < _DATA_WITHIN:
        return None
    if like.vector < _NEAR or backed.force is not Force.FACT or is_open(backing):
        return None
    ours, theirs = claims.origin(backing), claims.origin(backed)
    if ours is not None and theirs is not None and one_origin(ours, theirs):
        return None
    words = f"{backing.who} show what {backed.who} says"
    sure = (0.45 + 0.3 * like.within + 0.3 * like.vector) * certainty(pair)
    return Finding(RelationKind.SUPPORTS, backing, backed, "data", words, sure)


def is_data(said: Said) -> bool:
    """Whether images, data or records show the content, and are not only said to, perhaps.

    In 772 articles of the development stories and PolNeAR dev (2026-11-21), of 55 backings by such
    sources 15 had a word of showing for a cue, and eight of the nine that no hedge weakens were
    read as right; of the other 40 few were (captions, credits, statements). Any document, by the
    registers of kinds or of nouns, made twice as many that were no better: it mostly speaks.
    """
    speaker, text = said.speaker, said.article.text
    if speaker is None or said.statement.hedges:
        return False
    names = {fold(form) for form, _ in words_of(speaker.name)}
    cues = {fold(f) for span in said.statement.cue for f, _ in words_of(span.of(text))}
    shows = not (lexicon("showing").isdisjoint(cues) or cues & lexicon("hedges"))
    return shows and not lexicon("data").isdisjoint(names)


def told_by_both(pair: Pair, scale: Scale, claims: Claims) -> Finding | None:
    """Both sides of an act tell of it, each from an origin of its own: "A sells", "B buys"."""
    one, other = pair.one, pair.other
    verbs = one_act(one, other)
    if not verbs or one.force is not Force.FACT or other.force is not Force.FACT:
        return None
    if one.denied or other.denied or pair.differences & {Difference.TIME, Difference.FIGURE}:
        return None
    if not (_vouches(one) and _vouches(other)):
        return None
    names = {*one.things, *other.things}
    if scale.whole((one.stems & other.stems) - names) < _OF_THE_ACT:
        return None
    ours, theirs = claims.origin(one), claims.origin(other)
    if ours is None or theirs is None or one_origin(ours, theirs):
        return None
    # Who says more backs who says less.
    more, less = (one, other) if len(one.stems) >= len(other.stems) else (other, one)
    words = f"{more.who} and {less.who} each tell of it, from origins of their own"
    return Finding(
        RelationKind.SUPPORTS, more, less, "both sides of an act", words, _ONE_ACT * certainty(pair)
    )


def backing(pair: Pair, claims: Claims) -> Finding | None:
    """One says what implies the other's words, from an origin of his own."""
    one, other = pair.one, pair.other
    if one.voice is None or other.voice is None or one.voice == other.voice:
        return None
    if pair.likeness.within < _IMPLIED or Force.FACT not in (one.force, other.force):
        return None
    more, backed = (one, other) if len(one.stems) >= len(other.stems) else (other, one)
    if more.force is not Force.FACT or not (more.is_clause and _vouches(more)):
        return None
    ours, theirs = claims.origin(more), claims.origin(backed)
    if ours is None or theirs is None or one_origin(ours, theirs):
        return None
    words = f"{more.who} says from another origin ({ours.name}) what implies {backed.who}'s words"
    sure = (sureness(pair.likeness) - 0.1) * certainty(pair)
    return Finding(RelationKind.SUPPORTS, more, backed, "agreement", words, sure)


def _vouches(said: Said) -> bool:
    """Whether a known voice or a document stands behind the words, not mere talk of them."""
    speaker = said.speaker
    return speaker is not None and (speaker.named or speaker.kind is EntityKind.DOCUMENT)
