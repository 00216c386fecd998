from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import Any

import pytest

from repurpose import Settings, compose, parse_article, summarize
from repurpose.model import PLATFORMS, Note
from repurpose.settings import Brand, PlatformSettings
from tests.corpus import ROOT, summary_of
from tests.formatters.miniature import FORMATS, PLAIN, URL, brand, drafts, read

ENGLISH = tomllib.loads((ROOT / "templates/phrases/en.toml").read_text(encoding="utf-8"))
CURATOR = brand(stance="curator")
OPINION = (Note(kind="opinion", text="An opinion piece."),)
AUTHOR = "Ida Marlow"
LAKE = """The swimming lake at Corran opens on 6 June, and it may stay open until October.

Guards of the rowing club watch the lake from ten to six, and 900 swimmers came in one day.

The water of the lake is clean, but swimmers could fall ill in August if the rain stays away. But nobody should risk \
a swim alone at night.
"""
TIPS = """Gardeners of Holm use 900 litres of water a week.

## Collect the rain

Rain fills a barrel of 200 litres in one night of autumn.

## Build deep beds

Beds of clay keep water for nine days in August.

## Share a pump

Neighbours may share a pump that costs 90 crowns.
"""
STEPS = """Flat bread of Holm costs 40 cents and takes an hour.

How to bake flat bread:

1. Mix 300 g of rye flour with water and salt.
2. Wait for 30 minutes beside the oven.
3. Bake it on a hot stone for four minutes.
"""


def kinds(draft) -> list[str]:
    """What each phrase of ours in *draft* is."""
    return [
        segment.origin.removeprefix("phrase:") if segment.origin != "link" else "link"
        for post in draft.posts
        for segment in post.segments
        if segment.origin.startswith("phrase:") or segment.origin == "link"
    ]


def template(key: str, form: str) -> dict[str, Any]:
    table: dict[str, Any] = tomllib.loads((ROOT / f"templates/formats/{key}.toml").read_text(encoding="utf-8"))[form]
    return table


def whole(draft) -> str:
    return "\n\n".join(post.text for post in draft.posts)


# ---- one call to action


ASKING = {"question_caveat", "question_advice", "save_steps"}
POINTING = {"link", "link_comment", "link_bio", "link_body"}


@pytest.mark.parametrize("text", [LAKE, TIPS, STEPS], ids=["lake", "tips", "steps"])
@pytest.mark.parametrize("settings", [PLAIN, CURATOR], ids=["owner", "curator"])
@pytest.mark.parametrize("notes", [(), OPINION], ids=["plain", "opinion"])
def test_a_draft_asks_for_one_thing_and_points_to_the_article_once(text, settings, notes):
    summary = read(text, "What Holm and Corran do with water", byline=AUTHOR, url=URL, notes=notes)
    for key, draft in drafts(summary, settings).items():
        said = kinds(draft)

        assert sum(kind in ASKING for kind in said) <= 1, key
        assert sum(kind in POINTING for kind in said) <= 1, key
        assert whole(draft).count(URL) <= 1, key
        assert sum("?" in post.text.splitlines()[-1] for post in draft.posts) <= 1, key


@pytest.mark.parametrize(
    ("text", "title", "platform", "kind"),
    [
        (TIPS, "My tips for saving water", "linkedin", "question_advice"),
        (TIPS, "My tips for saving water", "instagram", "save_steps"),
        (STEPS, "Flat bread", "instagram", "save_steps"),
        (STEPS, "Flat bread", "tiktok", "save_steps"),
        (LAKE, "The lake at Corran", "linkedin", None),
        (LAKE, "The lake at Corran", "instagram", None),
    ],
)
def test_only_steps_and_tips_are_to_be_saved_or_ranked(text, title, platform, kind):
    said = [one for one in kinds(compose(read(text, title), platform)) if one in ASKING]

    assert said == ([kind] if kind else [])


