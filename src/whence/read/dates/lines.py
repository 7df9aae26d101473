"""Lines that state when a report was published or changed."""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from whence.model import Span
from whence.read.dates.calendar import calendar_of, fold
from whence.read.dates.clock import OFFSETS
from whence.read.dates.expressions import DateExpression, find_dates

_LONGEST = 140  # code points; longer lines are prose
_LONGEST_LABEL = 40
_CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?\s?m\.?)?(?!\w)")
_STRAY_WORDS = 6  # words beside date and labels: an outlet, a desk, a place


class DateRole(StrEnum):
    """What a date line says that the date is."""

    PUBLISHED = "published"
    UPDATED = "updated"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class DateStatement:
    """A date with the role that the words beside it give it."""

    expression: DateExpression
    role: DateRole


@dataclass(frozen=True, slots=True)
class _Label:
    start: int
    end: int
    role: DateRole
    languages: tuple[str, ...]


def read_date_line(text: str, line: Span, language: str | None) -> tuple[DateStatement, ...]:
    """The dates of a line that is there to state them; empty for any other line.

    The names of months are tried in `language` and English first, then in all languages: an
    English report may carry the date line of a Turkish site.
    """
    words = line.of(text)
    if len(words) > _LONGEST or not any(char.isdigit() for char in words):
        return ()
    labelled = [code for label in _labels_in(fold(words)) for code in label.languages]
    foreign = [] if "en" in labelled else labelled
    for tried in dict.fromkeys((*foreign, language or "en", None)):
        dates = [found for found in find_dates(text, tried, within=line) if found.date is not None]
        if dates:
            return _statements(words, line, dates)
    return ()


def read_label(words: str) -> DateRole | None:
    """The role that a line of nothing but a label ("Last updated:") announces."""
    if len(words) > _LONGEST_LABEL:
        return None
    rest = fold(words)
    labels = _labels_in(rest)
    for label in labels:
        rest = rest[: label.start] + " " * (label.end - label.start) + rest[label.end :]
    roles = [label.role for label in labels if label.role is not DateRole.UNSAID]
    return roles[0] if roles and not re.search(r"\w", rest) else None


def is_time_line(words: str) -> bool:
    """Whether a line has a label and a time but no date: "Updated at 9:50 p.m. Thursday"."""
    folded = fold(words)
    if len(words) > 2 * _LONGEST_LABEL or not re.search(r"\d", words):
        return False
    labels = [label for label in _labels_in(folded) if label.role is not DateRole.UNSAID]
    if not labels or labels[0].start > 2:
        return False
    rest = _CLOCK.sub(" ", folded[labels[0].end :])
    return all(word in _fillers() or word.isdigit() for word in re.findall(r"\w+", rest))


def _statements(words: str, line: Span, dates: list[DateExpression]) -> tuple[DateStatement, ...]:
    folded = fold(words)
    spans = [found.span.shift(-line.start) for found in dates]
    labels = [
        label
        for label in _labels_in(folded)
        if not any(span.start < label.end and label.start < span.end for span in spans)
    ]
    rest = list(folded)
    for start, end in [(s.start, s.end) for s in spans] + [(x.start, x.end) for x in labels]:
        rest[start:end] = "|" * (end - start)
    if not _is_bare("".join(rest), labelled=bool(labels)):
        return ()
    return tuple(
        DateStatement(found, _role_before(span, labels, spans))
        for found, span in zip(dates, spans, strict=True)
    )


def _role_before(span: Span, labels: list[_Label], dates: list[Span]) -> DateRole:
    floor = max((other.end for other in dates if other.end <= span.start), default=0)
    telling = [label for label in labels if label.role is not DateRole.UNSAID]
    before = [label for label in telling if floor <= label.start < span.start]
    if before:
        return before[-1].role
    after = [label for label in telling if label.start >= span.end]
    return after[0].role if after and len(dates) == 1 else DateRole.UNSAID


def _is_bare(rest: str, *, labelled: bool) -> bool:
    """Whether what is left beside dates and labels is too little to be a sentence."""
    parts = [part.strip() for part in re.split(r"[|·•/,;()\[\]]|\s[-–—]\s", rest)]
    parts = [part for part in parts if re.search(r"\w", part)]
    words = [word for part in parts for word in re.findall(r"\w+", part)]
    told = [word for word in words if word not in _fillers() and not word.isdigit()]
    if not told:
        return True
    if len(told) > _STRAY_WORDS:
        return False
    # An unknown label ends in a colon; other strays (outlet, place) need a label or a bar.
    return labelled or rest.lstrip(" |").split("|")[0].rstrip().endswith((":", "："))


@cache
def _fillers() -> frozenset[str]:
    """Words that a date line may hold beside date and label: prepositions, zones, weekdays."""
    prepositions = (
        "at on the of um am den uhr kl klo kell le la el à a de del dne ore ora alle il o в г год "
        "года р року om op pukul wib lúc saat h hrs hours local time edt et pt gmt utc بتوقيت في "
        "الساعة ist bst oʻclock ημερομηνία min"
    )
    return frozenset(prepositions.split()) | frozenset(OFFSETS) | calendar_of(None).weekdays.keys()


def _labels_in(folded: str) -> list[_Label]:
    return [
        _Label(*match.span(), *_labels()[match.group()])
        for match in _label_pattern().finditer(folded)
    ]


@cache
def _labels() -> dict[str, tuple[DateRole, tuple[str, ...]]]:
    """For each label its role and the languages that print it, from the register."""
    source = files("whence.read").joinpath("data", "date_labels.toml").read_text("utf-8")
    labels: dict[str, tuple[DateRole, tuple[str, ...]]] = {}
    for language, roles in tomllib.loads(source).items():
        code = () if language == "date" else (language,)
        for role, words in roles.items():
            for label in map(fold, words):
                _, others = labels.get(label, (None, ()))
                labels[label] = (DateRole(role), (*others, *code))
    return labels


@cache
def _label_pattern() -> re.Pattern[str]:
    longest_first = sorted(_labels(), key=len, reverse=True)
    spaced = "|".join(re.escape(label) for label in longest_first if not _is_unspaced(label))
    unspaced = "|".join(re.escape(label) for label in longest_first if _is_unspaced(label))
    return re.compile(rf"(?<!\w)(?:{spaced})(?!\w)|(?:{unspaced})")


def _is_unspaced(label: str) -> bool:
    """Whether the label is in a script that writes words without spaces (CJK, Thai, Burmese)."""
    return any(
        "\u0e00" <= char <= "\u0e7f" or "\u1000" <= char <= "\u109f" or char >= "\u2e80"
        for char in label
    )
