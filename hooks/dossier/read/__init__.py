"""From disk to raw records. The only stage that reads the dossier's files.

Nothing is interpreted here beyond syntax: a YAML scalar stays text, an article stays bytes and
text. What cannot even be read becomes a problem with its line and column.
"""
