"""What a page states about its article: JSON-LD first, then meta elements, then its body."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import htmldate
from lxml.html import HtmlElement

from whence.model import Moment
from whence.read.addresses import tell_apart
from whence.read.anatomy.wording import normal
from whence.read.dates import read_stamp
from whence.read.jsonl import storable
from whence.read.language import language_code
from whence.read.outlets import domain_of
from whence.read.page.linked_data import article_of

_PUBLISHED = (
    *("article:published_time", "og:article:published_time", "og:published_time", "datepublished"),
    *("parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "dc.date.issued"),
    *("dcterms.created", "dc.date", "dcterms.date", "pubdate", "publishdate", "publish-date"),
    *("publish_date", "publication_date", "date", "rnews:datepublished", "displaydate"),
    *("last-published", "article.published", "published", "citation_publication_date"),
)
_UPDATED = (
    *("article:modified_time", "og:article:modified_time", "og:updated_time", "datemodified"),
    *("dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "article.updated"),
)
_AUTHOR = ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "byl")
_SITE = ("og:site_name", "application-name", "dc.publisher", "publisher")
_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_LANGUAGE = ("og:locale", "content-language", "language", "dc.language")
_SITE_TAIL = re.compile(r"\s+[|–—\-«»•·:]+\s+[^|–—«»•·]{2,60}$")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page states about its article.

    `origin` is another outlet that the page declares its report to be of, and `origin_stated`
    where it does.
    """

    title: str | None
    byline: str | None
    published: Moment | None
    updated: Moment | None
    language: str | None
    url: str | None
    domain: str | None
    site: str | None
    origin: str | None = None
    origin_stated: str | None = None


def read_facts(tree: HtmlElement) -> Facts:
    """The facts of the page, each from the most trustworthy place that states it."""
    linked = article_of(tree)
    meta = _meta(tree)
    language = language_code(_string(linked.get("inLanguage"))) or language_code(
        tree.get("lang") or tree.get("xml:lang") or _pick(meta, _LANGUAGE)
    )
    site = _pick(meta, _SITE[:1]) or _name(linked.get("publisher")) or _pick(meta, _SITE[1:])
    addresses = tell_apart(_declared(tree, meta, linked), site)
    return Facts(
        title=_title(tree, meta, linked, site),
        byline=_authors(linked, meta),
        published=_published(tree, meta, linked, language),
        updated=_stamp(linked.get("dateModified"), language, "JSON-LD dateModified")
        or _meta_stamp(meta, _UPDATED, language),
        language=language,
        url=addresses.own,
        domain=domain_of(addresses.own),
        site=site,
        origin=addresses.origin,
        origin_stated=addresses.stated,
    )


def _meta(tree: HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or "").strip()
        if not content:
            continue
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = element.get(key)
            if name:
                found.setdefault(name.strip().lower(), storable(content))
    return found


