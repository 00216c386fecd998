"""A how-to gives its steps, whatever stands over them and however many there are."""

from __future__ import annotations

import pytest

from repurpose import compose
from tests.formatters.miniature import read

WORDS = "Alder Birch Cedar Dogwood Elm Fir Gorse Hazel Ivy Juniper Larch Maple Oak Pine Rowan".split()  # noqa: SIM905 - a list of words


@pytest.mark.parametrize(
    "before", ["Rust is what happens to a pan that stays wet.", "Follow these steps:", "Here is how."]
)
def test_the_only_numbered_list_of_a_how_to_is_its_steps(before: str):
    steps = "\n".join(
        f"{at}. Rub the pan with a cloth of {word.lower()} cotton." for at, word in enumerate(WORDS[:5], 1)
    )
    post = compose(read(f"{before}\n\n{steps}", "How to clean a cast iron pan"), "linkedin").posts[0].text

    assert all(f"{at}. Rub the pan" in post for at in range(1, 6))


@pytest.mark.parametrize("count", [12, 13, 15])
def test_a_long_row_of_steps_is_told_whole(count: int):
    steps = "\n".join(f"{at}. Plant the {word.lower()} in the north." for at, word in enumerate(WORDS[:count], 1))
    post = compose(read(f"## The steps\n\n{steps}", "How to plan a hedge"), "linkedin").posts[0].text

    assert all(f"Plant the {word.lower()} in the north" in post for word in WORDS[:count])


def test_a_numbered_list_of_a_story_is_nobodys_steps():
    text = "The bus is red.\n\n1. It holds forty people of Norrby.\n2. It rusts in the rain.\n3. It may stop in Holm."

    assert "1. It holds" not in compose(read(text, "The library bus of Norrby"), "linkedin").posts[0].text
