"""Long pages, of which a browser makes elements part by part: nothing of them may be lost."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from tests.present.stories import ALL

from whence.present import render_page, story

pytestmark = pytest.mark.browser

#: A browser that is never idle and looks at nothing: parts wake when they are asked for alone.
NEVER_IDLE = """window.requestIdleCallback = () => {};
window.IntersectionObserver = class { observe() {} unobserve() {} };"""
AWAKE = "!document.querySelector('noscript.later')"


@pytest.fixture(scope="module")
def long_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page of every invented account, made as if all of them were long."""
    folder = tmp_path_factory.mktemp("long")
    with pytest.MonkeyPatch.context() as patch:
        for short, sort in ((0, "parts"), (2, "chapters")):
            patch.setattr(story, "_SHORT", short)
            for name, account in ALL.items():
                page = render_page(account())
                (folder / f"{name}-{sort}.html").write_text(page, encoding="utf-8")
    return folder


@contextmanager
def opened(
    chromium: Any,
    file: Path,
    fragment: str = "",
    *,
    script: bool = True,
    script_before: str = NEVER_IDLE,
) -> Iterator[Any]:
    context = chromium.new_context(java_script_enabled=script)
    page = context.new_page()
    page.add_init_script(script_before)
    page.goto(file.as_uri() + fragment)
    yield page
    context.close()


def elements(page: Any) -> str:
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    return str(page.inner_html("main"))


@pytest.mark.parametrize("sort", ["parts", "chapters"])
@pytest.mark.parametrize("name", sorted(ALL.keys() - {"reprinted"}))
def test_a_long_page_comes_to_the_same_elements(
    chromium: Any, pages: Path, long_pages: Path, name: str, sort: str
) -> None:
    with opened(chromium, pages / f"{name}.html") as page:
        plain = elements(page)
    with opened(chromium, long_pages / f"{name}-{sort}.html") as page:
        assert elements(page) == plain
        assert page.evaluate("window.hit") is None


def test_without_scripts_nothing_is_left_out(chromium: Any, long_pages: Path) -> None:
    with opened(chromium, long_pages / "halven-parts.html", script=False) as page:
        assert page.locator(".report .text").count() == 5
        assert page.locator("#w1-6").is_visible()
        asked = page.locator("button").first
        asked.click()
        assert page.locator(f"#{asked.get_attribute('popovertarget')}").is_visible()


@pytest.mark.parametrize("sort", ["parts", "chapters"])
def test_a_link_into_what_is_not_there_yet_leads_there(
    chromium: Any, long_pages: Path, sort: str
) -> None:
    file, number = (long_pages / f"several-{sort}.html", 2)
    with opened(chromium, file) as page:
        assert page.locator(f"#w{number}-6").count() == 0
        page.evaluate(f"location.hash = '#w{number}-6'")
        page.wait_for_timeout(300)
        words = page.locator(f"#w{number}-6")
        assert words.evaluate("(e) => { const at = e.getBoundingClientRect().top;"
                              "return at >= 0 && at < innerHeight; }")  # fmt: skip
    with opened(chromium, file, f"#w{number}-6") as page:
        page.wait_for_timeout(300)
        assert page.locator(f"#w{number}-6").evaluate("(e) => e.matches(':target')")


def test_a_click_wakes_what_it_leads_to_before_the_browser_goes_there(
    chromium: Any, long_pages: Path
) -> None:
    with opened(chromium, long_pages / "halven-parts.html") as page:
        page.locator("a.n").first.click()
        assert page.locator(":target").count() == 1
        assert not page.evaluate(AWAKE)


def test_a_fold_is_filled_when_it_is_opened(chromium: Any, long_pages: Path) -> None:
    with opened(chromium, long_pages / "many_disputes-parts.html") as page:
        fold = page.locator("#story1-timeline details.more").first
        fold.locator("summary").click()
        fold.locator(".words").first.wait_for()
        assert fold.locator("noscript").count() == 0


@pytest.mark.parametrize("tells", [True, False])
def test_an_idle_browser_has_all_of_the_page(chromium: Any, pages: Path, *, tells: bool) -> None:
    """Whether or not it tells when it is idle: not every browser does."""
    never = "window.IntersectionObserver = class { observe() {} unobserve() {} };"
    script = never if tells else f"{never} window.requestIdleCallback = undefined;"
    with opened(chromium, pages / "reprinted.html", script_before=script) as page:
        for _ in range(100):
            if page.evaluate(AWAKE):
                break
            page.wait_for_timeout(100)
        assert page.evaluate(AWAKE)
        assert page.locator(".report .text").count() == 200


def test_a_long_page_is_printed_whole(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / "reprinted.html") as page:
        assert not page.evaluate(AWAKE)
        page.pdf()
        assert page.evaluate(AWAKE)
