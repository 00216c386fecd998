"""Which hashtags belong under a post?"""

from __future__ import annotations

import tomllib
from functools import cache
from typing import TYPE_CHECKING

import regex

from repurpose.errors import UsageError
from repurpose.formatters.emojis import is_topic
from repurpose.model import Span, Summary
from repurpose.platforms import profile as profile_of
from repurpose.resources import shipped
from repurpose.settings import PlatformSettings, Settings
from repurpose.text.discourse import discourse
from repurpose.text.entities import find_hashtags
from repurpose.text.korean import without_particle
from repurpose.text.lexicons import stopwords
from repurpose.text.words import CAPITAL_NOUNS, content_stems, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.model import Article, Keyphrase

__all__ = ["hashtags"]

_PART = regex.compile(r"[\p{L}\p{M}\p{Nd}]+")
# A name that goes on: another word with a capital, or "of" and one.
_GOES_ON = regex.compile(r"[ -](?:(?:of|&) )?\p{Lu}")
# The word before a surname or the like, inside a sentence.
_WENT_BEFORE = regex.compile(r"(?<=[\p{Ll},] )\p{Lu}[\p{L}-]+ $")
_NEAR = 30
_PARTICLES = ("을", "를", "은", "는", "이", "가")
_SHORT_KOREAN = 2
_ELIDING = frozenset({"fr", "it"})
_OFTEN = 3
_MOST_WORDS = 3
_LONGEST = 30


def hashtags(summary: Summary, platform: str, *, settings: Settings = Settings()) -> tuple[str, ...]:  # noqa: B008 - frozen
    """
    The hashtags for one post about *summary*, ``#CamelCase``, best first.

    The brand's own come first, then the author's and the keyphrases by rank, but for a common word, which never comes
    before the first name or term; none is repeated in another case or number, none is a year, and none that a brand has
    ruled out.
    """
    if not isinstance(summary, Summary):
        raise UsageError(
            f"hashtags are chosen from a Summary, as summarize gives it, not from {type(summary).__name__}"
        )
    profile = profile_of(platform)
    most = profile.hashtags.best
    wanted = settings.platform.get(profile.key, PlatformSettings()).hashtags
    if wanted is not None:
        most = min(wanted, profile.hashtags.maximum)
    never = {_key(tag, summary.article.language) for tag in settings.brand.hashtags_never}
    longest = min(_LONGEST, profile.hashtags.maximum_length or _LONGEST)
    chosen: dict[str, str] = {}
    for tag in _candidates(summary, settings):
        key = _key(tag, summary.article.language)
        if key not in chosen and key not in never and len(tag) <= longest + 1 and _links_whole(tag):
            chosen[key] = tag
    return tuple(chosen.values())[:most]


def _candidates(summary: Summary, settings: Settings) -> Iterator[str]:
    for tag in settings.brand.hashtags_always:
        yield "#" + tag.lstrip("#")
    yield from summary.article.author_hashtags
    found = list(_from_keyphrases(summary))
    # What names the subject comes before a word that is broad.
    first = next((index for index, (_, is_common) in enumerate(found) if not is_common), 0)
    for tag, _ in [*found[first : first + 1], *found[:first], *found[first + 1 :]]:
        yield tag


def _from_keyphrases(summary: Summary) -> Iterator[tuple[str, bool]]:
    """The tags that key phrases make, best first, and whether each is a single common word."""
    article = summary.article
    byline = {part.lower() for part in _PART.findall(article.byline or "")}
    told: list[list[str]] = []
    for keyphrase in summary.keyphrases:
        parts = _PART.findall(_stripped(keyphrase.text, article.language))
        if not _is_tag(parts, article.language) or {part.lower() for part in parts} <= byline:
            continue
        # The number of an episode stands in a title and names no subject.
        if not keyphrase.spans and any(map(str.isdigit, keyphrase.text)) and keyphrase.text not in article.tags:
            continue
        if _is_piece(keyphrase, article) or _is_phrase_of_a_sentence(keyphrase, parts, article):
            continue
        forms = [keyphrase.text, *(span.of(article.text) for span in keyphrase.spans)]
        if any(_holds(parts, other) or _holds(other, parts) for other in told):
            continue
        is_common = len(parts) == 1 and any(form == form.lower() for form in forms)
        if not is_common or is_topic(parts[0], article.language):
            told.append(parts)
            yield "#" + "".join(part[:1].upper() + part[1:] for part in parts), is_common


