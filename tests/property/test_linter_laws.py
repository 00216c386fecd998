from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from repurpose.linter import apply_fixes, lint
from repurpose.linter.engine import fields_of
from repurpose.linter.rule import example_article
from repurpose.model import PLATFORMS, Draft, Post, Segment, Severity, Span

ARTICLE = example_article(
    "Salad earned nearly 30% of sales. Dele Okonjo may plant more of it in 2026.\n"
    "“We had planned for the weeds,” she said. Two pumps cost £640 each."
)
PIECES = st.sampled_from(
    [
        *("Salad", "Dele Okonjo", "the the", "pays", "nearly 30%", "40 %", "Two", "twenty-six", "and", "may", "will"),
        *("#Salad", "#salad", "#Glued#Tags", "#2026", "#AI-driven", "https://a.example/b", "@dele", "&amp;", "<b>"),
        *(
            "**bold**",
            "[a](https://b.example)",
            "!!!",
            "?!?!",
            " ,",
            "  ",
            "\n",
            "\n\n\n\n\n",
            "“We had planned”",
            "• a",
        ),
        *(
            "🚀",
            "🚀🚀",
            "👩‍🚀",
            "👍🏽",
            "\u200d",
            "\ufe0f",
            "\u200b",
            "𝗯𝗼𝗹𝗱",
            "1️⃣",
            "\U0001f1e6",
            "\x07",
            "{{name}}",
            "1/2",
            "3.",
        ),
        *("Leave a Reply", "日本語", "مرحبا", "é", "..."),
    ]
)
TEXTS = st.one_of(
    st.lists(PIECES, max_size=14).map(" ".join),
    st.lists(PIECES, max_size=14).map("".join),
    st.text(max_size=60),
)


@st.composite
def posts(draw: st.DrawFn) -> Post:
    text = draw(TEXTS)
    first, second = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    segments = (Segment(span=Span(first, second), origin="article", sources=(Span(34, 75),)),)
    title = draw(st.none() | TEXTS)
    return Post(text=text, payload=text, title=title, segments=segments)


DRAFTS = st.builds(
    Draft,
    platform=st.sampled_from(PLATFORMS),
    format=st.just("post"),
    posts=st.lists(posts(), min_size=1, max_size=3).map(tuple),
    article=st.sampled_from((None, ARTICLE)),
)


@given(DRAFTS)
@settings(deadline=None)
def test_findings_have_spans_inside_their_fields_and_come_in_order(draft: Draft) -> None:
    findings = lint(draft)
    lengths = [dict(fields_of(post)) for post in draft.posts]

    for finding in findings:
        if finding.span and finding.post is not None and finding.field != "payload":
            assert finding.span.end <= len(lengths[finding.post][finding.field])
    assert findings == lint(draft)
    assert [finding.post or 0 for finding in findings] == sorted(finding.post or 0 for finding in findings)


@given(DRAFTS, st.booleans())
@settings(deadline=None)
def test_fixing_never_adds_an_error(draft: Draft, unsafe: bool) -> None:
    def errors(subject: Draft) -> int:
        return sum(finding.severity is Severity.ERROR for finding in lint(subject))

    assert errors(apply_fixes(draft, lint(draft), unsafe=unsafe)) <= errors(draft)


@given(DRAFTS, st.booleans())
@settings(deadline=None)
def test_fixing_twice_is_fixing_once(draft: Draft, unsafe: bool) -> None:
    once = apply_fixes(draft, lint(draft), unsafe=unsafe)

    assert once == apply_fixes(once, lint(once), unsafe=unsafe)


@given(DRAFTS)
@settings(deadline=None)
def test_fixing_keeps_segments_inside_the_text_and_the_payload_in_step(draft: Draft) -> None:
    for post in apply_fixes(draft, lint(draft), unsafe=True).posts:
        assert post.payload == post.text
        assert all(segment.span.end <= len(post.text) for segment in post.segments)


@given(st.data())
@settings(deadline=None)
def test_text_copied_from_the_article_is_never_called_unfaithful(data: st.DataObject) -> None:
    starts = [0, *(at + 1 for at, char in enumerate(ARTICLE.text) if char in " \n")]
    start = data.draw(st.sampled_from(starts))
    end = data.draw(st.sampled_from([at - 1 for at in (*starts, len(ARTICLE.text) + 1) if at > start]))
    text = ARTICLE.text[start:end]
    draft = Draft(platform="linkedin", format="post", posts=(Post(text=text, payload=text),), article=ARTICLE)

    assert [finding for finding in lint(draft) if finding.rule.startswith("FCT")] == []