def test_the_articles_own_question_comes_before_ours():
    own = "Which tip would your street try first?"
    summary = read(f"{TIPS}\nWater costs 2 crowns a barrel. {own}\n", "My tips for saving water")
    found = drafts(summary)
    asked = {key for key, draft in found.items() if own in whole(draft)}

    assert ("linkedin", "post") in asked
    assert not [key for key in asked if "question_advice" in kinds(found[key])]


# ---- whose view it is


@pytest.mark.parametrize(("key", "form"), FORMATS, ids=str)
@pytest.mark.parametrize("notes", [(), OPINION], ids=["plain", "opinion"])
@pytest.mark.parametrize("text", [LAKE, TIPS], ids=["lake", "tips"])
def test_a_curator_names_the_author_before_anything_is_claimed_beside_the_hook(text, key, form, notes):
    summary = read(text, "What Corran does with water", byline=AUTHOR, url=URL, notes=notes)
    draft = compose(summary, key, format=form, settings=CURATOR)
    hook, _, rest = whole(draft).partition("\n")
    named = [one.format(byline=AUTHOR) for name in ("attribution", "opinion") for one in ENGLISH[name]]
    at = [rest.find(line) for line in named if line in rest]
    claims = [claim for claim in re.split(r"(?<=[.]) |\n+", text) if len(claim) > 30 and claim in rest]
    shape = template(key, form)["shape"]

    if "opinion" in template(key, form).get("endings", ()):
        assert len(at) == 1
    if at and (shape == "long" or len(draft.posts) > 1):
        assert all(at[0] < rest.index(claim) for claim in claims)
    assert AUTHOR not in hook


def test_an_owner_names_nobody_but_where_readers_want_to_know():
    found = drafts(read(LAKE, "The lake at Corran", byline=AUTHOR))

    assert {key for key, draft in found.items() if AUTHOR in whole(draft)} == {("reddit", "title+description")}


@pytest.mark.parametrize(
    ("byline", "is_named"),
    [(AUTHOR, True), ("lakefan94", False), ("Ida Marlow, Tomas Lindqvist", False), (None, False)],
)
def test_reddit_says_who_wrote_it(byline, is_named):
    text = compose(read(LAKE, "The lake at Corran", byline=byline, url=URL), "reddit").posts[0].text
    lines = [one.format(byline=byline) for one in ENGLISH["attribution"]]

    assert is_named == any(line in text for line in lines)
    if is_named:
        assert text.index(byline) < text.index(URL)


@pytest.mark.parametrize("settings", [PLAIN, CURATOR], ids=["owner", "curator"])
def test_reddit_signs_an_opinion_once(settings):
    summary = read(LAKE, "The lake at Corran", byline=AUTHOR, notes=OPINION)
    text = compose(summary, "reddit", settings=settings).posts[0].text

    assert text.count(AUTHOR) == 1
    assert "pinion" in text


@pytest.mark.parametrize("settings", [PLAIN, CURATOR], ids=["owner", "curator"])
@pytest.mark.parametrize("byline", [AUTHOR, None])
def test_an_opinion_piece_says_so_in_every_draft_that_has_room_for_words_of_ours(settings, byline):
    summary = read(LAKE, "The lake at Corran", byline=byline, notes=OPINION)
    without = {"tiktok", "pinterest"}
    for (key, form), draft in drafts(summary, settings).items():
        assert "pinion" in whole(draft) or key in without, (key, form)
        assert "None" not in whole(draft)


# ---- the link


def placed(place, key="x") -> Settings:
    return Settings(platform={key: PlatformSettings(link_place=place)})


@pytest.mark.parametrize(("key", "form"), FORMATS, ids=str)
@pytest.mark.parametrize("place", ["body", "last-post", "first-comment", "bio", "field", "none"])
def test_a_link_is_promised_only_where_there_is_one(key, form, place):
    promise = re.compile(r"link|article|comment|bio\b|version|\bhttp|\bwhole thing", re.IGNORECASE)
    for title in ("The lake at Corran", None):
        draft = compose(read(LAKE, title), key, format=form, settings=placed(place, key))

        assert not promise.search(whole(draft))
        assert [post.first_comment for post in draft.posts if post.first_comment] == []
        assert [post.link for post in draft.posts if post.link] == []


