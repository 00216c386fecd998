"""Write assets/lexicons/furniture.json from the word lists of each language: python scripts/build_furniture.py

Reading the lists and bringing them into the form in which lines are looked up took a fifth of a command's start.
"""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from repurpose.sources.furniture.lexicon import UNSPACED, normalised_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LEXICONS = Path(__file__).resolve().parent.parent / "assets" / "lexicons"
TARGET = LEXICONS / "furniture.json"
# What a list says of its language as a whole; every other table of it is a kind of furniture.
OF_LANGUAGE = ("months", "brands", "moments", "labels", "hosts", "asks", "answers", "fill")


def built() -> dict[str, Any]:
    tables = [
        tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((LEXICONS / "furniture").glob("*.toml"))
    ]
    kinds = [(kind, forms) for table in tables for kind, forms in table.items() if kind not in OF_LANGUAGE]
    lines: dict[str, str] = {}
    starts: dict[str, str] = {}
    months: dict[str, int] = {}
    for kind, forms in kinds:
        for line in forms.get("lines", ()):
            lines.setdefault(normalised_line(line), kind)
        for start in forms.get("starts", ()):
            starts.setdefault(straight(start.strip()), kind)
    for table in tables:
        for number, names in enumerate(table.get("months", ()), start=1):
            for name in (names,) if isinstance(names, str) else names:
                months.setdefault(name, number)
    patterns = [(pattern, kind) for kind, forms in kinds for pattern in forms.get("patterns", ())]
    return {
        "lines": lines,
        "starts": starts,
        "contains": [(straight(phrase), kind) for kind, forms in kinds for phrase in forms.get("contains", ())],
        "patterns": [entry for entry in patterns if not entry[0].startswith("^")],
        "line_patterns": [entry for entry in patterns if entry[0].startswith("^")],
        "pairs": [(kind, calls, about) for kind, forms in kinds for calls, about in forms.get("pairs", ())],
        "vocabularies": list(vocabularies(tables)),
        "portraits": [name for _, forms in kinds for name in forms.get("portrait", ())],
        "people": sorted((name for _, forms in kinds for name in forms.get("people", ())), key=len, reverse=True),
        "moments": "|".join(pattern for table in tables for pattern in table.get("moments", ())),
        "months": months,
        "labels": sorted({label for table in tables for label in table.get("labels", ())}),
        "hosts": sorted({host for table in tables for host in table.get("hosts", ())}),
        "roles": [(sorted(table.get("asks", ())), sorted(table.get("answers", ()))) for table in tables],
    }


def vocabularies(tables: list[dict[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """For each language the words of which lines are made: fillers, those of its rules, and the names of networks."""
    common = {brand for table in tables for brand in table.get("brands", ())}
    for table in tables:
        rules = [
            (kind, [sorted(common) if group == ["brands"] else sorted(set(group)) for group in rule])
            for kind, forms in table.items()
            if kind not in OF_LANGUAGE
            for rule in forms.get("words", ())
        ]
        if rules:
            words = common.union(table.get("fill", ()), *(group for _, groups in rules for group in groups))
            yield {
                "words": sorted(words),
                "rules": rules,
                "is_unspaced": any(UNSPACED.search(word) for word in words),
            }


def straight(phrase: str) -> str:
    return phrase.replace("’", "'")


def text() -> str:
    return json.dumps(built(), ensure_ascii=False, indent=None, separators=(",", ":")).replace('],"', '],\n"') + "\n"


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
