"""Offices at a date: who held them, and where words name an office for its holder."""
