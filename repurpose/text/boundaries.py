"""
Does the mark at this place end its sentence?

Most marks are plain: a word, a full stop, a capital. Short forms, initials, ordinals, ellipses and whatever lower case
follows are not. What a short form says of the sentence around it stands in our lists; where that leaves it open,
NLTK's Punkt decides by the word that follows.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from repurpose.text.lexicons import abbreviation_kinds, number_abbreviations, stopwords
from repurpose.text.punkt import opens_sentence, parts_sentences

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["FOLLOWING", "Line", "ends_sentence", "line_of"]

# What comes after a mark: white space, whatever opens before the next word, and that word.
FOLLOWING = re.compile(
    r"\s+(?P<opening>(?:[–—]\s?|-\s)?[\"'“”‘’‚„«»‹›(\[{¿¡*_]*)(?P<word>[^\W\d_]+|[\d.,:/-]*\d|\S|(?=\s|$))"
)
# The mark's token and what is before it never need more than this; looking further would cost the square of a line.
_REACH = 40
_OPENING = "\"'“”‘’‚„«»‹›([{¿¡*_"
_QUOTATION_MARKS = frozenset("\"'“‘’‚„«»‹›")
# Short forms that are written with spaces, whole ("z. B.", "т. е.", "n. Chr."), at the end of what is searched.
_SPACED = re.compile(r"(?<![^\W_])(?:[^\W\d_]{1,3}\.\s?){2,4}$")
_LONGEST_PART = 3
_INITIALS = re.compile(r"[^\W\d_](?:\.-?[^\W\d_]{1,2})*")
_NUMERALS = re.compile(r"(?:[\d.,:/-]*\d|[ivxlcm]+)", re.IGNORECASE)
_EMPHASIS = re.compile(r"[^*]{0,80}(?<=\S)[*]")
# A day, a century, a place; a king.
_ORDINAL = re.compile(r"\d{1,2}|[IVX]{2,5}")
_REGNAL = re.compile(r"[IVX]{2,5}")
_TIMES = frozenset({"a.m", "p.m"})
_HOUR = re.compile(r"\d\s?\S{3}$")
# What stands before a title without a space: an elided article, or Chinese and Japanese.
_ATTACHED = re.compile(r"^(?:[^\W\d_]+['’]|.*[\u3000-\u9fff\uac00-\ud7a3\uff00-\uffef])(?=[^\W\d_]{2})")
_BRAND = re.compile(r"[a-z]{1,3}[A-Z]")
_LABELS = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*|[^\W\d_]|[ivx]{2,4})", re.IGNORECASE)
# A letter of the Latin alphabet as Hindi spells it, "एम."; its full sentences end with a danda.
_LONGEST_SYLLABLE = 3
_HINDI_ENDS = frozenset({"है", "हैं", "था", "थे", "थी", "थीं", "हो", "गया", "गए", "गई", "गा", "गे", "गी", "दी", "दिए"})
# Languages that write "the 3rd" as "3."
ORDINAL_LANGUAGES = frozenset(
    {"de", "da", "no", "nb", "nn", "fi", "hu", "cs", "sk", "sl", "hr", "sr", "bs", "et", "lv", "is"}
)
# “Why?” Ann Hale asked: English names the speaker first, so that a capital goes on with the sentence.
_REPORTED = re.compile(
    r"(?:[A-Z][\w.'’-]{0,20} ){1,3}(?:said|says|asked|asks|replied|answered|added|wrote|told|cried|shouted|whispered"
    r"|explained|recalled|insisted|noted|wondered)(?!:)\b"
)
# "10 a.m. Monday", "8 p.m. Eastern": what may follow a time within its sentence; capitals are its zone.
_AFTER_TIME = frozenset(
    {"eastern", "central", "mountain", "pacific", "atlantic", "greenwich", "local", "beijing", "london"}
    | {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"jan", "feb", "march", "april", "may", "june", "july", "aug", "sept", "oct", "nov", "dec"}
    | {"january", "february", "august", "september", "october", "november", "december"}
)
# "At 5 a.m." is the beginning of a sentence rather than one.
_FEWEST_WORDS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of text, and what is the same for all of its marks."""

    text: str
    language: str
    kinds: Mapping[str, str]
    """The short forms of the language, as `abbreviation_kinds` gives them."""
    is_small: bool
    """Whether its writer puts no capitals."""
    has_danda: bool


def line_of(text: str, language: str) -> Line:
    """One line of a text in *language*, ready to be judged."""
    return Line(
        text=text,
        language=language,
        kinds=abbreviation_kinds(language),
        is_small=text.islower(),
        has_danda=language == "hi" and "।" in text,
    )


def ends_sentence(line: Line, mark: re.Match[str], following: re.Match[str], start: int) -> bool:
    """
    Whether the sentence that began at *start* in *line* ends with *mark*.

    *mark* has the groups ``run`` (the marks themselves) and ``closing`` (quotation marks and brackets after them);
    *following* is a match of `FOLLOWING` where *mark* ends.
    """
    run, word = mark["run"], following["word"]
    if not word:
        return True
    if word[0] in ".…" and not following["opening"]:
        # An ellipsis by itself, which decides for both.
        return False
    if word[0].islower() and not _BRAND.match(line.text, following.start("word")):
        return _goes_on_small(line, mark, following, start)
    if "." not in run and "…" not in run:
        goes_on = mark["closing"] and not following["opening"] and not opens_sentence(word, line.language)
        return not (goes_on and _REPORTED.match(line.text, following.start("word")))
    if len(run) > 1 or run == "…":
        return _is_last_ellipsis(line.text, mark, word)
    if len(word) == 1 and line.text.startswith(".", following.end()):
        # The next initial, or the next part of a short form, that an initial goes on with.
        word = f"{word}."
    return _full_stop_ends(line, mark.start("run"), word, start)


