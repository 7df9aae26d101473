"""What holds of any text: order, bounds, identity."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.read.reading import everything

from whence.model import Article, Failure, Span
from whence.read.anatomy.units import cut
from whence.read.dates.calendar import fold

# Lines that the rules look at closely, between lines of anything at all.
LINES = st.sampled_from(
    [
        "Ferry to Osk stays in port",
        "By Ivo Brandt",
        "World / News Desk",
        "GENEVA, Oct. 3 (Osk News) — The ferry will not sail, she said on Friday.",
        "As reported by The Lund HeraldAnd so on.",
        "Waves break, Wednesday, March 6, 2024 (Lund Rescue via ONA)",
        "Son güncelleme: 4 Ekim 2015, 08:41",
        "İSTANBUL — “İşte,” dedi 😀.",
        "Updated",
        "Advertisement",
        "(Reporting by A; editing by B)",
        "",
        "\u00a0 \u200b",
        "The ferry will not sail before Monday, the harbour master said on Friday. (Reuters)",
    ]
)
BREAKS = st.sampled_from(["\n", "\r\n", "\n\n", "\r\n\r\n", "\u2028", " "])
TEXTS = st.lists(st.tuples(LINES | st.text(max_size=60), BREAKS), max_size=12).map(
    lambda pairs: "".join(line + end for line, end in pairs)
)


def storable(text: str) -> bool:
    return all(char != "\x00" and not "\ud800" <= char <= "\udfff" for char in text)


@settings(max_examples=150, deadline=None)
@given(TEXTS.filter(storable))
def test_blocks_lie_in_order_within_an_unchanged_text(text: str) -> None:
    [found] = everything(text.encode())
    if isinstance(found, Failure):
        assert found.code in {"input-empty", "input-undecodable", "input-unknown-format"}
        return
    assert found.text == text.removeprefix("\ufeff")
    for before, after in pairwise(found.blocks):
        assert before.span.end <= after.span.start
    for block in found.blocks:
        assert block.span.of(found.text).strip()
        if block.repeats is not None:
            assert block.repeats in {other.span for other in found.blocks}
            assert block.repeats < block.span
    for credit in found.credits:
        assert any(block.span.contains(credit.span) for block in found.blocks)
        assert all(credit.names)
    for moment in (found.published, found.updated):
        for span in moment.words if moment else ():
            assert span.end <= len(found.text)


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(storable))
def test_every_word_is_in_a_block(text: str) -> None:
    [found] = everything(text.encode())
    if isinstance(found, Article):
        covered = {at for block in found.blocks for at in range(block.span.start, block.span.end)}
        assert all(at in covered for at, char in enumerate(found.text) if char.isalnum())


@settings(max_examples=60, deadline=None)
@given(TEXTS.filter(storable))
def test_the_same_input_gives_the_same_article(text: str) -> None:
    assert everything(text.encode()) == everything(text.encode())


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=400), st.sampled_from(["a.txt", "a.html", "a.jsonl", "a", "a.txt.gz"]))
def test_any_bytes_give_articles_or_failures(data: bytes, name: str) -> None:
    for found in everything(data, name):
        assert isinstance(found, Article | Failure)


@given(st.text())
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(alphabet=st.characters(codec="utf-8") | st.sampled_from("\r\n \u00a0ab")))
def test_lines_are_cut_where_they_stand(text: str) -> None:
    units = cut(text)
    assert all(before.end <= after.start for before, after in pairwise(units))
    assert all(isinstance(unit, Span) and unit.of(text).strip() for unit in units)
