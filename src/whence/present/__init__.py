"""The account as a page, a file, and a summary on the terminal."""

from whence.present.exported import account_schema, account_to_json
from whence.present.page import render_page
from whence.present.selection import Chapter, Selection, one_story
from whence.present.terminal import print_account

__all__ = [
    "Chapter",
    "Selection",
    "account_schema",
    "account_to_json",
    "one_story",
    "print_account",
    "render_page",
]
