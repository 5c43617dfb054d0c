"""Leaf: articles as they are received, be it as text, as a web page or as text taken out of a PDF."""
