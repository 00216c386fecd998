"""
Build `assets/lexicons/tlds.txt` from the two lists that decide what becomes a link.

    python scripts/build_tlds.py NODE_MODULES DATE > assets/lexicons/tlds.txt

NODE_MODULES is a folder into which the npm packages `tlds` and `twitter-text` were installed; DATE is the day of that.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

HEADER = """\
# Top-level domains, one a line, in lower case; what stands after a name says who links it:
#   nothing   the root zone of the Internet and X
#   +         the root zone only: delegated after X last published its list
#   -         X only: no longer (or, like `onion`, never) in the root zone
# X: npm twitter-text {x} (Apache-2.0). Root zone: npm tlds {root} (MIT), a copy of IANA's list.
# Built on {date} by scripts/build_tlds.py; licences in tlds.LICENCE.
"""


def version(package: Path) -> str:
    return str(json.loads((package / "package.json").read_text(encoding="utf-8"))["version"])


def alternatives(source: str) -> set[str]:
    body = "".join(re.findall(r"'([^']*)'", source[source.index("RegExp('") :]))
    return set(body.removeprefix("(?:(?:").split(")(?=")[0].split("|"))


def main(modules: Path, date: str) -> None:
    package = modules / "twitter-text"
    patterns = (package / "dist" / "regexp" / f"valid{kind}TLD.js" for kind in ("G", "CC"))
    on_x = set().union(*(alternatives(path.read_text(encoding="utf-8")) for path in patterns))
    in_root = set(json.loads((modules / "tlds" / "index.json").read_text(encoding="utf-8")))
    print(HEADER.format(x=version(package), root=version(modules / "tlds"), date=date), end="")
    for name in sorted(on_x | in_root):
        mark = "" if name in on_x and name in in_root else " -" if name in on_x else " +"
        print(f"{name}{mark}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
