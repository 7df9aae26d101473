"""Which stretches of a text are quotations: marks of several tongues, and posts set in whole."""

import re

_MARKS = re.compile(r"``|''|[\"“”„«»‘’'\n]")
_CLOSING = {"“": "”", "„": "“”", "«": "»", '"': '"', "``": "''", "''": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
#: The signature under a post that a page sets in whole: "— Ada Lund (@adalund) May 2, 2031".
_SIGNATURE = re.compile(r"[—–-] ?[^\n()]{1,80}\(@\w{1,20}\)[^\n]{0,24}")
_SPACE = frozenset(" \t\n\r\u00a0([{—–")


def quoted_stretches(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The quotations within ``text[start:end]`` in order, as offsets; none overlaps another.

    A quotation that a line does not close goes on in the next one if that opens one too; else it
    ends with the line, except for single marks, which are then taken for apostrophes.
    """
    found: list[tuple[int, int]] = []
    opened, sign = -1, ""
    for match in _MARKS.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if opened < 0:
            if mark != "\n" and _opens(text, mark, at):
                opened, sign = at, mark
        elif mark == "\n":
            if sign not in _SINGLE:
                found.append((opened, at))
            opened = -1
        elif mark in _CLOSING[sign] and _closes(text, match, sign):
            found.append((opened, match.end()))
            opened = -1
    if opened >= 0 and sign not in _SINGLE:
        found.append((opened, end))
    return _with_posts(text, (start, end), found)


def _opens(text: str, mark: str, at: int) -> bool:
    if mark in "”’»":
        return False
    if mark not in _SINGLE:
        return True
    before, after = text[at - 1 : at] or " ", text[at + 1 : at + 2]
    return (before in _SPACE or before in '"“') and after.isalnum()


def _closes(text: str, match: re.Match[str], sign: str) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if sign in _SINGLE:
        return not after.isalnum() and not before.isspace()
    # A straight mark that clearly opens, within a quotation, begins its next paragraph.
    return not (sign == '"' and before in _SPACE and after.isalnum())


def _with_posts(
    text: str, limits: tuple[int, int], found: list[tuple[int, int]]
) -> list[tuple[int, int]]:
    """`found` with the posts of social media that stand there whole, up to their signature."""
    posts = []
    for match in _SIGNATURE.finditer(text, *limits):
        line = text.rfind("\n", limits[0], match.start()) + 1 or limits[0]
        if not text[line : match.start()].strip():
            line = text.rfind("\n", limits[0], max(limits[0], line - 1)) + 1 or limits[0]
        posts.append((line, match.end()))
    if not posts:
        return found
    merged: list[tuple[int, int]] = []
    for first, last in sorted(found + posts):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return merged
