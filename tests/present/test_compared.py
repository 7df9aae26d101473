"""Two articles side by side: every word of both is there, and stands where it belongs."""

from hypothesis import given
from hypothesis import strategies as st
from tests.present import stories
from tests.present.factory import AGENCY, OBSERVER, Report
from tests.present.halven_reports import para

from whence.model import Aligned, Article, Change, Span
from whence.present import render_page
from whence.present.compared import Compared
from whence.present.story import story_context
from whence.present.texts import Piece


def words(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


def article(*paragraphs: str, outlet: object = AGENCY) -> Article:
    return Report(outlet, [para(words) for words in paragraphs]).annotated().article  # type: ignore[arg-type]


def span(article: Article, words: str) -> Span:
    start = article.text.index(words)
    return Span(start, start + len(words))


SOURCE = article("The gate was shut.", "Nobody was hurt.", "It rained all night.")
DEBTOR = article("It rained all night.", "The gate was closed.", "So we saw.", outlet=OBSERVER)
ALIGNED = [
    Aligned(
        Change.MOVED, span(DEBTOR, "It rained all night."), span(SOURCE, "It rained all night.")
    ),
    Aligned(
        Change.CHANGED, span(DEBTOR, "The gate was closed."), span(SOURCE, "The gate was shut.")
    ),
    Aligned(Change.CUT, None, span(SOURCE, "Nobody was hurt.")),
    Aligned(Change.ADDED, span(DEBTOR, "So we saw."), None),
]


def test_paragraphs_stand_beside_what_was_made_of_them() -> None:
    rows = Compared(SOURCE, DEBTOR, ALIGNED, "c1").context().rows
    shown = [(list(map(words, row.there)), list(map(words, row.here))) for row in rows]
    assert shown == [
        ([], ["It rained all night."]),
        (["The gate was shut."], ["The gate was closed."]),
        (["Nobody was hurt."], []),
        (["It rained all night."], []),
        ([], ["So we saw."]),
    ]


def test_each_change_is_marked_and_in_what_was_changed_the_words() -> None:
    rows = Compared(SOURCE, DEBTOR, ALIGNED, "c1").context().rows
    roles = [
        [piece.role for side in (*row.there, *row.here) for piece in side if piece.sort == "open"]
        for row in rows
    ]
    assert roles == [
        ["moved"],
        ["changed", "cut", "changed", "added"],
        ["cut"],
        ["moved"],
        ["added"],
    ]


def test_what_was_moved_leads_from_the_one_place_to_the_other() -> None:
    rows = Compared(SOURCE, DEBTOR, ALIGNED, "c1").context().rows
    here = next(piece for piece in rows[0].here[0] if piece.sort == "open")
    there = next(piece for piece in rows[3].there[0] if piece.sort == "open")
    assert (here.anchor, here.back) == (there.back, there.anchor) == ("c1-1h", "c1-1t")


def test_it_counts_the_words_of_each_change() -> None:
    counts = Compared(SOURCE, DEBTOR, ALIGNED, "c1").context().counts
    assert counts == (
        "4 words changed",
        "4 words moved",
        "3 words its own",
        "3 words left out",
    )


def test_the_page_sets_a_rewrite_beside_its_source() -> None:
    radio = story_context(stories.halven().stories[0]).articles[2]
    [debt] = radio.debts
    assert debt.compared is not None
    page = render_page(stories.halven())
    assert "Side by side with Kestrian Press Agency" in page
    assert '<ins class="added">and was in order.</ins>' in page


@st.composite
def alignments(draw: st.DrawFn) -> list[Aligned]:
    def somewhere(text: str) -> Span:
        start = draw(st.integers(0, len(text) - 1))
        return Span(start, draw(st.integers(start + 1, len(text))))

    found = []
    for change in draw(st.lists(st.sampled_from(Change), max_size=6)):
        here = None if change is Change.CUT else somewhere(DEBTOR.text)
        there = None if change is Change.ADDED else somewhere(SOURCE.text)
        found.append(Aligned(change, here, there))
    return found


@given(alignments())
def test_no_paragraph_is_lost_or_shown_twice(aligned: list[Aligned]) -> None:
    rows = Compared(SOURCE, DEBTOR, aligned, "c1").context().rows
    theirs = [words(side) for row in rows for side in row.there]
    ours = [words(side) for row in rows for side in row.here]
    assert ours == [block.span.of(DEBTOR.text) for block in DEBTOR.blocks]
    assert theirs == [block.span.of(SOURCE.text) for block in SOURCE.blocks]
