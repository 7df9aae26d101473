"""What a page costs as a story grows: to render, in bytes, and until a reader can use it.

``python -m bench.page`` reads the example story once and joins 1, 4, 8, 25 and 84 copies of it to
one story of 12 to 1,008 articles: every copy with claims, figures and disputes of its own, all by
the same speakers. For each it prints the processor time of rendering, the bytes of the page, and,
in Chromium (left out where there is none), the time from opening the file to the first frame after
all of it was read, when clicks are answered. ``--most N`` stops at N articles.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

from bench.example_story import EXAMPLES
from whence.model import Account, Annotated, Linked, StoryAccount
from whence.pipeline import report
from whence.present import render_page

COPIES = (1, 4, 8, 25, 84)
TIMES = 3
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
ARGS += ["--disable-background-networking", "--disable-component-update"]

#: Notes when the first frame after the whole page was read has been shown.
ANSWERS = """addEventListener('DOMContentLoaded', () =>
  requestAnimationFrame(() => setTimeout(() => { window.answers = performance.now(); })));"""


def copies(story: StoryAccount, number: int) -> StoryAccount:
    """One story of `number` copies of the articles of `story`, all by the same speakers."""
    made = [_copy(story, n) for n in range(number)]
    linked = [each.linked for each in made]
    entities = [
        replace(same[0], referents=tuple(ref for entity in same for ref in entity.referents))
        for same in zip(*(each.entities for each in linked), strict=True)
    ]
    return StoryAccount(
        Linked(
            story=story.linked.story,
            entities=tuple(entities),
            claims=tuple(claim for each in linked for claim in each.claims),
            relations=tuple(relation for each in linked for relation in each.relations),
            derivations=tuple(debt for each in linked for debt in each.derivations),
        ),
        tuple(article for each in made for article in each.articles),
    )


def _copy(story: StoryAccount, number: int) -> StoryAccount:
    articles = [replace(each, mentions=(), times=()) for each in story.articles]
    names = {id_: f"{id_}.{number}" for id_ in _ids(articles, story.linked)}
    return StoryAccount(
        _renamed(story.linked, names), tuple(_renamed(each, names) for each in articles)
    )


def _ids(articles: Iterable[Annotated], linked: Linked) -> Iterable[str]:
    for each in articles:
        yield each.article.id
        for found in (each.referents, each.statements, each.figures, each.events):
            yield from (one.id for one in found)
    yield from (claim.id for claim in linked.claims)
    yield from (relation.id for relation in linked.relations)


def _renamed(value: Any, names: Mapping[str, str]) -> Any:  # noqa: ANN401 - any noun of the model
    """`value` with every id in it called as `names` says."""
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, tuple):
        return tuple(_renamed(each, names) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {f.name: _renamed(getattr(value, f.name), names) for f in fields(value)}
        return type(value)(**changed)
    return value


def rendered(account: Account) -> tuple[str, float]:
    """The page and the median processor time of rendering it, in seconds."""
    took = []
    page = ""
    for _ in range(TIMES):
        start = process_time()
        page = render_page(account)
        took.append(process_time() - start)
    return page, median(took)


def answers_after(browser: Any, file: Path) -> float:  # noqa: ANN401 - Playwright's browser
    """The median time until the page answers, in seconds."""
    took = []
    for _ in range(TIMES):
        with closing(browser.new_page(viewport={"width": 1280, "height": 900})) as page:
            page.add_init_script(ANSWERS)
            page.goto(file.as_uri(), timeout=120_000)
            page.wait_for_function("window.answers", timeout=120_000)
            took.append(page.evaluate("window.answers") / 1000)
    return median(took)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=2000, help="articles, at most")
    most = options.parse_args().most
    [story] = report([EXAMPLES / "reports"]).stories
    print(f"load of the machine {os.getloadavg()[0]:.1f}, on {os.cpu_count()} cores")
    print("articles statements  render s  ms/article        MB  answers after s")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for number in COPIES:
            grown = copies(story, number)
            size = len(grown.articles)
            if size > most:
                break
            page, took = rendered(Account((grown,)))
            file = Path(folder) / "page.html"
            file.write_text(page, encoding="utf-8")
            after = f"{answers_after(browser, file):16.2f}" if browser else "   no Chromium"
            statements = sum(len(each.statements) for each in grown.articles)
            print(
                f"{size:8d} {statements:10d} {took:9.2f} {1000 * took / size:11.1f} "
                f"{len(page.encode()) / 1e6:9.2f} {after}",
                flush=True,
            )


@contextmanager
def chromium() -> Iterator[Any]:
    """Chromium for a while, or ``None`` where it is not installed."""
    where = shutil.which("chromium")
    if where is None:
        yield None
        return
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a test tool

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=ARGS)
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
