"""How well colours stand out in a page, measured there (WCAG 2.2, contrast ratio)."""

from __future__ import annotations

LEAST = 3.0
"""What lines, rings and marks need against what they are drawn on (WCAG 2.2, 1.4.11)."""

CONTRAST = """
const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
const painted = (colours) => {
    colours.forEach(colour => { pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1) });
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
};
const light = (rgb) => {
    const linear = (v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    const [r, g, b] = rgb.map(v => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const behind = (one) => {
    const layers = [];
    for (let at = one; at; at = at.parentElement) layers.unshift(getComputedStyle(at).backgroundColor);
    return layers;
};
const contrast = (one, colour) => {
    const layers = behind(one), back = light(painted(layers)), line = light(painted([...layers, colour]));
    return (Math.max(back, line) + 0.05) / (Math.min(back, line) + 0.05);
};
"""
"""Defines ``contrast(element, colour)``: of a colour drawn on whatever is painted behind the element."""
