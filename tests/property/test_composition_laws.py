"""Laws of the whole path, on articles that nobody would write."""

from __future__ import annotations

import re

from hypothesis import example, given
from hypothesis import strategies as st

from repurpose import Campaign, RepurposeError, Settings, compose, from_json, lint, parse_article, summarize, to_json
from repurpose.formatters import _plan
from repurpose.formatters.hooks import WEAK, WEAKER
from repurpose.formatters.openings import _fits, openings
from repurpose.formatters.thread import NUMBERINGS
from repurpose.formatters.voices import is_personal
from repurpose.formatters.wording import breaks_ban
from repurpose.linter import apply_fixes
from repurpose.model import PLATFORMS, Draft, Post, Severity
from repurpose.platforms import profile
from repurpose.settings import Brand, PlatformSettings
from repurpose.summarizer.lead_ins import promised_by_title
from repurpose.summarizer.things import is_list_title

WORDS = st.sampled_from(
    [
        "Alma",
        "Boat",
        "city",
        "opened",
        "12",
        "new",
        "3.5",
        "libraries,",
        "“quiet”",
        "—",
        "may",
        "could",
        "not",
        "#Tag",
        "@you",
        "https://example.org/a?b=c",
        "🚀",
        "naïve",
        "Größe",
        "Škoda",
        "東京",
        "الكتاب",
        "said:",
        "therefore;",
        "(maybe)",
        "isn’t",
        "$5",
        "50",
        "%",
        "2026",
        "U.S.",
        "e.g.",
        "This",
        "He",
        "They",
        "risk",
        "stakes",
    ]
)
SENTENCES = st.builds(
    lambda first, rest, end: " ".join([first, *rest]) + end,
    WORDS,
    st.lists(WORDS, min_size=2, max_size=18),
    st.sampled_from([".", "!", "?", ":", "…", ""]),
)
PARAGRAPHS = st.builds(" ".join, st.lists(SENTENCES, min_size=1, max_size=4))
LISTS = st.builds(lambda items: "\n".join(f"- {item}" for item in items), st.lists(SENTENCES, min_size=2, max_size=6))
TEXTS = st.builds("\n\n".join, st.lists(st.one_of(PARAGRAPHS, LISTS), min_size=1, max_size=8))
TITLES = st.one_of(st.none(), SENTENCES)


# The same told by somebody who says "I".
PERSONAL = st.builds(
    lambda text, words: re.sub(r"\b(?:city|new|not|Boat)\b", lambda _: next(words), text),
    TEXTS,
    st.iterables(st.sampled_from(["I", "we", "our", "my", "we’re", "I'd"]), min_size=400),
)
# Sections, numbered or not, each with something to say.
HEADINGS = st.lists(
    st.builds(
        lambda verb, noun, body: (f"{verb} the {noun}", body),
        st.sampled_from(["Read", "Build", "Open", "Keep", "Ask", "City", "Boats", "Risks"]),
        st.sampled_from(["boat", "city", "libraries", "stakes", "quay", "bridge", "garden", "mill"]),
        PARAGRAPHS,
    ),
    min_size=2,
    max_size=7,
    unique_by=lambda section: section[0],
)
LIST_TITLES = st.sampled_from(
    [
        *("My tips for a boat", "Some ways to read a city", "3 ways to read", "Five steps to a new city"),
        *("4 rules of the boat", "How to build a boat", "Six dead in the city", "The city", "Our lessons of the boat"),
    ]
)


def sectioned(headings: list[tuple[str, str]], *, is_numbered: bool) -> str:
    """An article of these sections."""
    told = [
        f"## {f'{number}. ' if is_numbered else ''}{heading}\n\n{body}"
        for number, (heading, body) in enumerate(headings, start=1)
    ]
    return "\n\n".join(["A boat opened the city in 2026, and it may open 12 libraries.", *told])


def drafts(text: str, title: str | None, platform: str, settings: Settings = Settings()) -> list[Draft]:  # noqa: B008 - frozen
    try:
        summary = summarize(parse_article(text, format="markdown", title=title, language="en"), limit=12)
        return [compose(summary, platform, format=form, settings=settings) for form in profile(platform).formats]
    except RepurposeError:
        return []


def fields(post: Post) -> list[str]:
    return [one for one in (post.title, post.preheader, post.text, post.first_comment) if one]


@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_every_output_fits_its_profile(text, title, platform):
    for draft in drafts(text, title, platform):
        assert all(profile(platform).fits(post.text) for post in draft.posts)
        assert all(post.text.strip() for post in draft.posts)


@example("Alma Alma Alma.", "Alma Alma Alma Alma Alma Alma https://example.org/a?b=c.", "x")
@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_composing_never_raises_an_error_level_finding(text, title, platform):
    for draft in drafts(text, title, platform):
        errors = [finding for finding in lint(draft) if finding.severity is Severity.ERROR]

        assert errors == []


