"""What a page costs as a story grows: to render, in bytes, and until a reader can use it.

``python -m bench.page`` reads the example story once and joins 1, 4, 8, 25 and 84 copies of it to
one story of 12 to 1,008 articles: every copy with claims, figures and disputes of its own, all by
the same speakers. For each it prints the processor time of rendering, the bytes of the page, and,
in Chromium (left out where there is none), the time from opening the file to the first frame after
all of it was read, when clicks are answered; the longest that the page then kept a reader waiting
while the rest of it became elements; and when all of it was there, so that the browser's search
finds every word. ``--most N`` stops at N articles, ``--stories`` leaves every copy a story of its
own on the page, ``--curve FILE`` draws the costs as SVG.
"""

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from pathlib import Path
from statistics import median
from time import process_time, sleep
from typing import Any

from bench.example_story import EXAMPLES
from bench.page_curve import draw
from whence.model import Account, Annotated, Linked, StoryAccount
from whence.pipeline import report
from whence.present import render_page

COPIES = (1, 4, 8, 25, 84)
TIMES = 3
ARGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"]
ARGS += ["--disable-background-networking", "--disable-component-update"]

#: Notes when the first frame after the whole page was read has been shown, and the longest task of
#: those that began later.
ANSWERS = """window.longest = 0;
addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() => {
  window.answers = performance.now();
  new PerformanceObserver((list) => { for (const task of list.getEntries())
    window.longest = Math.max(window.longest, task.duration); }).observe({ type: 'longtask' });
})));"""
ALL_THERE = "window.answers && !document.querySelector('noscript.later') && performance.now()"


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


def stories(story: StoryAccount, number: int) -> tuple[StoryAccount, ...]:
    """So many copies of `story`, each a story of its own."""
    return tuple(_copy(story, n) for n in range(number))


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


@dataclass(frozen=True, slots=True)
class Opened:
    """How a page opened, in seconds: until it answers, the longest wait then, until all of it."""

    answers: float
    longest: float
    complete: float


def opened(browser: Any, file: Path) -> Opened:  # noqa: ANN401 - Playwright's browser
    """The medians of several times that the page was opened."""
    took = []
    for _ in range(TIMES):
        with closing(browser.new_page(viewport={"width": 1280, "height": 900})) as page:
            page.add_init_script(ANSWERS)
            page.goto(file.as_uri(), timeout=120_000)
            while not (complete := page.evaluate(ALL_THERE)):
                sleep(0.02)
            answers, longest = page.evaluate("[window.answers, window.longest]")
            took.append((answers / 1000, longest / 1000, complete / 1000))
    return Opened(*(median(times) for times in zip(*took, strict=True)))


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--most", type=int, default=2000, help="articles, at most")
    options.add_argument("--stories", action="store_true", help="leave each copy a story")
    options.add_argument("--curve", type=Path, help="an SVG file to draw")
    given = options.parse_args()
    drawn: dict[str, list[tuple[float, float]]] = {"rendered": [], "answers": [], "all there": []}
    [story] = report([EXAMPLES / "reports"]).stories
    print(f"load of the machine {os.getloadavg()[0]:.1f}, on {os.cpu_count()} cores")
    print("articles statements  render s  ms/article     MB  answers s  longest wait  all of it")
    with tempfile.TemporaryDirectory() as folder, chromium() as browser:
        for number in COPIES:
            grown = stories(story, number) if given.stories else (copies(story, number),)
            size = sum(len(each.articles) for each in grown)
            if size > given.most:
                break
            page, took = rendered(Account(grown))
            file = Path(folder) / "page.html"
            file.write_text(page, encoding="utf-8")
            statements = sum(len(a.statements) for each in grown for a in each.articles)
            print(
                f"{size:8d} {statements:10d} {took:9.2f} {1000 * took / size:11.1f} "
                f"{len(page.encode()) / 1e6:6.2f}",
                end=" ",
            )
            drawn["rendered"].append((size, took))
            if browser:
                took_there = opened(browser, file)
                drawn["answers"].append((size, took_there.answers))
                drawn["all there"].append((size, took_there.complete))
                print(
                    f"{took_there.answers:10.2f} {took_there.longest:13.2f} "
                    f"{took_there.complete:10.2f}",
                    flush=True,
                )
            else:
                print("no Chromium")
    if given.curve:
        draw({name: points for name, points in drawn.items() if points}, given.curve)


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
