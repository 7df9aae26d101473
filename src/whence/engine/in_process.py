"""Annotation in this process, one article after the other."""

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from whence.engine.contract import Limits, Work, attempt
from whence.model import Annotated, Article, Failure


class InProcess:
    """The engine for a few articles, and where no other process may be started."""

    def __init__(self, work: Work, limits: Limits) -> None:
        self._work = work
        self._limits = limits

    def run(self, articles: Iterable[Article | Failure]) -> Iterator[Annotated | Failure]:
        """As `Engine.run`; one article is taken at a time."""
        for article in articles:
            if isinstance(article, Failure):
                yield article
            else:
                yield attempt(self._work, article, self._limits)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """There is nothing to end."""
