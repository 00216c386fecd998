from __future__ import annotations

from typing import Any

from repurpose.cards.opportunities import opportunities

CASES = "opportunities.toml"


def test_lines_begin_where_the_script_allows_it(case: dict[str, Any]) -> None:
    text = case["marked"].replace("|", "")

    marked = "".join(("|" if index in opportunities(text) else "") + letter for index, letter in enumerate(text))

    assert case["marked"] == marked
