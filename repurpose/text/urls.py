"""
Which parts of a text does a platform take for an address?

The rules are those of twitter-text, which X uses as it is and Mastodon with wider paths. There they are one regular
expression that backtracks; here a domain is read label by label and a path in one pass, so that time is linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from repurpose.text.domains import tld_end

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "INVALID",
    "LATIN_ACCENTS",
    "PUNCTUATION",
    "SPACES",
    "X_PARENTHESES",
    "Found",
    "UrlRules",
    "X",
    "find",
    "parentheses",
    "query",
]

# ---- the alphabets of twitter-text

SPACES = r"\x09-\x0d\x20\x85\xa0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
PUNCTUATION = r"!'#%&()*+,\\\-./:;<=>?@\[\]\^_{|}~$"
LATIN_ACCENTS = (
    r"\xc0-\xd6\xd8-\xf6\xf8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb"
    r"\u0300-\u036f\u1e00-\u1eff"
)
# What the same letters match without regard to case in JavaScript.
_ACCENTS = LATIN_ACCENTS + (
    r"\u0260\u0269\u0275\u0280\u0283\u0288\u028a\u028c\u0292\u0399\u03b9\u1fbe\u2c65\u2c66\u2c7e\u2c7f\ua7dc"
)
_CYRILLIC = r"\u0400-\u04ff\u1c80-\u1c87"
INVALID = r"\ufffe\ufeff\uffff"
_DIRECTIONAL = r"\u202a-\u202e\u061c\u200e\u200f\u2066-\u2069"

# ---- domains

_LABEL_CHAR = f"[^{PUNCTUATION}{SPACES}{INVALID}{_DIRECTIONAL}]"
_WORD_CHAR = f"(?:{_LABEL_CHAR}|[_\\-])"
_RUN = re.compile(f"(?<!{_LABEL_CHAR})(?<![_\\-]){_WORD_CHAR}++(?:\\.++{_WORD_CHAR}++)++")
_RUN_HERE = re.compile(f"{_WORD_CHAR}++(?:\\.++{_WORD_CHAR}++)++")
_DOT = re.compile(r"\.(?![\s.])")  # what nearly no sentence has, looked for first
# Either labels that may stand in a domain, each with its dot, or one that may not.
_CHAIN = re.compile(f"((?:{_LABEL_CHAR}++(?:[_\\-]++{_LABEL_CHAR}++)*+\\.)++)|{_LABEL_CHAR}{_WORD_CHAR}*+")
_ASCII_LABEL_CHAR = f"[\\-A-Za-z0-9{_ACCENTS}]"
_ASCII_CHAIN = re.compile(f"((?:{_ASCII_LABEL_CHAR}++\\.)++)|{_ASCII_LABEL_CHAR}++")
_ALL_LATIN = re.compile(f"(?:{_ASCII_LABEL_CHAR}|\\.)++\\Z")
# A domain may begin after anything but these. (What needs two UTF-16 units follows itself in twitter-text: after the
# first unit the second may begin a domain.)
_GLUE = f"[A-Za-z0-9@＠$#＃{INVALID}]"
_PAIR = r"[\U00010000-\U0010ffff]"
_OPEN = re.compile(f"(?<!{_GLUE}){_LABEL_CHAR}|{_PAIR}")
_PAIRED = re.compile(_PAIR)
_GLUED = re.compile(_GLUE)

_LONGEST_LABEL = 63
_SURELY_SHORT = _LONGEST_LABEL - len("xn---")
_LABEL_SEPARATORS = re.compile("[.\u3002\uff0e\uff61]")
_NEEDS_PUNYCODE = re.compile(r"[^\x20-\x7e]")


class Found(NamedTuple):
    """One address."""

    start: int
    end: int
    url: str
    """As the platform links it: shorter than the range where X keeps only the Latin part of a domain."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UrlRules:
    """What one platform takes for an address."""

    scheme: re.Pattern[str]
    """Ends where the domain begins."""
    tail: re.Pattern[str]
    """Port, path (group 1) and query."""


