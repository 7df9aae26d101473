"""How the account of the example story compares with what a careful person reads in it.

``python -m bench.example_story`` prints the figures, with ``-v`` also every difference.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path
from typing import Any

from whence.model import Account, Annotated, Span, Statement, StoryAccount
from whence.pipeline import report

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
Row = dict[str, Any]


@dataclass
class Score:
    """Counts of one measure, and the differences in words."""

    right: int = 0
    wrong: int = 0
    missing: int = 0
    differences: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missing)


def rows(name: str) -> list[Row]:
    """The records of one truth file."""
    lines = (EXAMPLES / "truth" / f"{name}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


def key_of(annotated: Annotated) -> str:
    """How the truth names an article: its file, and its record where a file holds several."""
    provenance = annotated.article.provenance
    place = Path(provenance.place).name
    return place if provenance.record is None else f"{place}#{provenance.record}"


def occurrences(text: str, words: str) -> Iterator[Span]:
    """Where `words` stand in `text`."""
    at = text.find(words)
    while at >= 0:
        yield Span(at, at + len(words))
        at = text.find(words, at + 1)


def overlap(one: Sequence[Span], two: Sequence[Span]) -> float:
    """The share of the longer side's code points that both sides cover."""
    a = {at for span in one for at in range(span.start, span.end)}
    b = {at for span in two for at in range(span.start, span.end)}
    return len(a & b) / max(len(a), len(b), 1)


def placings(text: str, content: str | list[Any]) -> Iterator[list[Span]]:
    """Where the content of a row may stand: given by offsets, or wherever its words are found."""
    pieces = [content] if isinstance(content, str) else content
    if not isinstance(pieces[0], str):
        yield [Span(start, end) for start, end in pieces]
        return
    for first in occurrences(text, pieces[0]):
        later = (span for words in pieces[1:] for span in occurrences(text, words))
        yield [first, *(span for span in later if span.start > first.start)]


class Matcher:
    """Finds the statements of an account that the truth speaks of."""

    def __init__(self, account: Account) -> None:
        self.home: dict[str, tuple[StoryAccount, Annotated]] = {
            key_of(annotated): (story, annotated)
            for story in account.stories
            for annotated in story.articles
        }

    def find(self, row: Row) -> Statement | None:
        """The statement whose content covers at least half of the row's, best first."""
        home = self.home.get(row["article"])
        if home is None:
            return None
        best, most = None, 0.5
        for pieces in placings(home[1].article.text, row["content"]):
            for statement in home[1].statements:
                share = overlap(pieces, statement.content)
                if isinstance(row["content"], str):  # a pointer: the first piece suffices
                    share = max(share, overlap(pieces, statement.content[:1]))
                if share >= most:
                    best, most = statement, share
        return best

    def names(self, row: Row, statement: Statement) -> set[str] | None:
        """The speaker's names in lower case; ``None`` where the speaker is unknown."""
        story, annotated = self.home[row["article"]]
        if statement.speaker is None:
            return None
        entity = story.entity_of.get(statement.speaker)
        local = next(r for r in annotated.referents if r.id == statement.speaker)
        names = {local.name, *local.names, *((entity.name, *entity.names) if entity else ())}
        return {name.lower() for name in names}

    def claim(self, row: Row, statement: Statement) -> str | None:
        """The id of the claim that holds the statement."""
        story, _ = self.home[row["article"]]
        return next((c.id for c in story.linked.claims if statement.id in c.statements), None)


def is_named(expected: str, names: set[str]) -> bool:
    """Whether one of the names is the expected one, give or take a title or article."""
    want = expected.lower().removeprefix("the ")
    return any(want in name or name.removeprefix("the ") in want for name in names)


