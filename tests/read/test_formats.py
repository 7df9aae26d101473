"""Text, HTML and JSON Lines, as they come."""

import gzip
import json

import pytest
from tests.read.reading import BODY, BY, C, H, P, S, X, article, everything

from whence.model import Basis, Failure, Precision
from whence.read import ReadOptions

HEAD = "Ferry to Osk stays in port"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Fähre, 😀 und Käse\r\n".encode(), "Fähre, 😀 und Käse\r\n"),
        (b"\xef\xbb\xbf" + "Fähre".encode(), "Fähre"),
        ("\ufeffFähre".encode("utf-16-le"), "Fähre"),
        ("\ufeffFähre".encode("utf-16-be"), "Fähre"),
        ("\ufeffFähre".encode("utf-32-le"), "Fähre"),
        ("The ferry sails today.".encode("utf-16-le"), "The ferry sails today."),
        (
            ("Паром не выйдет из порта до понедельника, сказала начальница порта. " * 4).encode(
                "cp1251"
            ),
            "Паром не выйдет из порта до понедельника, сказала начальница порта. " * 4,
        ),
    ],
)
def test_text_is_decoded_and_otherwise_left_alone(data: bytes, text: str) -> None:
    assert article(data).text == text


def test_a_few_broken_bytes_do_not_cost_the_rest() -> None:
    good = "Die Fähre läuft am Montag wieder aus, hieß es in Lünd. " * 20
    assert article(good.encode() + b"\xff").text == good + "\ufffd"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "input-empty"),
        (b" \r\n\xc2\xa0\n", "input-empty"),
        (b"--- ***", "input-empty"),
        (b"\x00\x01\x02\x03" * 50, "input-undecodable"),
        (b"%PDF-1.4 rest", "input-unknown-format"),
        (b"PK\x03\x04rest", "input-unknown-format"),
        (b"\xff\xfeA", "input-undecodable"),
    ],
)
def test_what_is_no_text_is_refused_with_a_reason(data: bytes, code: str) -> None:
    [failure] = everything(data)
    assert isinstance(failure, Failure)
    assert (failure.input, failure.code) == ("report.txt", code)
    assert failure.why


def test_an_article_that_is_too_long_is_refused() -> None:
    [failure] = everything("word " * 100, options=ReadOptions(max_article_chars=200))
    assert isinstance(failure, Failure)
    assert failure.code == "input-too-large"
    page = "<html><body><p>" + "A sentence of the page. " * 100 + "</p></body></html>"
    [failure] = everything(page, "page.html", ReadOptions(max_article_chars=200))
    assert isinstance(failure, Failure)
    assert failure.code == "input-too-large"
    [failure] = everything('{"text": "' + "a" * 300, "a.jsonl", ReadOptions(max_input_bytes=200))
    assert isinstance(failure, Failure)
    assert failure.code == "input-too-large"
    [failure] = everything("word " * 100, options=ReadOptions(max_input_bytes=200))
    assert isinstance(failure, Failure)
    assert failure.code == "input-too-large"


PAGE = f"""<!doctype html><html lang="en-GB"><head><meta charset="utf-8">
<title>{HEAD} | Lund Herald</title>
<meta property="og:title" content="{HEAD}">
<meta property="og:site_name" content="Lund Herald">
<link rel="canonical" href="https://www.lundherald.example/2024/ferry">
<script type="application/ld+json">{{"@context": "https://schema.org", "@graph": [
 {{"@type": "WebPage", "name": "x"}},
 {{"@type": ["NewsArticle"], "headline": "{HEAD}", "datePublished": "2024-03-08T11:05:00+01:00",
  "dateModified": "2024-03-09T08:00:30Z", "author": [{{"@type": "Person", "name": "Ivo Brandt"}}],
  "publisher": {{"name": "Lund Herald"}}}}]}}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>{HEAD}</h1>
<p class="standfirst">Harbour master fears for passengers</p>
<div class="byline">By Ivo Brandt</div>
<figure><img src="a.jpg">
<figcaption>Waves break over the quay. Photo: Sanna Dell</figcaption></figure>
<p>The ferry to Osk will not sail before Monday, the harbour master of Lund Bay said on Friday.</p>
<p>“We will not risk a single passenger,” Edda Malm told reporters on the quay in the rain.</p>
<figure><img src="b.jpg"><figcaption>Edda Malm on the quay.</figcaption></figure>
<p>The mail boat will sail on Sunday if the wind allows it, and carry flour and medicine.</p>
<p>Share this story</p></article>
<footer><p>© 2024 Lund Herald. All rights reserved.</p></footer></body></html>"""


