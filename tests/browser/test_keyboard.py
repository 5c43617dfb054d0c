"""Every control can be reached with the keyboard alone, in the order of the page, and shows that it was."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.chromium import NARROW, WIDE, Windows
from tests.browser.contrast import CONTRAST, LEAST
from tests.browser.sites import Built, by_turns

RING = """
const ring = (one) => {
    const style = getComputedStyle(one);
    const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
    return { shadow: style.boxShadow, colour: drawn ? style.outlineColor : "" };
};
"""
"""Defines ``ring(element)``: the shadow and the outline around it, as they are drawn now."""

CONTROLS = (
    "() => {"
    + RING
    + """
    const asked = "a[href], button:enabled, input:enabled, select:enabled, summary, [tabindex='0']";
    const groups = new Set();
    const found = [...document.querySelectorAll(asked)].filter(one => {
        if (one.closest("[inert], [hidden]") || one.tabIndex < 0) return false;
        if (!one.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) return false;
        if (one.type !== "radio") return true;
        if (groups.has(one.name)) return false;
        groups.add(one.name);
        return true;
    });
    found.forEach((one, number) => { one.dataset.control = number });
    window.resting = new Map([...document.querySelectorAll("*")].map(one => [one, ring(one)]));
    return found.length;
}"""
)
"""Numbers what can be focused, and counts it; a group of radio buttons is one stop. Keeps how all look."""

FOCUSED = (
    "() => {"
    + RING
    + CONTRAST
    + """
    const one = document.activeElement;
    if (!one || one === document.body) return null;
    // What differs from how it looks at rest, and stands out: an outline on what is behind it, or a shadow.
    const ringed = (shown) => {
        if (!shown) return false;
        const now = ring(shown), before = window.resting.get(shown) ?? { shadow: "none", colour: "" };
        return now.colour && now.colour !== before.colour
            ? contrast(shown.parentElement, now.colour) >= LEAST : now.shadow !== before.shadow;
    };
    const box = one.getBoundingClientRect();
    const header = document.querySelector(".md-header");
    const covered = header && !one.closest(".md-header, .md-skip, .md-search, .md-sidebar--primary")
        && box.height && box.bottom <= header.getBoundingClientRect().bottom + 1;
    const group = one.type === "radio" && document.querySelector(`[name="${one.name}"][data-control]`);
    return {
        number: Number((group || one).dataset.control ?? -1),
        what: one.outerHTML.slice(0, 120),
        // The theme draws the ring of its hidden inputs around their labels; its search field opens a dialog.
        seen: [one, one.nextElementSibling].some(ringed) || !!one.closest(".md-search__form"),
        covered: !!covered,
    };
}""".replace("LEAST", str(LEAST))
)


def tour(page: Page) -> tuple[int, list[dict[str, Any]]]:
    """How many controls there are, and those that the tabulator key goes through."""
    total = page.evaluate(CONTROLS)
    visited: list[dict[str, Any]] = []
    # Chromium stops at what scrolls, too.
    for _ in range(2 * total + 20):
        page.keyboard.press("Tab")
        one = page.evaluate(FOCUSED)
        if one is None:
            continue  # the end of the page, or a button that hid itself; the next key goes on from there
        if visited and one["number"] == 0:
            break
        visited.append(one)
    return total, visited


@pytest.mark.parametrize(("template", "language", "width"), by_turns([WIDE, NARROW]))
def test_the_tabulator_key_goes_through_all_controls(
    template: str, language: str, width: int, hosted: Built, windows: Windows
):
    page = windows.get(width=width).open(hosted.url(template, language), width=width)
    total, visited = tour(page)
    numbers = [one["number"] for one in visited if one["number"] >= 0]
    assert sorted(set(numbers)) == list(range(total)), [
        page.locator(f"[data-control='{n}']").evaluate("one => one.outerHTML.slice(0, 150)")
        for n in sorted(set(range(total)) - set(numbers))[:5]
    ]
    unseen = [one["what"] for one in visited if not one["seen"]]
    assert not unseen, "\n".join(unseen)
    covered = [one["what"] for one in visited if one["covered"]]
    assert not covered, "\n".join(covered)
    assert numbers == sorted(numbers)
