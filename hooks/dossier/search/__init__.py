"""Leaf: what the search box knows of each page."""
