"""One command a platform: print what the article becomes there."""

from __future__ import annotations

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from repurpose.cli.arguments import BrandOption, JsonOption, SourceArgument, UrlOption, article_from, settings_from
from repurpose.cli.output import exit_code, print_findings, say, show
from repurpose.errors import UsageError, did_you_mean
from repurpose.model import PLATFORM_ALIASES, PLATFORMS, Severity
from repurpose.settings import Numbering

if TYPE_CHECKING:
    from collections.abc import Callable

    from repurpose.model import Draft, Finding
    from repurpose.settings import Settings

__all__ = ["register"]

_FIELDS = ("title", "preheader", "content_warning", "first_comment")


def register(app: typer.Typer) -> None:
    """Add a command for every platform, its aliases hidden."""
    for platform in PLATFORMS:
        app.command(platform, help=f"Print the draft for {platform}.")(_command(platform))
    for alias, platform in PLATFORM_ALIASES.items():
        app.command(alias, help=f"The same as {platform}.", hidden=True)(_command(platform))


def _command(platform: str) -> Callable[..., None]:
    def draft(
        source: SourceArgument,
        thread: Annotated[bool, typer.Option("--thread", help="A thread instead of a post.")] = False,
        post: Annotated[bool, typer.Option("--post", help="A single post (the default).")] = False,
        numbering: Annotated[
            str | None, typer.Option("--numbering", metavar="STYLE", help="Of a thread: none, n/m, (n/m) or n.")
        ] = None,
        url: UrlOption = None,
        brand: BrandOption = None,
        json: JsonOption = False,
    ) -> None:
        from repurpose.formatters import compose
        from repurpose.linter import lint
        from repurpose.pipeline import KEY_POINTS
        from repurpose.summarizer import summarize

        if thread and post:
            raise UsageError("--thread and --post exclude each other; give one of them")
        settings = _numbered(settings_from(brand), platform, numbering)
        summary = summarize(article_from(source, url=url), limit=KEY_POINTS)
        made = compose(summary, platform, format=_format(platform, thread=thread, post=post), settings=settings)
        findings = lint(made, settings=settings)
        if json:
            _show_json(made)
        else:
            _show_text(made)
        if thread and not made.is_thread:
            say("the article says too little for a thread: this is one post")
        _report(findings)
        raise typer.Exit(exit_code(findings, settings.lint.fail_on))

    return draft


def _format(platform: str, *, thread: bool, post: bool) -> str | None:
    """The format that was asked for; ``None`` for the platform's first, which is its post where it has one."""
    from repurpose.platforms import profile

    if thread:
        return "thread"
    return "post" if post and "post" in profile(platform).formats else None


def _numbered(settings: Settings, platform: str, style: str | None) -> Settings:
    """*settings* with the *style* in which a thread's posts are counted."""
    from repurpose.platforms import profile as profile_of

    if style is None:
        return settings
    styles = get_args(Numbering)
    if style not in styles:
        raise UsageError(f"--numbering '{style}' is no style{did_you_mean(style, styles)}; known: {', '.join(styles)}")
    if "thread" not in profile_of(platform).formats:
        counted = ", ".join(key for key in PLATFORMS if "thread" in profile_of(key).formats)
        raise UsageError(f"--numbering counts the posts of a thread, which {platform} has not; it works with {counted}")
    own = replace(settings.on(platform), numbering=cast("Numbering", style))
    return replace(settings, platform={**settings.platform, platform: own})


def _show_text(draft: Draft) -> None:
    """The posts as they are pasted, parted by blank lines; other fields under their name."""
    if draft.is_thread and sys.stdout.isatty():
        # A person needs to see where one post ends; a pipe gets nothing but the text.
        count = len(draft.posts)
        for number, post in enumerate(draft.posts, 1):
            show(f"── {number}/{count} ──\n{post.text}\n")
    else:
        show("\n\n".join(post.text for post in draft.posts))
    for post in draft.posts:
        for field in _FIELDS:
            if value := getattr(post, field):
                show(f"\n[{field.replace('_', ' ')}]\n{value}")
        # An address with a place of its own: a field of the pin, the profile, the card under a post.
        if post.link and post.link not in f"{post.text}\n{post.first_comment}":
            show(f"\n[link]\n{post.link}")


def _show_json(draft: Draft) -> None:
    from repurpose.export import to_json

    show(to_json(draft).rstrip("\n"))


def _report(findings: tuple[Finding, ...]) -> None:
    """Findings go to stderr: hints only where somebody is looking."""
    print_findings(one for one in findings if one.severity is not Severity.HINT or sys.stderr.isatty())
    if not sys.stderr.isatty():
        return
    say(f"{len(findings)} finding{'s' if len(findings) != 1 else ''}" if findings else "no findings")
