"""What pages show, in which order, and nothing of how: the records between composing and rendering.

Texts are in the page's language unless a ``language`` stands beside them. Targets are pages of the same
language. Imports only citation runs and locations.
"""
