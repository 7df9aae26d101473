"""Bylines, and the section and desk lines that stand near them."""

import re

from whence.model import Credit, CreditKind, Span
from whence.read.anatomy.names import listed_names
from whence.read.anatomy.wording import ends_sentence, is_name_run, length_in_words, normal
from whence.read.dates.calendar import calendar_of

_BY = (
    r"(?:by|von|par|por|di|de|door|av|af|автор|text|texto|texte|tekst|author|written\s+by|szerző|autor"
    r"|yazar|haber|บทความโดย|โดย|بقلم|كتب|από|του|מאת|penulis|oleh|tác\s+giả|文|記者|记者|기자)"
)
_BYLINE = re.compile(rf"(?:{_BY})\s*[:：]?\s+(?P<names>\S.*)", re.IGNORECASE)
_FROM = re.compile(r"from\s+(?P<names>(?:our\s+\S.*|.+?\s+in\s+.+))$", re.IGNORECASE)
_TAIL = re.compile(r"\s*(?:[,|–—•·-]\s|\s+in\s+|\s+for\s+)\s*(?P<tail>.{1,60})$")
_NAMELESS = re.compile(r"(?:our|staff|agenc(?:y|ies))\b", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[/|>»›:•·-]\s+|\s*[»›|]\s*|\s*::\s*")
_DESK = re.compile(
    r"\b(?:desk|staff|newsroom|bureau|newsdesk|staff\s+(?:writer|reporter)s?|correspondents?"
    r"|redaktion|redaktionen|redacción|rédaction|redazione|redação|redactie|редакция|haber\s+merkezi"
    r"|news\s+service|web\s+team|editorial\s+(?:team|board))$",
    re.IGNORECASE,
)
_SECTIONS = frozenset(
    normal(name)
    for name in [
        "world",
        "world news",
        "international",
        "politics",
        "business",
        "economy",
        "markets",
        "finance",
        "sport",
        "sports",
        "opinion",
        "comment",
        "analysis",
        "culture",
        "arts",
        "entertainment",
        "lifestyle",
        "health",
        "science",
        "technology",
        "tech",
        "environment",
        "climate",
        "education",
        "travel",
        "local",
        "local news",
        "national",
        "nation",
        "home",
        "news",
        "top stories",
        "breaking news",
        "latest",
        "latest news",
        "headlines",
        "europe",
        "africa",
        "asia",
        "asia pacific",
        "americas",
        "latin america",
        "middle east",
        "us",
        "u.s.",
        "us news",
        "uk",
        "uk news",
        "canada",
        "australia",
        "india",
        "china",
        "russia",
        "weather",
        "crime",
        "law",
        "military",
        "defence",
        "defense",
        "security",
        "society",
        "religion",
        "media",
        "video",
        "photos",
        "gallery",
        "live",
        "exclusive",
        "explainer",
        "fact check",
        "factbox",
        "editorial",
        "editorials",
        "features",
        "feature",
        "interview",
        "column",
        "obituary",
        "obituaries",
        "letters",
        "special report",
        "investigation",
        "in depth",
        "report",
        "press release",
        "blog",
        "politik",
        "wirtschaft",
        "gesellschaft",
        "kultur",
        "wissen",
        "panorama",
        "ausland",
        "inland",
        "welt",
        "monde",
        "politique",
        "économie",
        "société",
        "internacional",
        "política",
        "economía",
        "sociedad",
        "mundo",
        "esteri",
        "cronaca",
        "politica",
        "economia",
        "dünya",
        "gündem",
        "siyaset",
        "ekonomi",
        "мир",
        "политика",
        "экономика",
        "общество",
    ]
)


def byline(text: str, span: Span) -> Credit | None:
    """The byline that a whole line is ("By A and B, Agency"); ``None`` for any other line."""
    words = span.of(text)
    if length_in_words(words) > 20 or (ends_sentence(words) and not words.endswith("r.")):
        return None
    match = _BYLINE.fullmatch(words) or _FROM.fullmatch(words)
    if match is None:
        return None
    names = _TAIL.sub("", match["names"])
    if not _NAMELESS.match(names) and (not is_name_run(names, longest=14) or _is_a_day(names)):
        return None
    found = listed_names(names)
    named = tuple(name for name in found if not _NAMELESS.match(name))
    return Credit(CreditKind.BYLINE, span, named or found) if found else None


def named_byline(text: str, span: Span, known: str | None) -> Credit | None:
    """The byline where the line, less any "By", is the author that the metadata names."""
    words = span.of(text)
    bare = normal(re.sub(rf"(?i)^(?:{_BY})\s*[:：]?\s+", "", words))
    if not known or not bare or bare != normal(known):
        return None
    return Credit(CreditKind.BYLINE, span, listed_names(known))


def section(words: str) -> bool:
    """Whether a line names a section or desk: "World / News Desk"."""
    if length_in_words(words) > 12 or ends_sentence(words):
        return False
    if normal(words) in _SECTIONS or _DESK.search(words):
        return length_in_words(words) <= 6 or _SEPARATOR.search(words) is not None
    parts = [part for part in _SEPARATOR.split(words) if part.strip()]
    return len(parts) > 1 and (
        normal(parts[0]) in _SECTIONS or any(_DESK.search(part) for part in parts)
    )


def is_desk(name: str) -> bool:
    """Whether a name is that of a desk or staff: "Foreign Desk", "Our correspondents"."""
    return _DESK.search(name) is not None


def desk_credit(text: str, span: Span) -> Credit | None:
    """The desk named in a section line, then the other names on it that are no section's."""
    parts = [part.strip() for part in _SEPARATOR.split(span.of(text)) if part.strip()]
    desks = [part for part in parts if _DESK.search(part)]
    others = [part for part in parts if part not in desks and normal(part) not in _SECTIONS]
    return Credit(CreditKind.DESK, span, (*desks, *others)) if desks else None


def _is_a_day(names: str) -> bool:
    first = names.split(maxsplit=1)[0].lower().strip(".,")
    calendar = calendar_of("en")
    return first in calendar.weekdays or first in calendar.months
