"""Notes and bibliography after The Chicago Manual of Style, 18th edition, chapters 13 and 14.

Its words are the interface's, so that a note on a page in another language is in that language.
"""
