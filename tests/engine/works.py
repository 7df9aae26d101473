"""Works that do what their article says, found by name in the processes that the tests start."""

import os
import signal
import time

from tests.store.making import annotated

from whence.engine import Work
from whence.errors import MalformedInput, ModelError
from whence.model import Annotated, Article


def work(article: Article) -> Annotated:
    """Read `article`, or do what its first word asks."""
    match article.text.split()[0]:
        case "fail":
            raise MalformedInput("reports/odd.txt", "it is odd")
        case "break":
            raise ZeroDivisionError("a defect of ours")
        case "crash":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "leave":
            os._exit(3)
        case "unmodelled":
            raise ModelError("the model is damaged; install whence again")
        case "hang":
            time.sleep(600)
        case "slow":
            time.sleep(0.3)
    return annotated(article)


def load() -> Work:
    return work


def load_without_model() -> Work:
    raise ModelError("the model is missing; install whence again")


def load_without_end() -> Work:
    time.sleep(600)
    return work


def load_and_die() -> Work:
    os.kill(os.getpid(), signal.SIGKILL)
    return work
