"""Where does each line of a draft come from: trace."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from repurpose.cli.arguments import JsonOption  # noqa: TC001 - typer reads the annotations at run time
from repurpose.cli.columns import DIM, NARROWEST, Part, side_by_side
from repurpose.cli.output import show, show_painted
from repurpose.errors import EmptySource, SourceError, UnreadableSource, UsageError, did_you_mean
from repurpose.model import PLATFORM_ALIASES
from repurpose.text.visible import visible, visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from repurpose.cli.columns import Row
    from repurpose.export.tracing import Passage, Trace
    from repurpose.model import Article, Campaign, Draft, Post

__all__ = ["register"]

_FILE = "campaign.json"
_STDIN = "-"
_BOLD = 1
_COLOURS = {"verbatim": 32, "trimmed": 36, "edited": 33}
_UNACCOUNTED = "no source is known"
_OWN_PACK = "the brand's own templates"


def register(app: typer.Typer) -> None:
    """Add the command of this module."""
    app.command("trace")(trace)


def trace(
    campaign: Annotated[
        str,
        typer.Argument(metavar="CAMPAIGN.json", help="A campaign.json that make wrote, or its folder; - for stdin."),
    ],
    platform: Annotated[str, typer.Option("--for", metavar="PLATFORM", help="The platform whose drafts are traced.")],
    draft_format: Annotated[
        str | None, typer.Option("--format", metavar="post|thread|...", help="Only the draft in this format.")
    ] = None,
    json: JsonOption = False,
) -> None:
    """Show for each line of a draft where in the article it comes from, and how its words differ."""
    where, text = _read(campaign)
    made = _campaign(text, where)
    drafts = _chosen(made, where, platform, draft_format)
    if json:
        show(_json(made.article, drafts, where))
        return
    posts = [
        (heading, list(_traces(post, made.article, where)))
        for draft in drafts
        for heading, post in zip(_headings(draft), draft.posts, strict=True)
    ]
    width = _width()
    if width is None or width < NARROWEST:
        show(visible("\n".join(_lines(posts))))
    else:
        show_painted("\n".join(side_by_side(_rows(posts), width)))


# ---- what is traced


def _read(campaign: str) -> tuple[str, str]:
    """What errors call the file *campaign*, or the one in that folder, and the text in it."""
    path = Path(campaign)
    if campaign != _STDIN and path.is_dir():
        path /= _FILE
        if not path.is_file():
            raise SourceError(f"{visible_line(campaign)} holds no {_FILE}; give a folder that `repurpose make` wrote")
    where = "stdin" if campaign == _STDIN else visible_line(str(path))
    try:
        # An editor may have put a byte order mark before it.
        return where, (sys.stdin.buffer.read() if campaign == _STDIN else path.read_bytes()).decode("utf-8-sig")
    except FileNotFoundError as error:
        raise SourceError(f"{where} does not exist") from error
    except UnicodeDecodeError as error:
        raise UnreadableSource(f"{where} is no JSON: not UTF-8 text") from error
    except (OSError, ValueError) as error:
        raise SourceError(f"{where} cannot be read: {getattr(error, 'strerror', None) or error}") from error


def _campaign(text: str, where: str) -> Campaign:
    from repurpose.export import from_json
    from repurpose.model import Campaign

    try:
        return from_json(Campaign, text)
    except UnreadableSource as error:
        raise UnreadableSource(f"{where}: {error}") from error


def _chosen(campaign: Campaign, where: str, platform: str, draft_format: str | None) -> Sequence[Draft]:
    """The drafts for *platform*, in its *draft_format* or in all."""
    if not campaign.drafts:
        raise EmptySource(f"{where} holds no drafts")
    key = platform.strip().lower()
    key = PLATFORM_ALIASES.get(key, key)
    platforms = tuple(dict.fromkeys(draft.platform for draft in campaign.drafts))
    if key not in platforms:
        raise UsageError(
            f"{where} holds no draft for '{platform}'{did_you_mean(platform, platforms)}; its platforms: "
            + ", ".join(platforms)
        )
    drafts = [draft for draft in campaign.drafts if draft.platform == key]
    formats = tuple(dict.fromkeys(draft.format for draft in drafts))
    if draft_format is not None and draft_format not in formats:
        raise UsageError(
            f"{where} holds no {key} draft in the format '{draft_format}'{did_you_mean(draft_format, formats)}; "
            f"it has: {', '.join(formats)}"
        )
    return [draft for draft in drafts if draft_format in (None, draft.format)]


def _traces(post: Post, article: Article, where: str) -> Iterator[Trace]:
    from repurpose.export.tracing import traced

    try:
        yield from traced(post, article)
    except UnreadableSource as error:
        raise UnreadableSource(f"{where}: {error}") from error


# ---- how it is shown


def _width() -> int | None:
    """Cells of the terminal; ``None`` where the result goes elsewhere."""
    import shutil

    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _headings(draft: Draft) -> Iterator[str]:
    for number, _ in enumerate(draft.posts, 1):
        place = f" {number}/{len(draft.posts)}" if draft.is_thread else ""
        yield f"{draft.platform} {draft.format}{place}"


def _lines(posts: Sequence[tuple[str, Sequence[Trace]]]) -> Iterator[str]:
    """One line a stretch and one a source, for a pipe."""
    for number, (heading, traces) in enumerate(posts):
        yield f"\n{heading}" if number else heading
        for one in traces:
            yield f"  {_said(one)}"
            for head, words in _sources(one):
                yield f"      {head}: {_one_line(words)}" if words else f"      {head}"


def _rows(posts: Sequence[tuple[str, Sequence[Trace]]]) -> Iterator[Row]:
    for heading, traces in posts:
        yield (Part(heading, _BOLD),), (Part("source: line (code points)", _BOLD),)
        for one in traces:
            yield (Part(_said(one)),), tuple(_parts(one))


def _parts(trace: Trace) -> Iterator[Part]:
    colour = _COLOURS[trace.change] if trace.change else DIM
    for head, words in _sources(trace):
        yield Part(head, colour)
        if words:
            yield Part(words)
        colour = DIM


def _said(trace: Trace) -> str:
    return _one_line(trace.mark + trace.text)


def _sources(trace: Trace) -> Iterator[tuple[str, str]]:
    """What stands behind a stretch: its origin or its place, and the words that are there."""
    if trace.phrase:
        yield f"{trace.origin} in {trace.phrase.file or _OWN_PACK}", ""
    elif not trace.passages:
        yield trace.origin or _UNACCOUNTED, ""
    change = f"{trace.change}, "
    for passage in trace.passages:
        yield f"{change}{_place(passage) or trace.origin}", passage.text
        change = ""


def _place(passage: Passage) -> str:
    if passage.span is None:
        return ""
    points = f"{passage.span.start}-{passage.span.end}"
    if passage.lines is None:
        return f"code points {points}"
    first, last = passage.lines
    return f"line {first} ({points})" if first == last else f"lines {first}-{last} ({points})"


def _one_line(text: str) -> str:
    return " ".join(text.split("\n")).strip()


def _json(article: Article, drafts: Sequence[Draft], where: str) -> str:
    import json

    from repurpose.export.tracing import trace_table
    from repurpose.model import FORMAT_VERSION

    try:
        table = trace_table(drafts, article)
    except UnreadableSource as error:
        raise UnreadableSource(f"{where}: {error}") from error
    whole = {"format": FORMAT_VERSION, "type": "trace", "article": article.digest, "drafts": table}
    return json.dumps(whole, ensure_ascii=False, indent=2)
