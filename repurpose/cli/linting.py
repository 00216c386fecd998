"""Check texts that a person wrote or edited: lint, explain."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from repurpose.cli.arguments import BrandOption, article_from, settings_from
from repurpose.cli.output import exit_code, print_findings, show
from repurpose.errors import SourceError, UnknownName

if TYPE_CHECKING:
    from collections.abc import Sequence

    from repurpose.model import Finding

__all__ = ["register"]

_FORMATS = ("text", "json")


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command("lint")(lint)
    app.command("explain")(explain)


def lint(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The text of one post; - for stdin.")],
    platform: Annotated[str, typer.Option("--for", metavar="PLATFORM", help="Where it is to be published.")],
    article: Annotated[
        str | None, typer.Option("--article", metavar="SOURCE", help="Compare with this article.")
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Print the text with every safe fix applied.")] = False,
    output_format: Annotated[str, typer.Option("--output-format", help="text or json.")] = "text",
    brand: BrandOption = None,
) -> None:
    """Say whether a post fits its platform and says what the article says."""
    from repurpose.linter import apply_fixes
    from repurpose.linter import lint as run
    from repurpose.model import Draft, Post
    from repurpose.platforms import profile

    if output_format not in _FORMATS:
        raise UnknownName("output format", output_format, _FORMATS)
    settings = settings_from(brand)
    known = profile(platform)
    text = _text(file)
    draft = Draft(
        platform=known.key,
        format=known.formats[0],
        posts=(Post(text=text, payload=text),),
        article=article_from(article) if article else None,
    )
    findings = run(draft, settings=settings)
    fixed = None
    if fix:
        draft = apply_fixes(draft, findings, settings=settings)
        findings = run(draft, settings=settings)
        fixed = draft.posts[0].text
    if output_format == "json":
        show(_json(findings, fixed))
    elif fixed is not None:
        # The text is the result then, and what is left to say is talk.
        show(fixed)
        print_findings(findings)
    elif findings:
        print_findings(findings, is_result=True)
    else:
        show("no findings")
    raise typer.Exit(exit_code(findings, settings.lint.fail_on))


def explain(rule: Annotated[str, typer.Argument(metavar="RULE", help="Its code or name.")]) -> None:
    """Say what a rule checks, why, and show a bad and a good example."""
    from repurpose.linter import find_rule

    found = find_rule(rule)
    show(f"{found.code} {found.name} ({found.severity})\n\n{found.summary}\n\nWhy: {found.why}")
    for example in found.examples:
        for name, subject in (("Bad", example.bad), ("Good", example.good)):
            words = "\n---\n".join(post.text for post in getattr(subject, "posts", ()))
            show(f"\n{name}: {words}" if words else f"\n{name}: {getattr(subject, 'alt_text', '')}")
    show("\nSource: " + "; ".join(found.sources))


def _text(file: str) -> str:
    from repurpose.sources.decoding import decode

    if file == "-":
        return decode(sys.stdin.buffer.read(), where="stdin").rstrip("\n")
    try:
        return decode(Path(file).read_bytes(), where=file).rstrip("\n")
    except OSError as error:
        raise SourceError(f"{file} cannot be read: {error.strerror or error}") from error


def _json(findings: Sequence[Finding], fixed: str | None) -> str:
    import json

    from repurpose.export import to_json
    from repurpose.model import FORMAT_VERSION

    dumped = [json.loads(to_json(finding)) for finding in findings]
    bare = [{key: value for key, value in one.items() if key not in ("format", "type")} for one in dumped]
    text = {} if fixed is None else {"text": fixed}
    return json.dumps({"format": FORMAT_VERSION, **text, "findings": bare}, ensure_ascii=False, indent=2)
