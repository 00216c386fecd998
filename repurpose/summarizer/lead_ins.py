"""
What stands over a list?

A list keeps its own lead-in or is dropped: putting a section's heading over a list that has a lead-in of its own can
turn it into a false statement.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Line, Span
from repurpose.resources import shipped, shipped_text
from repurpose.summarizer.condense import capitalised, drop_marker
from repurpose.summarizer.names import names_of
from repurpose.summarizer.standalone import stands_alone
from repurpose.summarizer.things import is_list_title
from repurpose.text.discourse import discourse
from repurpose.text.marks import TITLE_JOINT, own_colon, with_colon
from repurpose.text.persons import is_personal
from repurpose.text.sentences import sentences
from repurpose.text.words import words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from repurpose.model import Article, Block

__all__ = [
    "is_generic",
    "is_unfinished",
    "lead_in",
    "names_dates",
    "promised_by_title",
    "promised_count",
    "promised_counts",
]

_LONGEST_LEAD_IN = 110
_LONGEST_FRAGMENT = 5
_LONGEST_OFFER = 250
_COUNTS = frozenset(map(str, range(2, 13)))
_HERE_IS_HOW = re.compile(r"^here[’']s (how|why):$", re.IGNORECASE)
_HERE_ARE = re.compile(
    r"^here (?:is|are) (?:(?:a few|some|the following) (?!of\b))?(?:examples? of )?(\w.{6,}:)$", re.IGNORECASE
)
# "Afterwards we wanted to share a few lessons we learned:" is over lessons learned, whoever shares them.
_OFFERED = re.compile(
    r"(?:(?:As we|As I|Looking back|Along the way|Based on|Today|Below|In this (?:post|article))\b[^,]{0,80},? )?"
    r"(?:we|I)(?:['’](?:d|ve|ll|re))? "
    r"(?:(?:would|want|wanted|have|will|are|also|like|to|going) ){0,4}"
    r"(?:shar(?:e|ed|ing)|offer(?:ed|ing)?|highlight(?:ed)?|lay out|laid out|list(?:ed)?|compiled|collected|"
    r"put together|came up with|drew up) (?:(?:the following|these|some|a few|several|our|my) ){0,2}"
    r"(?P<what>(?!with\b)(?:[\w’-]+ ){0,3}(?:lessons|tips|rules|advice|recommendations|takeaways|"
    r"insights|findings|practices|principles|suggestions|ideas|reasons|ways|things)\b[^.:]{0,80}:)",
    re.IGNORECASE,
)
_BY_US = re.compile(r" (?:that )?(?:we|I)(?:['’]ve| have)? (?=(?:learned|learnt|found|discovered|identified|chose)\b)")
_POSSESSIVE = re.compile(r"^(?:His|Her|Its|Their) ([\w -]{3,30}) (?:is|are) .*:$")
_THESE_INCLUDE = re.compile(
    r"^(?:we[’']re talking about|these include|for example|examples|examples include|such as|think|think of)\W*$",
    re.IGNORECASE,
)
# "The most notable ones are:": of what, only the sentence before says.
_ONES = re.compile(r"\bones\b[^.]{0,30} (?:are|include):", re.IGNORECASE)
# "In Google Sheets:": where, and the paragraph before says what.
_WHERE_ONLY = re.compile(r"(?:In|On|At) (?:[\w’'-]+ ){0,4}[\w’'-]+:")
# "The board hoped that this solution would bring:": which one, is told before.
_POINTS_BACK = re.compile(
    r"\b(?:[Tt]his|[Tt]hese|such an?) "
    r"(?:solution|approach|process|change|project|system|tool|effort|work|step|move)s?\b"
)
_HOW_MUCH = re.compile(r" (?:dramatically|drastically|radically|completely|forever)$")
_TERM_MEANS = re.compile(r"^([A-Z][\w -]{2,30}) (?:refers to|means) ([^—–]{15,}?)(?: [—–].*|\.)$")
_AND_WHY_NOW = re.compile(r", and why now\?$")
_QUESTION_MARKER = re.compile(r"^(?:so|and|but),? ", re.IGNORECASE)
_NAME = re.compile(r"(?<=[a-z,;] )([A-Z]\w+)")
# "7. When does it take place?": the number counts the article's sections.
_NUMBER = re.compile(r"^\d{1,2}[.)]\s+(?=\D)")


def lead_in(article: Article, before: Sequence[Block]) -> Line | None:
    """What stands over the list, made from its own lead-in; ``None`` when that cannot stand over it."""
    if not before:
        return None
    lead, own = before[-1], discourse(article.language)
    text = lead.span.of(article.text)
    if _elsewhere(article.language).match(text):
        return None
    if article.language == "en" and _WHERE_ONLY.fullmatch(text) and own.auxiliaries.isdisjoint(words(text)):
        return None
    if lead.kind is BlockKind.HEADING:
        if is_generic(text) or own.generic_leads.fullmatch(text.strip(" :：.\u00a0")):
            return None
        return Line(text=with_colon(_NUMBER.sub("", text), article.language), spans=(lead.span,))
    return _in_prose(article, lead) if lead.kind is BlockKind.PARAGRAPH else None


def _in_prose(article: Article, lead: Block) -> Line | None:
    """The last sentence of the paragraph *lead*, or the one before where that only points at the list."""
    own = discourse(article.language)
    spans = [span.shifted(lead.span.start) for span in sentences(lead.span.of(article.text), article.language)]
    last = spans[-1]
    previous = spans[-2] if len(spans) > 1 else None
    if article.language == "en" and (made := _english_label(article, last, previous, spans)):
        return made
    label = drop_marker(last.of(article.text), article.language)
    announces = own.announcing.search(label) is not None
    if not (announces or label.endswith((":", "：", "?", "？", "؟"))) or len(label) > _LONGEST_LEAD_IN:
        return None
    if own.generic_leads.fullmatch(label.strip(" :：.?？؟¿\u00a0")):
        before_it = previous.of(article.text) if previous is not None else ""
        is_told = len(before_it) <= _LONGEST_LEAD_IN and stands_alone(before_it, article.language)
        return Line(text=before_it, spans=(previous,)) if previous is not None and is_told else None
    if own.openers.match(label) or _THESE_INCLUDE.match(label) or _ONES.search(label):
        return None
    if article.language == "en" and _POINTS_BACK.search(label):
        return None
    return Line(text=own_colon(label, article.language), spans=(last,))


def is_unfinished(article: Article, label: str, items: Sequence[Block]) -> bool:
    """Whether *label* is the subject of a sentence that each of *items* ends: "Norrby: - mends bicycles"."""
    name = label.rstrip(":：")
    return (
        article.language == "en"
        and " " not in name
        and _is_name(article, name)
        and all(item.span.of(article.text)[:1].islower() for item in items)
    )


def promised_count(text: str, language: str) -> int | None:
    """How many items the lead-in *text* promises ("four goals:", "3 ways"); ``None`` where it names no number."""
    found = _promise(language).search(text.lower())
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else _small_numbers(language)[found[1]]


def promised_counts(text: str, language: str) -> frozenset[int]:
    """Every number of things that *text* names."""
    found = (match[1] for match in _promise(language).finditer(text.lower()))
    return frozenset(int(one) if one.isdigit() else _small_numbers(language)[one] for one in found)


def promised_by_title(title: str, language: str) -> int | None:
    """How many things *title*, or a part of it, promises that begins with their number: "Five ways to ..."."""
    first, *others = TITLE_JOINT.split(title)
    # Behind a colon "12 months of work" are no list.
    parts = (first, *(part for part in others if is_list_title(part)))
    found = (promised_count(" ".join(part.split()[:3]), language) for part in parts)
    return next((count for count in found if count is not None), None)


def is_generic(heading: str) -> bool:
    """Whether *heading* stands in any article and says nothing about this one."""
    return _generic().fullmatch(heading.strip(" .:!")) is not None


def names_dates(label: str, language: str) -> bool:
    """Whether *label*, which stands over a list, says no more than that days follow: "Important dates"."""
    table = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml"))["dates"]
    return re.fullmatch(table.get(language, "(?!)"), label.strip(" :：?？"), re.IGNORECASE) is not None


@cache
def _elsewhere(language: str) -> re.Pattern[str]:
    """What begins "Additional resources:"."""
    table = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml"))["elsewhere"]
    return re.compile(table.get(language, "(?!)"), re.IGNORECASE)


@cache
def _generic() -> re.Pattern[str]:
    lists = tomllib.loads(shipped_text("assets", "lexicons", "headings.toml"))["generic"]
    entries = sorted({word for words in lists.values() for word in words}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, entries)), re.IGNORECASE)


@cache
def _promise(language: str) -> re.Pattern[str]:
    words = "|".join(sorted(_small_numbers(language), key=len, reverse=True))
    return re.compile(rf"(?<![\w.,$€£-])(\d{{1,2}}{'|' + words if words else ''})[ -](?=[^\W\d])")


@cache
def _small_numbers(language: str) -> Mapping[str, int]:
    """The words for two to twelve."""
    path = shipped("assets") / "lexicons" / "numbers" / f"{language}.txt"
    rows = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    pairs = [row.split() for row in rows if not row.startswith("#")]
    return {pair[0]: int(pair[1]) for pair in pairs if len(pair) == 2 and pair[1] in _COUNTS}  # noqa: PLR2004


def _english_label(article: Article, last: Span, previous: Span | None, spans: Sequence[Span]) -> Line | None:
    """The lead-ins that English writers use again and again, as labels."""
    text = last.of(article.text)
    if (match := _HERE_IS_HOW.match(text)) and previous is not None and len(previous) < 90:  # noqa: PLR2004 - a label is one line
        statement = re.sub(r"^This\b", "the", previous.of(article.text)).rstrip(".!")
        # How much it changes is the author's word.
        statement = _HOW_MUCH.sub("", statement)
        lowered = statement if _is_name(article, statement) else statement[:1].lower() + statement[1:]
        return Line(text=f"{match[1].capitalize()} {lowered}:", spans=(previous, last))
    if match := _HERE_ARE.match(text):
        return Line(text=capitalised(match[1]), spans=(last,))
    if len(text) <= _LONGEST_OFFER and (match := _OFFERED.fullmatch(text)):
        offered = _BY_US.sub(" ", match["what"])
        if len(offered) <= _LONGEST_LEAD_IN and not is_personal(offered, "en"):
            return Line(text=capitalised(offered), spans=(last,))
    if text.endswith("?"):
        asked = _QUESTION_MARKER.sub("", text)
        question = text if asked == text else capitalised(asked)
        return Line(text=_AND_WHY_NOW.sub("?", question), spans=(last,))
    if (match := _POSSESSIVE.match(text)) and previous is not None:
        # Whose it is, only where the sentence before begins with somebody whom the article names in full.
        before, named = previous.of(article.text), names_of(article).full.items()
        owner = next((name for name, (full, _) in named if before.startswith((name, full))), None)
        return Line(text=f"{owner}’s {match[1]}:", spans=(previous, last)) if owner else None
    if _THESE_INCLUDE.match(text) and previous is not None:
        # The sentence before; a fragment between them ("Think beyond chatbots.") is stepped over.
        told = [span for span in spans[:-1] if len(span.of(article.text).split()) > _LONGEST_FRAGMENT][-1:]
        definition = told[0].of(article.text) if told and told[0] in spans[-3:-1] else ""
        if definition and stands_alone(definition, "en"):
            means = _TERM_MEANS.match(definition)
            return Line(text=f"{means[1]}: {means[2]}." if means else definition, spans=(told[0],))
    return None


def _is_name(article: Article, text: str) -> bool:
    """Whether the first word of *text* is written with a capital inside sentences too."""
    first = re.sub(r"[’']s$", "", text.split(" ", 1)[0].strip('“"(,.'))
    return bool(re.search(r"[A-Z0-9].*[A-Z0-9]", first)) or first in _NAME.findall(article.text)
