"""WCAG 2.2 AA on every kind of page: axe-core in Chromium, the keyboard, the order, the zoom."""

from pathlib import Path
from typing import Any

import pytest
from tests.conftest import skip_or_fail
from tests.present.stories import ALL

pytestmark = pytest.mark.browser
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

#: All that a reader may open, and all that lies out of sight, at once.
UNFOLDED = """() => {
  dispatchEvent(new Event('beforeprint'));
  for (const fold of document.querySelectorAll('details')) fold.open = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('* { content-visibility: visible !important }');
  document.adoptedStyleSheets = [sheet];
  document.querySelector('[popovertarget]')?.click();
}"""


@pytest.fixture(scope="module")
def axe() -> Any:
    """axe-core as the test tools bring it."""
    try:
        from axe_playwright_python.sync_playwright import Axe
    except ImportError:
        skip_or_fail("browser", "axe-playwright-python is not installed (see group test)")
    return Axe()


@pytest.mark.parametrize("name", ALL)
def test_axe_finds_nothing(chromium: Any, pages: Path, axe: Any, name: str) -> None:
    page = chromium.new_page()
    page.goto((pages / f"{name}.html").as_uri())
    page.evaluate(UNFOLDED)
    assert _violations(axe, page, {"runOnly": RULES}) == []
    page.close()


def test_a_number_is_read_out_with_what_it_leads_to(chromium: Any, pages: Path) -> None:
    page = chromium.new_page()
    page.goto((pages / "quiet.html").as_uri())
    page.evaluate(UNFOLDED)
    page.wait_for_timeout(200)
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    names = [each["name"]["value"] for each in tree if each["role"]["value"] == "link"]
    page.close()
    assert {"Statement 1", "To statement 1"} <= set(names)
    assert "1" not in names


@pytest.mark.parametrize("name", ["halven", "several"])
def test_axe_finds_enough_contrast_in_the_dark(
    chromium: Any, pages: Path, axe: Any, name: str
) -> None:
    page = chromium.new_page(color_scheme="dark")
    page.goto((pages / f"{name}.html").as_uri())
    page.evaluate(UNFOLDED)
    assert _violations(axe, page, {"runOnly": {"type": "rule", "values": ["color-contrast"]}}) == []
    page.close()


def _violations(axe: Any, page: Any, options: dict[str, Any]) -> list[str]:
    found = axe.run(page, options=options).response["violations"]
    return [f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}" for each in found]


def test_the_keyboard_goes_through_a_page_in_its_order(chromium: Any, pages: Path) -> None:
    page = chromium.new_page()
    page.goto((pages / "halven.html").as_uri())
    order = []
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate(
            "(() => { const e = document.activeElement;"
            "const all = [...document.querySelectorAll('a, button, summary, [tabindex]')];"
            "return [all.indexOf(e), e.matches(':focus-visible'),"
            "getComputedStyle(e).outlineStyle]; })()"
        )
        order.append(at[0])
        assert at[1]
        assert at[2] != "none"
    page.close()
    assert order == sorted(order)


def test_what_is_read_out_has_the_order_of_what_is_seen(chromium: Any, pages: Path) -> None:
    page = chromium.new_page()
    page.goto((pages / "halven.html").as_uri())
    chapters = page.evaluate(
        "[...document.querySelectorAll('.chapter > header > :first-child')]"
        ".map((h) => [h.textContent, h.getBoundingClientRect().top])"
    )
    page.close()
    assert [name for name, _ in chapters] == [
        "In dispute",
        "How the claims stand",
        "Who said what",
        "Figures",
        "Timeline",
        "Whence",
        "The articles",
        "Not read",
    ]
    assert [top for _, top in chapters] == sorted(top for _, top in chapters)


def test_the_answer_to_why_is_next_on_the_keyboard(chromium: Any, pages: Path) -> None:
    page = chromium.new_page()
    page.goto((pages / "halven.html").as_uri())
    button = page.locator("button").first
    button.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[popover]') !== null")
    page.keyboard.press("Escape")
    assert button.evaluate("(e) => e === document.activeElement")
    page.close()


@pytest.mark.parametrize("name", ["halven", "scripts", "hostile", "several"])
def test_text_twice_as_large_loses_nothing(chromium: Any, pages: Path, name: str) -> None:
    """As a browser zooms: half the pixels for the same window, here of 1280."""
    page = chromium.new_page(viewport={"width": 640, "height": 450}, device_scale_factor=2)
    page.goto((pages / f"{name}.html").as_uri())
    page.evaluate("for (const fold of document.querySelectorAll('details')) fold.open = true")
    lost = page.evaluate(
        """() => [...document.querySelectorAll('main *')].filter((e) => {
          if (e.closest('svg, .sr, .scroll, thead, [popover]')) return false;
          const box = e.getBoundingClientRect(), hides = getComputedStyle(e).overflowX === 'hidden';
          const cut = hides && e.scrollWidth > e.clientWidth + 1;
          return box.right > innerWidth + 1 || box.left < -1 || cut;
        }).map((e) => e.tagName + '.' + e.className)"""
    )
    page.close()
    assert lost == []


def test_larger_type_alone_makes_everything_larger(chromium: Any, pages: Path) -> None:
    page = chromium.new_page()
    page.goto((pages / "halven.html").as_uri())
    size = "parseFloat(getComputedStyle(document.querySelector('.utterance .words')).fontSize)"
    before = page.evaluate(size)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    after = page.evaluate(size)
    beyond = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    page.close()
    assert after > 1.8 * before
    assert beyond <= 0
