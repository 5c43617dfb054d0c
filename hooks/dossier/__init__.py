"""Turns source articles and a registry of entities into the pages of an annotated dossier.

Start reading in :mod:`dossier.build`, which names the stages in order.
"""
