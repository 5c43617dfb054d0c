"""Leaf: the dossier in the formats of others, one module each."""