def test_a_page_gives_its_facts() -> None:
    read = article(PAGE, "page.html")
    assert read.title == HEAD
    assert (read.outlet.name, read.outlet.domain) == ("Lund Herald", "lundherald.example")
    assert (read.byline, read.language) == ("Ivo Brandt", "en")
    assert read.url == "https://www.lundherald.example/2024/ferry"
    assert read.published is not None
    assert read.updated is not None
    assert (read.published.value, read.published.precision, read.published.basis) == (
        "2024-03-08T11:05+01:00",
        Precision.MINUTE,
        Basis.METADATA,
    )
    assert read.updated.value == "2024-03-09T08:00:30Z"


def test_a_page_keeps_its_captions_in_their_places() -> None:
    read = article(PAGE, "page.html")
    assert [(block.kind, block.span.of(read.text)[:14]) for block in read.blocks] == [
        (H, HEAD[:14]),
        (S, "Harbour master"),
        (BY, "By Ivo Brandt"),
        (C, "Waves break ov"),
        (P, "The ferry to O"),
        (P, "“We will not r"),
        (C, "Edda Malm on t"),
        (P, "The mail boat "),
        (X, "Share this sto"),
    ]
    assert "All rights reserved" not in read.text


def test_a_page_may_be_gzipped_and_declare_another_encoding() -> None:
    page = PAGE.replace("utf-8", "windows-1252").replace("“", "").replace("”", "")
    page = page.replace("the quay in the rain", "the café in the rain")
    read = article(gzip.compress(page.encode("cp1252")), "page.html.gz")
    assert "the café in the rain" in read.text


def test_broken_linked_data_costs_only_itself() -> None:
    page = PAGE.replace('"@graph": [', '"@graph": [{{{')
    read = article(page, "page.html")
    assert read.title == HEAD
    assert read.published is not None
    assert read.published.value == "2024-03-08"


@pytest.mark.parametrize(
    "page",
    [
        "<html><body></body></html>",
        "<html><head><title>Only a title</title></head></html>",
        "<html><body>" + "<div>" * 20_000 + "deep" + "</div>" * 20_000 + "</body></html>",
        "<" * 50_000,
        "<html><body><p>" + "&#0;&#xD800;" * 5,
    ],
)
def test_a_page_without_an_article_fails_alone(page: str) -> None:
    [failure] = everything(page, "page.html")
    assert isinstance(failure, Failure)
    assert failure.code in {"input-empty", "input-malformed"}


@pytest.mark.parametrize("attributes", [("a{}",), ('a{}="1"', 'b{}=">"', "c{}='<p a'")])
def test_a_page_with_an_endless_tag_fails_alone(attributes: tuple[str, ...]) -> None:
    tag = " ".join(one.format(n) for n in range(20_000) for one in attributes)
    page = f"<html><body><p {tag}>{BODY}</p></body></html>"
    [failure] = everything(page, "page.html")
    assert isinstance(failure, Failure)
    assert failure.code == "input-malformed"
    assert "more than 1,000 attributes" in failure.why


def test_a_page_of_many_tags_with_attributes_is_read() -> None:
    links = "".join(f'<a href="/{n}" class="link" data-n={n}>.</a>' for n in range(2_000))
    page = PAGE.replace("</footer>", f"{links}</footer>")
    assert article(page, "page.html").text == article(PAGE, "page.html").text


def test_reads_the_fields_of_news_please() -> None:
    record = {
        "maintext": BODY,
        "title": HEAD,
        "date_publish": "2024-03-08 11:05:00",
        "date_modify": "2024-03-09 08:00:30",
        "authors": ["Ivo Brandt", "Sanna Dell"],
        "source_domain": "www.lundherald.example",
        "url": "https://www.lundherald.example/2024/ferry",
        "language": "en",
        "description": None,
    }
    read = article(json.dumps(record), "news.jsonl")
    assert (read.text, read.title, read.byline) == (BODY, HEAD, "Ivo Brandt, Sanna Dell")
    assert (read.outlet.name, read.url) == ("lundherald.example", record["url"])
    assert read.published is not None
    assert read.updated is not None
    assert (read.published.value, read.updated.value) == (
        "2024-03-08T11:05",
        "2024-03-09T08:00:30",
    )
    assert str(read.provenance) == "news.jsonl#1"