def score_statements(matcher: Matcher, truth: Sequence[Row]) -> dict[str, Score]:
    """Found statements, and for the found ones their speaker, date and chain."""
    scores = {name: Score() for name in ("statement", "speaker", "said", "told", "via", "stance")}
    seen: set[str] = set()
    for row in truth:
        statement = matcher.find(row)
        where = f"{row['article']}: {str(row['content'][0])[:60]!r}"
        if statement is None:
            scores["statement"].missing += 1
            scores["statement"].differences.append(f"not found: {where}")
            continue
        seen.add(statement.id)
        scores["statement"].right += 1
        names = matcher.names(row, statement)
        if names is None:
            scores["speaker"].missing += 1
            scores["speaker"].differences.append(f"unknown, not {row['speaker']}: {where}")
        elif is_named(row["speaker"], names):
            scores["speaker"].right += 1
        else:
            scores["speaker"].wrong += 1
            scores["speaker"].differences.append(f"{sorted(names)}, not {row['speaker']}: {where}")
        got = {
            "said": statement.said.value if statement.said else None,
            "told": " ".join(name.name for name in statement.told) or None,
            "via": " ".join(name.name for name in statement.via) or None,
            "stance": statement.stance.value,
        }
        for name, value in got.items():
            score_field(scores[name], row.get(name), value, where)
    for _, annotated in matcher.home.values():
        for statement in annotated.statements:
            if statement.id not in seen:
                words = " | ".join(s.of(annotated.article.text) for s in statement.content)
                scores["statement"].wrong += 1
                scores["statement"].differences.append(
                    f"extra: {key_of(annotated)}: {words[:90]!r}"
                )
    return scores


def score_field(score: Score, expected: str | None, got: str | None, where: str) -> None:
    """Count one field; nothing expected and nothing got counts for nobody."""
    if expected is None and got is None:
        return
    same = bool(expected and got) and expected.lower().removeprefix("the ") in got.lower()
    score.right += same
    score.wrong += got is not None and not same
    score.missing += expected is not None and not same
    if not same:
        score.differences.append(f"{got!r}, not {expected!r}: {where}")


def score_claims(matcher: Matcher) -> Score:
    """Pairs of statements that the truth puts into one claim."""
    score = Score()
    for row in rows("claims"):
        for one, two in combinations(row["statements"], 2):
            a, b = matcher.find(one), matcher.find(two)
            same = bool(a and b) and matcher.claim(one, a) == matcher.claim(two, b)  # type: ignore[arg-type]
            score.right += same
            score.missing += not same
            if not same:
                score.differences.append(
                    f"apart: {one['content'][:50]!r} / {two['content'][:50]!r}"
                )
    return score


def score_relations(matcher: Matcher) -> dict[str, Score]:
    """Relations between claims, against the sides that the truth sets against each other.

    A row holds if some claim of one side is so related to one of the other. A relation of the
    account is right if it joins the two sides of a row of its kind, and wrong otherwise.
    """
    scores = {kind: Score() for kind in ("contradicts", "revises", "supports")}
    relations = [
        (relation, story)
        for story in {id(story): story for story, _ in matcher.home.values()}.values()
        for relation in story.linked.relations
    ]
    listed: set[str] = set()
    for row in rows("relations"):
        one, two = (claims_of(matcher, row[side]) for side in ("a", "b"))
        hits = {
            relation.id
            for relation, _ in relations
            if relation.kind.value == row["kind"]
            and (
                (relation.a in one and relation.b in two)
                or (relation.b in one and relation.a in two)
            )
        }
        listed |= hits
        if not hits:
            scores[row["kind"]].missing += 1
            words = f"{row['a'][0]['content'][:60]!r} / {row['b'][0]['content'][:60]!r}"
            scores[row["kind"]].differences.append(f"not found: {words}")
    for relation, story in relations:
        score = scores[relation.kind.value]
        score.right += relation.id in listed
        if relation.id not in listed:
            text = {claim.id: claim.text for claim in story.linked.claims}
            score.wrong += 1
            score.differences.append(
                f"not listed: {text[relation.a][:70]!r} / {text[relation.b][:70]!r} "
                f"({relation.because.words})"
            )
    return scores


def claims_of(matcher: Matcher, side: Sequence[Row]) -> set[str | None]:
    """The claims that hold the statements of one side."""
    found = ((ref, matcher.find(ref)) for ref in side)
    return {matcher.claim(ref, statement) for ref, statement in found if statement}


def score_account(account: Account) -> dict[str, Score]:
    """Every measure of the example story."""
    matcher = Matcher(account)
    return {
        **score_statements(matcher, rows("statements")),
        "same claim": score_claims(matcher),
        **score_relations(matcher),
    }


def main() -> None:
    """Print the figures."""
    account = report([str(EXAMPLES / "reports")])
    print(f"{len(account.stories)} stories, {len(account.failed)} inputs failed")
    for name, score in score_account(account).items():
        print(
            f"{name:12} right {score.right:3} wrong {score.wrong:3} missing {score.missing:3}"
            f"   precision {score.precision:.2f} recall {score.recall:.2f}"
        )
        if "-v" in sys.argv:
            print("".join(f"      {line}\n" for line in score.differences), end="")


if __name__ == "__main__":
    main()
