"""One annotating process, seen from both of its ends."""

import signal
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection

from whence.engine.contract import Limits, Load, attempt, failure
from whence.errors import ModelError, NotAnnotated
from whence.model import Annotated, Article, Failure

_SPAWN = get_context("spawn")  # a fork would copy the threads' locks as they happen to be


class _Ready:
    """What a process says when it has loaded."""


@dataclass(frozen=True, slots=True)
class _Trouble:
    """What a process says last, when it can read no article at all."""

    why: str


class Worker:
    """A process that loads once and then annotates one article after the other."""

    def __init__(self, load: Load, limits: Limits) -> None:
        self._limits = limits
        self._pipe, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(
            target=_serve, args=(theirs, load, limits), name="whence-worker", daemon=True
        )
        self._process.start()
        theirs.close()

    def wait_until_ready(self) -> None:
        """Return when the process has loaded; ``ModelError`` where it cannot, or not in time."""
        try:
            if not self._pipe.poll(self._limits.load_seconds):
                self.kill()
                raise ModelError(
                    f"an annotating process was not ready after {self._limits.load_seconds:g} s "
                    "(it begins by loading the language model) and was stopped; close what else "
                    "keeps the machine or the disk busy, or try `--processes 1`"
                )
            ready: _Ready | _Trouble = self._pipe.recv()
        except EOFError:
            raise ModelError(
                f"an annotating process ended while it started ({self._end()}); the memory may not "
                "suffice for so many: try `--processes 1`"
            ) from None
        if isinstance(ready, _Trouble):
            raise self._ended(ready)

    @property
    def is_alive(self) -> bool:
        """Whether the process can take an article."""
        return self._process.is_alive()

    def annotate(self, article: Article) -> Annotated | Failure:
        """What the process reads in `article`; a failure where it ends or takes too long.

        After a failure that ended the process, it is no longer alive. Raises ``ModelError`` where
        the process can read no article at all.
        """
        place = str(article.provenance)
        try:
            self._pipe.send(article)
            if self._pipe.poll(self._limits.seconds):
                read: Annotated | Failure | _Trouble = self._pipe.recv()
                if isinstance(read, _Trouble):
                    raise self._ended(read)
                return read
        except (EOFError, OSError):
            why = f"its annotating process ended ({self._end()})"
        else:
            self.kill()
            why = f"annotating it took longer than {self._limits.seconds:g} s and was stopped"
        advice = "the other inputs are not affected. Please report this with the article"
        return failure(NotAnnotated(place, f"{why}; {advice}"))

    def kill(self) -> None:
        """End the process at once; whoever waits for it goes on."""
        self._process.kill()
        self._process.join()

    def _ended(self, trouble: _Trouble) -> ModelError:
        self.kill()  # so that nobody gives an article to a process that is about to end
        return ModelError(trouble.why)

    def _end(self) -> str:
        self._process.join(5)
        code = self._process.exitcode
        return signal.strsignal(-code) or f"signal {-code}" if code and code < 0 else f"exit {code}"


def hold_interrupts() -> None:
    """Keep Ctrl-C from this thread and the processes it starts: the main thread ends them."""
    if hasattr(signal, "pthread_sigmask"):  # not on Windows
        resource_tracker.ensure_running()  # it lets SIGINT through again when it starts
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _serve(pipe: "Connection[object, Article]", load: Load, limits: Limits) -> None:
    """Annotate what comes through `pipe` until its other end is closed."""
    try:
        work = load()
        pipe.send(_Ready())
        while True:
            pipe.send(attempt(work, pipe.recv(), limits))
    except EOFError:
        return
    except Exception as error:  # noqa: BLE001 - the other end raises it
        pipe.send(_Trouble(str(error) or type(error).__name__))
