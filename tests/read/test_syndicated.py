"""Pages that declare another outlet's address: a reprint credits what its canonical link is of."""

import json

import pytest
from tests.read.reading import BODY, article

from whence.model import CreditKind
from whence.read.addresses import tell_apart

PARAGRAPHS = "".join(f"<p>{line}</p>" for line in (BODY + "\n\n" + BODY).split("\n\n"))


def page(canonical: str, og_url: str, site: str) -> str:
    return (
        f'<html lang="en"><head><title>Ferry stays in port</title>'
        f'<link rel="canonical" href="{canonical}"><meta property="og:url" content="{og_url}">'
        f'<meta property="og:site_name" content="{site}"></head>'
        f"<body><article><h1>Ferry stays in port</h1>{PARAGRAPHS}</article></body></html>"
    )


def test_a_canonical_link_to_another_outlet_is_a_credit() -> None:
    html = page(
        "https://www.reuters.com/ferry", "https://www.bayherald.example/ferry", "Bay Herald"
    )
    found = article(html, "page.html")
    assert (found.outlet.name, found.outlet.domain) == ("Bay Herald", "bayherald.example")
    assert found.url == "https://www.bayherald.example/ferry"
    (credit,) = [one for one in found.credits if one.stated]
    assert (credit.kind, credit.names) == (CreditKind.REPORT, ("Reuters",))
    assert credit.stated == "the page's canonical link is https://www.reuters.com/ferry"
    assert credit.span.of(found.text) == "Ferry stays in port"


def test_a_record_with_another_outlets_canonical_address_credits_it() -> None:
    record = {
        "text": BODY,
        "url": "https://bayherald.example/ferry",
        "canonical_url": "https://www.reuters.com/ferry",
    }
    found = article(json.dumps(record), "page.jsonl")
    assert (found.outlet.domain, found.url) == ("bayherald.example", record["url"])
    assert [one.names for one in found.credits if one.stated] == [("Reuters",)]


def test_an_og_url_of_another_outlet_is_a_credit_too() -> None:
    html = page("https://bayherald.example/ferry", "https://apnews.com/ferry", "Bay Herald")
    found = article(html, "page.html")
    assert found.outlet.name == "Bay Herald"
    assert [one.names for one in found.credits if one.stated] == [("Associated Press",)]


@pytest.mark.parametrize(
    ("canonical", "og_url", "site"),
    [
        ("https://www.reuters.com/ferry", "https://www.reuters.com/ferry", "Reuters"),
        ("https://www.reuters.com/ferry", "https://uk.reuters.com/ferry", "Reuters"),
        ("https://bayherald.example/ferry", "https://m.bayherald.example/ferry", "Bay Herald"),
        ("https://bayherald.example/ferry", "https://cdn.mirror.example/ferry", "Bay Herald"),
    ],
)
def test_an_outlets_own_addresses_and_those_of_nobody_are_no_credit(
    canonical: str, og_url: str, site: str
) -> None:
    found = article(page(canonical, og_url, site), "page.html")
    assert [one for one in found.credits if one.stated] == []
    assert found.url == canonical


def test_an_address_of_another_outlet_alone_is_not_the_pages_own() -> None:
    found = tell_apart([("canonical link", "https://www.reuters.com/ferry")], "CNN")
    assert (found.own, found.origin) == (None, "Reuters")


def test_a_credit_that_the_text_prints_is_not_given_twice() -> None:
    html = page("https://www.reuters.com/ferry", "https://bayherald.example/f", "Bay Herald")
    html = html.replace("</article>", "<p>(Reporting by Reuters)</p></article>")
    named = [name for credit in article(html, "page.html").credits for name in credit.names]
    assert named.count("Reuters") == 1


def test_a_page_that_declares_nothing_has_no_address() -> None:
    assert tell_apart([], None).own is None
