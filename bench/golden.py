"""The account as plain lines, one a finding, so that a person can check it and a diff can show it.

``python -m bench.golden`` writes the lines of the example story to ``examples/golden/account.txt``.
Confidences are left out: processors differ in the last digits of eight-bit arithmetic.
"""

from collections.abc import Iterator
from pathlib import Path

from bench.example_story import EXAMPLES, key_of
from whence.model import Account, Annotated, Moment, Span, Statement, StoryAccount, exact
from whence.pipeline import report
from whence.present.neutral import one_line

GOLDEN = EXAMPLES / "golden" / "account.txt"


def lines(account: Account) -> Iterator[str]:
    """Every finding of an account as a line, in the order of the account."""
    for story in account.stories:
        yield f"STORY {story.linked.story.title}"
        for annotated in story.articles:
            yield from article_lines(story, annotated)
        yield from linked_lines(story)
    for failure in account.failed:
        yield f"FAILED {failure.input}: {failure.code}"


def article_lines(story: StoryAccount, annotated: Annotated) -> Iterator[str]:
    """What was read from one article."""
    article = annotated.article
    yield ""
    yield f"ARTICLE {key_of(annotated)}"
    yield f"  outlet {article.outlet.name}; published {dated(article.published)}"
    for credit in article.credits:
        yield f"  credit {credit.kind}: {' ← '.join(reversed(credit.names))}"
    for statement in annotated.statements:
        yield f"  {statement_line(story, annotated, statement)}"
    for figure in annotated.figures:
        bounds = f"{figure.low}..{figure.high}"
        words = one_line(figure.span.of(article.text))
        yield f"  figure {bounds} {figure.unit or ''} {figure.what or '?'} | {words}"


def statement_line(story: StoryAccount, annotated: Annotated, statement: Statement) -> str:
    """Who said what, to whom, when, through whom."""
    entity = story.entity_of.get(statement.speaker) if statement.speaker else None
    parts = [entity.name if entity else "UNKNOWN", statement.stance.value]
    if statement.cue_negated:
        parts.append("(cue negated)")
    for label, names in (
        ("to", statement.told), ("at", statement.venue), ("via", statement.via)
    ):  # fmt: skip
        parts.extend(f"[{label} {name.name}]" for name in names)
    if statement.said:
        parts.append(f"[{statement.said.value}]")
    return f"{' '.join(parts)}: {quoted(annotated, statement.content)}"


def linked_lines(story: StoryAccount) -> Iterator[str]:
    """What shows across the articles of one story."""
    linked = story.linked
    text = {claim.id: one_line(claim.text) for claim in linked.claims}
    yield ""
    for claim in linked.claims:
        if len(claim.statements) > 1:
            origins = ", ".join(sorted(f"{o.kind} {o.name}" for o in claim.origins))
            yield f"CLAIM of {len(claim.statements)} statements ({origins}): {text[claim.id]}"
    for relation in linked.relations:
        yield f"{relation.kind.upper()} ({relation.because.reason})"
        yield f"  {text[relation.a]}"
        yield f"  {text[relation.b]}"
    names = {a.article.id: key_of(a) for a in story.articles}
    for debt in linked.derivations:
        yield f"DEBT {names[debt.article]} {debt.kind} of {names.get(debt.source, debt.source)}"


def dated(moment: Moment | None) -> str:
    """A moment and what it rests on."""
    return f"{moment.value} ({moment.basis})" if moment else "unknown"


def quoted(annotated: Annotated, spans: tuple[Span, ...]) -> str:
    """The words of the spans on one line."""
    return one_line(exact(annotated.article.text, spans))


def render(account: Account) -> str:
    """All lines as one text."""
    return "\n".join(lines(account)) + "\n"


def main(path: Path = GOLDEN) -> None:
    """Write the golden account of the example story."""
    path.write_text(render(report([str(EXAMPLES / "reports")])), encoding="utf-8")
    print(f"wrote {path}")


if __name__ == "__main__":
    main()
