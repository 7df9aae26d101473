"""Annotation over several processes of this machine."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock, local
from types import TracebackType
from typing import Self

from whence.engine.contract import Limits, Load
from whence.engine.worker import Worker, hold_interrupts
from whence.model import Annotated, Article, Failure

#: How many articles a process may be ahead of the oldest result that is waited for.
_AHEAD = 4


class LocalProcesses:
    """The engine for many articles: each process loads once and annotates one at a time.

    A thread of this process stands before each of them, so that they work on while results are
    stored. A process that ends takes its one article with it and is replaced.
    """

    def __init__(self, load: Load, processes: int, limits: Limits) -> None:
        self._load = load
        self._limits = limits
        self._ahead = _AHEAD * processes
        self._workers: set[Worker] = set()
        self._lock = Lock()
        self._is_closed = False
        self._own = local()
        self._threads = ThreadPoolExecutor(processes, "whence-engine", hold_interrupts)

    def run(self, articles: Iterable[Article | Failure]) -> Iterator[Annotated | Failure]:
        """As `Engine.run`; at most four articles a process are taken ahead of the results."""
        waiting: deque[Future[Annotated | Failure]] = deque()
        try:
            for article in articles:
                waiting.append(self._begin(article))
                while len(waiting) > self._ahead or (waiting and waiting[0].done()):
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End all processes, whatever they are doing."""
        with self._lock:
            self._is_closed = True
            workers = tuple(self._workers)
        for worker in workers:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)

    def _begin(self, article: Article | Failure) -> Future[Annotated | Failure]:
        if isinstance(article, Failure):
            passed: Future[Annotated | Failure] = Future()
            passed.set_result(article)
            return passed
        return self._threads.submit(self._annotate, article)

    def _annotate(self, article: Article) -> Annotated | Failure:
        """In a thread of the pool, by the process that belongs to it."""
        worker: Worker | None = getattr(self._own, "worker", None)
        if worker is None or not worker.is_alive:
            worker = self._own.worker = self._replace(worker)
            worker.wait_until_ready()
        return worker.annotate(article)

    def _replace(self, ended: Worker | None) -> Worker:
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the engine was closed while it was annotating")
            if ended is not None:
                self._workers.discard(ended)
            worker = Worker(self._load, self._limits)
            self._workers.add(worker)
            return worker
