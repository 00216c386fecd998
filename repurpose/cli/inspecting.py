"""Look at what was read and found: read, summarize, hashtags, platforms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from repurpose.cli.arguments import BrandOption, JsonOption, SourceArgument, UrlOption, article_from, settings_from
from repurpose.cli.output import cut, say, show
from repurpose.text.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from repurpose.model import Article, Summary

__all__ = ["register"]

_WIDTH = 88


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("read")(read)
    app.command("summarize")(summarize)
    app.command("hashtags")(hashtags)
    app.command("platforms")(platforms)


def read(source: SourceArgument, url: UrlOption = None, json: JsonOption = False) -> None:
    """Show what of the source is the article, and what was dropped and why."""
    from repurpose.export import to_json

    article = article_from(source, url=url)
    show(to_json(article).rstrip("\n") if json else visible("\n".join(_article_lines(article))))


def summarize(
    source: SourceArgument,
    limit: Annotated[int, typer.Option("--limit", min=1, help="The most key points.")] = 7,
    json: JsonOption = False,
) -> None:
    """Show the article's key points, keyphrases, quotes and figures."""
    from repurpose.export import to_json
    from repurpose.summarizer import summarize as summarize_article

    summary = summarize_article(article_from(source), limit=limit)
    if not summary.key_points:
        say("no sentence of the article is understood by itself, so there are no key points")
    show(to_json(summary).rstrip("\n") if json else visible("\n".join(_summary_lines(summary))))


def hashtags(
    source: SourceArgument,
    platform: Annotated[str, typer.Option("--for", metavar="PLATFORM", help="The platform they are for.")],
    brand: BrandOption = None,
    json: JsonOption = False,
) -> None:
    """Print the hashtags for a platform, best first."""
    import json as json_module

    from repurpose.formatters import hashtags as choose
    from repurpose.platforms import profile
    from repurpose.summarizer import summarize as summarize_article

    tags = choose(summarize_article(article_from(source)), platform, settings=settings_from(brand))
    if not tags:
        place = profile(platform)
        takes = place.hashtags.maximum > 0
        say("the article names no subject for a hashtag" if takes else f"{place.name} takes no hashtags")
    show(json_module.dumps(tags, ensure_ascii=False) if json else " ".join(tags))


def platforms(json: JsonOption = False) -> None:
    """List the platforms with their limits, and where each is documented."""
    import json as json_module

    from repurpose.platforms import platform_profiles

    rows = [
        {
            "platform": profile.key,
            "name": profile.name,
            "formats": list(profile.formats),
            "limits": [
                {"maximum": limit.maximum, "unit": limit.unit, "source": limit.source} for limit in profile.text
            ],
        }
        for profile in platform_profiles()
    ]
    if json:
        show(json_module.dumps(rows, ensure_ascii=False, indent=2))
        return
    for profile in platform_profiles():
        limits = " and ".join(f"{limit.maximum:,} {limit.unit.replace('_', ' ')}" for limit in profile.text)
        show(f"{profile.key:<11} {limits:<32} {', '.join(profile.formats)}")


def _article_lines(article: Article) -> Iterator[str]:
    for name in ("title", "subtitle", "byline", "date", "language", "url", "description", "author_caption"):
        if (value := getattr(article, name)) is not None:
            yield f"{name.replace('_', ' ') + ':':<16} {visible_line(str(value))}"
    if article.tags or article.author_hashtags:
        yield f"{'tags:':<16} {visible_line(' '.join((*article.tags, *article.author_hashtags)))}"
    for note in article.notes:
        yield f"{note.kind + ':':<16} {cut(note.text, _WIDTH)}"
    yield ""
    yield "kept"
    for block in article.blocks:
        words = cut(block.span.of(article.text).replace("\n", " "), _WIDTH)
        mark = f" {block.number}." if block.number is not None else ""
        speaker = f" [{block.speaker}]" if block.speaker else ""
        orphan = " (its heading was lost)" if block.is_orphan else ""
        yield f"{block.lines[0]:>5}  {block.kind + mark:<12}{speaker} {words}{orphan}"
    yield ""
    yield "dropped" if article.dropped else "nothing was dropped"
    for part in article.dropped:
        yield f"{part.lines[0]:>5}  {part.reason}: {cut(part.text.replace(chr(10), ' '), _WIDTH)}"


def _summary_lines(summary: Summary) -> Iterator[str]:
    for point in summary.key_points:
        fullest = point.renditions[0]
        yield f"• {fullest.text if fullest.items else point.text}"
        yield from (f"    - {item.text}" for item in fullest.items)
    yield ""
    yield "keyphrases: " + ", ".join(keyphrase.text for keyphrase in summary.keyphrases)
    for quote in summary.quotes:
        yield f"quote: “{quote.text}”" + (f" — {quote.speaker}" if quote.speaker else "")
    for figure in summary.figures:
        counts = f" {figure.counts}" if figure.counts else ""
        yield f"figure: {figure.value}{counts}: {cut(figure.text, _WIDTH)}"
