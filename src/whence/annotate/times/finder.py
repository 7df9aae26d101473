"""From a text to its time expressions."""

from collections.abc import Sequence

from whence.annotate.numerals import Scan, scan, word_list
from whence.annotate.times.anchor import Anchor
from whence.annotate.times.edges import lexical_edges
from whence.annotate.times.grammar import LAYERS
from whence.annotate.times.lattice import Lattice, Node, compile_layer, longest
from whence.annotate.times.meaning import Place, Scene, moment_of
from whence.model import Article, Span, TimeExpression

_TRIES = tuple(compile_layer(layer) for layer in LAYERS)
_COMMON = frozenset(word_list("today tomorrow tonight now week month year day night"))
_OPENING = frozenset("\"“‘'`")


def find_times(
    article: Article, passages: Sequence[Span] | None = None, words: Scan | None = None
) -> tuple[TimeExpression, ...]:
    """The time expressions of an English text, in order and without overlap.

    `passages` are the parts that are read, by default those of `Article.passages()`, and `words`
    their words, where they are at hand. Types and
    values are those of TIMEX3 (ISO 8601 extended). Words that are relative to the day of writing
    are resolved against ``article.published`` as its own time zone counts days; without it their
    value keeps ``X`` for what is unknown and they have no moment. Pure; linear in the text.
    """
    if words is None:
        words = scan(article.text, article.passages() if passages is None else passages)
    lattice = Lattice(words, lexical_edges(words))
    found: list[Node] = []
    for trie in _TRIES:
        found += lattice.match(trie)
    scene = Scene(words, Anchor.of(article.published), country=article.outlet.country)
    times: list[TimeExpression] = []
    for node in longest(found):
        place = Place(scene, node.start, node.end)
        meaning = place.mean(node)
        if meaning is None or _is_title(words, node):
            continue
        scene.remember(meaning, node.start)
        span = words.span(node.start, node.end)
        times.append(TimeExpression(span, meaning.type, meaning.value, moment_of(meaning, span)))
    return tuple(times)


def _is_title(words: Scan, node: Node) -> bool:
    """Whether a common word is part of a name: "USA Today"."""
    if node.end - node.start > 2 or not words.capital[node.start] or words.opens[node.start]:
        return False
    if words.forms[node.end - 1] not in _COMMON or not words.capital[node.end - 1]:
        return False
    return words.capital[node.start - 1] or words.forms[node.start - 1] in _OPENING
