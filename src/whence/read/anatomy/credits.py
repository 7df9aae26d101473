"""Credit lines: on whose report an article rests, as lines of their own or run into the text."""

import re
from collections.abc import Callable

from whence.model import Credit, CreditKind, Span
from whence.read.anatomy.names import listed_names
from whence.read.anatomy.wording import ends_sentence, is_name_run, length_in_words

_PIECE = r"(?:article|story|report|piece|item|dispatch|post)"
_LEAD = (
    r"(?:as\s+(?:first\s+|originally\s+)?(?:reported|published)\s+(?:by|in|on)"
    r"|(?:additional\s+|with\s+|with\s+additional\s+)?reporting\s+(?:by|from)|reported\s+by"
    r"|(?:additional\s+)?(?:writing|editing)\s+by|(?:written|edited|compiled|translated|produced)\s+by"
    rf"|(?:this|the)\s+{_PIECE}\s+(?:was|has\s+been|is)?\s*(?:first|originally)?\s*"
    r"(?:published|appeared|produced|provided|republished|reported|taken)\s+(?:by|in|on|from|at)"
    r"|(?:first|originally)\s+(?:published|appeared)\s+(?:by|in|on|at)"
    r"|with\s+(?:files|reports?|material|information|inputs?|contributions?|agency\s+inputs?)\s+"
    r"(?:from|by)"
    r"|(?:source|sources|via|quelle|quellen|fuente|fuentes|fonte|kaynak|bron|źródło|zdroj|kilde|källa"
    r"|lähde|izvor|forrás|sursa|allikas|avots|sumber|nguồn|источник|джерело|източник|извор|πηγή|מקור"
    r"|المصدر|مصدر|منبع|स्रोत|出典|出所|来源|來源|출처|ที่มา)\s*[:：])"
)
_LINE = re.compile(
    rf"[(\[—–-]*\s*(?:{_LEAD})\s*(?P<names>[^()]+?)\s*[)\]]?(?P<stop>\.?)$", re.IGNORECASE
)
_RUN_ON = re.compile(rf"(?:{_LEAD})\s+(?P<names>\S.*)", re.IGNORECASE | re.DOTALL)
_CONTRIBUTED = re.compile(
    rf"(?P<names>[^.;:]{{3,160}}?)(?:,?\s+[^.;,]{{0,60}},)?\s+(?:also\s+)?(?:contributed|helped)\s+"
    rf"(?:\w+\s+){{0,3}}?(?:to|with)\s+this\s+{_PIECE}(?:\s+from\s+[^.]+)?\.?$",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[(\[](?P<inside>[^()\[\]]{2,240})[)\]]\.?$")
_TAIL = re.compile(rf"[(\[]\s*(?:{_LEAD})[^()\[\]]{{2,240}}[)\]]\.?$", re.IGNORECASE)
_SIGNED = re.compile(r"[—–-]{1,2}\s*(?:with\s+)?(?P<names>[^—–\n]{2,60})$", re.IGNORECASE)
_MIDDLE = re.compile(
    r"(?<=[.!?”\"’')\w])\s*(?=(?-i:[A-Z(]))(?P<credit>(?:as\s+(?:first\s+|originally\s+)?reported\s+by"
    r"|additional\s+reporting\s+by|reporting\s+by)\s+\S)",
    re.IGNORECASE,
)
_ROLE_SPLIT = re.compile(
    r"\s*[;.]\s*(?:(?:additional\s+)?(?:reporting|writing|editing|compiled|translated|edited|written)"
    r"\s+by)?\s*|\s+(?=(?:and\s+)?(?:writing|editing|edited|translated)\s+by\b)"
    r"|(?:and\s+)?(?:writing|editing|edited|translated)\s+by\s+",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s+(?:in|from)\s+[^,;]+$")

IsOutlet = Callable[[str], bool]


def credit_line(text: str, span: Span, *, is_outlet: IsOutlet) -> Credit | None:
    """The credit that a whole line is; ``None`` for any other line."""
    words = span.of(text)
    if length_in_words(words) > 45:
        return None
    match = _LINE.match(words)
    if match is not None and _are_names(match["names"]):
        return _credit(span, _names(match["names"]))
    match = _CONTRIBUTED.match(words)
    if match is not None and _are_names(match["names"]):
        return _credit(span, _names(match["names"]))
    match = _BRACKETED.fullmatch(words)
    if match is not None and is_name_run(match["inside"].replace("/", " "), longest=8):
        return _credit(span, listed_names(match["inside"].replace("/", ", ")))
    match = _SIGNED.fullmatch(words)
    if match is not None and (is_outlet(match["names"]) or match["names"].isupper()):
        return _credit(span, listed_names(match["names"]))
    return None


def closing_name(text: str, span: Span, *, is_outlet: IsOutlet) -> Credit | None:
    """The credit that a last line of nothing but an outlet's name is."""
    words = span.of(text).strip(" .()[]")
    return _credit(span, (words,)) if len(words) <= 60 and is_outlet(words) else None


def split_credits(text: str, span: Span, *, is_outlet: IsOutlet) -> list[Span]:
    """Cut credits that run into other text off it; one span where there is nothing to cut."""
    words = span.of(text)
    tail = _TAIL.search(words) or _agency_tail(words, is_outlet)
    if tail is not None and tail.start() > 0:
        return _parts(text, span, tail.start())
    for match in _MIDDLE.finditer(words):
        start = match.start("credit")
        following = _RUN_ON.match(words, start)
        if following is not None and _name_end(following["names"], is_outlet) is not None:
            return _parts(text, span, start)
    following = _RUN_ON.match(words)
    if following is not None:
        end = _name_end(following["names"], is_outlet)
        if end is not None and following.start("names") + end < len(words):
            return _parts(text, span, following.start("names") + end)
    return [span]


def _agency_tail(words: str, is_outlet: IsOutlet) -> re.Match[str] | None:
    """An agency in brackets after the full stop of the last sentence."""
    match = _BRACKETED.search(words)
    if match is None or not ends_sentence(words[: match.start()].rstrip()):
        return None
    names = listed_names(match["inside"].replace("/", ", "))
    return match if names and all(is_outlet(name) for name in names) else None


def _name_end(words: str, is_outlet: IsOutlet) -> int | None:
    """Where the name that `words` begin with ends; ``None`` where they go on as a sentence."""
    if _are_names(words.rstrip(". ")) and not re.search(r"[a-z][A-Z]|\.\s*\S", words):
        return len(words)
    for match in re.finditer(r"\.(?=\s*[A-ZÀ-Þ“\"])|(?<=[a-z])(?=[A-Z“\"])|\.$", words):
        name = words[: match.start()]
        if is_outlet(name) or is_name_run(name, longest=6):
            return match.end()
    return None


def _parts(text: str, span: Span, at: int) -> list[Span]:
    pieces = (Span(span.start, span.start + at), Span(span.start + at, span.end))
    return [trimmed for piece in pieces if (trimmed := piece.trim(text)) is not None]


def _are_names(words: str) -> bool:
    # "agencies" and "staff" are no names, and yet a credit.
    plain = re.sub(r"(?i)\b(?:agenc(?:y|ies)|staff|wires?|reports|news|writers?|our)\b", "X", words)
    parts = [part for part in re.split(r"[;,/.]\s*", _WHERE.sub("", plain)) if part.strip()]
    roles = re.compile(
        r"(?i)^(?:and\s+)?(?:additional\s+)?(?:reporting|writing|editing|edited)\s+(?:by\s+)?"
    )
    return bool(parts) and all(is_name_run(_WHERE.sub("", roles.sub("", part))) for part in parts)


def _names(words: str) -> tuple[str, ...]:
    parts = (part for part in _ROLE_SPLIT.split(words) if part)
    names = (name for part in parts for name in listed_names(part))
    return tuple(dict.fromkeys(_WHERE.sub("", name) for name in names))


def _credit(span: Span, names: tuple[str, ...]) -> Credit | None:
    return Credit(CreditKind.REPORT, span, names) if names else None
