"""From a linked dossier to pages: what each shows and in which order, in one language, without markup.

``index`` looks everything up once for all languages, ``view`` adds a language, ``citing`` numbers the
references of a page, and one module composes each kind of page. ``site`` lists them all.
"""
