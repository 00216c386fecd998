"""Which commands are there?"""

from __future__ import annotations

from typing import Annotated

import typer

from repurpose.cli import drafting, inspecting, linting, making, tracing
from repurpose.cli.output import show

__all__ = ["app"]


def _show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        show(f"repurpose {version('repurpose-toolkit')}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


app = typer.Typer(
    name="repurpose",
    help="One article in, a week of native social posts out: offline, exact, faithful to the source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    # Rich would double the start-up time of every command.
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

app.callback()(_options)
drafting.register(app)
inspecting.register(app)
linting.register(app)
making.register(app)
tracing.register(app)