@pytest.mark.parametrize(("key", "form"), FORMATS, ids=str)
@pytest.mark.parametrize(
    ("place", "where"),
    [
        ("body", "text"),
        ("last-post", "text"),
        ("first-comment", "comment"),
        ("bio", "nowhere"),
        ("field", "nowhere"),
        ("none", "nowhere"),
    ],
)
def test_the_link_stands_where_it_is_wanted(key, form, place, where):
    draft = compose(read(LAKE, "The lake at Corran", url=URL), key, format=form, settings=placed(place, key))
    has_link = "link" in template(key, form).get("endings", ()) or template(key, form).get("has_early_link")

    assert whole(draft).count(URL) == (where == "text" and bool(has_link))
    assert (URL in (draft.posts[0].first_comment or "")) == (where == "comment")
    assert draft.posts[-1].link == (None if place == "none" else URL)
    if where == "text" and has_link and form == "thread":
        assert URL in draft.posts[-1].text


def test_youtube_has_the_link_right_under_the_first_line():
    text = compose(read(LAKE, "The lake at Corran", url=URL), "youtube").posts[0].text
    hook, link = text.split("\n\n")[:2]

    assert URL in link
    assert URL not in hook
    assert text.count(URL) == 1


def test_without_an_address_youtube_has_no_early_link():
    first, second = compose(read(LAKE, "The lake at Corran"), "youtube").posts[0].text.split("\n\n")[:2]

    assert "http" not in first + second
    assert "article" not in second


def test_every_seed_with_an_address_has_its_link_early_on_youtube(any_seed):
    summary = summary_of(any_seed)
    text = compose(summary, "youtube").posts[0].text
    if summary.article.url:
        assert summary.article.url in text.split("\n\n")[1]


# ---- sign-off


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_sign_off_ends_long_posts_before_the_hashtags(platform):
    text = (
        compose(read(LAKE, "The lake at Corran", url=URL), platform, settings=brand(sign_off="The Acme team"))
        .posts[-1]
        .text
    )
    paragraphs = [one for one in text.split("\n\n") if not one.startswith("#")]

    assert text.count("The Acme team") <= 1
    if "The Acme team" in text:
        assert paragraphs[-1] == "The Acme team"


def test_only_long_posts_are_signed_off():
    signed = {
        key
        for key, draft in drafts(read(LAKE, "The lake"), brand(sign_off="The Acme team")).items()
        if "Acme" in whole(draft)
    }

    assert signed == {(key, form) for key, form in FORMATS if template(key, form)["shape"] == "long"}


def test_brands_settings_are_no_part_of_the_article():
    post = compose(read(LAKE, "The lake"), "linkedin", settings=Settings(brand=Brand(sign_off="The Acme team"))).posts[
        0
    ]
    (segment,) = [one for one in post.segments if one.origin == "settings"]

    assert segment.span.of(post.text) == "The Acme team"
    assert segment.sources == ()


@pytest.mark.parametrize("key", ["reddit", "youtube", "newsletter", "linkedin"])
def test_a_curator_names_nobody_between_a_lead_in_and_its_list(key: str):
    text = (
        "Descaling takes 45 minutes.\n\nWhat you need:\n\n- 20 grams of acid\n- one litre of water\n\n"
        "Step by step:\n\n1. Empty the tank of the machine.\n2. Fill it with acid and water.\n3. Wait for a while.\n"
    )
    article = replace(
        parse_article(text, format="markdown", title="How to descale a machine", language="en"), byline="Ada Vane"
    )
    told = compose(summarize(article, limit=12), key, settings=CURATOR).posts[0].text

    for lead in ("What you need:", "Step by step:"):
        if lead in told:
            assert re.match(r"\n+(?:[•-]|1\.) ", told.partition(lead)[2])
