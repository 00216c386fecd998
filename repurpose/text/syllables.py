"""
How many syllables does an English word have?

Spelling gives an estimate, and a table of exceptions corrects it, so that both together agree with the first
pronunciation of every entry of the CMU Pronouncing Dictionary that is made of letters and apostrophes. Every other word
gets the estimate. `scripts/build_syllables.py` writes the table.

Figures, symbols and abbreviations are one syllable each, as Rudolf Flesch counted them ("How to Write Plain English",
ch. 2), because nobody reads them out syllable by syllable: ``2024``, ``%``, ``U.S.``, ``AI``, ``LLMs``.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from repurpose.resources import shipped_text

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["estimate", "syllables"]

# Each run of vowels is one syllable. A "y" closes the run: "may-or", "dry-er".
_NUCLEUS = re.compile(r"[aeiou]+y?|y")

# The end of a compound's second half, so that the "e" before it is as silent as at a word's end: "lately", "Danville".
_SECOND_HALF = r"""(?=
    (?:back|berg|book|bridge|burg|by|dale|field|ford|ful|gate|head|hol|hood|house|keep|land|less|lin|line|ly|m[ae]n|ment
      |ness|place|port|room|shire|side|some|stone|time|ton|town|ville|ware|way|well|wood|work|yard)
    (?:s|e[dr]s?|ing|ly|ers?)?(?:'s?)?$)"""

# Vowel letters that stand for no syllable of their own; one match takes one syllable away. (A pattern's own letter
# comes first, and what must stand before it after it, so that the engine can skip all other letters.)
_SILENT = re.compile(
    rf"""
    # "make", "make's"; but "ta-ble", "Sar-tre", "Dan-te", "Nel-ke", "Cor-le-o-ne" have a syllable there.
    e(?=(?:'s?|'[dv]e?)?$)(?<=[^aeiou']e)(?<![^aeiouylw']le)(?<![^aeiouy]re)(?<!nte)(?<!tke)(?<!ione)
    # "makes"; but "box-es", "pag-es", "ta-bles".
    | e(?=s(?:'s?)?$)(?<=[^aeiou']e)(?<![sxzcg]e)(?<![cs]he)(?<![^aeiouylrw']le)(?<![tb]re)
    # "walked"; but "want-ed", "add-ed", "sad-dled".
    | e(?=d$)(?<=[^aeiou']e)(?<![td]e)(?<![^aeiouylrw']le)
    # "statement", "homeless", "largely": one consonant before the "e", or two that are spoken together.
    | e{_SECOND_HALF}(?:(?<=[aeiouy][^aeiouy'l]e)|(?<=[aeiouy](?:[rn][cdgstvlnm]|dg|st|ng|ch|th)e))
    # "technique", "league"; "basically".
    | u(?=e(?:d|s|'s|s')?$)(?<=[aeiou][gq]u)
    | a(?=lly$)(?<=ica)
    # "y" as a consonant: "yes", "canyon", "Tokyo".
    | y(?=[ao])(?<=[nlk]y)
    | ^y(?=[aeiou])
    # A first half that ends in a silent "e", before a consonant: "homework", "forehead".
    | ^(?:bas|car|clos|edg|ey|for|grap|her|hom|hors|hous|lak|lif|lik|lov|mor|nam|not|saf|sal|som|spac|ston|ther|tim|trad
         |typ|wher|whit|wid|win|wis)e(?=[^aeiouy'rdn][^']*[aeiouy])
    """,
    re.VERBOSE,
)

# Places where a run of vowels holds two syllables, or where a syllable has no vowel letter; one match adds one.
_EXTRA = re.compile(
    r"""
    # "me-di-a", "pi-an-o"; but "mar-riage", "spe-cial", "Mar-tian", "Wil-liam".
    ia(?:(?!ge)(?<![tcs]ia)(?<!illia)|(?<=[tcs]ia)(?='|t|b|r|n[oi])|(?<=lia)$)
    # "ra-di-o", "pe-ri-od", "ob-vi-ous"; but "na-tion", "fash-ion", "gra-cious".
    | io(?:$|(?!u)(?<![tcsgx]io)(?<!shio)(?!n(?:s|ed|al|ally|'s)?$)|(?<=[dpbrv]io)(?=n)|(?<=sio)(?=l)
          |(?<![tcgxv]io)(?=u))
    | iu                                                                   # "sta-di-um"
    | eo(?:(?!u)(?<![gp]eo)|(?<!geo)(?=u)|(?<=geo)(?=[lgmpt]))             # "vid-e-o", "ge-ol-o-gy"; but "peo-ple"
    | ua(?:(?<![gq]ua)(?!r|bl|si)|(?<=[tn]ua)(?=r))                        # "ac-tu-al"; but "lan-guage", "quar-ter"
    | ue(?=l|n[ct]|t|r)(?<![gqaoe]ue)|[iu]e(?=r)(?<=[aeou][iu]e)           # "flu-ent", "Bau-er"; but "guest"
    | ui(?=n|t[yi]|d$|s[mt])(?<![gq]ui)                                    # "ru-in", "flu-id"; but "build"
    | oe(?=t(?:$|r|i|s)|ms?$)|ey$(?<=[ou]ey)                               # "po-et", "Jo-ey"
    | oi(?=ng|c$)|ei(?=ng$|ty)                                             # "do-ing", "he-ro-ic", "be-ing"
    | oa(?=$|s[ie]s)                                                       # "bo-a", "o-a-sis"
    # "i-de-a", "lin-e-ar", "cre-ate", "the-at-er", "ce-re-al"; but "great", "sea-son".
    | ea(?:(?=$|'|ct|nd)|(?<=[iu]nea)(?=r)|(?<=[cnl]rea)(?=[tl])|(?<=thea)(?=t)|(?<=[ln]ea)(?=t(?:e[sd]?|ing|ion|or)s?$)
          |(?<=[aeiou]rea)(?=l)|(?<=rea)(?=n$))
    # "qui-et", "sci-ence", "hap-pi-er"; but "priest", "an-cient".
    | ie(?:(?=t|nn|ll)(?<!cie)|(?=n[ct])(?<![tc]ie)|(?<=scie)(?=n)
          |(?=r|st)(?:(?<=[aeiouy][^aeiouy]ie)|(?<=[aeiouy][^aeiouy]{2}ie)))
    | sm(?=$|s|')|thm(?=$|s|')                                             # "pris-m", "rhyth-m"
    | l(?=ing(?:s|ly)?$)(?<=[bgzpt]l)                                      # "dou-bling"
    | n't(?<=[dst]n't)|'(?=ll)(?<=[^aeiouy]')|'(?=d$)(?<=t')               # "did-n't", "that-'ll", "it-'d"
    | '(?=s$)(?:(?<=[sxz]')|(?<=[cs]h')|(?<=[sczg]e'))                     # "boss-'s"
    # "Mc-Do-nald"; prefixes that meet a vowel: "re-act", "pre-empt", "co-op-er-ate".
    | ^mc
    | ^re(?=a(?:ss|pp|ff|li|ll|rr|dj)|e(?:lec|n|m|x|st)|in[ctvf]|u[ns])|^pre(?=e)|^co(?=o[pr][de]|inc|e[dx])
    """,
    re.VERBOSE,
)

# Words whose plural and possessive take a syllable more.
_SIBILANT = re.compile(r"(?:[sxz]|[cs]h|[sczg]e)$")
_ENDINGS = ("'s", "'", "s")

_SPELT = re.compile(r"[a-z']+")
_FIGURE = re.compile(r"\d")
# Letters parted by full stops ("U.S.", "Ph.D."), and two or three capitals ("AI", "LLMs"); longer ones are spoken.
_ABBREVIATION = re.compile(r"(?:[^\W\d_]{1,3}\.)+[^\W\d_]{1,3}\.?|[A-Z]{2,3}(?:['’]?s)?")


@lru_cache(maxsize=20_000)
def syllables(word: str) -> int:
    """
    The syllables of one English *word*; the parts of a hyphenated word are added up.

    At least 1, except for the few words that CMUdict gives no vowel ("hmm", "shh").
    """
    if _ABBREVIATION.fullmatch(word) or _FIGURE.search(word):
        return 1
    letters = word.replace("’", "'").lower()
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters)
        letters = "".join(character for character in letters if not unicodedata.combining(character))
    parts: list[str] = _SPELT.findall(letters)
    if not parts:
        return 1
    exceptions = _exceptions()
    return sum([estimate(part, exceptions) for part in parts])


def estimate(word: str, exceptions: Mapping[str, int]) -> int:
    """The syllables of *word*, which is ASCII letters in lower case and apostrophes, knowing these *exceptions*."""
    known = exceptions.get(word)
    if known is not None:
        return known
    for ending in _ENDINGS:
        if word.endswith(ending) and (stem := word.removesuffix(ending)) in exceptions:
            return exceptions[stem] + (ending != "'" and _SIBILANT.search(stem) is not None)
    return max(1, len(_NUCLEUS.findall(word)) - len(_SILENT.findall(word)) + len(_EXTRA.findall(word)))


@cache
def _exceptions() -> Mapping[str, int]:
    """The shipped table: on each line a count, then the words that have so many syllables."""
    table: dict[str, int] = {}
    for line in shipped_text("assets", "lexicons", "syllables_en.txt").splitlines():
        if not line.startswith("#"):
            count, *words = line.split()
            table.update(dict.fromkeys(words, int(count)))
    return table
