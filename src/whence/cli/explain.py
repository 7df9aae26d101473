"""`whence explain`: the evidence of every decision about an article, or about two."""

from collections.abc import Iterator
from dataclasses import asdict, fields

import click

from whence.cli.console import put
from whence.cli.files import STDOUT, write_json
from whence.evidence import MEASURES, Explanation, OriginWhy, PlaceWhy, TextWhy
from whence.evidence import explain as explained
from whence.model import Aligned, Article, Passage, Ruling, Span
from whence.present.neutral import neutral, one_line
from whence.store import Access, Ledger

_SHOWN = 90  # code points of a passage


@click.command(short_help="Show the evidence of what was decided.")
@click.argument("ledger", metavar="LEDGER")
@click.argument("article", metavar="ARTICLE")
@click.argument("other", metavar="[ARTICLE]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Print the evidence as JSON.")
def explain(ledger: str, article: str, other: str | None, *, as_json: bool) -> None:
    """Show why an ARTICLE of LEDGER is in its story, what it owes to other texts, and where its
    statements entered the news; of two articles, what is between these.

    An ARTICLE is an id or the beginning of one; `whence show LEDGER STORY --json -` lists them.
    """
    with Ledger.open(ledger, Access.READ) as opened:
        made = explained(opened, article, other)
    if as_json:
        write_json(STDOUT, _as_json(made))
        return
    for line in _lines(made):
        put(neutral(line))


def _lines(made: Explanation) -> Iterator[str]:
    for article, why in zip(made.articles, made.stories, strict=True):
        yield f"{article.id} · {_headed(article)}"
        yield from _story_lines(why, pair=len(made.articles) > 1)
    yield ""
    yield "Decided by people:" if made.rulings else "Decided by people: nothing"
    yield from (f"  {_ruling(ruling)}" for ruling in made.rulings)
    yield ""
    yield "Shared words:" if made.texts else "Shared words: none"
    for text in made.texts:
        yield from _text_lines(text)
    yield ""
    yield (
        "Origins:" if made.origins else "Origins: none shared" if made.articles[1:] else "Origins:"
    )
    for origin in made.origins:
        yield from _origin_lines(made, origin)


def _headed(article: Article) -> str:
    day = article.published.value if article.published else "undated"
    return one_line(f"{article.outlet.name} · {day} · {article.title or 'without a title'}")


def _story_lines(why: PlaceWhy, *, pair: bool) -> Iterator[str]:
    yield f"  story {why.story or 'none'}"
    for decision in why.decisions:
        yield f"    {decision.at:%Y-%m-%d %H:%M} {decision.who}: {one_line(decision.why)}"
    nearest = "the other article" if pair else "the nearest story"
    yield f"    likeness to {nearest} {why.likeness:.3f}, threshold {why.threshold:.3f}"
    for term in why.terms:
        yield f"      {term.share:5.1%}  {one_line(term.term)}"


def _text_lines(why: TextWhy) -> Iterator[str]:
    debt, judged = why.debt, why.debt.judged
    kind = debt.kind.value if debt.kind else "no debt"
    if debt.kind is None and judged.quotation:
        kind = "no debt (they quote the same words)"
    yield f"  {kind}: {why.debtor.id} from {why.source.id} · {_headed(why.source)}"
    yield f"    direction: {debt.way.why}"
    yield (
        f"    {judged.words} words shared, {judged.unquoted} of them outside quotations; "
        f"{judged.share:.0%} of the debtor, {judged.share_there:.0%} of the source; "
        f"longest passage {judged.longest}"
    )
    yield "    thresholds: " + ", ".join(
        f"{field.name.replace('_', ' ')} {getattr(MEASURES, field.name)}"
        for field in fields(MEASURES)
    )
    if debt.ruling:
        yield f"    {_ruling(debt.ruling)}"
    for aligned in why.aligned:
        yield f"    {aligned.change:8} {_beside(why, aligned)}"


def _beside(why: TextWhy, aligned: Aligned) -> str:
    here = _words(why.debtor.text, aligned.here)
    there = _words(why.source.text, aligned.there)
    return f"{here} | {there}" if here and there else here or there


def _origin_lines(made: Explanation, why: OriginWhy) -> Iterator[str]:
    origin = why.origin
    yield f"  “{_cut(why.claim.text)}”"
    yield f"    {origin.kind}: {one_line(origin.name)} ({origin.because})"
    for passage in origin.passages:
        shown = _shown(made, passage)
        yield f"    shown in {passage.article}{shown}"
    yield f"    articles: {', '.join(origin.articles)}"


def _shown(made: Explanation, passage: Passage) -> str:
    text = made.text_of(passage.article)
    return f": {_words(text, passage.span)}" if text else ""


def _words(text: str, span: Span | None) -> str:
    return f"“{_cut(span.of(text))}”" if span else ""


def _cut(words: str) -> str:
    line = one_line(words)
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN // 2]} … {line[-_SHOWN // 2 :]}"


def _ruling(ruling: Ruling) -> str:
    day = f"{ruling.at:%Y-%m-%d}"
    return one_line(
        f"{ruling.who} on {day}: {ruling.article} – {ruling.other}: {ruling.verdict} ({ruling.why})"
    )


def _as_json(made: Explanation) -> dict[str, object]:
    return {
        "articles": [article.id for article in made.articles],
        "stories": [
            {
                "story": why.story,
                "decisions": [asdict(each) | {"at": each.at.isoformat()} for each in why.decisions],
                "likeness": why.likeness,
                "threshold": why.threshold,
                "terms": [asdict(term) for term in why.terms],
            }
            for why in made.stories
        ],
        "texts": [_text_json(why) for why in made.texts],
        "origins": [
            {"claim": why.claim.id, "text": why.claim.text, **asdict(why.origin)}
            for why in made.origins
        ],
        "rulings": [asdict(ruling) | {"at": ruling.at.isoformat()} for ruling in made.rulings],
    }


def _text_json(why: TextWhy) -> dict[str, object]:
    judged = why.debt.judged
    return {
        "kind": why.debt.kind,
        "quotation": judged.quotation,
        "article": why.debtor.id,
        "from": why.source.id,
        "direction": why.debt.way.why,
        "words": judged.words,
        "unquoted": judged.unquoted,
        "share": judged.share,
        "share_there": judged.share_there,
        "longest": judged.longest,
        "thresholds": asdict(MEASURES),
        "aligned": [
            {
                "change": each.change,
                "here": each.here and asdict(each.here),
                "there": each.there and asdict(each.there),
            }
            for each in why.aligned
        ],
    }
