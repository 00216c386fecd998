"""The post that a channel shares on YouTube, beside the title and description of a video."""

from __future__ import annotations

from typing import Any

import pytest

from repurpose import compose, lint
from repurpose.formatters.templates import template_for
from repurpose.model import Draft, Severity, Summary
from repurpose.platforms import profile
from repurpose.settings import Brand, Settings
from tests.corpus import summary_of
from tests.formatters.miniature import SHOP, URL, drafts, read

LAKE = """The swimming lake at Corran opens on 6 June, and it may stay open until October.

Guards of the rowing club watch the lake from ten to six, and 900 swimmers came in one day.

Bus 12 stops at the boathouse every 20 minutes, and bicycles may be left at the gate.

The boathouse sells soup, and 40 kilograms of bread are eaten there on a Sunday.

Saunas of larch stand on the northern shore, where the water is 3 degrees colder.

Which lake would your street swim in?
"""


def community(summary: Summary, **brand: Any) -> Draft:
    return compose(summary, "youtube", format="post", settings=Settings(brand=Brand(**brand)))


def test_it_is_the_second_format_of_youtube():
    assert profile("youtube").formats == ("title+description", "post")
    assert compose(read(LAKE, "The lake"), "youtube").format == "title+description"
    assert community(read(LAKE, "The lake")).format == "post"


def test_it_has_no_title_field_no_chapters_and_no_early_link():
    chapters = "\n\n- 0:00 The lake\n- 1:30 The boathouse\n- 12:05 The saunas\n"
    post = community(read(LAKE + chapters, "The lake at Corran", url=URL)).posts[0]

    assert (post.title, post.preheader) == (None, None)
    assert "0:00" not in post.text
    assert URL not in post.text.split("\n\n")[1]
    assert post.text.count(URL) == 1


@pytest.mark.parametrize("text", [LAKE, SHOP], ids=["lake", "shop"])
def test_it_is_much_shorter_than_a_description(text):
    summary = read(text, "What Holm and Corran do")
    found = drafts(summary)
    short, long = (found["youtube", form].posts[0].text for form in ("post", "title+description"))

    assert template_for(profile("youtube"), "post")[1].length == 500
    assert len(short) <= 500
    assert len(short) <= len(long)


def test_it_tells_two_things_beside_its_first_line():
    paragraphs = community(read(LAKE, "The lake at Corran")).posts[0].text.split("\n\n")
    told = [one for one in paragraphs if one.rstrip("🏊🏞️🚌 ") in LAKE and not one.endswith("?")]

    assert len(told[1:]) <= 2 < len(paragraphs)


def test_it_asks_what_the_article_asks():
    assert "Which lake would your street swim in?" in community(read(LAKE, "The lake at Corran")).posts[0].text


def test_every_seed_becomes_one_that_fits(any_seed):
    draft = compose(summary_of(any_seed), "youtube", format="post")

    assert len(draft.posts) == 1
    assert profile("youtube").fits(draft.posts[0].text)
    assert [finding for finding in lint(draft) if finding.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("emoji", "most"), [(None, 1), (0, 0), (3, 1)])
def test_it_has_one_emoji_at_most(emoji, most):
    from repurpose.text.emojis import find_emojis

    text = community(read(LAKE, "The swimming lake at Corran"), emoji=emoji).posts[0].text

    assert len(tuple(find_emojis(text))) <= most
