"""Leaf: how a reference is written. One module for each convention, in the table of ``styles``."""
