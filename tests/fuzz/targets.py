"""What every reader promises, whatever bytes it is given: a sound article, or an error that says what is wrong."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator

from repurpose.errors import RepurposeError, SourceError
from repurpose.export import from_json, to_json
from repurpose.model import Article
from repurpose.sources.cleaning import has_hidden
from repurpose.sources.opening import Source
from repurpose.sources.reading import FORMATS, article_from, articles_from

__all__ = ["TARGETS"]

_LONGEST_MESSAGE = 2_000


def _read_as(format_: str) -> Callable[[bytes], None]:
    def target(data: bytes) -> None:
        try:
            article = article_from(Source(data=data, where="the source"), format=format_)
        except RepurposeError as error:
            _check_error(error)
        else:
            _check_article(article)

    return target


def _read_any(data: bytes) -> None:
    """As a file of unknown content: detected, decoded, one article or many."""
    try:
        for outcome in articles_from(Source(data=data, where="the source")):
            if isinstance(outcome, SourceError):
                _check_error(outcome)
            else:
                _check_article(outcome)
    except RepurposeError as error:
        _check_error(error)


def _check_error(error: RepurposeError) -> None:
    message = str(error)

    assert message.strip()
    assert "\n" not in message
    assert len(message) < _LONGEST_MESSAGE
    message.encode()


def _check_article(article: Article) -> None:
    assert article.blocks
    assert article.text == "\n\n".join(block.span.of(article.text) for block in article.blocks)
    assert all(block.span.of(article.text).strip() for block in article.blocks)
    assert unicodedata.is_normalized("NFC", article.text)
    for words in _words(article):
        assert not has_hidden(words)
        words.encode()
    assert article.date is None or article.date.year > 0
    assert from_json(Article, to_json(article)) == article


def _words(article: Article) -> Iterator[str]:
    """Every text of *article*, what was dropped included."""
    yield article.text
    fields = (article.title, article.subtitle, article.byline, article.description, article.author_caption, article.url)
    yield from filter(None, fields)
    yield from filter(None, (block.speaker for block in article.blocks))
    yield from (*article.tags, *article.author_hashtags)
    yield from (note.text for note in article.notes)
    yield from (part.text for part in article.dropped)


TARGETS: dict[str, Callable[[bytes], None]] = {format_: _read_as(format_) for format_ in FORMATS} | dict.fromkeys(
    ("rss", "atom", "wordpress", "jsonfeed", "any"), _read_any
)
"""A target for each reader; ``any`` is given the samples of all."""
