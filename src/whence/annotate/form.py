"""How words are rendered: in quotation marks, in the reporter's words, or both."""

from whence.annotate.quotes import Quotations
from whence.model import Attribution, Form

#: From the first part of the letters on a content is all quoted; up to the second, not at all.
_ALL, _NONE = 0.92, 0.02


def form_of(quotations: Quotations, one: Attribution) -> Form:
    """Whether a content is quoted as a whole, in part or not at all; a turn of talk is direct."""
    if one.turn:
        return Form.DIRECT
    letters = sum(len(piece) for piece in one.content)
    share = sum(quotations.share(piece) * len(piece) for piece in one.content) / letters
    if share >= _ALL:
        return Form.DIRECT
    return Form.INDIRECT if share <= _NONE else Form.MIXED
