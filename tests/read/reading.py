"""Helpers of the reading tests: an invented text to its parts, in short."""

from whence.model import Article, BlockKind, CreditKind, Failure
from whence.read import ReadOptions, read_bytes

H, S, SEC, BY = BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.SECTION, BlockKind.BYLINE
DL, D, P = BlockKind.DATELINE, BlockKind.DATE, BlockKind.PARAGRAPH
C, CR, X = BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BOILERPLATE

#: Two sentences of body text, for tests of what stands around them.
BODY = (
    "The ferry to Osk will not sail before Monday, the harbour master said on Friday.\n\n"
    "“We will not risk a single passenger,” Edda Malm told reporters on the quay."
)


def article(
    text: str | bytes, name: str = "report.txt", options: ReadOptions | None = None
) -> Article:
    """The one article in `text`, which must be readable."""
    [found] = everything(text, name, options)
    assert isinstance(found, Article), found
    return found


def everything(
    text: str | bytes, name: str = "report.txt", options: ReadOptions | None = None
) -> list[Article | Failure]:
    """All that reading yields."""
    data = text if isinstance(text, bytes) else text.encode()
    return list(read_bytes(data, name, options or ReadOptions()))


def kinds(text: str) -> list[BlockKind]:
    """The kinds of the text's blocks, in order."""
    return [block.kind for block in article(text).blocks]


def parts(text: str) -> list[tuple[BlockKind, str]]:
    """The blocks with their words."""
    read = article(text)
    return [(block.kind, block.span.of(read.text)) for block in read.blocks]


def credited(text: str) -> list[tuple[CreditKind, tuple[str, ...], str]]:
    """The credits: what for, to whom, and the words."""
    read = article(text)
    return [(credit.kind, credit.names, credit.span.of(read.text)) for credit in read.credits]