def _pick(meta: dict[str, str], names: Iterable[str]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _title(
    tree: HtmlElement, meta: dict[str, str], linked: dict[str, Any], site: str | None
) -> str | None:
    """The headline as the page prints it, where a heading agrees with what it declares."""
    declared = [
        words
        for words in (_string(linked.get("headline")), _pick(meta, _TITLE), _title_element(tree))
        if words
    ]
    headings = [words for words in map(_words_of, tree.iter("h1")) if words]
    for heading in headings:
        for words in declared:
            if _is_part(words, heading):
                return words  # the heading holds a kicker as well
        if any(_agree(heading, words) for words in declared):
            return heading
    if len(headings) == 1 and not declared:
        return headings[0]
    return _without_site(declared[0], site) if declared else None


def _is_part(declared: str, heading: str) -> bool:
    ours, theirs = normal(heading), normal(declared)
    return len(theirs) >= 15 and ours != theirs and ours.endswith(theirs)


def _agree(heading: str, declared: str) -> bool:
    ours, theirs = normal(heading), normal(declared)
    if not ours or len(ours) < 8:
        return False
    if theirs.startswith(ours) or ours.startswith(theirs):
        return True
    a, b = set(ours.split()), set(theirs.split())
    return len(a & b) >= 0.6 * len(a | b)


def _title_element(tree: HtmlElement) -> str | None:
    found = tree.find(".//head/title")
    if found is None:
        found = tree.find(".//title")
    return _words_of(found) if found is not None else None


def _without_site(title: str, site: str | None) -> str:
    if site and normal(title).endswith(normal(site)) and normal(title) != normal(site):
        return _SITE_TAIL.sub("", title)
    return title


def _authors(linked: dict[str, Any], meta: dict[str, str]) -> str | None:
    stated = linked.get("author")
    names = [_name(entry) for entry in (stated if isinstance(stated, list) else [stated])]
    found = [name for name in names if name and _is_a_name(name)]
    if found:
        return ", ".join(dict.fromkeys(found))
    single = _pick(meta, _AUTHOR)
    if single is None or not _is_a_name(single):
        return None
    return re.sub(r"(?i)^by\s+", "", single)


def _is_a_name(words: str) -> bool:
    return "@" not in words and "://" not in words and not words.replace(" ", "").isdigit()


def _published(
    tree: HtmlElement, meta: dict[str, str], linked: dict[str, Any], language: str | None
) -> Moment | None:
    return (
        _stamp(linked.get("datePublished"), language, "JSON-LD datePublished")
        or _stamp(linked.get("dateCreated"), language, "JSON-LD dateCreated")
        or _meta_stamp(meta, _PUBLISHED, language)
        or _time_element(tree, language)
        or _by_htmldate(tree)
    )


def _meta_stamp(meta: dict[str, str], names: Iterable[str], language: str | None) -> Moment | None:
    for name in names:
        moment = _stamp(meta.get(name), language, f"the page's {name}")
        if moment is not None:
            return moment
    return None


def _time_element(tree: HtmlElement, language: str | None) -> Moment | None:
    for element in tree.iter("time", "abbr", "span"):
        role = (
            f"{element.get('itemprop') or ''} {element.get('class') or ''} {element.get('pubdate')}"
        )
        if re.search(r"(?i)\b(?:datepublished|published|pubdate|entry-date|dt-published)\b", role):
            stated = element.get("datetime") or element.get("content") or element.get("title")
            moment = _stamp(stated or _words_of(element), language, "the page's time element")
            if moment is not None:
                return moment
    first = next((e for e in tree.iter("time") if e.get("datetime")), None)
    if first is None:
        return None
    return _stamp(first.get("datetime"), language, "the page's first time element")


def _by_htmldate(tree: HtmlElement) -> Moment | None:
    # Its extensive search takes dates of copyright lines and teasers, so it stays off.
    try:
        found = htmldate.find_date(tree, extensive_search=False, original_date=True)
    except Exception:  # noqa: BLE001 - a page may break a third party's code in any way
        return None
    return read_stamp(found, evidence="the page's markup, by htmldate")


def _stamp(value: object, language: str | None, evidence: str) -> Moment | None:
    return read_stamp(_string(value), language=language, evidence=evidence)


def _declared(
    tree: HtmlElement, meta: dict[str, str], linked: dict[str, Any]
) -> list[tuple[str, str]]:
    """The web addresses that the page declares for its article, the canonical link first."""
    links = tree.iterfind(".//link[@rel='canonical']")
    canonical = next((link.get("href") for link in links if link.get("href")), None)
    page = linked.get("mainEntityOfPage")
    about = page.get("@id") if isinstance(page, dict) else page
    stated = (
        ("page's canonical link", canonical),
        ("page's og:url", meta.get("og:url")),
        ("page's JSON-LD url", _string(linked.get("url"))),
        ("page's JSON-LD mainEntityOfPage", _string(about)),
    )
    return [
        (where, storable(url.strip()))
        for where, url in stated
        if url and url.strip().startswith(("http://", "https://"))
    ]


def _name(entry: object) -> str | None:
    if isinstance(entry, dict):
        entry = entry.get("name")
    if isinstance(entry, list):
        entry = entry[0] if entry else None
    return _string(entry)


def _string(value: object) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if not isinstance(value, str):
        return None
    words = " ".join(storable(value).split())
    return words or None


def _words_of(element: HtmlElement) -> str:
    return " ".join(storable(element.text_content()).split())
