"""The ``repurpose`` command."""

from __future__ import annotations

import errno
import gc
import os
import sys

__all__ = ["main"]


def main() -> None:
    """Run the command; an error raised on purpose ends it with one clear line and the right exit code."""
    # A command makes many small values that live to its end: looking for garbage among them costs a tenth of its time.
    gc.set_threshold(100_000, 50, 50)
    from repurpose.cli.app import app
    from repurpose.cli.output import ExitCode, code_for, say
    from repurpose.errors import RepurposeError

    try:
        app()
    except RepurposeError as error:
        say(f"repurpose: {error}")
        sys.exit(code_for(error))
    except BrokenPipeError:
        _discard_output()
        sys.exit(ExitCode.CLEAN)
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise
        say("repurpose: the output cannot be written: no space left on the device")
        _discard_output()
        sys.exit(ExitCode.USAGE)


def _discard_output() -> None:
    """Let Python write what is left of stdout nowhere, or its end would be a traceback and a code of its own."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
