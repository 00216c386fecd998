"""What of a saved web page is the article, and what was taken off?"""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from repurpose.model import BlockKind, Dropped
from repurpose.sources.furniture.dates import is_date_line
from repurpose.sources.furniture.lexicon import furniture_words, normalised_line
from repurpose.sources.furniture.lines import REASONS, furniture_kind
from repurpose.sources.measures import ends_sentence, word_count
from repurpose.sources.web.headline import find_headline, with_dateline
from repurpose.sources.web.linked_data import linked_body
from repurpose.sources.web.main_text import main_text, second_opinion
from repurpose.sources.web.matching import in_main_text
from repurpose.sources.web.page import read_page, read_tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.sources.pieces import Piece, Reading

__all__ = ["read_html"]

# Below this the main text is a teaser or a caption, and the whole page is read like a text copy instead.
_FEWEST_WORDS = 20
# A paragraph of so many words is running text. There is doubt where little of it is found, and little of what is there.
_PROSE_WORDS = 15
_DOUBTFUL_WORDS = 120
_DOUBTFUL_SHARE = 0.3
# The second opinion is taken where it finds so many times the running text: it tends to take in comments.
_CLEARLY_MORE = 1.5
# The article's first paragraph stands so near below its title.
_OPENING = 15
_LINE_CHARACTERS = 80
# So many pieces between two pieces of the article belong to it too, unless they are furniture.
_LONGEST_GAP = 3


def read_html(html: str) -> tuple[Reading, bool]:
    """
    The article's pieces in the page *html*, and whether that is its main text.

    Where no main text is found, all pieces that stand in no menu, form or footer come back with ``False``, to be
    trimmed like a text copy.
    """
    page = read_page(html)
    reading = page.reading
    pieces = reading.pieces
    if page.tree is None:
        return _split(reading, [piece.aside is None for piece in pieces]), False
    chosen = in_main_text(pieces, main_text(page.tree))
    prose = _prose_words(pieces)
    if _sum(prose, chosen) < min(_DOUBTFUL_WORDS, _DOUBTFUL_SHARE * sum(prose)):
        other = in_main_text(pieces, second_opinion(html))
        chosen = other if _sum(prose, other) > _CLEARLY_MORE * _sum(prose, chosen) else chosen
    words = sum(word_count(piece.text) for piece in compress(pieces, chosen))
    if words < _DOUBTFUL_WORDS and (body := _hidden_body(html, more_than=_CLEARLY_MORE * words)):
        return replace(_split(reading, [False] * len(pieces)), pieces=body), True
    if words < _FEWEST_WORDS:
        return _split(reading, [piece.aside is None for piece in pieces]), False
    headline = find_headline(pieces, chosen, prose, reading.metadata.title)
    chosen = _with_gaps(pieces, _from_headline(pieces, chosen, prose, headline.at))
    metadata = with_dateline(replace(reading.metadata, title=headline.title), pieces, chosen, headline.at)
    return _split(replace(reading, metadata=metadata), chosen, title_at=headline.at), True


def _hidden_body(html: str, *, more_than: float) -> tuple[Piece, ...]:
    """The pieces of an article that a page shows by script only, from its linked data; nothing if that is no more."""
    body = linked_body(html)
    return read_tags(body).pieces if body is not None and word_count(body) > max(_FEWEST_WORDS, more_than) else ()


def _split(reading: Reading, chosen: Sequence[bool], *, title_at: int | None = None) -> Reading:
    """*reading* with the *chosen* pieces; the others are reported, that at *title_at* as the title."""
    dropped = tuple(
        Dropped(text=piece.text, lines=piece.lines, reason="title" if index == title_at else _reason(piece))
        for index, (piece, is_chosen) in enumerate(zip(reading.pieces, chosen, strict=True))
        if not is_chosen
    )
    kept = tuple(compress(reading.pieces, chosen))
    return replace(reading, pieces=kept, dropped=(*reading.dropped, *dropped))


def _from_headline(pieces: Sequence[Piece], chosen: Sequence[bool], prose: Sequence[int], at: int | None) -> list[bool]:
    """*chosen* without what stands above the article's title, and with the running text that opens it."""
    if at is None:
        return list(chosen)
    first = next((index for index in range(at, len(pieces)) if chosen[index] and prose[index]), at)
    return [
        index > at
        and (is_chosen or (index < min(first, at + _OPENING) and prose[index] > 0 and _may_open(pieces[index])))
        for index, is_chosen in enumerate(chosen)
    ]


def _may_open(piece: Piece) -> bool:
    return ends_sentence(piece.text) and _may_belong(piece)


def _with_gaps(pieces: Sequence[Piece], chosen: Sequence[bool]) -> list[bool]:
    """*chosen* with what stands between two pieces of the article: headings, captions and credits that were lost."""
    filled = list(chosen)
    last: int | None = None
    for index, is_chosen in enumerate(chosen):
        if not is_chosen:
            continue
        if last is not None and 1 < index - last <= _LONGEST_GAP + 1:
            for gap in range(last + 1, index):
                filled[gap] = _may_belong(pieces[gap])
        last = index
    return filled


def _may_belong(piece: Piece) -> bool:
    return (
        (not piece.is_link or piece.kind is BlockKind.HEADING)
        and piece.aside is None
        # A table of one row sets a box beside the text.
        and (piece.kind is not BlockKind.TABLE or "\n" in piece.text)
        and furniture_kind(piece.text) in {None, "figure"}
        and not is_date_line(piece.text)
    )


def _prose_words(pieces: Sequence[Piece]) -> list[int]:
    """How many words of running text each piece holds."""
    # Most pieces of a page are far too short, and are not counted.
    return [
        words
        if len(piece.text) > _PROSE_WORDS
        and not piece.is_link
        and piece.aside is None
        and (words := word_count(piece.text)) >= _PROSE_WORDS
        else 0
        for piece in pieces
    ]


def _sum(words: Sequence[int], chosen: Sequence[bool]) -> int:
    return sum(compress(words, chosen))


def _reason(piece: Piece) -> str:
    """What a piece is that nobody chose; at most its line is looked up: a page has hundreds."""
    if piece.aside is not None:
        return piece.aside
    kind = furniture_words().lines.get(normalised_line(piece.text)) if len(piece.text) <= _LINE_CHARACTERS else None
    if kind is not None:
        return REASONS[kind]
    if not piece.is_link and is_date_line(piece.text):
        return "date line"
    return "navigation" if piece.kind is BlockKind.ITEM or piece.is_link else "page furniture"
