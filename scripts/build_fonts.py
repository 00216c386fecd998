"""
Rebuild `assets/fonts/` from an npm folder: ``python scripts/build_fonts.py NODE_MODULES [OUT]``.

The folder holds the packages that `ORIGINS` names, unpacked by ``npm install <package>@<version>``. The result is the
same bytes each time with the same fontTools, since no table is recalculated and no timestamp is written.
"""

from __future__ import annotations

import hashlib
import json
import sys
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

ASSETS = Path(__file__).resolve().parent.parent / "assets" / "fonts"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where one font comes from and what is done to it."""

    family: str
    file: str
    package: str
    path: str
    licence: str
    built: str
    drop: tuple[str, ...] = ()
    is_copy: bool = False
    note: str = ""


ORIGINS = (
    Origin(
        family="Source Serif 4",
        file="SourceSerif4Variable-Roman.ttf",
        package="source-serif",
        path="VAR/SourceSerif4Variable-Roman.ttf",
        licence="LICENSE.md",
        built="copied unmodified",
        is_copy=True,
        note="'Source' is a Reserved Font Name: the file may be shipped only as it is.",
    ),
    Origin(
        family="Inter",
        file="InterVariable.ttf",
        package="inter-ui",
        path="variable/InterVariable.woff2",
        licence="LICENSE.txt",
        built="WOFF2 container opened, tables as they were",
    ),
    Origin(
        family="Noto Color Emoji",
        file="NotoColorEmoji-COLRv1.ttf",
        package="@fontsource/noto-color-emoji",
        path="files/noto-color-emoji-emoji-400-normal.woff2",
        licence="LICENSE",
        built="WOFF2 container opened, table 'SVG ' dropped (the same pictures are in COLR)",
        drop=("SVG ",),
    ),
)

HEAD = """\
# The fonts that cards are set in. Written by scripts/build_fonts.py; a test compares the SHA-256 sums.
"""


def build(modules: Path, out: Path) -> None:
    """Write every font, its licence and the table of all of them into *out*."""
    out.mkdir(parents=True, exist_ok=True)
    entries = [HEAD]
    for origin in ORIGINS:
        source = modules / origin.package
        target = out / origin.file
        font = TTFont(source / origin.path, recalcTimestamp=False, recalcBBoxes=False)
        version = str(font["name"].getDebugName(5)).removeprefix("Version ").split(";")[0]
        if origin.is_copy:
            target.write_bytes((source / origin.path).read_bytes())
        else:
            for tag in origin.drop:
                del font[tag]
            font.flavor = None
            font.save(target, reorderTables=True)
        licence = f"OFL-{origin.family.replace(' ', '')}.txt"
        text = (source / origin.licence).read_text(encoding="utf-8").replace("\r\n", "\n")
        (out / licence).write_text(text, encoding="utf-8", newline="\n")
        entries.append(
            "\n".join(
                [
                    "[[font]]",
                    f'family = "{origin.family}"',
                    f'file = "{origin.file}"',
                    f'version = "{version}"',
                    f'package = "{origin.package} {json.loads((source / "package.json").read_text())["version"]}"',
                    'licence = "OFL-1.1"',
                    f'licence_file = "{licence}"',
                    f'built = "{origin.built}"',
                    *([f'note = "{origin.note}"'] if origin.note else []),
                    f'sha256 = "{hashlib.sha256(target.read_bytes()).hexdigest()}"',
                    "",
                ]
            )
        )
    (out / "FONTS.toml").write_text("\n".join(entries), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python scripts/build_fonts.py NODE_MODULES [OUT]")
    build(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else ASSETS)