def parentheses(char: str) -> str:
    """Balanced parentheses, one more level of them inside."""
    return f"(?:\\((?!\\)){char}*+(?:\\({char}++\\){char}*+)?\\))"


def query(char: str, ending: str) -> str:
    """A query: everything up to its last character that may end one."""
    return f"(?:\\?(?:(?:(?!{ending}){char})*+{ending})++)?"


# A path goes on to the last character that may end one; balanced parentheses may follow that at once.
_X_CHAR = f"[A-Za-z{_CYRILLIC}0-9!*';:=+,.$/%#\\[\\]\\-\u2013_~@|&{_ACCENTS}]"
_X_QUERY = query(r"[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]", r"[A-Za-z0-9\-_&=#/]")
_X_ENDING = f"[+\\-A-Za-z{_CYRILLIC}0-9=_#/{_ACCENTS}]"
X_PARENTHESES = parentheses(_X_CHAR)
X = UrlRules(
    scheme=re.compile(r"https?://\Z", re.IGNORECASE | re.ASCII),
    tail=re.compile(
        f"(?::[0-9]+)?(/(?:(?:(?!{_X_ENDING}){_X_CHAR}|{X_PARENTHESES})*+{_X_ENDING})*+{X_PARENTHESES}*+)?{_X_QUERY}"
    ),
)

_LONGEST_SCHEME = len("gopher://")
_LONGEST_URL = 4096
_SHORT_URL = re.compile(f"https?://t\\.co/([a-z0-9]+){_X_QUERY}", re.IGNORECASE | re.ASCII)
_LONGEST_SLUG = 40


def find(text: str, rules: UrlRules, *, schemeless: bool) -> Iterator[Found]:
    """
    The addresses in *text*, in order, by *rules*.

    Without a scheme only the Latin part of a domain is an address (``これはexample.comです``), and only when
    *schemeless*.
    """
    for scheme, start, domain_end, tail in _domains(text, rules):
        if scheme is None and not schemeless:
            continue
        end = tail.end() if tail else domain_end
        url = text[start if scheme is None else scheme : end]
        if not _is_valid(url, text[start:domain_end], len("https://") if scheme is None else start - scheme):
            continue
        if scheme is None and _ALL_LATIN.match(text, start, domain_end):
            end = end if tail and tail.group(1) else domain_end
            yield Found(start, end, text[start:end])
        elif scheme is None:
            yield from _latin(text, start, domain_end, tail)
        elif short := _SHORT_URL.match(text, scheme, end):
            if len(short.group(1)) <= _LONGEST_SLUG:
                yield Found(scheme, short.end(), short.group())
        else:
            yield Found(scheme, end, url)


def _domains(text: str, rules: UrlRules) -> Iterator[tuple[int | None, int, int, re.Match[str] | None]]:
    """Where a scheme (if any) and a domain begin, where the domain ends, and what follows it."""
    floor = 0  # the end of what was matched last: it cannot be what precedes the next address
    position = 0
    while run := _next_run(text, position, floor):
        position = run.end()
        for chain in _CHAIN.finditer(text, run.start(), run.end()):
            if chain.group(1) is None:
                continue
            start, end = chain.span()
            last_end = tld_end(text, end, len(text))
            is_plain = last_end is not None and text.find("_", start, end) < 0
            domain_end = last_end if is_plain else _domain_end(text, start, end, last_end)
            if domain_end is None and last_end is None:
                continue
            scheme = _scheme(text, start, floor, rules) if text.endswith("://", 0, start) else None
            opening = start if start > floor and text[start - 1] in " \n" else _opening(text, start, floor)
            tail = rules.tail.match(text, last_end) if last_end else None
            if domain_end is not None:
                own_tail = tail if domain_end == last_end else None
                if scheme is not None:
                    yield scheme, start, domain_end, own_tail
                elif opening is not None and (opening == floor or text[opening - 1] not in "-_./"):
                    yield None, opening, domain_end, own_tail
                if scheme is not None or opening is not None:
                    floor = max(floor, domain_end)
            # Even what does not become an address swallows its path: `/example.com/other.com`.
            is_single = text.find(".", start, end) == end - 1
            if tail and tail.group() and (scheme is not None or opening is not None or not is_single):
                floor = position = tail.end()
                break