def _stripped(phrase: str, language: str) -> str:
    """*phrase* as it would be named: a Korean one without the particle that its sentence put on it."""
    if language != "ko":
        return phrase
    bare = without_particle(phrase)
    # Of one syllable and a particle the stemmer cannot know which it is: no tag rather than a wrong one.
    return "" if bare == phrase and len(phrase) <= _SHORT_KOREAN and phrase.endswith(_PARTICLES) else bare


def _is_tag(parts: list[str], language: str) -> bool:
    stop = stopwords(language)
    return (
        0 < len(parts) <= _MOST_WORDS
        and not parts[0].isdigit()
        and parts[-1].lower() not in stop
        and parts[0].lower() not in stop
        and len("".join(parts)) > 1
        and not _tells_a_time(parts, language)
        and not (len(parts) == 1 and parts[0].lower() in _never_alone(language))
    )


def _is_piece(keyphrase: Keyphrase, article: Article) -> bool:
    """Whether *keyphrase* is only ever a part of a longer name: "New White" of "New White House"."""
    if not keyphrase.text[:1].isupper() or article.language in CAPITAL_NOUNS:
        return False
    text, spans = article.text, keyphrase.spans
    if not spans:
        text = article.title or ""
        at = text.find(keyphrase.text)
        spans = (Span(at, at + len(keyphrase.text)),) if at >= 0 else ()
    is_word = " " not in keyphrase.text
    return bool(spans) and all(
        _GOES_ON.match(text, span.end)
        or (is_word and _WENT_BEFORE.search(text, max(0, span.start - _NEAR), span.start))
        for span in spans
    )


def _is_phrase_of_a_sentence(keyphrase: Keyphrase, parts: list[str], article: Article) -> bool:
    """Whether *keyphrase* is words that stand beside each other in a sentence rather than a term."""
    language = article.language
    if language == "ko":
        return " " in keyphrase.text
    # German writes its nouns with capitals: a small word among them is a verb or an adjective.
    if language == "de" and len(parts) > 1:
        return any(part[:1].islower() for part in parts)
    if "’" in keyphrase.text or "'" in keyphrase.text:
        return language in _ELIDING
    if language == "en" and len(parts) > 1 and len(keyphrase.spans) <= 1 and _has_a_verb(parts):
        return True
    # Small words are a term where the title has one of them, or where they are said together again and again.
    if language != "en" or len(parts) == 1 or not keyphrase.text.islower():
        return False
    over = set(content_stems(f"{article.title or ''} {article.description or ''}"))
    return len(keyphrase.spans) < _OFTEN and over.isdisjoint(content_stems(keyphrase.text))


def _tells_a_time(parts: list[str], language: str) -> bool:
    """Whether the words say how long or when: ``six months``, ``半年``."""
    last = parts[-1].lower()
    return last in _list("times", language) or last.endswith(tuple(_list("time_endings", language)))


def _never_alone(language: str) -> frozenset[str]:
    return _list("alone", language)


def _has_a_verb(parts: list[str]) -> bool:
    """Whether words that are said together but once look like a clause: "Corran Bay opens", "leave tools outside"."""
    own = discourse("en")
    first, last = parts[0].lower(), parts[-1].lower()
    is_verb = last.endswith("ed") or (last.endswith("s") and last.removesuffix("s") in own.plain_verbs)
    return is_verb or first in own.plain_verbs


@cache
def _list(name: str, language: str) -> frozenset[str]:
    path = shipped("assets") / "lexicons" / "hashtags" / f"{language}.toml"
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8")).get(name, ())) if path.is_file() else frozenset()


def _holds(longer: list[str], shorter: list[str]) -> bool:
    """Whether the words of one tag of several words stand in another: ``#JanDavid`` in ``#JanDavidNose``."""
    size = len(shorter)
    return 1 < size < len(longer) and any(longer[at : at + size] == shorter for at in range(len(longer) - size + 1))


def _key(tag: str, language: str) -> str:
    """What two tags have in common that differ in case or number only."""
    return stem(tag.lstrip("#").lower(), language)


def _links_whole(tag: str) -> bool:
    """Whether every platform would link the whole of *tag*."""
    found = find_hashtags(tag)
    return len(found) == 1 and len(found[0].span) == len(tag)
