"""Write files: cards, make."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from repurpose.cli.arguments import BrandOption, SourceArgument, UrlOption, article_from, settings_from
from repurpose.cli.output import ExitCode, code_for, exit_code, print_findings, say, show
from repurpose.cli.report import report_lines
from repurpose.errors import CardError, RepurposeError, UsageError, WriteError
from repurpose.model import Severity
from repurpose.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.model import Article, Finding
    from repurpose.settings import Settings

__all__ = ["register"]

FolderOption = Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help="The folder to write into.")]


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("cards")(cards)
    app.command("themes")(themes)
    app.command("make")(make)


def cards(
    source: SourceArgument,
    output: FolderOption,
    size: Annotated[str, typer.Option("--size", help="square, portrait, story, wide, link or pin.")] = "portrait",
    theme: Annotated[str | None, typer.Option("--theme", metavar="NAME", help="A card design.")] = None,
    brand: BrandOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite pictures that are there already.")] = False,
) -> None:
    """Render quote cards of an article."""
    from repurpose.export.folder import differs, write_files
    from repurpose.pipeline import KEY_POINTS, render_cards
    from repurpose.summarizer import summarize

    settings = settings_from(brand)
    summary = summarize(article_from(source), limit=KEY_POINTS)
    rendered = render_cards(summary, size=size, theme=theme, settings=settings)
    if not rendered:
        ban = " without a word that the brand has banned" if settings.brand.banned_words else ""
        raise CardError(f"no sentence of the article stands alone on a card in the fonts of this theme{ban}")
    files = {card.name: card.png for card in rendered}
    kept = () if force else tuple(name for name in files if differs(output / name, files[name]))
    if kept:
        raise WriteError(
            f"{output / kept[0]} is another picture already; give another folder, or --force to overwrite it"
        )
    for path in write_files(output, files):
        show(str(path))
    findings = [finding for card in rendered for finding in card.findings]
    print_findings(findings)
    raise typer.Exit(exit_code(findings, settings.lint.fail_on))


def themes() -> None:
    """List the card designs."""
    from repurpose.cards import theme_names

    show("\n".join(theme_names(settings_from())))


def make(
    sources: Annotated[
        list[str],
        typer.Argument(metavar="SOURCE...", help="Articles, folders, feeds, lists of addresses; - for stdin."),
    ],
    output: FolderOption,
    platforms: Annotated[str | None, typer.Option("--for", metavar="x,linkedin", help="Only these platforms.")] = None,
    url: UrlOption = None,
    brand: BrandOption = None,
    force: Annotated[bool, typer.Option("--force", help="Overwrite files that were edited by hand too.")] = False,
) -> None:
    """Write an article's whole campaign into a folder: posts, threads, cards, campaign.json."""
    settings = settings_from(brand)
    wanted = _platforms(platforms)
    findings: list[Finding] = []
    failed: list[RepurposeError] = []
    made = 0
    for place, outcome in _outcomes(sources, url=url):
        try:
            if isinstance(outcome, RepurposeError):
                raise outcome
            findings += _make_one(outcome, output, wanted, settings=settings, force=force)
            made += 1
        except RepurposeError as error:
            say(f"repurpose: {_placed(error, place, outcome)}")
            failed.append(error)
    if failed:
        codes = {code_for(error) for error in failed}
        raise typer.Exit(codes.pop() if not made and len(codes) == 1 else ExitCode.PARTLY_FAILED)
    raise typer.Exit(exit_code(findings, settings.lint.fail_on))


def _outcomes(sources: Sequence[str], *, url: str | None) -> Iterator[tuple[str, Article | RepurposeError]]:
    """The articles of all *sources* with where they come from, and errors in the places of what cannot be read."""
    from repurpose.sources.collecting import read_placed

    if url is not None or sources == ["-"]:
        if len(sources) > 1:
            raise UsageError("--url is the address of one article; give one source with it")
        yield _name(sources[0]), article_from(sources[0], url=url)
        return
    for source in sources:
        try:
            if source == "-":
                yield _name(source), article_from(source)
            else:
                yield from read_placed(source)
        except RepurposeError as error:
            yield _name(source), error


def _name(source: str) -> str:
    return "stdin" if source == "-" else source


def _placed(error: RepurposeError, place: str, outcome: Article | RepurposeError) -> str:
    """What *error* says, with the source that it is about; a feed has several articles."""
    if place in str(error):
        return str(error)
    title = None if isinstance(outcome, RepurposeError) else outcome.title
    return f"{place}, “{title}”: {error}" if title else f"{place}: {error}"


def _make_one(
    article: Article, output: Path, platforms: Sequence[str] | None, *, settings: Settings, force: bool
) -> Sequence[Finding]:
    from repurpose.export.folder import campaign_files, campaign_folder, plan_writes, write_files
    from repurpose.pipeline import repurpose_article

    campaign = repurpose_article(article, platforms=platforms, settings=settings)
    target = output / campaign_folder(campaign.article)
    plan = plan_writes(campaign_files(campaign), target, force=force)
    write_files(target, plan.writes)
    show(visible("\n".join(report_lines(campaign, target))))
    for name in plan.kept:
        say(f"kept {target / name}: it was edited by hand; --force overwrites it")
    print_findings(finding for finding in campaign.findings if finding.severity is Severity.ERROR)
    return campaign.findings


def _platforms(names: str | None) -> tuple[str, ...] | None:
    if names is None:
        return None
    from repurpose.platforms import profile

    wanted = tuple(dict.fromkeys(profile(name.strip()).key for name in names.split(",") if name.strip()))
    if not wanted:
        raise UsageError("--for names no platform; leave it out for all of them")
    return wanted
