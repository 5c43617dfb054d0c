"""The forms of a token in one text, a fifth of the size of a mapping and quicker to read back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dossier.link.forms.masks import Forms


@dataclass(frozen=True, slots=True)
class Packed:
    """Forms with their masks, each form between a space and a colon; a folded token holds no space."""

    text: str

    def mask(self, form: str) -> int:
        """The cases in which a form may stand; 0 for what is no form."""
        at = self.text.find(f" {form}:")
        if at < 0:
            return 0
        begin = at + len(form) + 2
        return int(self.text[begin : self.text.index(" ", begin)])

    def __contains__(self, form: str) -> bool:
        return f" {form}:" in self.text

    def __iter__(self) -> Iterator[str]:
        return (cell.rpartition(":")[0] for cell in self.text.split())


def packed(forms: Forms) -> Packed:
    """The same forms and masks."""
    return Packed(f" {' '.join(f'{form}:{mask}' for form, mask in forms.items())} ")
