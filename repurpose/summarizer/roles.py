"""
What does the article say that a person is: "co-founder and CEO of Scale AI"?

Only what it says in so many words of somebody whom it names in full, and only where the words name an office. English
only.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from repurpose.model import Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article

__all__ = ["roles_of", "with_role"]

_OFFICE = regex.compile(
    r"\b(?:(?:co-?)?founder|C[EFIOT]O|chair(?:man|woman|person)?|chief|director|president|principal|head|lead|leader|"
    r"minister|mayor|senator|ambassador|secretary|professor|lecturer|researcher|scientist|engineer|developer|designer|"
    r"architect|author|editor|journalist|reporter|writer|host|manager|owner|partner|maintainer|curator|artist)\b"
)
# A name at the beginning of what is said of it: what "some say", and what holds "if", is nobody's office.
_START = r"(?:^|(?<=[.!?]\s)|(?<=\n))"
_WHO = r"(?P<who>\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+){0,2})"
# "As co-founder and CEO of Scale AI, Wang ..."; of "Wang's father" it is not said.
_AS = regex.compile(rf"{_START}As (?P<role>(?:the )?[\p{{Ll}}C][^,.;:!?()“”—–\n]{{3,60}}), {_WHO}(?= \p{{Ll}})")
# "Steve Portigal is the principal of Portigal Consulting."
_IS = regex.compile(
    rf"{_START}{_WHO} is (?P<role>(?:the |an? (?={_OFFICE.pattern}))[^,.;:!?()“”—–\n]{{3,60}})(?=[.;]|, (?!\p{{Lu}}))"
)
_ARTICLE = regex.compile(r"^(?:the|an?) (?=(?:co-?founder|C[EFIOT]O)\b)")
# A clause is no office, and whose "his" is it?
_NO_ROLE = regex.compile(
    r"\b(?:who|which|that|is|was|has|had|will|when|while|if|not|said|says|noted|his|her|my|our|their|former|ex-\w+)\b"
)
# What may follow on a name and what is put in behind it.
_VERB = regex.compile(r" (?:is|was|has|had|will|may|might|could|can|plans|wants|aims|leads|runs|says|said)\b")


def roles_of(article: Article, names: Mapping[str, tuple[str, Span]]) -> Mapping[str, tuple[str, Span]]:
    """What *article* says that each of *names* (the `Names.full`) is: full name to the words and their place."""
    if article.language != "en":
        return {}
    found: dict[str, tuple[str, Span]] = {}
    for pattern in (_AS, _IS):
        for match in pattern.finditer(article.text):
            role = match["role"]
            full = next((full for surname, (full, _) in names.items() if match["who"] in (full, surname)), None)
            if full is None or full in found or not _OFFICE.search(role) or _NO_ROLE.search(role):
                continue
            start, end = match.span("role")
            found[full] = (_ARTICLE.sub("", role), Span(start, end))
    return found


def with_role(text: str, roles: Mapping[str, tuple[str, Span]]) -> tuple[str, tuple[Span, ...]]:
    """*text* with the first name in it introduced where it begins with one, and the place that the words come from."""
    for full, (role, span) in roles.items():
        after = text[len(full) :]
        if text.startswith(full) and _VERB.match(after) and role not in text:
            return f"{full}, {role},{after}", (span,)
    return text, ()
