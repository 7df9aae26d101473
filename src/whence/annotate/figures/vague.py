"""Numbers that leave the value open: "dozens", "tens of thousands", "a few hundred"."""

from whence.annotate.figures.quantity import Quantity
from whence.annotate.figures.tagged import Tagged
from whence.annotate.numerals import Scan

#: Plurals that stand for a span of values: from two of the thing named up to where the next
#: larger word takes over.
_VAGUE: dict[str, tuple[int, int]] = {
    "dozens": (24, 99),
    "scores": (40, 199),
    "hundreds": (200, 999),
    "thousands": (2_000, 999_999),
    "millions": (2_000_000, 999_999_999),
    "billions": (2_000_000_000, 999_999_999_999),
    "trillions": (2_000_000_000_000, 999_999_999_999_999),
}
_COMBINED: dict[tuple[str, ...], tuple[int, int]] = {
    ("dozens", "of", "thousands"): (24_000, 99_999),
    ("tens", "of", "thousands"): (20_000, 99_999),
    ("hundreds", "of", "thousands"): (200_000, 999_999),
    ("tens", "of", "millions"): (20_000_000, 99_999_999),
    ("hundreds", "of", "millions"): (200_000_000, 999_999_999),
    ("tens", "of", "billions"): (20_000_000_000, 99_999_999_999),
    ("hundreds", "of", "billions"): (200_000_000_000, 999_999_999_999),
}
#: What the words that leave a value open begin with.
STARTS = frozenset({*_VAGUE, *(words[0] for words in _COMBINED), "several", "few", "couple"})
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9}


def vague_at(text: Tagged, i: int) -> Quantity | None:
    """The span of values that word `i` and those after it leave open; no unit, no qualifiers."""
    words, form = text.words, text.words.forms[i]
    bounds = _COMBINED.get(tuple(words.forms[i : i + 3]))
    if bounds is not None:
        return Quantity(i, i, i + 3, i + 3, *bounds, spelled=True)
    titled = words.capital[i] and not words.opens[i] and words.form(i + 1) != "of"
    if form in _VAGUE and not titled and (form != "scores" or _counts_by_scores(text, i)):
        return Quantity(i, i, i + 1, i + 1, *_VAGUE[form], spelled=True)
    if form in ("several", "few", "couple"):
        return _few(words, i)
    return None


def _counts_by_scores(text: Tagged, i: int) -> bool:
    """Whether "scores" are many twenties, not points, tunes or a verb."""
    before = text.tag(i - 1) if text.together(i - 1, i) else ""
    owned = before.startswith(("NN", "PRP", "POS", "JJ", "CD", "DT")) or text.tag(i) == "VBZ"
    return text.words.form(i + 1) == "of" or (not owned and text.words.form(i + 1) != "to")


def _few(words: Scan, i: int) -> Quantity | None:
    """ "Several hundred thousand", "a few dozen", "a couple of hundred", "a couple of shots"."""
    form = words.forms[i]
    article = i - 1 if words.form(i - 1) == "a" else i
    if form == "couple" and article == i:
        return None
    at = i + 1 + (form == "couple" and words.form(i + 1) == "of")
    scale, end = 1, at
    while end < len(words) and not words.fresh[end]:
        step = SCALES.get(words.forms[end].removesuffix("s"))
        if step is None:
            break
        scale, end = scale * step, end + 1
    if form == "couple":
        if scale == 1 and at == i + 1:
            return None  # "a couple from the valley"
        return Quantity(article, i, end, end, 2 * scale, 2 * scale, approximate=True, spelled=True)
    if scale == 1:
        return None
    least = 3 if form == "several" else 2
    start = article if form == "few" else i
    return Quantity(start, i, end, end, least * scale, 9 * scale, spelled=True)
