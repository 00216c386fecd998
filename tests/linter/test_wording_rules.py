"""What the rules on wording take for the article's and the post's own words."""

from __future__ import annotations

import pytest

from repurpose import lint, parse_article
from repurpose.model import Draft, Post


@pytest.mark.parametrize("address", ["https://lantern.example/five?ref=a", "https://norrby.example/in/the#of"])
def test_the_words_of_an_address_are_no_end_of_a_sentence(address: str):
    text = f"Norrby has a bus.\n\n{address}"
    article = parse_article("Norrby has a bus.", language="en")
    draft = Draft(platform="x", format="post", article=article, posts=(Post(text=text, payload=text),))

    assert [one for one in lint(draft) if one.rule == "STY015"] == []