def _full_stop_ends(line: Line, stop: int, word: str, start: int) -> bool:
    """Whether the one full stop at *stop* does, before a *word* that has a capital or a script without them."""
    token = _token_before(line.text, stop, start)
    if not token:
        return True
    if token[-1].isdigit() or (line.language in ORDINAL_LANGUAGES and _REGNAL.fullmatch(token)):
        return _number_ends(line, token, word, stop, start)
    form = _short_form(line, token, stop, start)
    kind = line.kinds.get(form)
    if kind is None and not _INITIALS.fullmatch(form):
        # Hindi ends its sentences with a danda, so a short word with a full stop beside one is an abbreviation.
        return not line.has_danda or len(form) > _LONGEST_SYLLABLE or form in _HINDI_ENDS
    if _is_label(line.text, token, stop, start) or ("." in form and _is_opening_phrase(line, stop, start)):
        return False
    is_letter = len(form) == 1
    is_capital = is_letter and not token.islower()
    if kind == "number" and not is_capital:
        return not _NUMERALS.fullmatch(word.rstrip("."))
    # "U.S. NATO envoys", "U.S. J. Hale": a word in capitals is one anywhere, and an initial tells nothing.
    is_no_sign = word.endswith(".") or (len(word) > 1 and word.isupper())
    if is_no_sign or (kind == "name" and (is_capital or not is_letter)):
        return False
    if kind == "end":
        return word.lower() not in _AFTER_TIME
    if kind is not None and is_letter:
        # Punkt takes it for an initial, which it is to itself by one letter only.
        return opens_sentence(word, line.language)
    return parts_sentences(f"{token[-1] if kind is None else form}.", word, line.language)


def _short_form(line: Line, token: str, stop: int, start: int) -> str:
    """*token* as our lists have it: in lower case, whole, without an elided article (``all'avv.``)."""
    form = _ATTACHED.sub("", token.lower())
    if form in _TIMES and token.isupper() and not _HOUR.search(line.text, max(start, stop - _REACH), stop):
        # A person's initials.
        return token
    if len(form) > _LONGEST_PART:
        return form
    match = _SPACED.search(line.text[max(start, stop - _REACH // 2) : stop + 1])
    parts = match[0].lower().replace(".", " ").split() if match else []
    return next((whole for first in range(len(parts)) if (whole := ".".join(parts[first:])) in line.kinds), form)


def _goes_on_small(line: Line, mark: re.Match[str], following: re.Match[str], start: int) -> bool:
    """Whether a sentence ends although the next word is in lower case."""
    opening = following["opening"]
    if "¿" in opening or "¡" in opening:
        return True
    if mark["closing"].strip() or mark["run"] not in {".", "!", "?"}:
        return False
    # A quotation opens, a foot note, or Dutch "'s Avonds"; otherwise only those who write no capitals end here.
    opens = mark["run"] == "." and (
        _QUOTATION_MARKS.intersection(opening)
        or ("*" in opening and not _EMPHASIS.match(line.text, following.end("word")))
    )
    if not opens and not line.is_small:
        return False
    token = _token_before(line.text, mark.start("run"), start).lower()
    return len(token) > 1 and token not in line.kinds and not _INITIALS.fullmatch(token)


def _is_last_ellipsis(line: str, mark: re.Match[str], word: str) -> bool:
    """Whether a capital after several full stops opens a sentence."""
    run = mark["run"]
    dots = run.count(".")
    if " " in run and dots <= 3:  # noqa: PLR2004 - three dots leave words out; a fourth ends the sentence
        return False
    is_omission = line[mark.start() - 1 : mark.start()] in {"(", "["}
    if is_omission or not word[0].isalnum():
        return False
    # "I" has its capital anywhere, so after an ellipsis that stands by itself in a sentence it tells nothing.
    before = line[max(0, mark.start() - 2) : mark.start()]
    stands_alone = before[-1:].isspace() and before[0] not in ".!?"
    return not (stands_alone and word == "I" and dots <= 3)  # noqa: PLR2004


def _number_ends(line: Line, token: str, word: str, stop: int, start: int) -> bool:
    if _is_label(line.text, token, stop, start):
        return False
    if line.language not in ORDINAL_LANGUAGES or not _ORDINAL.fullmatch(token):
        return True
    # "the 3rd", but "Abs. 3" has its number.
    before = _token_before(line.text, stop - len(token), start).lower()
    return before.rstrip(".") in number_abbreviations(line.language) or opens_sentence(word, line.language)


def _is_label(line: str, token: str, stop: int, start: int) -> bool:
    """Whether *token* numbers what follows: nothing but opening marks is before it in its sentence."""
    if stop - start > _REACH or not _LABELS.fullmatch(token):
        return False
    return not line[start : stop - len(token)].strip(" \t\u00a0•·◦▪⁃*-–(\"'“‘«")


def _is_opening_phrase(line: Line, stop: int, start: int) -> bool:
    """Whether what *start* begins is too short to be a sentence: ``At 5 a.m.``, ``In the U.S.``"""
    if stop - start > _REACH:
        return False
    opened = line.text[start:stop].split()
    is_short = 1 < len(opened) < _FEWEST_WORDS
    return is_short and opened[0].lower().strip(_OPENING) in stopwords(line.language)


def _token_before(line: str, stop: int, start: int) -> str:
    parts = line[max(start, stop - _REACH) : stop].rsplit(None, 1)
    return parts[-1].lstrip(_OPENING) if parts else ""
