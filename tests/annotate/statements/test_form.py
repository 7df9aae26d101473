"""Direct, indirect and mixed, by the quotation marks in the content."""

import pytest
from tests.annotate.statements.marked import annotate

from whence.annotate.quotes import Quotations
from whence.model import Form, Span


@pytest.mark.parametrize(
    ("content", "form"),
    [
        ("“The road is closed,”", Form.DIRECT),
        ('"The road is closed,"', Form.DIRECT),
        ("«The road is closed»", Form.DIRECT),
        ("„The road is closed“", Form.DIRECT),
        ("''The road is closed,''", Form.DIRECT),
        ("the road was closed", Form.INDIRECT),
        ("the road was “closed for good”", Form.MIXED),
        ("the road wasn't closed, it's open", Form.INDIRECT),
    ],
)
def test_form(content: str, form: Form) -> None:
    result = annotate(f"{{S <P Ana Berg>}} {{C said}} {{X {content}}}.")
    assert result.statements[0].form is form


def test_two_quoted_pieces_are_direct() -> None:
    result = annotate("{X “The road,”} {S <P Ana Berg>} {C said}, {X “is closed.”}")
    assert result.statements[0].form is Form.DIRECT


def test_a_quotation_left_open_runs_to_the_end_of_its_paragraph() -> None:
    text = "“The road is closed.\n\nIt rained."
    quotations = Quotations(text, (Span(0, 20), Span(22, 32)))
    assert quotations.spans == (Span(0, 20),)


def test_british_marks_are_not_taken_for_apostrophes() -> None:
    text = "‘The mayor’s road isn’t closed,’ she said."
    quotations = Quotations(text, (Span(0, len(text)),))
    assert [span.of(text) for span in quotations.spans] == ["‘The mayor’s road isn’t closed,’"]
