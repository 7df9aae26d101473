"""The rooms wired together.

::

    bytes ──read──▶ Article ──annotate──▶ Annotated ──link──▶ Story, Claim … ──store──▶ Ledger

Everything streams: an article is read, annotated and stored before the last one is looked at.
Reading and annotating are done once an article; what shows across articles is linked anew whenever
a story has changed.
"""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from pathlib import Path

from whence.annotate import Annotator
from whence.annotate.encoder import Encoder
from whence.annotate.language import LanguageModel
from whence.engine import Engine, InProcess, Limits, LocalProcesses, Work
from whence.errors import UsageError
from whence.filing import LINKER, file, keep, mark_missing
from whence.link import (
    SharedTexts,
    link_story,
    sketch,
    stock_passages,
)
from whence.model import (
    Account,
    Annotated,
    Article,
    Failure,
    Linked,
    Producer,
    Ruling,
    StoryAccount,
    Verdict,
)
from whence.read import ReadOptions, read_paths
from whence.store import Held, Ledger, StoryEntry, View

#: With fewer articles than this, starting processes takes longer than they save: on two cores, 22
#: articles took 7.5 s alone and 8.3 s over two processes, 60 took 12.3 s and 9.4 s.
_FEW = 40
_MOST_PROCESSES = 8

