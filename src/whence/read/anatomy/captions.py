"""Photo captions, told from body text by the marks of their kind rather than by their place."""

import re

from whence.model import Credit, CreditKind, Span
from whence.read.anatomy.names import photo_names
from whence.read.anatomy.wording import ends_sentence, is_name_run, length_in_words
from whence.read.dates.calendar import fold
from whence.read.dates.expressions import find_dates

_LONGEST = 90  # words; agencies keep captions to two or three sentences
_PICTURE = (
    r"photo(?:graph)?s?|image|picture|pic|foto|fotografía|bild|imagen|immagine|imagem|kép|fotoğraf"
    r"|zdjęcie|фото|снимок|صورة|الصورة|写真|사진|图片|圖片|तस्वीर|תמונה|צילום|φωτογραφία|รูป|ảnh"
)
_LABELLED = re.compile(
    rf"(?:file\s+)?(?:{_PICTURE})(?:\s+(?:caption|credit|source|by|courtesy))?\s*[:：]\s*\S"
    r"|\(?files?(?:\s+photos?|\s+image|\s+picture)?\)?\s*[-–—:]+\s*\S"
    r"|caption\s*:\s*\S|image\s+caption\b|pictured(?:\s+\w+){0,2}\s*[:,]"
    r"|(?:in\s+)?this\s+(?:[\w.,]+\s+){0,8}?(?:photo(?:graph)?|image|picture|frame\s?grab"
    r"|handout|video\s+grab|screen\s?grab)\b(?=.*(?:\bshows?\b|\bprovided\b|\btaken\b|\breleased\b|,))",
    re.IGNORECASE,
)
# What the buttons of a picture say, where a page was copied with them.
_BUTTON = re.compile(r"\b(?:toggle|hide|show|view) caption\b|\benlarge this image\b", re.IGNORECASE)
_PICTURE_WORD = re.compile(
    rf"(?:\b(?:via|screen\s?grab|screen\s?shot|(?:video|frame|tv)\s?grab|courtesy|handout"
    rf"|file\s+photo|archive|getty|wikimedia|creative\s+commons|cc[\s-]by|shutterstock|alamy)\b"
    rf"|\b(?:{_PICTURE})\b|©|^credit\b|^file$)",
    re.IGNORECASE,
)
# Agencies and stock houses whose pictures news prints most.
_PICTURE_AGENCIES = frozenset(
    [
        "afp",
        "ap",
        "associated press",
        "reuters",
        "epa",
        "efe",
        "ansa",
        "dpa",
        "apa",
        "pa",
        "press association",
        "upi",
        "tass",
        "sputnik",
        "ria novosti",
        "xinhua",
        "kyodo",
        "yonhap",
        "anadolu",
        "anadolu agency",
        "aa",
        "getty",
        "getty images",
        "shutterstock",
        "alamy",
        "corbis",
        "zuma",
        "sipa",
        "rex",
        "pti",
        "ani",
        "ians",
        "imago",
        "picture alliance",
        "keystone",
        "belga",
        "anp",
        "tt",
        "ntb",
        "ritzau",
        "lehtikuva",
        "pap",
        "čtk",
        "ctk",
        "mti",
        "cp",
        "canadian press",
        "aap",
        "bernama",
        "antara",
        "irna",
        "sana",
        "wafa",
        "mena",
    ]
)
_FINAL_BRACKETS = re.compile(r"[(\[]\s*(?P<credit>[^()\[\]]{2,90}?)\s*[)\]]\.?$")
_FINAL_LABEL = re.compile(
    rf"(?:^|[.,;|…\s])\s*\(?(?P<credit>(?:{_PICTURE}|photo\s+credit|image\s+credit|credit|source"
    r"|photograph)\s*(?:by|credit|courtesy)?\s*[:：]\s*(?P<names>[^.:]{2,60}))\.?\)?$",
    re.IGNORECASE,
)
_LEADING_MAKER = re.compile(
    r"(?P<credit>(?:[^\W\d_a-z][\w.'’\-]*\s){0,3}[^\W\d_a-z][\w.'’\-]*\s?/\s?"
    r"(?:Getty Images|AFP|AP|Reuters|REUTERS|EPA|Shutterstock|Alamy|dpa|PA|Corbis))[\s:]+(?=\S)"
)
_CARRIED = re.compile(r"\s*/\s*|\s+via\s+", re.IGNORECASE)
_SLASHED = re.compile(r"[^/]{2,40}(?:/[^/]{2,40}){1,3}")


def caption_credit(text: str, span: Span) -> tuple[bool, Credit | None]:
    """Whether the line at `span` reads as a photo caption, and the photo credit that it prints."""
    words = span.of(text)
    if length_in_words(words) > _LONGEST:
        return False, None
    for found in (_bracketed(words), _labelled_end(words), _LEADING_MAKER.match(words)):
        if found is not None:
            return True, _credit(span, found)
    labelled = _LABELLED.match(words) or _BUTTON.search(words)
    return labelled is not None or _is_dated_picture(text, span), None


def photo_credit(text: str, span: Span) -> Credit | None:
    """The photo credit at the end of words that are known to be a caption."""
    words = span.of(text)
    found = _FINAL_BRACKETS.search(words)
    if found is None or not _names_someone(found["credit"]):
        found = _labelled_end(words) or _LEADING_MAKER.match(words)
    return _credit(span, found) if found is not None else None


def is_photo_credit(words: str) -> bool:
    """Whether a whole line is nothing but a photo credit: "Image: X", "X via Getty Images"."""
    if length_in_words(words) > 10:
        return False
    plain = words.strip("()[]. ")
    if _FINAL_LABEL.fullmatch(plain) is not None:
        return not fold(plain).startswith("source") and is_name_run(plain.partition(":")[2])
    # "(AP/Xinhua)" in brackets credits the report.
    _, *carriers = _CARRIED.split(plain)
    return bool(carriers) and words[0] not in "([" and carriers[-1].casefold() in _PICTURE_AGENCIES


def _bracketed(words: str) -> re.Match[str] | None:
    match = _FINAL_BRACKETS.search(words)
    if match is None or length_in_words(words[: match.start()]) < 2:
        return None
    inside = match["credit"]
    if _PICTURE_WORD.search(inside):
        return match
    if _SLASHED.fullmatch(inside) and all(is_name_run(x.strip()) for x in inside.split("/")):
        return match
    # "(Agency)" after words without a full stop ends a caption; after one it ends a report.
    bare = inside.casefold() in _PICTURE_AGENCIES
    before = words[: match.start()].rstrip()
    return match if bare and not ends_sentence(before) and words[-1] != "." else None


def _labelled_end(words: str) -> re.Match[str] | None:
    match = _FINAL_LABEL.search(words)
    if match is None or match.start("credit") == 0:
        return None
    lower_source = fold(match["credit"]).startswith("source")
    return None if lower_source or not is_name_run(match["names"]) else match


def _names_someone(inside: str) -> bool:
    return bool(_PICTURE_WORD.search(inside)) or all(
        is_name_run(part.strip()) for part in inside.split("/")
    )


def _is_dated_picture(text: str, span: Span) -> bool:
    """Whether it ends as no sentence does and prints weekday, day, month and year together."""
    words = span.of(text)
    if ends_sentence(words) or length_in_words(words) < 6:
        return False
    dates = find_dates(text, "en", within=span)
    return any(found.weekday is not None and found.date is not None for found in dates)


def _credit(span: Span, match: re.Match[str]) -> Credit | None:
    names = photo_names(match["credit"])
    where = Span(*match.span("credit")).shift(span.start)
    return Credit(CreditKind.PHOTO, where, names) if names else None
