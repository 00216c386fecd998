"""In which order do the stages run? The one module that knows all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from repurpose.errors import CardError, UsageError
from repurpose.model import PLATFORMS, Campaign, Draft
from repurpose.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.cards import Theme
    from repurpose.model import Article, Card, Figure, KeyPoint, Quote, Summary

__all__ = ["render_card", "render_cards", "repurpose_article"]

# Enough beats for the longest format; shorter ones choose among them.
KEY_POINTS = 12
QUOTE_CARDS = 3


def repurpose_article(
    article: Article,
    *,
    platforms: Sequence[str] | None = None,
    cards: bool = True,
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Campaign:
    """
    All that *article* becomes: every format of each of *platforms* (all known ones when ``None``), with cards.

    Raises `UnknownName` for an unknown platform and `EmptySource` for an article that offers nothing to tell.
    """
    from repurpose.linter import lint
    from repurpose.summarizer import summarize

    if isinstance(platforms, str):
        raise UsageError(f"platforms is a list of names, not the text '{platforms}'; give ['{platforms}']")
    summary = summarize(article, limit=KEY_POINTS)
    drafts = tuple(_drafts(summary, PLATFORMS if platforms is None else platforms, settings))
    rendered = render_cards(summary, settings=settings) if cards else ()
    campaign = Campaign(article=article, drafts=drafts, cards=(), findings=())
    return replace(
        campaign,
        cards=rendered,
        findings=(
            *lint(campaign, settings=settings),
            *(finding for card in rendered for finding in card.findings),
        ),
    )


def render_card(
    content: str | Quote | KeyPoint | Figure,
    *,
    size: str = "portrait",
    theme: str | None = None,
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> Card:
    """
    One card with its measured facts and the findings about them.

    Raises `CardError` for words that cannot be set (too long, a character that no font has, a word that the brand has
    banned) and `UnknownName` for an unknown size or theme.
    """
    from repurpose.cards import render

    return _checked(render(content, name=f"1-{size}.png", size=size, theme=theme, settings=settings), settings)


def render_cards(
    summary: Summary,
    *,
    size: str = "portrait",
    theme: str | None = None,
    settings: Settings = Settings(),  # noqa: B008 - frozen
) -> tuple[Card, ...]:
    """
    Cards of the best quotes of *summary*; for one with a word that the brand has banned the next best.

    None for an article without another quotable sentence, or in a script that the theme's fonts do not have.
    """
    from repurpose.cards import load_theme, missing_glyphs
    from repurpose.formatters.voices import is_name

    look = load_theme(theme or settings.cards.theme, settings)
    owner = settings.brand.name if settings.brand.stance == "owner" else None

    def shown(line: str | None) -> str | None:
        """*line* where the theme's fonts can show it: a card without a signature is better than none."""
        return line if line and not missing_glyphs(line, look) else None

    byline = summary.article.byline
    # A handle is no name to sign a sentence with.
    credit = shown(owner or (byline if byline and is_name(byline) else None))
    source = shown(settings.cards.source or summary.article.title)
    made: list[Card] = []
    for quote in summary.quotes:
        if len(made) == QUOTE_CARDS:
            break
        name = f"{len(made) + 1}-{size}.png"
        card = _quote_card(quote, summary, name, size=size, look=look, settings=settings, credit=credit, source=source)
        if card is not None:
            made.append(card)
    return tuple(made)


def _quote_card(
    quote: Quote,
    summary: Summary,
    name: str,
    *,
    size: str,
    look: Theme,
    settings: Settings,
    credit: str | None,
    source: str | None,
) -> Card | None:
    """The card of *quote*; ``None`` where its words cannot be set in this theme at this size."""
    from repurpose.cards import render

    try:
        card = render(
            quote,
            name=name,
            size=size,
            theme=look,
            settings=settings,
            credit=credit,
            source=source,
            emphasis=_emphasis(quote, summary),
        )
    except CardError:
        return None
    return _checked(card, settings)


def _drafts(summary: Summary, platforms: Sequence[str], settings: Settings) -> Iterator[Draft]:
    from repurpose.formatters import compose
    from repurpose.platforms import profile

    for platform in dict.fromkeys(profile(name).key for name in platforms):
        for name in profile(platform).formats:
            draft = compose(summary, platform, format=name, settings=settings)
            # An article with too few ideas for a thread has its post already.
            if name != "thread" or draft.is_thread:
                yield draft


def _emphasis(quote: Quote, summary: Summary) -> str | None:
    """The weightiest key phrase that makes up less than half of *quote*."""
    for keyphrase in summary.keyphrases:
        at = quote.text.lower().find(keyphrase.text.lower())
        if at >= 0 and 2 * len(keyphrase.text) < len(quote.text):
            return quote.text[at : at + len(keyphrase.text)]
    return None


def _checked(card: Card, settings: Settings) -> Card:
    """*card* with what the linter says of its facts: the one place where the two meet."""
    from repurpose.linter import lint_card

    return replace(card, findings=lint_card(card, settings=settings))