def test_reads_the_fields_of_research_data() -> None:
    record = {"id": "a/1", "title": HEAD, "text": BODY, "date": "2024-03-08", "outlet": "BBC News"}
    read = article(json.dumps(record), "data.jsonl")
    assert str(read.provenance) == "data.jsonl#a/1"
    assert read.outlet.domain == "bbc.com"
    assert read.published is not None
    assert (read.published.value, read.published.basis) == ("2024-03-08", Basis.METADATA)


def test_a_bad_line_fails_alone_and_is_named() -> None:
    lines = [
        json.dumps({"text": BODY}),
        '{"text": ',
        "[1, 2]",
        json.dumps({"id": "none", "text": "  "}),
        json.dumps({"title": "no text"}),
        "",
        "{" + '"a":{' * 50_000,
        json.dumps({"text": "x" * 3000}),
        json.dumps({"text": BODY + " "}),
    ]
    found = everything("\n".join(lines), "many.jsonl", ReadOptions(max_input_bytes=2000))
    assert [
        (entry.input, entry.code) if isinstance(entry, Failure) else entry.provenance.record
        for entry in found
    ] == [
        "1",
        ("many.jsonl#2", "input-malformed"),
        ("many.jsonl#3", "input-malformed"),
        ("many.jsonl#none", "input-empty"),
        ("many.jsonl#5", "input-malformed"),
        ("many.jsonl#7", "input-too-large"),
        ("many.jsonl#8", "input-too-large"),
        "9",
    ]


def test_nesting_without_end_is_malformed() -> None:
    [failure] = everything('{"a":' + "[" * 200_000 + "}", "deep.jsonl")
    assert isinstance(failure, Failure)
    assert failure.code == "input-malformed"


def test_a_json_file_may_hold_one_object_or_an_array() -> None:
    records = [{"text": BODY}, {"text": BODY + " And more."}]
    assert article(json.dumps(records[0], indent=2), "one.json").text == BODY
    assert len(everything(json.dumps(records), "two.json")) == 2
    assert len(everything("\ufeff" + json.dumps(records, indent=1), "two.json")) == 2


@pytest.mark.parametrize("place", ["two.jsonl", "without a suffix"])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_json_of_two_bytes_a_letter_is_read_as_any_other(encoding: str, place: str) -> None:
    # Ċ has a byte of its own that is a line feed to whoever looks at bytes.
    records = [{"text": BODY}, {"text": BODY + " Ċilja said so."}]
    lines = "\n".join(json.dumps(record, ensure_ascii=False) for record in records)
    for printed in (lines, json.dumps(records, indent=1, ensure_ascii=False)):
        found = everything(printed.encode(encoding), place)
        assert [getattr(each, "text", each) for each in found] == [r["text"] for r in records]


def test_json_lines_that_begin_as_utf_16_and_are_none_fail_as_one() -> None:
    [failure] = everything(b'{\x00"\x00' + b"\xff\xd8\n" * 9, "broken.jsonl")
    assert isinstance(failure, Failure)
    assert failure.code == "input-undecodable"


def test_what_no_database_can_hold_is_shown_as_such() -> None:
    read = article('{"text": "The ferry\\u0000 sails \\ud800 today."}', "bad.jsonl")
    assert read.text == "The ferry\ufffd sails \ufffd today."


def test_a_cut_off_gzip_stream_gives_what_came_before() -> None:
    lines = "".join(json.dumps({"text": f"{BODY} {n} {n * n}"}) + "\n" for n in range(2000))
    data = gzip.compress(lines.encode())
    found = everything(data[: len(data) * 9 // 10], "cut.jsonl.gz")
    assert len(found) > 1000
    assert isinstance(found[-1], Failure)
    assert found[-1].code == "input-malformed"
    assert not any(isinstance(entry, Failure) for entry in found[:-1])


def test_a_gzip_bomb_is_stopped() -> None:
    bomb = gzip.compress(b"a" * 20_000_000, compresslevel=9)
    [failure] = everything(bomb, "bomb.txt.gz", ReadOptions(max_input_bytes=100_000))
    assert isinstance(failure, Failure)
    assert failure.code == "input-too-large"
    [failure] = everything(bomb, "bomb.jsonl.gz", ReadOptions(max_input_bytes=100_000))
    assert isinstance(failure, Failure)
    assert failure.code == "input-too-large"


def test_the_format_is_told_from_the_content_where_no_suffix_tells_it() -> None:
    assert article(PAGE, "-").provenance.format == "html"
    assert article(json.dumps({"text": BODY}), "-").provenance.format == "jsonl"
    assert article(BODY, "-").provenance.format == "text"
    assert article(BODY, "page.html", ReadOptions(format="text")).provenance.format == "text"
