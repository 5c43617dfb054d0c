"""Results as a picture (SVG 1.1), drawn the same from the same results.

It has a ground of its own, so that its letters can be read on a light page and on a dark one, and colours in
attributes alone, since a page's policy allows no styles within.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from bench.results import Results

_WIDTH, _LEFT, _RIGHT = 640, 200, 90
_ROW, _BAR, _HEAD = 26, 16, 40
_INK, _GROUND, _OURS, _OTHERS = "#1d2733", "#ffffff", "#0b6e8f", "#9aa5b1"
Bars = Mapping[str, tuple[float, str]]
"""Name → value and colour."""


def picture(results: Results) -> str:
    """Milliseconds a page beside other generators, and seconds after each change."""
    size = results.sizes[-1]
    drawn = [_chart(title, bars, digits) for title, bars, digits in _charts(results)]
    height = sum(tall for _, tall in drawn) + 10
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" role="img">',
        f"<title>What a build costs with up to {size.articles:,} articles</title>",
        f'<rect width="{_WIDTH}" height="{height}" rx="6" fill="{_GROUND}"/>',
        f'<g font-family="sans-serif" font-size="13" fill="{_INK}">',
    ]
    top = 0
    for shapes, tall in drawn:
        lines += [f'<g transform="translate(0 {top})">', *shapes, "</g>"]
        top += tall
    return "\n".join([*lines, "</g>", "</svg>"]) + "\n"


def _charts(results: Results) -> Iterator[tuple[str, Bars, int]]:
    size, largest = results.beside, results.sizes[-1]
    others = {name: (one.page, _OTHERS) for name, one in size.peers.items() if one}
    title = f"Milliseconds of CPU a page, {size.articles:,} articles"
    yield title, {"this generator": (size.full.page, _OURS), **others}, 1
    title = f"Seconds of CPU, {largest.articles:,} articles"
    yield title, {name: (one.cpu, _OURS) for name, one in largest.ours.items()}, 1


def _chart(title: str, bars: Bars, digits: int) -> tuple[Sequence[str], int]:
    """The shapes of a chart, and how tall it is."""
    most = max(value for value, _ in bars.values())
    shapes = [f'<text x="16" y="26" font-weight="bold">{escape(title)}</text>']
    for place, (name, (value, colour)) in enumerate(bars.items()):
        top = _HEAD + place * _ROW
        width = max(1.0, (_WIDTH - _LEFT - _RIGHT) * value / most)
        base = top + _BAR - 3
        shapes += [
            f'<text x="{_LEFT - 8}" y="{base}" text-anchor="end">{escape(name)}</text>',
            f'<rect x="{_LEFT}" y="{top}" width="{width:.1f}" height="{_BAR}" fill="{colour}"/>',
            f'<text x="{_LEFT + width + 6:.1f}" y="{base}">{value:,.{digits}f}</text>',
        ]
    return shapes, _HEAD + len(bars) * _ROW
