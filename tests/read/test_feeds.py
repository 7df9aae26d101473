"""Feeds: an article an item, the feed as its outlet, and the item's source as a credit."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.reading import article, everything

from whence.model import Article, CreditKind, Failure
from whence.read import ReadOptions, read_bytes

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Bay Herald</title><link>https://bayherald.example/</link><language>en-gb</language>
<item><title>Ferry stays in port</title><link>https://bayherald.example/ferry</link>
<guid>f-1</guid><pubDate>Fri, 08 Mar 2024 11:05:00 +0100</pubDate>
<dc:creator>Ivo Brandt</dc:creator>
<description>Short.</description>
<content:encoded><![CDATA[<p>The ferry will not sail, the harbour master said.</p>
<p>&ldquo;We wait,&rdquo; Edda Malm told reporters.<script>x()</script></p>]]></content:encoded>
<source url="https://www.meridian.example/rss">Meridian Press</source></item>
<item><title>Mail boat sails</title><description>It carries flour.</description></item>
<item><link>https://bayherald.example/empty</link></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Bay Herald</title>
<link rel="self" href="https://bayherald.example/feed"/><link href="https://bayherald.example/"/>
<entry><title>Ferry stays</title><id>tag:1</id><link href="https://bayherald.example/f"/>
<published>2024-03-08T10:05:00Z</published><updated>2024-03-09T10:05:00Z</updated>
<author><name>Ivo Brandt</name></author>
<source><title>Meridian Press</title></source>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It will not sail.</p>
<p>It waits.</p></div></content></entry></feed>"""


def test_an_item_is_an_article_of_the_feeds_outlet() -> None:
    ferry, boat, empty = everything(RSS, "news.rss")
    assert isinstance(ferry, Article)
    assert isinstance(boat, Article)
    assert isinstance(empty, Failure)
    assert ferry.text == (
        "Ferry stays in port\n\nThe ferry will not sail, the harbour master said.\n\n"
        "“We wait,” Edda Malm told reporters."
    )
    assert (ferry.outlet.name, ferry.outlet.domain) == ("Bay Herald", "bayherald.example")
    assert (ferry.title, ferry.byline, ferry.language) == (
        "Ferry stays in port",
        "Ivo Brandt",
        "en",
    )
    assert ferry.published is not None
    assert ferry.published.value == "2024-03-08T11:05+01:00"
    assert str(ferry.provenance) == "news.rss#f-1"
    assert boat.text == "Mail boat sails\n\nIt carries flour."


def test_the_source_of_an_item_is_credited() -> None:
    ferry, boat, _ = everything(RSS, "news.rss")
    assert isinstance(ferry, Article)
    assert isinstance(boat, Article)
    (credit,) = [one for one in ferry.credits if one.stated]
    assert (credit.kind, credit.names) == (CreditKind.REPORT, ("Meridian Press",))
    assert credit.stated == "the feed's source element is 'Meridian Press'"
    assert [one for one in boat.credits if one.stated] == []


def test_the_source_that_is_the_feed_itself_is_no_credit() -> None:
    own = RSS.replace("Meridian Press", "Bay Herald")
    ferry = everything(own, "news.rss")[0]
    assert isinstance(ferry, Article)
    assert [one for one in ferry.credits if one.stated] == []


def test_atom_is_read_alike() -> None:
    found = article(ATOM, "news.atom")
    assert found.text == "Ferry stays\n\nIt will not sail.\n\nIt waits."
    assert (found.url, found.byline) == ("https://bayherald.example/f", "Ivo Brandt")
    assert [one.names for one in found.credits if one.stated] == [("Meridian Press",)]


@pytest.mark.parametrize("text", [RSS, ATOM, "\n" + ATOM])
def test_a_feed_is_told_by_how_it_begins(text: str) -> None:
    assert {one.provenance.format for one in everything(text, "x") if isinstance(one, Article)} == {
        "feed"
    }


def test_entities_of_a_stranger_are_not_expanded() -> None:
    bomb = (
        '<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        "<rss><channel><item><title>Ferry &a; stays &b; put</title></item></channel></rss>"
    )
    found = article(bomb, "x.rss")
    assert "root" not in found.text
    assert found.text.startswith("Ferry")


@pytest.mark.parametrize("text", ["<rss><channel></channel></rss>", "<rss", "no feed at all"])
def test_what_holds_no_item_fails_alone(text: str) -> None:
    [failure] = everything(text, "x.rss")
    assert isinstance(failure, Failure)


@settings(deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_item_is_an_article_or_a_failure(title: str, body: str) -> None:
    text = f"<rss><channel><item><title>{title}</title><description>{body}</description></item>"
    for found in read_bytes(text.encode("utf-8", "replace"), "x.rss", ReadOptions()):
        assert isinstance(found, Article | Failure)
        if isinstance(found, Article):
            assert all(block.span.of(found.text) for block in found.blocks)
