"""The options that several verbs take."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from whence.pipeline import Options, Progress
from whence.read import FORMATS, ReadOptions
from whence.settings import Settings


def _day(ctx: click.Context, option: click.Parameter, value: datetime | None) -> date | None:
    del ctx, option
    return None if value is None else value.date()


_PUBLISHED = click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    callback=_day,
    metavar="DATE",
    help="Day of publication (2031-05-02) of articles that do not tell it themselves.",
)
_FORMAT = click.option(
    "--format",
    type=click.Choice(FORMATS),
    help="Format of the inputs; otherwise told from name and content.",
)
_LANGUAGE = click.option(
    "--language",
    metavar="CODE",
    help="ISO 639-1 code of the language of articles whose own metadata name none.",
)
with_processes = click.option(
    "--processes",
    type=click.IntRange(min=0),
    metavar="N",
    help="Processes that annotate at once; 0 takes one for each core, at most 8, if the articles "
    "are many.  [default: 0]",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the user says of the inputs."""

    published: date | None = None
    format: str | None = None
    language: str | None = None
    processes: int | None = None


def reads_inputs(command: Callable[..., int]) -> Callable[..., int]:
    """Give `command` the options of reading, which it gets as one `reading`."""

    @wraps(command)
    def bundled(**given: Any) -> int:  # noqa: ANN401 - click calls it by name
        names = [field.name for field in fields(Reading)]
        reading = Reading(**{name: given.pop(name) for name in names})
        return command(reading=reading, **given)

    for option in reversed((_PUBLISHED, _FORMAT, _LANGUAGE, with_processes)):
        bundled = option(bundled)
    return bundled


def pipeline_options(
    reading: Reading, progress: Progress | None = None, skip: frozenset[Path] = frozenset()
) -> Options:
    """What the pipeline is told: the user's word first, then the environment, then the default."""
    settings = Settings.from_environment()
    given = reading.processes
    return Options(
        read=ReadOptions(
            published=reading.published,
            format=reading.format,
            language=reading.language,
            max_input_bytes=settings.max_input_bytes,
            max_article_chars=settings.max_article_chars,
        ),
        processes=settings.processes if given is None else given,
        batch=settings.batch,
        skip=skip,
        progress=progress,
    )