def _next_run(text: str, position: int, floor: int) -> re.Match[str] | None:
    """The next run of labels and dots; from *position* on it may begin anywhere where nothing was matched before."""
    dot = _DOT.search(text, position)
    if dot is None:
        return None
    if position == floor and (here := _RUN_HERE.match(text, position)):
        return here
    return _RUN.search(text, max(position, text.rfind(" ", position, dot.start()) + 1))


def _scheme(text: str, start: int, floor: int, rules: UrlRules) -> int | None:
    """Where the scheme before the domain at *start* begins, if there is one that may stand there."""
    found = rules.scheme.search(text, max(floor, start - _LONGEST_SCHEME), start)
    if found is None:
        return None
    before = found.start() - 1
    if before < 0:
        return 0
    return found.start() if before >= floor and not _GLUED.match(text, before) else None


def _opening(text: str, start: int, floor: int) -> int | None:
    """The first place in the label at *start* where a domain without scheme may begin."""
    end = text.index(".", start)
    # At the very beginning a domain may follow nothing; but a character that may precede one does so first.
    if start == 0:
        return 1 if _OPEN.match(text, 1, end) else 0
    at_floor = start <= floor and not _PAIRED.match(text, floor)
    found = _OPEN.search(text, floor + 1 if at_floor else max(start, floor), end)
    return found.start() if found else None


def _domain_end(text: str, start: int, end: int, stop: int | None) -> int | None:
    """
    Where the longest domain within the labels from *start* to *end* ends: after *stop*, or after an earlier label.

    No underscore may stand in the label before the top-level domain.
    """
    dot = end - 1
    while dot >= 0:
        previous = text.rfind(".", start, dot)
        if stop is not None and text.find("_", max(previous, start), dot) < 0:
            return stop
        dot = previous
        stop = tld_end(text, dot + 1, len(text)) if dot >= 0 else None
    return None


def _latin(text: str, start: int, end: int, tail: re.Match[str] | None) -> Iterator[Found]:
    """The Latin domains within one domain; a path belongs to the last of them."""
    found = []
    for chain in _ASCII_CHAIN.finditer(text, start, end):
        dot = chain.end() - 1 if chain.group(1) else -1
        while dot >= 0:
            if stop := tld_end(text, dot + 1, end):
                found.append(Found(chain.start(), stop, text[chain.start() : stop]))
                break
            dot = text.rfind(".", chain.start(), dot)
    if found and tail and tail.group(1):
        last = found.pop()
        found.append(Found(last.start, tail.end(), last.url + tail.group()))
    yield from found


def _is_valid(url: str, domain: str, scheme: int) -> bool:
    """Whether *url*, with its *scheme* counted once more, and every label of its *domain* are short enough."""
    if len(url) <= _SURELY_SHORT and domain.isascii():
        return True
    if domain.startswith("xn--") and _NEEDS_PUNYCODE.search(domain):
        return bool(_ASCII_CHAIN.match(domain))
    if scheme + _utf16(url) > _LONGEST_URL:
        return False
    return all(_encoded_length(label) <= _LONGEST_LABEL for label in domain.split("."))


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _encoded_length(label: str) -> int:
    """The length of *label* in the domain name system; its own where that is too much already."""
    if len(label) > _LONGEST_LABEL or not _NEEDS_PUNYCODE.search(label):
        return len(label)
    parts = _LABEL_SEPARATORS.split(label)
    lengths = (
        len("xn--") + len(part.encode("punycode")) if _NEEDS_PUNYCODE.search(part) else len(part) for part in parts
    )
    return sum(lengths) + len(parts) - 1
