"""Which half an article falls to: the even one is read for development, the odd one reported."""

import hashlib


def is_even(article: str) -> bool:
    """Whether the SHA-1 of an article's id is even."""
    digest = hashlib.sha1(article.encode(), usedforsecurity=False).hexdigest()
    return int(digest, 16) % 2 == 0
