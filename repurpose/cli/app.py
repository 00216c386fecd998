"""Which commands are there?"""

from __future__ import annotations

import typer

from repurpose.cli import drafting, inspecting, linting, making

__all__ = ["app"]

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

drafting.register(app)
inspecting.register(app)
linting.register(app)
making.register(app)
