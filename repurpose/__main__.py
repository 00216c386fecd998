"""``python -m repurpose``: the same as the command."""

from repurpose.cli import main

main()