Progress = Callable[[Annotated | Failure], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a run is to be done.

    `processes` annotate at once: 1 is this process alone, 0 one for each core, at most 8, if the
    inputs are many. `batch` articles are stored in one transaction. `skip` are places, as paths,
    that are not read although they lie among the inputs. `model` makes the language model; with
    several processes it has to be importable by its name. `progress` is called for every article
    that was annotated and every input that failed.
    """

    read: ReadOptions = field(default_factory=ReadOptions)
    processes: int = 1
    batch: int = 64
    skip: frozenset[Path] = frozenset()
    model: Callable[[], LanguageModel] = Encoder
    progress: Progress | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did: articles new to the ledger, read anew, held before; inputs that failed."""

    new: int
    anew: int
    held: int
    failed: tuple[Failure, ...]


def report(places: Sequence[str | os.PathLike[str]], options: Options = Options()) -> Account:
    """The account of the articles at `places`: files, folders, globs, ``-`` for standard input.

    Inputs that cannot be read are listed in the account, and the rest is done.
    """
    with Ledger.open() as ledger:
        added = add(ledger, places, options)
        return replace(whole(ledger), failed=added.failed)


def add(
    ledger: Ledger, places: Sequence[str | os.PathLike[str]], options: Options = Options()
) -> Added:
    """Add the articles at `places` to the ledger; those it holds already change nothing."""
    read = read_paths([os.fspath(place) for place in places], options.read)
    return _Adding(ledger, options).run(_without(read, options.skip))


def refresh(ledger: Ledger, options: Options = Options()) -> Added:
    """Annotate anew what another model or version annotated, and link what is out of date."""
    adding = _Adding(ledger, options)
    return adding.run(_outdated(ledger, adding.producer, options.batch))


def stories(ledger: Ledger) -> tuple[StoryEntry, ...]:
    """The stories of the ledger, newest first."""
    with ledger.reading() as view:
        return tuple(view.stories())


def story(ledger: Ledger, id: str) -> Account:
    """The account of one story, by its id or the beginning of it.

    Raises ``UnknownRecord`` where no story, or more than one, has an id that begins so.
    """
    with ledger.reading() as view:
        return Account((_account(view, view.story_id(id)),))


def whole(ledger: Ledger) -> Account:
    """The account of everything that the ledger holds."""
    with ledger.reading() as view:
        return Account(tuple(_account(view, entry.id) for entry in tuple(view.stories())))


class _Adding:
    """One run that adds: it carries the articles through the rooms, and counts them."""

    def __init__(self, ledger: Ledger, options: Options) -> None:
        self._ledger = ledger
        self._options = options
        self._annotator = Annotator(options.model())
        self.producer: Producer = self._annotator.producer
        self._counts = dict.fromkeys(Held, 0)
        self._failed: list[Failure] = []

    def run(self, articles: Iterable[Article | Failure]) -> Added:
        """Annotate and keep `articles`, then link the stories that they changed."""
        mark_missing(self._ledger, self._options.batch)
        wanted = self._not_held(articles)
        engine, wanted = _engine_for(wanted, self._options, self._annotator.annotate)
        with engine:
            results = engine.run(wanted)
            while batch := list(islice(results, self._options.batch)):
                self._keep(batch)
        _link(self._ledger)
        counts = self._counts
        return Added(
            counts[Held.NOTHING], counts[Held.OLDER], counts[Held.SAME], tuple(self._failed)
        )

    def _not_held(self, articles: Iterable[Article | Failure]) -> Iterator[Article | Failure]:
        for article in articles:
            if isinstance(article, Article):
                with self._ledger.reading() as view:
                    if view.held(article, self.producer) is Held.SAME:
                        self._counts[Held.SAME] += 1
                        continue
            yield article

    def _keep(self, batch: Sequence[Annotated | Failure]) -> None:
        with self._ledger.writing() as writing:
            for result in batch:
                if isinstance(result, Failure):
                    self._failed.append(result)
                else:
                    # A copy in the same batch, or another process, may have been faster.
                    held = writing.held(result.article, result.producer)
                    self._counts[held] += 1
                    if held is not Held.SAME:
                        keep(writing, result)
        for result in batch:
            if self._options.progress is not None:
                self._options.progress(result)


def decide(ledger: Ledger, ruling: Ruling) -> Ruling:
    """Keep what a person decided about two articles, and do as it says; the ruling with full ids.

    Ids may be given by their beginnings. A ruling holds until a later one on the same two articles:
    the machine respects it whenever it places or links them again. Raises ``UnknownRecord`` for an
    article that the ledger does not hold, ``UsageError`` for one article named twice.
    """
    with ledger.writing() as writing:
        ids = writing.article_id(ruling.article), writing.article_id(ruling.other)
        if ids[0] == ids[1]:
            raise UsageError(f"{ids[0]} is named twice; a decision is about two articles")
        full = replace(ruling, article=ids[0], other=ids[1])
        writing.rule(full)
        if full.verdict not in {Verdict.REPRINT, Verdict.NOT_REPRINT}:
            file(writing, sketch(writing.annotated(full.article)))
    _link(ledger)
    return full


def _link(ledger: Ledger) -> None:
    """Link the stories that changed, each in a transaction of its own."""
    with ledger.reading() as view:
        stale = view.stale(LINKER)
    for each in stale:
        with ledger.writing() as writing:
            writing.keep_linked(linked_story(writing, each), LINKER)


def linked_story(view: View, id: str) -> Linked:
    """The story of that id, linked as it now is."""
    members = tuple(view.annotated_of(id))
    return link_story(members, story=id, texts=shared_texts(view, members))


def shared_texts(view: View, members: Sequence[Annotated]) -> SharedTexts:
    """What the ledger knows of the words that the articles of a story share with any others."""
    ids = {member.article.id for member in members}
    kin = tuple(view.kin_of(ids))
    rulings = tuple(view.rulings(ids))
    named = {name for each in kin for name in (each.one, each.other)}
    named |= {name for each in rulings for name in (each.article, each.other)}
    articles = {member.article.id: member.article for member in members}
    others = {name: view.article(name) for name in sorted(named - ids)}
    stock = {
        name: found
        for name in sorted(named)
        if (found := stock_passages(articles.get(name) or others[name], view))
    }
    return SharedTexts(kin, others, stock, rulings)


def _account(view: View, id: str) -> StoryAccount:
    kept = view.linked(id, LINKER)
    linked = kept if kept is not None else linked_story(view, id)
    read = {annotated.article.id: annotated for annotated in view.annotated_of(id)}
    return StoryAccount(linked, tuple(read[name] for name in linked.story.articles))


def _without(
    articles: Iterable[Article | Failure], skip: frozenset[Path]
) -> Iterator[Article | Failure]:
    """`articles` less those read from the files `skip`."""
    skipped = {str(path) for path in skip}
    for article in articles:
        if isinstance(article, Failure):
            place = article.input.partition("#")[0]
        else:
            place = article.provenance.place
        if not skipped or "\0" in place or os.path.realpath(place) not in skipped:
            yield article


def _outdated(ledger: Ledger, producer: Producer, page: int) -> Iterator[Article]:
    """Page by page, so that no view is open while the articles are stored."""
    after: str | None = None
    while True:
        with ledger.reading() as view:
            articles = view.outdated(producer, after=after, limit=page)
        if not articles:
            return
        yield from articles
        after = articles[-1].id


def _engine_for(
    articles: Iterator[Article | Failure], options: Options, work: Work
) -> tuple[Engine, Iterator[Article | Failure]]:
    """The engine that suits `articles`, and those articles."""
    limits = Limits(max_article_chars=options.read.max_article_chars)
    processes = options.processes
    if processes == 0:
        first = list(islice(articles, _FEW))
        articles = chain(first, articles)
        processes = min(_cores(), _MOST_PROCESSES) if len(first) == _FEW else 1
    if processes == 1:
        return InProcess(work, limits), articles
    return LocalProcesses(partial(_load, options.model), processes, limits), articles


def _load(model: Callable[[], LanguageModel]) -> Work:
    """Make the annotating of a process ready."""
    return Annotator(model()).annotate


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):  # only Linux knows what of the machine is ours
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
