"""How what an author tells as "I" is quoted by an account that is somebody else's."""

from __future__ import annotations

import pytest

from repurpose import compose
from repurpose.settings import Brand, Settings
from tests.formatters.miniature import read

TITLE = "I nearly lost my boat!"
STORY = """\
Picture the scene. I am at the quay of Norrby doing some work on the lamps, and all of a sudden the mooring of my boat \
gives way. At first I was not concerned, as this kind of thing happens from time to time.

I ran down the quay. The boat was gone.

You see, I cancelled the insurance of the boat around 6 months ago. What are the chances of a mooring and an anchor \
failing in one night? Not likely, I thought. Boy was I wrong.

By that point I was worried, but I had one saving grace: the tide was coming in. I looked for the harbour master.

After lots of calls I found my boat behind the lighthouse, and the hull of the boat was whole. Some paint was gone, as \
I saw in the light of the morning. I paid the harbour master of Norrby 40 crowns for the tow.
"""


def quoted_in(text: str, key: str, title: str = TITLE) -> list[str]:
    """The paragraphs of the post for *key* that stand between quotation marks, without them."""
    post = compose(read(text, title), key).posts[0].text
    return [part.strip("“”") for part in post.split("\n\n") if part.startswith("“")]


def test_a_story_is_quoted_paragraph_by_paragraph():
    told = quoted_in(STORY, "linkedin")[1:]

    assert any(part.endswith("Boy was I wrong.") and part.startswith("You see, I cancelled") for part in told)
    assert all(part.count(". ") or part.count("? ") for part in told)


def test_no_scrap_of_a_story_stands_by_itself():
    post = compose(read(STORY, TITLE), "linkedin").posts[0].text

    assert "“I looked for the harbour master.”" not in post
    assert "\n\nThe boat was gone." not in post


def test_nothing_is_quoted_twice():
    told = " ".join(quoted_in(STORY, "linkedin"))

    assert len(told) > 500
    for sentence in ("Boy was I wrong", "one saving grace", "the hull of the boat was whole"):
        assert told.count(sentence) <= 1


def test_what_is_quoted_is_in_the_article_word_for_word():
    told = quoted_in(STORY, "linkedin")[1:]

    assert len(told) > 2
    assert all(part in STORY for part in told)


def test_an_account_of_the_author_quotes_nothing():
    brand = Brand(stance="owner", is_author=True)
    post = compose(read(STORY, TITLE), "linkedin", settings=Settings(brand=brand)).posts[0].text

    assert "“" not in post


def test_sentence_after_sentence_of_a_paragraph_is_one_quotation():
    paragraph = (
        "I have a seat in the library of Norrby, and on weekday mornings nobody else wants it: second floor, left of "
        "the atlases, beside a radiator that ticks. I have worked there for nine years, first on a thesis that I did "
        "not finish and then on the books of other people, which I translate. In all that time I have spoken aloud in "
        "the room perhaps six times, and I told a stranger that his coat was on fire."
    )
    [told] = [part for part in quoted_in(paragraph, "linkedin", "The library of Norrby") if "atlases" in part]

    assert "radiator that ticks. I have worked there" in told


@pytest.mark.parametrize(
    "before",
    ["However, that is my own view.", "So I try it on.", "In this article I tell how."],
)
def test_no_quotation_begins_with_what_answers_something(before: str):
    text = STORY.replace("You see, I cancelled", f"{before} You see, I cancelled")
    told = quoted_in(text, "linkedin")

    assert len(told) > 2
    assert not any(before in part for part in told)


def test_a_story_is_signed_where_its_author_is_known():
    text = STORY.replace("\n\nYou see", "\n\nWe looked at the sea, and we told the harbour master. You see")
    post = compose(read(text, TITLE, byline="Ada Vane"), "linkedin").posts[0].text

    assert "Ada Vane: “" in post


# ---- in the account's own voice

PARAGRAPH = (
    "The town of Holm collects rain in forty barrels behind the school. The barrels hold 8,000 litres, and the water "
    "is free for everybody who has a garden. In a dry summer they may be empty by July."
)
ELSEWHERE = "\n\n".join(
    f"The {name} of Holm was painted by the people of the {street} street in the spring of the year before last."
    for name, street in (("mill", "upper"), ("bridge", "lower"), ("school", "new"))
)


def test_a_statement_is_told_with_the_paragraph_around_it():
    post = compose(read(f"{PARAGRAPH}\n\n{ELSEWHERE}", "Rain for the gardens of Holm"), "linkedin").posts[0].text

    assert PARAGRAPH in " ".join(post.split("\n\n"))


def test_no_sentence_is_told_twice():
    for title in ("Rain for the gardens of Holm", "Forty barrels"):
        post = compose(read(f"{PARAGRAPH}\n\n{ELSEWHERE}", title), "linkedin").posts[0].text

        assert post.count("8,000 litres") == 1
        assert post.count("empty by July") <= 1


@pytest.mark.parametrize(
    "middle",
    ["We painted them ourselves in blue.", "Read more about it on our page.", "Last week it rained on all of them."],
)
def test_a_stretch_ends_before_what_the_account_cannot_say(middle: str):
    text = PARAGRAPH.replace("In a dry", f"{middle} In a dry")
    post = compose(read(f"{text}\n\n{ELSEWHERE}", "Rain for the gardens of Holm"), "linkedin").posts[0].text

    assert middle not in post
    assert "8,000 litres" in post


def test_it_tells_where_each_of_its_sentences_comes_from():
    summary = read(f"{PARAGRAPH}\n\n{ELSEWHERE}", "Rain for the gardens of Holm")
    post = compose(summary, "linkedin").posts[0]
    told = [one for one in post.segments if "8,000 litres" in one.span.of(post.text)]

    assert any("8,000 litres" in source.of(summary.article.text) for one in told for source in one.sources)
