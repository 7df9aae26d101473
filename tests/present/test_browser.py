"""Pages in a real browser: nothing is requested, nothing breaks, everything can be reached."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from tests.present.stories import ALL

pytestmark = pytest.mark.browser
WIDTHS = (360, 390, 1024, 1600, 2560)


@contextmanager
def opened(
    chromium: Any, file: Path, *, width: int = 1024, script: bool = True, fragment: str = ""
) -> Iterator[tuple[Any, list[str]]]:
    """The page, and what went wrong on it so far: requests, errors, violations of its policy."""
    wrong: list[str] = []
    address = file.as_uri()
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, java_script_enabled=script
    )
    page = context.new_page()
    page.on("request", lambda r: r.url.split("#")[0] == address or wrong.append(r.url))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda message: wrong.append(message.text))
    page.set_default_timeout(90_000)
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.goto(address + fragment)
    yield page, wrong
    context.close()


@pytest.mark.parametrize("name", ALL)
def test_a_page_asks_nothing_of_anyone_and_no_script_fails(
    chromium: Any, pages: Path, name: str
) -> None:
    with opened(chromium, pages / f"{name}.html") as (page, wrong):
        page.evaluate("for (const e of document.querySelectorAll('summary')) e.click()")
        page.evaluate("[...document.querySelectorAll('button')].slice(0, 40).map((e) => e.click())")
        page.mouse.move(300, 300)
        assert wrong == []


@pytest.mark.parametrize("name", ALL)
def test_no_page_scrolls_sideways(chromium: Any, pages: Path, name: str) -> None:
    with opened(chromium, pages / f"{name}.html") as (page, _):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            beyond = page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
            assert beyond == 0, f"{name} at {width} px"


@pytest.mark.parametrize("name", ALL)
def test_every_link_leads_somewhere_and_no_id_stands_twice(
    chromium: Any, pages: Path, name: str
) -> None:
    with opened(chromium, pages / f"{name}.html") as (page, _):
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        ids = page.evaluate("[...document.querySelectorAll('[id]')].map((e) => e.id)")
        links = page.evaluate(
            "[...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))"
        )
        assert len(ids) == len(set(ids))
        assert {link[:1] for link in links} == {"#"}
        assert {link[1:] for link in links} <= set(ids)


@pytest.mark.parametrize("name", ALL)
def test_headings_stand_in_order_below_one_title(chromium: Any, pages: Path, name: str) -> None:
    with opened(chromium, pages / f"{name}.html") as (page, _):
        levels = page.evaluate(
            "[...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => +h.tagName[1])"
        )
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_payloads_in_every_field_stay_words(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / "hostile.html") as (page, wrong):
        page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
        page.evaluate("for (const e of document.querySelectorAll('button')) e.click()")
        for link in page.locator("main a").all()[:10]:
            link.hover()
        assert page.evaluate("window.hit") is None
        tags = page.evaluate("[...document.querySelectorAll('*')].map((e) => e.tagName)")
        assert {"IMG", "IFRAME", "OBJECT"}.isdisjoint(tags)
        assert tags.count("SCRIPT") == 1
        assert page.evaluate(
            "[...document.querySelectorAll('*')].every((e) => "
            "[...e.attributes].every((a) => !a.name.startsWith('on') && a.name !== 'style'))"
        )
        assert "<script>window.hit=1</script>" in page.inner_text("main")
        assert "49" not in page.inner_text("h1")
        assert wrong == []


def test_the_policy_lets_nothing_else_run(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / "halven.html") as (page, wrong):
        page.evaluate(
            "() => { const s = document.createElement('script'); s.textContent = 'window.hit = 1';"
            "document.body.append(s); const i = new Image(); i.src = 'https://kpa.example/i.png';"
            "document.body.append(i); }"
        )
        page.wait_for_timeout(200)
        assert page.evaluate("window.hit") is None
        assert any("Content Security Policy" in each for each in wrong)


@pytest.mark.parametrize("script", [True, False])
def test_from_a_statement_to_its_words_and_back_in_one_click(
    chromium: Any,
    pages: Path,
    *,
    script: bool,
) -> None:
    with opened(chromium, pages / "halven.html", script=script) as (page, _):
        page.locator("#s1-6 a.n").click()
        words = page.locator("#w1-6")
        assert page.url.endswith("#w1-6")
        assert "No inspector has set foot" in words.inner_text()
        assert words.is_visible()
        page.locator("a.back[href='#s1-6']").click()
        assert page.url.endswith("#s1-6")
        assert "No inspector has set foot" in page.locator("#s1-6").inner_text()


@pytest.mark.parametrize("script", [True, False])
def test_why_is_one_click_and_escape_leads_back(
    chromium: Any,
    pages: Path,
    *,
    script: bool,
) -> None:
    with opened(chromium, pages / "halven.html", script=script) as (page, _):
        button = page.locator("#story1-disputes button").first
        answer = page.locator("#" + (button.get_attribute("popovertarget") or ""))
        button.click()
        assert answer.is_visible()
        assert "that words and speaker are right" in answer.inner_text()
        page.keyboard.press("Escape")
        assert not answer.is_visible()


def test_a_fold_opens_for_what_is_in_it(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / "many_disputes.html", fragment="#d1-40") as (page, _):
        assert page.locator("#d1-40").is_visible()


def test_the_skip_link_comes_first_and_is_seen(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / "halven.html") as (page, _):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.inner_text() == "Skip to the account"
        assert page.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "main"


CONTRAST = """() => {
  const light = (c) => { const v = c.match(/[\\d.]+/g).slice(0, 3).map((x) => { x /= 255;
    return x <= 0.03928 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4; });
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2]; };
  const ground = (e) => { for (let at = e; at; at = at.parentElement) {
    const c = getComputedStyle(at).backgroundColor;
    if (!/rgba\\(.*, 0\\)/.test(c) && c !== 'transparent') return c; } return 'rgb(255,255,255)'; };
  const bad = [];
  for (const e of document.querySelectorAll('body *')) {
    if (![...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim())) continue;
    if (e.closest('script, title')) continue;
    const style = getComputedStyle(e);
    const ink = e.closest('svg') ? style.fill : style.color;
    const a = light(ink), b = light(ground(e));
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) bad.push(`${e.tagName}.${e.getAttribute('class')} ${ratio.toFixed(2)}`);
  }
  return [...new Set(bad)];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_all_words_stand_out_from_their_ground(chromium: Any, pages: Path, scheme: str) -> None:
    page = chromium.new_page(color_scheme=scheme)
    page.goto((pages / "halven.html").as_uri())
    assert page.evaluate(CONTRAST) == []
    page.close()


def test_the_page_prints(chromium: Any, pages: Path) -> None:
    with opened(chromium, pages / "halven.html") as (page, wrong):
        assert page.pdf().startswith(b"%PDF")
        assert wrong == []
