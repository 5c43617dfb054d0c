"""How far two words are apart in spelling."""

from __future__ import annotations


def one_apart(word: str, other: str) -> bool:
    """One letter more, less or other, or two neighbours swapped (Damerau's distance of one)."""
    short, long = sorted((word, other), key=len)
    at = next((at for at, letter in enumerate(short) if letter != long[at]), len(short))
    if len(long) > len(short):
        return short[at:] == long[at + 1 :]
    swapped = short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    return word != other and (swapped or short[at + 1 :] == long[at + 1 :])
