"""Chromium for the tests that look at pages as a reader does."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.conftest import skip_or_fail

ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    """Debian's Chromium, driven by Playwright."""
    where = shutil.which("chromium")
    if where is None:
        skip_or_fail("browser", "Chromium is not installed (apt-get install chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=ARGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page of every invented account."""
    from tests.present.stories import ALL

    from whence.present import render_page

    folder = tmp_path_factory.mktemp("pages")
    for name, account in ALL.items():
        (folder / f"{name}.html").write_text(render_page(account()), encoding="utf-8")
    return folder