@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_every_segment_and_source_exists(text, title, platform):
    for draft in drafts(text, title, platform):
        assert draft.article is not None
        for post in draft.posts:
            assert all(segment.span.end <= len(post.text) for segment in post.segments)
            assert all(source.end <= len(draft.article.text) for source in post.sources)


@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_fixing_twice_is_fixing_once(text, title, platform):
    for draft in drafts(text, title, platform):
        once = apply_fixes(draft, lint(draft))

        assert once == apply_fixes(once, lint(once))


@given(TEXTS, TITLES)
def test_json_comes_back_equal(text, title):
    made = drafts(text, title, "x")
    if made and made[0].article is not None:
        campaign = Campaign(article=made[0].article, drafts=tuple(made), cards=(), findings=())

        assert campaign == from_json(Campaign, to_json(campaign))


@given(
    st.one_of(
        st.tuples(TEXTS, TITLES), st.tuples(st.builds(sectioned, HEADINGS, is_numbered=st.booleans()), LIST_TITLES)
    ),
    st.sampled_from(("x", "threads", "bluesky", "mastodon")),
    st.sampled_from(sorted(NUMBERINGS)),
)
def test_every_numbered_post_fits_and_has_its_number(article, platform, style):
    settings = Settings(platform={platform: PlatformSettings(numbering=style)})
    text, title = article
    for draft in drafts(text, title, platform, settings):
        total = len(draft.posts)
        for number, post in enumerate(draft.posts, start=1):
            mark = NUMBERINGS[style].format(n=number, m=total) if total > 1 else ""

            assert profile(platform).fits(post.text)
            assert post.text.startswith(mark)
        assert [finding for finding in lint(draft) if finding.severity is Severity.ERROR] == []


@given(HEADINGS, st.booleans(), LIST_TITLES, st.sampled_from(PLATFORMS))
def test_a_promised_number_of_things_is_delivered(headings, is_numbered, title, platform):
    for draft in drafts(sectioned(headings, is_numbered=is_numbered), title, platform):
        whole = "\n".join(post.text for post in draft.posts)
        counted = [
            promised_by_title(f"{segment.span.of(post.text)}tips", "en")
            for post in draft.posts
            for segment in post.segments
            if segment.origin == "count"
        ]
        promised = promised_by_title(title, "en") if is_list_title(title) and title in whole else None
        for count in filter(None, (*counted, promised)):
            assert sum(heading in whole for heading, _ in headings) >= count


@given(PERSONAL, st.one_of(TITLES, LIST_TITLES), st.sampled_from(PLATFORMS))
def test_nobody_says_i_outside_quotation_marks(text, title, platform):
    for draft in drafts(text, title, platform):
        for post in draft.posts:
            assert [line for field in fields(post) for line in field.splitlines() if is_personal(line, "en")] == []


@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_the_same_article_gives_the_same_bytes(text, title, platform):
    once, again = (list(map(to_json, drafts(text, title, platform))) for _ in range(2))

    assert once == again


@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_what_opens_with_a_colon_goes_on(text, title, platform):
    """A line that announces something is never the last one of a draft, tags apart."""
    for draft in drafts(text, title, platform):
        told = [line for line in draft.posts[-1].text.splitlines() if line.strip() and not line.startswith("#")]

        assert not told or not told[-1].rstrip(" \U0001f9f5").endswith(":")


@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_quotations_are_closed_in_the_post_that_opens_them(text, title, platform):
    for draft in drafts(text, title, platform):
        for post in draft.posts:
            assert post.text.count("“") == post.text.count("”")


@given(TEXTS, TITLES)
def test_the_first_platforms_open_alike_only_for_want_of_another_good_line(text, title):
    try:
        summary = summarize(parse_article(text, format="markdown", title=title, language="en"), limit=12)
    except RepurposeError:
        return
    plan = _plan(summary, is_author=False)
    found = openings(plan.lines, plan.outline, (None,) * len(PLATFORMS))
    chosen = {key: first for key, (first, *_) in found.items()}
    if "x" in chosen and chosen["x"] is chosen.get("linkedin"):
        fold = profile("linkedin").fold
        others = [hook for hook in plan.lines.hooks if hook is not chosen["x"]]
        least = max(WEAK, WEAKER * max(hook.score for hook in plan.lines.hooks))

        assert not [
            hook
            for hook in others
            if hook.score >= least
            and _fits(hook, plan.outline, profile("linkedin"), 0)
            and (fold is None or len(hook.text) <= fold.graphemes)
        ]


@given(
    TEXTS,
    TITLES,
    st.sampled_from(PLATFORMS),
    st.sets(st.sampled_from(["city", "Boat", "new libraries", "12", "Tag"]), min_size=1),
)
def test_a_banned_word_is_never_said(text, title, platform, words):
    settings = Settings(brand=Brand(banned_words=tuple(sorted(words))))
    for draft in drafts(text, title, platform, settings):
        for post in draft.posts:
            assert [field for field in fields(post) if breaks_ban(field, settings)] == []
