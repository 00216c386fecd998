"""
Who is meant by a surname that stands alone?

Strict, since a wrong name is the worst error of all: the surname must follow one and only one first name in the whole
article, never occur in lower case, and its bearer must be spoken of as a person nearby. English only.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from repurpose.model import Span
from repurpose.text.lexicons import stopwords

if TYPE_CHECKING:
    from collections.abc import Mapping

    from repurpose.model import Article

__all__ = ["full_names", "with_full_name"]

# Inside a sentence only: at its start any word has a capital ("Expect Wang's lab to ...").
_PAIR = re.compile(r"(?<=[\w,;—–] )([A-Z][a-zà-ÿ]+(?: [A-Z]\.)?) ([A-Z][a-zà-ÿ]+)(?![\w-])")
_PERSON = re.compile(
    r"\b(?:he|she|his|her|who|said|says|CEO|founder|co-founder|director|president|professor|mayor|minister|engineer|author|manager)\b"
)
_NEAR = 200


def full_names(article: Article) -> Mapping[str, tuple[str, Span]]:
    """Surname to full name and one place where the article writes it."""
    if article.language != "en":
        return {}
    firsts: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for match in _PAIR.finditer(article.text):
        firsts[match[2]].setdefault(match[1], []).append(Span(*match.span()))
    known = {first.split(" ")[0] for names in firsts.values() for first in names}
    found: dict[str, tuple[str, Span]] = {}
    for surname, names in firsts.items():
        (first, spans), *others = names.items()
        if (
            not others
            and surname not in known
            and first.lower() not in stopwords("en")
            and any(_PERSON.search(article.text, span.end, span.end + _NEAR) for span in spans)
            and not re.search(rf"\b(?:{surname.lower()}|{first.lower()})\b", article.text)
        ):
            found[surname] = (f"{first} {surname}", spans[0])
    return found


def with_full_name(text: str, names: Mapping[str, tuple[str, Span]]) -> tuple[str, tuple[Span, ...]]:
    """*text* with the first bare surname made a full name, and the place that the name comes from."""
    for surname, (full, span) in names.items():
        bare = re.search(rf"(?<![\w’'-])(?<![A-Z][a-z] ){surname}(?![\w-]| [A-Z])", text)
        if bare and full not in text and not re.search(r"[A-Z]\w*\.? $", text[: bare.start()]):
            return f"{text[: bare.start()]}{full}{text[bare.end() :]}", (span,)
    return text, ()
