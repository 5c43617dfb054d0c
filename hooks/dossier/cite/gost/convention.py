"""Where ГОСТ and ДСТУ differ: their words, and how they set off the host document."""

from __future__ import annotations

from dataclasses import dataclass

from dossier.cite.gost.terms import RUSSIAN, UKRAINIAN, Terms


@dataclass(frozen=True, slots=True)
class Convention:
    """One of the two, with what it says to its readers in their language, whatever that of the source."""

    terms: Terms
    electronic: str
    """The designation of electronic resources; empty where the convention has none."""
    host_in_italics: bool
    """Whether the host is set in italics after a full stop, or after ``//``."""
    accessed: str
    archived: str
    archived_on: str
    again: str
    paragraph: str
    untitled: str
    no_place: str
    no_publisher: str
    no_year: str
    no_date: str

    @property
    def language(self) -> str:
        """The language of these words."""
        return self.terms.language


GOST = Convention(
    terms=RUSSIAN,
    electronic="[Электронный ресурс]",
    host_in_italics=False,
    accessed="дата обращения",
    archived="Архивная копия",
    archived_on="дата сохранения",
    again="Там же",
    paragraph="Абз.",
    untitled="[Без заглавия]",
    no_place="[б. м.]",
    no_publisher="[б. и.]",
    no_year="[б. г.]",
    no_date="[б. д.]",
)
"""ГОСТ Р 7.0.5–2008. Electronic sources carry a designation, since our lists hold documents of all kinds
(section 10); what nobody knows is said in brackets, as in ГОСТ 7.1–2003."""

DSTU = Convention(
    terms=UKRAINIAN,
    electronic="",
    host_in_italics=True,
    accessed="дата звернення",
    archived="Архівна копія",
    archived_on="дата збереження",
    again="Там само",
    paragraph="Абз.",
    untitled="[Без назви]",
    no_place="[б. м.]",
    no_publisher="[б. в.]",
    no_year="[б. р.]",
    no_date="[б. д.]",
)
"""ДСТУ 8302:2015, which allows the host in italics after a full stop instead of ``//`` (section 4), and no
longer asks for a designation of electronic resources."""
