"""What every engine does: articles in, what was read in them out, in the same order."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

from whence.errors import InputError, InputTooLarge, ModelError, NotAnnotated
from whence.model import Annotated, Article, Failure

#: Reads one article; equal articles give equal results.
Work = Callable[[Article], Annotated]

#: Makes the work ready, as by loading the language model. Processes find it by its module and name.
Load = Callable[[], Work]


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one article may take, in code points and in seconds, and how long loading may.

    The times are only kept by engines that can stop a work from outside.
    """

    max_article_chars: int = 1_000_000
    seconds: float = 300.0
    load_seconds: float = 300.0


class Engine(Protocol):
    """Spreads the annotation of articles. Use it in a ``with`` statement."""

    def run(self, articles: Iterable[Article | Failure]) -> Iterator[Annotated | Failure]:
        """What was read in each of `articles`, in their order.

        A failure among them is passed on in its place. An article that makes the work fail becomes
        a failure, and the others go on. No more than a few articles are taken ahead of the results.
        Raises ``ModelError`` where the work cannot be made ready.
        """

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...


def attempt(work: Work, article: Article, limits: Limits) -> Annotated | Failure:
    """What `work` reads in `article`, or why it cannot; ``ModelError`` where it can read none."""
    place = str(article.provenance)
    length = len(article.text)
    if length > limits.max_article_chars:
        return failure(
            InputTooLarge(
                place,
                f"the article has {length:,} code points and at most {limits.max_article_chars:,} "
                "are annotated; split it, or raise WHENCE_MAX_ARTICLE_CHARS",
            )
        )
    try:
        return work(article)
    except InputError as error:
        return failure(error)
    except ModelError:
        raise
    except Exception as error:  # noqa: BLE001 - whatever one article breaks, the others go on
        return failure(NotAnnotated(place, _defect(error)))


def failure(error: InputError) -> Failure:
    """The failure of one input as the account lists it."""
    return Failure(input=error.place, code=error.code, why=error.why)


def _defect(error: Exception) -> str:
    where = traceback.extract_tb(error.__traceback__)[-1]
    said = f"{type(error).__name__}: {error}".rstrip(": ")
    return (
        f"annotating it failed ({said}, in {where.name}, line {where.lineno} of {where.filename}); "
        "the other inputs are not affected. Please report this with the article"
    )
