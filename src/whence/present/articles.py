"""The articles as they are shown: what is known of each, and its whole text."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from whence.model import Article, BlockKind, Derivation, OutletKind
from whence.present import wording
from whence.present.anatomy import Passage, blocks
from whence.present.claims import Claims
from whence.present.compared import Compared
from whence.present.lookup import Lookup
from whence.present.neutral import one_line
from whence.present.texts import ArticleContext, BlockContext, DebtContext, Fact

_CODE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Articles:
    """The articles of one story as contexts."""

    lookup: Lookup
    claims: Claims

    @cached_property
    def _passages(self) -> dict[str, list[Passage]]:
        """The passages to be marked, by article."""
        story = self.lookup.number
        found: dict[str, list[Passage]] = {id_: [] for id_ in self.lookup.annotated}
        for statement in self.lookup.statements.values():
            number = self.lookup.statement_number[statement.id]
            marks = found[statement.article]
            marks.extend(Passage(span, "source", number) for span in statement.source)
            marks.extend(Passage(span, "cue", number) for span in statement.cue)
            *most, last = sorted(statement.content)
            anchor, back = f"w{story}-{number}", f"s{story}-{number}"
            for span in most:
                marks.append(Passage(span, "content", number, anchor))
                anchor = ""
            marks.append(Passage(last, "content", number, anchor, back))
        for passage, number in self.claims.evidence_number.items():
            anchor = f"e{story}-{number}"
            found[passage.article].append(Passage(passage.span, "evidence", number, anchor))
        return {id_: self._trimmed(id_, marks) for id_, marks in found.items()}

    def _trimmed(self, article: str, marks: list[Passage]) -> list[Passage]:
        """The passages without white space at their ends, which may lie outside every block."""
        text = self.lookup.annotated[article].article.text
        return [
            replace(mark, span=span) for mark in marks if (span := mark.span.trim(text)) is not None
        ]

    def contexts(self) -> tuple[ArticleContext, ...]:
        """Every article, in the order of the account."""
        return tuple(self._context(each.article) for each in self.lookup.account.articles)

    def _context(self, article: Article) -> ArticleContext:
        number = self.lookup.article_number[article.id]
        parts = list(blocks(article, self._passages[article.id]))
        headline = next((part for part in parts if part.kind == BlockKind.HEADLINE), None)
        if headline is not None:
            parts.remove(headline)
        outlet = article.outlet
        numbers = [
            self.lookup.statement_number[s.id] for s in self.lookup.annotated[article.id].statements
        ]
        return ArticleContext(
            number=number,
            anchor=f"a{self.lookup.number}-{number}",
            title=one_line(article.title or "") or _headline_words(headline) or "Without a title",
            headline=headline,
            outlet=self.lookup.outlet(article),
            outlet_kind="" if outlet.kind is OutletKind.UNKNOWN else outlet.kind.value,
            byline=article.byline or "",
            published=wording.when(article.published, article.text),
            updated=wording.when(article.updated, article.text),
            language=_language(article),
            place=str(article.provenance),
            url=article.url or "",
            facts=tuple(_facts(article)),
            debts=tuple(
                self._debt(debt, article, n)
                for n, debt in enumerate(self.lookup.debts.get(article.id, ()), 1)
            ),
            blocks=tuple(parts),
            count=wording.counted(len(numbers), "statement"),
            numbers=_range(numbers),
        )

    def _debt(self, debt: Derivation, debtor: Article, number: int) -> DebtContext:
        lender = self.lookup.annotated.get(debt.source)
        anchor, compared = "", None
        if lender is not None:
            story, at = self.lookup.number, self.lookup.article_number
            anchor = f"a{story}-{at[debt.source]}"
            if debt.aligned:
                place = f"c{story}-{at[debtor.id]}-{number}"
                compared = Compared(lender.article, debtor, debt.aligned, place).context()
        return DebtContext(
            kind=debt.kind.value,
            source=self.lookup.outlet(lender.article) if lender else debt.source,
            source_anchor=anchor,
            evidence=wording.dated(debt.evidence),
            compared=compared,
        )


def _range(numbers: Sequence[int]) -> str:
    """ "12–19": the statements of an article follow each other."""
    if not numbers:
        return ""
    first, last = min(numbers), max(numbers)
    return str(first) if first == last else f"{first}–{last}"


def _headline_words(headline: BlockContext | None) -> str:
    if headline is None:
        return ""
    return one_line("".join(piece.text for piece in headline.pieces))


def _language(article: Article) -> str:
    """The article's language where it is a code, empty otherwise."""
    return article.language if article.language and _CODE.fullmatch(article.language) else ""


def _facts(article: Article) -> Iterable[Fact]:
    published = wording.when(article.published, article.text)
    if published is None:
        yield Fact("Published", "unknown; words such as “Thursday” stay unresolved")
    else:
        note = f" ({published.note})" if published.note else ""
        yield Fact("Published", f"{published.words}{note}")
    updated = wording.when(article.updated, article.text)
    if updated is not None:
        yield Fact(
            "Updated", f"{updated.words} ({updated.note})" if updated.note else updated.words
        )
    if article.byline:
        yield Fact("By", article.byline)
    for credit in article.credits:
        yield Fact(f"{credit.kind.value.capitalize()} credit", " via ".join(credit.names))
    if article.outlet.country:
        yield Fact("Country", article.outlet.country)
    if article.language:
        yield Fact("Language", article.language)
    if article.url:
        yield Fact("Address", article.url)
    yield Fact("Read from", str(article.provenance))
    yield Fact("Digest (SHA-256)", article.provenance.digest)
