"""The options that several verbs take."""

from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date, datetime
from functools import partial, wraps
from pathlib import Path
from typing import Any, TypeVar

import click

from whence.annotate import load_model
from whence.pipeline import Options, Progress
from whence.present import Chapter, Selection
from whence.read import FORMATS, ReadOptions
from whence.settings import Settings

_T = TypeVar("_T")


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
    help="ISO 639-1 code of the language of articles whose own metadata name none; dates are read "
    "by it. The shipped model reads English.",
)
with_processes = click.option(
    "--processes",
    type=click.IntRange(min=0),
    metavar="N",
    help="Processes that annotate at once; 0 takes one for each core, at most 8, if the articles "
    "are many.  [default: 0]",
)
with_model = click.option(
    "--model",
    metavar="MODEL",
    help="Language model in the place of the shipped one: a folder, or spacy:NAME for an installed "
    "spaCy pipeline.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the user says of the inputs."""

    published: date | None = None
    format: str | None = None
    language: str | None = None
    processes: int | None = None
    model: str | None = None


def reads_inputs(command: Callable[..., _T]) -> Callable[..., _T]:
    """Give `command` the options of reading, which it gets as one `reading`."""
    return _bundled(
        command, "reading", Reading, (_PUBLISHED, _FORMAT, _LANGUAGE, with_processes, with_model)
    )


def _bundled(
    command: Callable[..., _T],
    name: str,
    bundle: type[Reading] | type["Showing"],
    options: tuple[Callable[..., Callable[..., _T]], ...],
) -> Callable[..., _T]:
    """`command` with options that it gets together, as the dataclass `bundle` under `name`."""

    @wraps(command)
    def bundled(**given: Any) -> _T:  # noqa: ANN401 - click calls it by name
        own = {field.name: given.pop(field.name) for field in fields(bundle)}
        return command(**{name: bundle(**own)}, **given)

    for option in reversed(options):
        bundled = option(bundled)
    return bundled


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """Where an account goes, and what of it is printed."""

    page: Path | None = None
    data: Path | None = None
    speaker: str | None = None
    only: tuple[str, ...] = ()

    @property
    def selection(self) -> Selection:
        """What of the account is printed."""
        return Selection(speaker=self.speaker, only=frozenset(map(Chapter, self.only)))


_PAGE = click.option(
    "-o",
    "--output",
    "page",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the account as one HTML page that opens offline.",
)
_DATA = click.option(
    "--json",
    "data",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write the JSON account; `whence schema` describes it.",
)
_SPEAKER = click.option(
    "--speaker",
    metavar="NAME",
    help="Print what those say, and what stands against it, whose names hold NAME.",
)
_ONLY = click.option(
    "--only",
    type=click.Choice([chapter.value for chapter in Chapter]),
    multiple=True,
    help="Print this alone; may be given more than once.",
)


def shows_account(command: Callable[..., _T]) -> Callable[..., _T]:
    """Give `command` the options of showing an account, which it gets as one `showing`."""
    return _bundled(command, "showing", Showing, (_PAGE, _DATA, _SPEAKER, _ONLY))


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
        model=partial(load_model, settings.model if reading.model is None else reading.model),
        skip=skip,
        progress=progress,
    )
