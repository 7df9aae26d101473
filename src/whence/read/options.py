"""How reading is to be done."""

from dataclasses import dataclass
from datetime import date

from whence.errors import UsageError
from whence.read.language import is_language
from whence.settings import Settings

FORMATS = ("text", "html", "jsonl", "feed")
_DEFAULTS = Settings()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """What the user says of the inputs, and the limits that reading keeps to.

    `published` is the day of publication of articles that do not tell it themselves. `format` is
    one of ``text``, ``html``, ``jsonl`` and ``feed``, told from name and content where it is
    ``None``. `language` (ISO 639-1) is that of articles whose metadata name none: it says how dates
    are written, and no more. Sizes are in bytes of one file or record and in code points of one
    article.

    Raises `UsageError` for a format or language that is not allowed.
    """

    published: date | None = None
    format: str | None = None
    language: str | None = None
    max_input_bytes: int = _DEFAULTS.max_input_bytes
    max_article_chars: int = _DEFAULTS.max_article_chars

    def __post_init__(self) -> None:
        if self.format is not None and self.format not in FORMATS:
            raise UsageError(f"format is {self.format!r}; it must be one of {', '.join(FORMATS)}")
        if self.language is not None and not is_language(self.language):
            raise UsageError(
                f"language is {self.language!r}; give a two-letter ISO 639-1 code such as 'en'"
            )
