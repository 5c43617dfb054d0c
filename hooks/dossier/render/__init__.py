"""From pages to fragments: the HTML of a page's own content. The only place with angle brackets.

Templates are autoescaped and undefined names are errors; nothing from a record is ever marked safe.
"""
