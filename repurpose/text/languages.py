"""In which language is a text written?"""

from __future__ import annotations

import re

from repurpose.text.lexicons import stopwords

__all__ = ["detect_language", "primary_language"]

# Enough to be sure; more only costs time.
_SAMPLE = 6_000
_LATIN = ("en", "es", "fr", "de", "pt", "it", "nl")
_SCRIPTS = {
    "ko": re.compile("[\uac00-\ud7a3]+"),
    "ja": re.compile("[\u3040-\u30ff]+"),
    "zh": re.compile("[\u3400-\u9fff]+"),
    "ar": re.compile("[\u0600-\u06ff]+"),
    "hi": re.compile("[\u0900-\u097f]+"),
    "ru": re.compile("[\u0400-\u04ff]+"),
    "el": re.compile("[\u0370-\u03ff]+"),
    "he": re.compile("[\u0590-\u05ff]+"),
    "th": re.compile("[\u0e00-\u0e7f]+"),
    "latin": re.compile("[A-Za-z\u00c0-\u024f]+"),
}
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN = re.compile("[ыэъёЫЭЪЁ]")
_PERSIAN = re.compile("[پچژگ]")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Japanese prose has a kana in every few characters; a Chinese text that cites a Japanese name has a few in all.
_KANA_SHARE = 0.1
_PERSIAN_SHARE = 0.01
# Function words make up 35 to 55 % of running text; a list of names has next to none.
_STOPWORD_SHARE = 0.12
_CODE = re.compile(r"[A-Za-z]{2,3}(?=[-_]|$)")


def primary_language(code: str | None) -> str | None:
    """The primary language of the BCP 47 tag *code*, in lower case; ``None`` when it is no such tag."""
    match = _CODE.match(code.strip()) if code else None
    return match[0].lower() if match else None


def detect_language(text: str) -> str:
    """
    The BCP 47 primary language of *text*, ``und`` where it cannot be told.

    By script first; among languages of one script by the share of words that are function words.
    """
    sample = text[:_SAMPLE]
    if sample.isascii():
        return _by_stopwords(sample, _LATIN)
    counts = {script: sum(map(len, pattern.findall(sample))) for script, pattern in _SCRIPTS.items()}
    if not any(counts.values()):
        return "und"
    if counts["ja"] >= _KANA_SHARE * (counts["ja"] + counts["zh"]) > 0:
        counts["ja"] += counts.pop("zh")
    # A CJK character says as much as several letters, so a few Latin names do not outweigh it.
    weights = {script: count * (3 if script in {"ja", "zh", "ko"} else 1) for script, count in counts.items()}
    script = max(sorted(weights), key=weights.__getitem__)
    if script == "latin":
        return _by_stopwords(sample, _LATIN)
    if script == "ru":
        return _cyrillic(sample)
    if script == "ar" and len(_PERSIAN.findall(sample)) > _PERSIAN_SHARE * counts["ar"]:
        return "fa"
    return script


def _cyrillic(sample: str) -> str:
    ukrainian, russian = len(_UKRAINIAN.findall(sample)), len(_RUSSIAN.findall(sample))
    if ukrainian == russian:
        return _by_stopwords(sample, ("ru", "uk"))
    return "uk" if ukrainian > russian else "ru"


def _by_stopwords(sample: str, languages: tuple[str, ...]) -> str:
    words = [word.casefold().replace("’", "'") for word in _WORD.findall(sample)]
    if not words:
        return "und"
    shares = {language: sum(map(stopwords(language).__contains__, words)) / len(words) for language in languages}
    best = max(languages, key=shares.__getitem__)
    return best if shares[best] >= _STOPWORD_SHARE else "und"
