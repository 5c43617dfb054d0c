"""Maps: where countries and places lie, and how a map of some of them is drawn.

Everything here is a function of the places alone, so that the same dossier gives the same picture.
"""
