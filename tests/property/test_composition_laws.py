"""Laws of the whole path, on articles that nobody would write."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from repurpose import Campaign, RepurposeError, compose, from_json, lint, parse_article, summarize, to_json
from repurpose.linter import apply_fixes
from repurpose.model import PLATFORMS, Draft, Severity
from repurpose.platforms import profile

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


def drafts(text: str, title: str | None, platform: str) -> list[Draft]:
    try:
        summary = summarize(parse_article(text, format="markdown", title=title, language="en"), limit=12)
        return [compose(summary, platform, format=form) for form in profile(platform).formats]
    except RepurposeError:
        return []


@given(TEXTS, TITLES, st.sampled_from(PLATFORMS))
def test_every_output_fits_its_profile(text, title, platform):
    for draft in drafts(text, title, platform):
        assert all(profile(platform).fits(post.text) for post in draft.posts)
        assert all(post.text.strip() for post in draft.posts)


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
