from __future__ import annotations

import pytest

from repurpose import compose
from repurpose.formatters.hook import Hook
from repurpose.formatters.hooks import offered
from repurpose.formatters.phrases import phrases_for
from repurpose.formatters.variants import with_variants
from repurpose.settings import Brand, Settings
from tests.formatters.miniature import drafts, outlined, read
from tests.formatters.test_openings import HEADINGS, TIPS

STEPS = """Bakers of Holm bake this loaf on Fridays.

How to bake it:

1. Mix the flour, the water and the salt in a bowl.
2. Wait for eleven hours until the dough has risen.
3. Shape the dough and let it rest for an hour.
4. Bake it for forty minutes in a hot oven.
"""
STORY = """The library bus of Norrby returns after two years, and it may stop in ten villages.

Readers of Norrby order books on Monday and fetch them from the bus on Thursday.

The bus carries 3,000 books, and 40 volunteers drive it from village to village.

The town pays for the diesel of the bus until the summer of 2031.
"""


def variants(text: str, title: str, *, language: str = "en", settings: Settings = Settings()) -> list[Hook]:  # noqa: B008 - frozen
    """The lines that the headline is said in beside itself."""
    outline = outlined(text, title, language=language)
    lines = offered(outline, {})
    found = with_variants(lines, outline, phrases_for(language, "seed", settings))
    return [hook for hook in found.hooks if hook not in lines.hooks]


def said(*given: str, **more: object) -> set[str]:
    return {hook.text for hook in variants(*given, **more)}  # type: ignore[arg-type] # passed on


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        (
            TIPS,
            "Mending a bicycle well",
            {"Mending a bicycle well{} four points", "Mending a bicycle well, in {}"},
        ),
        (STEPS, "The Friday loaf of Holm", {"The Friday loaf of Holm{} four steps"}),
        (STORY, "The library bus of Norrby returns", {"The library bus of Norrby returns, in {}"}),
        (STEPS, "The Friday loaf of Holm step by step", set()),
        # the title is not cut at its colon
        (
            STORY,
            "The Norrby library bus: back after two years",
            {"The Norrby library bus: back after two years, in {}"},
        ),
        # the number that a list has of its own is not said of another one
        (TIPS, "My tips for mending a bicycle", {"Tips for mending a bicycle"}),
        # nothing is said after the end of a sentence, or around a quotation
        (STORY, "Does the library bus of Norrby return?", set()),
        (STORY, "The library bus is back!", set()),
        (STORY, "“A bus of books” is back in Norrby", set()),
        # a name, a pun and nothing name no subject
        (STORY, "Norrby", set()),
        (STORY, "", set()),
        (STORY, "Three reasons why the bus of Norrby returns", set()),
        # nobody's "we"
        (STORY, "Why we drive the bus of Norrby", set()),
        # no count upon a count
        (TIPS, "Mending a bicycle in a few simple steps", set()),
        # two sentences have no key points, and of the dead none are counted off
        ("The bus of Norrby returns in May.\n\nIt may stop in ten villages.", "The bus of Norrby returns", set()),
        (STORY.replace("returns after two years", "hit a wall and three people died"), "Three dead in Norrby", set()),
    ],
)
def test_a_headline_is_said_again_with_what_the_post_delivers(text: str, title: str, expected: set[str]):
    found = said(text, title)

    assert len(found) == len(expected)
    for line in expected:
        forms = {line.format(one) for one in (", in", ":", "brief", "short")}
        assert forms & found, (line, found)


def test_a_number_of_points_is_delivered_and_their_headings_with_it():
    for draft in drafts(read(TIPS, "Mending a bicycle well")).values():
        whole = "\n".join(post.text for post in draft.posts)

        assert "four points" not in whole or all(heading in whole for heading in HEADINGS), draft


def test_a_short_post_has_no_key_points():
    assert not any(
        "points" in post.text.split("\n")[0]
        for key in ("x", "threads", "bluesky", "mastodon")
        for post in compose(read(STORY, "The library bus of Norrby returns"), key).posts
    )


def test_a_variant_knows_what_is_the_title_and_what_is_the_phrase():
    (hook,) = variants(STORY, "The library bus of Norrby returns")

    assert [piece.origin for piece in hook.copy] == ["title", "phrase:hook_brief"]
    assert hook.is_headline
    assert hook.is_over_many


def test_a_brand_says_it_in_its_own_words():
    own = Settings(brand=Brand(ctas={"hook_brief": ("What counts about “{title}”",)}))
    none = Settings(brand=Brand(ctas={"hook_brief": ()}))

    assert said(STORY, "The library bus of Norrby", settings=own) == {"What counts about “The library bus of Norrby”"}
    assert said(STORY, "The library bus of Norrby", settings=none) == set()


@pytest.mark.parametrize(
    ("language", "expected"),
    [("de", "vier Punkte"), ("fr", "quatre points"), ("ru", "четырёх пунктах"), ("ja", "四つ"), ("ar", "أربع نقاط")],
)
def test_numbers_are_words_in_the_form_that_the_phrase_needs(language: str, expected: str):
    phrases = phrases_for(language, "seed")
    found = phrases.say("hook_points", title="X", count=phrases.number(4))

    assert expected in found
    assert phrases.number(2) == phrases.number(40) == ""


def test_a_list_that_leaves_no_room_for_a_question_is_told_without_it():
    items = "- The red book by Ada Adaberg\n- The blue book by Ida Idaberg\n- The old book by Ole Oleberg\n"
    title = "Three of the best books on harbours, boats, nets, lamps, cranes and all that stands around a quay"
    text = f"What stands around a quay is told in many books.\n\nThree books on quays:\n\n{items}"
    found = drafts(read(text, title))

    assert "The old book by Ole Oleberg" in "".join(post.text for post in found["x", "thread"].posts)


def test_key_points_are_more_than_two_sentences():
    text = (
        "Mara Lindqvist of Norrby opens a night bakery at the old quay of Holm in May.\n\nLindqvist said that she "
        "learned to bake in the kitchen of a lighthouse, where 12 loaves were baked a day.\n\nThe bakery at the quay "
        "may sell 900 loaves of bread a night to boats from Tarn and Holm."
    )
    title = "Night bakery opens at the old quay of Holm"

    assert said(text, title)
    for draft in drafts(read(text, title)).values():
        first, _, rest = draft.posts[0].text.partition("\n")

        assert "points" not in first or rest.count(".") > 2


@pytest.mark.parametrize(
    "title",
    [
        "Harbour of Norrby poisons its fish: the claim is wrong",
        "Coffee cures the people of Norrby – a myth with a long life",
        "The night ferry from Norrby to Holm leaves at 14:30 from May",
        "Norrby beats Holm 3:1 in the rain of the harbour cup",
        "Opinion: the library bus of Norrby returns",
    ],
)
def test_no_headline_is_cut_where_the_rest_decides_what_it_says(title: str):
    part = title.split(":", maxsplit=1)[0].split(" – ", maxsplit=1)[0]

    assert not any(line.startswith(f"{part}:") and not line.startswith(title) for line in said(STORY, title))


@pytest.mark.parametrize("title", ["My tips for my bicycles", "Some of our tips for our bicycles"])
def test_a_title_without_its_number_is_nobodys_and_whole(title: str):
    assert not any(line.startswith(("Tips for my", "Of our")) for line in said(TIPS, title))


def test_a_banned_number_moves_no_other_one():
    banned = Settings(brand=Brand(banned_words=("three",)))

    assert any("four points" in line for line in said(TIPS, "Mending a bicycle well", settings=banned))
    assert phrases_for("en", "seed", banned).number(3) == ""
