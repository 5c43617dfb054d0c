"""Closed classes of words, by language: what begins sentences with a capital without being a name.

Only grammar's own words and titles stand here; open classes are learnt from the dossier's own texts,
where a common word occurs in small letters sooner or later.
"""

from __future__ import annotations

from collections.abc import Mapping

_EN = """
a an the this that these those he she it they we i you his her its their our my your who what which when
where why how if as at by for from in into of on to with without within under over after before during since
until while although though because but and or nor so yet not no also however meanwhile moreover then there
here now today yesterday tomorrow earlier later recently previously according both either neither each every
all some many most few several other another such only even just still already again once
"""
_EN_TITLES = """
mr mrs ms miss dr sir lord lady professor prof president vice prime minister premier chancellor secretary
senator congressman congresswoman representative governor mayor ambassador envoy deputy chairman chairwoman
chair chief director general judge justice king queen prince princess pope colonel captain leader
"""
_EN_DATES = """
january february march april may june july august september october november december
monday tuesday wednesday thursday friday saturday sunday
"""
_RU = """
а без более бы был была были было в вам вас вдруг ведь весь вместе вместо вместо во вот впрочем все всего
вчера вы где да даже для до его ее ей ему если еще же за завтра затем здесь и из из-за или им именно их к
как как-то какой когда кроме кто куда ли либо лишь между меня мы на над накануне нам нас не нет ни но
ну о об однако однажды он она они оно от перед по под подобно позже поэтому после потом потому почему при
про просто против раньше ранее с сегодня сейчас согласно со так также такой там тем тогда тоже только то того
тот ты у уже хотя чем через что чтобы эта эти это этот этого этому я
"""
_RU_TITLES = """
господин госпожа президент премьер премьер-министр министр канцлер сенатор губернатор мэр посол депутат
глава лидер экс-президент вице-президент генерал полковник судья король королева принц принцесса папа
секретарь госсекретарь советник спикер директор председатель заместитель профессор доктор товарищ
"""
_UK = """
а або адже без більше б був була були було в вам вас весь вже ви від він вона вони воно вчора все всі де для
до дуже з за завтра згідно з'явився зі і із із-за її їй їм їх й його йому ким коли крім ким куди лише ми між
на над напередодні нам нас не ні ну о об однак однак отже перед перш після по під пізніше потім про проте
проти раніше саме свою сьогодні та так також такий там тепер тим то того той тоді тільки ти у хоча хто через
це цей ця ці чи чому щоб що що-небудь як як-от якщо які який яка я
"""
_UK_TITLES = """
пан пані президент прем'єр прем'єр-міністр міністр канцлер сенатор губернатор мер посол депутат глава лідер
експрезидент віцепрезидент генерал полковник суддя король королева принц принцеса папа секретар держсекретар
радник спікер директор голова заступник професор доктор товариш
"""

OPENERS: Mapping[str, frozenset[str]] = {
    "en": frozenset((_EN + _EN_DATES).split()),
    "ru": frozenset(_RU.split()),
    "uk": frozenset(_UK.split()),
}
"""Words that begin sentences, folded, as they stand."""

TITLES: Mapping[str, frozenset[str]] = {
    "en": frozenset(_EN_TITLES.split()),
    "ru": frozenset(_RU_TITLES.split()),
    "uk": frozenset(_UK_TITLES.split()),
}
"""Words that stand before names without being part of them, folded, in their base form."""

GENERATIONS = frozenset(["jr", "sr", "junior", "senior", "ii", "iii", "iv"])
GENERATION_STEMS = ("младш", "старш", "молодш")
"""Words, and beginnings of words, that tell a person from another of the family."""

_CASES = {
    # Nominative, genitive, dative, accusative, instrumental, locative; whatever the gender and number.
    "ru": ("ый ий ой ая яя ое ее ые ие", "ого его ой ей ых их", "ому ему ой ей ым им",
           "ый ий ой ого его ую юю ое ее ые ие ых их", "ым им ой ей ою ею ыми ими", "ом ем ой ей ых их"),
    "uk": ("ий ій а я е є і", "ого ього ої ьої их іх", "ому ьому ій им ім",
           "ий ій ого ього у ю е є і их іх", "им ім ою ьою ими іми", "ому ьому ім ій их іх"),
}  # fmt: skip

ADJECTIVE: Mapping[str, Mapping[str, int]] = {
    language: {
        ending: sum(1 << case for case, endings in enumerate(cases) if ending in endings.split())
        for ending in " ".join(cases).split()
    }
    for language, cases in _CASES.items()
}
"""What an adjective may end in, with the cases, as in :mod:`~dossier.link.forms.masks`."""


def adjective_cases(key: str, language: str) -> int:
    """The cases in which a word may be an adjective by its ending; 0 where it cannot be one."""
    known = ADJECTIVE.get(language, {})
    return known.get(key[-3:], 0) | known.get(key[-2:], 0) | known.get(key[-1:], 0)
