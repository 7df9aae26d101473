"""The costs of a page over the number of its articles, as a drawing for the docs."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

_WIDTH, _HEIGHT = 720, 300
_LEFT, _RIGHT, _TOP, _BOTTOM = 46, 200, 20, 42
_END, _FLOOR = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
_COLOURS = ("#14557f", "#8a4200", "#1f6246")
_QUIET, _RULE, _PAPER = "#5d5a53", "#dcd8cd", "#fdfcf9"

Points = Sequence[tuple[float, float]]


def draw(curves: Mapping[str, Points], file: Path) -> None:
    """Write an SVG of seconds over articles, a curve for each name, from nought on both axes."""
    most = max(x for points in curves.values() for x, _ in points)
    ceiling = max(y for points in curves.values() for _, y in points)
    size = f'width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="12"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" {size}>',
        f"<title>Seconds over articles: {', '.join(curves)}</title>",
        f'<rect width="100%" height="100%" fill="{_PAPER}"/>',
        *_axes(most, ceiling),
    ]
    for colour, (name, points) in zip(_COLOURS, curves.items(), strict=False):
        places = [_place(x / most, y / ceiling) for x, y in points]
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        parts.append(_text(x + 10, y + 4, f"{name}, {points[-1][1]:.1f} s", "start", colour))
    file.write_text("\n".join([*parts, "</svg>", ""]), encoding="utf-8")


def _axes(most: float, ceiling: float) -> Iterator[str]:
    for n in range(5):
        x, y = _place(n / 4, n / 4)
        yield f'<line x1="{_LEFT}" x2="{_END}" y1="{y:.1f}" y2="{y:.1f}" stroke="{_RULE}"/>'
        yield _text(_LEFT - 6, y + 4, f"{ceiling * n / 4:.1f} s", "end")
        yield _text(x, _FLOOR + 18, f"{most * n / 4:,.0f}", "middle")
    yield _text(_END, _FLOOR + 34, "articles", "end")


def _text(x: float, y: float, words: str, anchor: str, colour: str = _QUIET) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" fill="{colour}">{words}</text>'


def _place(right: float, up: float) -> tuple[float, float]:
    return _LEFT + right * (_END - _LEFT), _FLOOR - up * (_FLOOR - _TOP)
