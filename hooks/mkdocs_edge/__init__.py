"""Where the dossier meets MkDocs, Material and static-i18n.

Only this package, ``site.py`` and ``macros.py`` import them; the next theme is another package like this.
"""
