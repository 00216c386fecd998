from __future__ import annotations

from repurpose import parse_article, summarize
from repurpose.model import KeyPointKind

HARBOUR = (
    "The harbour of Port Averil opened a new quay for twelve boats in May. "
    "Fishers pay 40 crowns a year for a place at the new quay of Port Averil. "
    "Visitors reach the harbour of Port Averil by bus from the railway station."
)
RISK = (
    "Winter storms reach the bay from the north in most years.\n\n"
    "Ice covered the bay in January and in March of last winter.\n\n"
    "The quay could bring more visitors to the town. But it may not withstand the storms of winter, which is a risk."
)


def points_of(text: str, limit: int = 7) -> list[str]:
    article = parse_article(text, title="Port Averil opens a new quay", language="en")
    return [point.text for point in summarize(article, limit=limit).key_points]


def test_in_a_short_article_neighbours_are_points_of_their_own():
    first, second, _ = HARBOUR.replace(". ", ".\n").split("\n")

    assert points_of(HARBOUR) == [first, second]


def test_an_objection_is_told_with_what_it_objects_to():
    article = parse_article(f"{HARBOUR}\n\n{RISK}", title="Port Averil opens a new quay", language="en")
    (caveat,) = [point for point in summarize(article).key_points if point.kind is KeyPointKind.CAVEAT]

    assert caveat.renditions[-1].text.startswith("The quay could bring more visitors to the town. But it may not")


def test_a_statement_that_is_repeated_is_one_point():
    slogan = "The harbour of Port Averil is open to everybody in the town."

    assert points_of(f"{slogan}\n\n{HARBOUR}\n\n{slogan}\n\n{RISK}", limit=12).count(slogan) <= 1


def test_a_few_points_are_the_best_ones_and_no_list():
    listed = f"{HARBOUR}\n\nThe quay has three parts:\n\n- a crane\n- a shed\n- a slip\n"

    assert points_of(listed, limit=1) == [HARBOUR.split(" Fishers", maxsplit=1)[0]]
