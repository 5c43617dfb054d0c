"""The one form in which records are written; what they say, and their comments, stay."""
