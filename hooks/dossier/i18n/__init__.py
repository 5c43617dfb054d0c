"""Leaf: how each language says words, numbers, dates and names, and in which order it sorts."""
