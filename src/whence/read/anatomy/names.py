"""Names in credits, from the maker to the carrier."""

import re

_LABEL = re.compile(
    r"^(?:\W*(?:file\s+)?(?:photo(?:graph)?s?|image|picture|pic|video|screen\s?grab|screen\s?shot"
    r"|screen\s?capture|(?:video|frame|tv)\s?grab|graphic|illustration|map|foto|bild|kép|resim"
    r"|fotoğraf|zdjęcie|imagen|photographie|фото|photo credits?|credits?|handout|courtesy|caption)"
    r"(?:\s+(?:credits?|source|courtesy|by|of|from))*\s*[:：]?\s+(?=\S))+"
    r"|^\s*(?:photo|image|credit|courtesy|by|from|©|\(c\)|source)\s*(?:of|by|from)?\s*[:：]?\s*",
    re.IGNORECASE,
)
_PHOTO_WORD = re.compile(
    r"\s*\b(?:file\s+)?(?:photos?|images?|handout|pool|archive|file|via)\b\s*$", re.IGNORECASE
)
_WORTHLESS = frozenset(
    [
        "file",
        "handout",
        "photo",
        "file-photo",
        "archive",
        "pool",
        "video",
        "image",
        "screengrab",
        "screenshot",
        "left",
        "right",
        "illustration",
    ]
)
#: Places that show what others made: they carry, whatever the order in which they are printed.
PLATFORMS = frozenset(
    [
        "youtube",
        "facebook",
        "twitter",
        "x",
        "telegram",
        "instagram",
        "tiktok",
        "wikimedia",
        "wikipedia",
        "flickr",
        "vk",
        "weibo",
        "vimeo",
        "reddit",
        "linkedin",
        "whatsapp",
    ]
)
_PLATFORM_ORDER = re.compile(r"\s*/\s*|\s+-\s+|\s*\|\s*|,\s+")
_VIA = re.compile(r"\s+(?:via|through|über|par|vía)\s+", re.IGNORECASE)
_AND = re.compile(r"\s*(?:,|;|&|\band\b|\bund\b|\by\b|\bet\b)\s+", re.IGNORECASE)
_KEPT = "images pictures"


def photo_names(credit: str) -> tuple[str, ...]:
    """The names in a photo credit: "Photo: A/B" gives (A, B), "AP Photo/C" gives (C, AP)."""
    words = _LABEL.sub("", credit.strip().strip("()[]"), count=1)
    names: list[str] = []
    for part in reversed(_VIA.split(words)):
        pieces = [piece.strip() for piece in _PLATFORM_ORDER.split(part)]
        names = _maker_first(pieces) + names
    return tuple(dict.fromkeys(name for name in names if name))


def _maker_first(pieces: list[str]) -> list[str]:
    makers: list[str] = []
    carriers: list[str] = []
    for index, piece in enumerate(pieces):
        agency_first = (
            index == 0 and len(pieces) > 1 and re.search(r"\bphoto$", piece, re.IGNORECASE)
        )
        name = piece if piece.lower().endswith(tuple(_KEPT.split())) else _PHOTO_WORD.sub("", piece)
        name = name.strip(" .,:;()[]")
        if not name or name.lower() in _WORTHLESS:
            continue
        shows = agency_first or name.lower() in PLATFORMS
        (carriers if shows else makers).append(name)
    return makers + carriers


def listed_names(words: str) -> tuple[str, ...]:
    """The names of a list such as "A, B and C"."""
    parts = (part.strip(" .,:;()[]") for part in _AND.split(words))
    return tuple(dict.fromkeys(part for part in parts if part))
