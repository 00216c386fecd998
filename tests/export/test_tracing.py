from __future__ import annotations

import tomllib
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from repurpose.errors import UnreadableSource
from repurpose.export.tracing import Change, Trace, change_of, trace_table, traced
from repurpose.formatters import compose
from repurpose.model import Article, Block, BlockKind, Draft, Post, Segment, Span
from repurpose.resources import shipped
from repurpose.settings import Brand, Settings
from tests.corpus import SEED, SEEDS, article_of, summary_of

ARTICLE = Article(
    text="The old lake opens on Saturday.\n\nEntry is free.",
    blocks=(
        Block(kind=BlockKind.PARAGRAPH, span=Span(0, 31), lines=(3, 4)),
        Block(kind=BlockKind.PARAGRAPH, span=Span(33, 47), lines=(6, 6)),
    ),
    title="A Lake Opens",
    language="en",
)


@cache
def drafts_of(path: Path) -> tuple[Draft, ...]:
    return tuple(
        compose(summary_of(path), platform, format=name)
        for platform, name in (("linkedin", None), ("x", "thread"), ("instagram", None))
    )


def traces_of(path: Path) -> list[tuple[Post, Trace]]:
    article = article_of(path)
    return [(post, one) for draft in drafts_of(path) for post in draft.posts for one in traced(post, article)]


def post_of(text: str, *segments: Segment) -> Post:
    return Post(text=text, payload=text, segments=segments)


def from_article(start: int, end: int, *sources: Span) -> Segment:
    return Segment(span=Span(start, end), origin="article", sources=sources)


# ---- what became of the words


@pytest.mark.parametrize(
    ("text", "source", "change"),
    [
        ("The lake opens.", "The lake opens.", "verbatim"),
        ("The lake opens", "“The lake opens!”", "verbatim"),
        ("Why now?", "why now", "verbatim"),
        ("It's open", "It’s open", "verbatim"),
        ("Why Meta?", "So why Meta, and why now?", "trimmed"),
        ("Free entry, for all", "Entry, free", "edited"),
        ("Entry is free", "Entry is not free", "trimmed"),
        ("Entry is not free", "Entry is free", "edited"),
        ("It opens in the US", "It opens in the us", "edited"),
        ("It costs $5", "It costs £5", "edited"),
        ("85 of them", "85 % of them", "trimmed"),
        ("85 % of them", "85 of them", "edited"),
        ("5 degrees", "-5 degrees", "edited"),
        ("1.200 people", "1,200 people", "edited"),
        ("10 to 20", "10–20", "edited"),
        ("店が開いた", "新しい店が開いた。", "trimmed"),
        ("店が開かない", "店が開いた", "edited"),
        ("コーヒー", "コーヒ", "edited"),
        ("ลำธารเปิด", "ลำธารเปิดแล้ว", "trimmed"),
        ("أعارت ٩ كتب", "أعارت المكتبة ٩ كتب", "trimmed"),
        ("14٪", "14", "edited"),
    ],
)
def test_the_words_of_a_post_are_compared_with_those_of_the_source(text: str, source: str, change: str) -> None:
    assert change == change_of(text, [source])


def test_several_passages_are_read_one_after_the_other() -> None:
    assert change_of("Data: billions of users", ["Data", "With billions of users"]) is Change.TRIMMED
    assert change_of("Billions of users: data", ["Data", "With billions of users"]) is Change.EDITED


# ---- what stands behind a stretch


def test_a_passage_has_the_lines_of_the_block_that_holds_it() -> None:
    post = post_of("Entry is free.", from_article(0, 14, Span(33, 47)))
    (one,) = traced(post, ARTICLE)

    assert ["Entry is free."] == [passage.text for passage in one.passages]
    assert [(6, 6)] == [passage.lines for passage in one.passages]
    assert one.change is Change.VERBATIM


def test_a_passage_over_several_blocks_has_all_their_lines() -> None:
    (one,) = traced(post_of("Free on Saturday", from_article(0, 16, Span(22, 47))), ARTICLE)

    assert (3, 6) == one.passages[0].lines


def test_a_title_is_compared_with_the_article_s_own() -> None:
    (one,) = traced(post_of("A lake opens", Segment(span=Span(0, 12), origin="title")), ARTICLE)

    assert ("A Lake Opens", None, None) == (one.passages[0].text, one.passages[0].span, one.passages[0].lines)
    assert one.change is Change.VERBATIM


@pytest.mark.parametrize("origin", ["settings", "hashtags", "link", "emoji", "description"])
def test_what_no_words_of_the_article_stand_behind_has_its_origin_alone(origin: str) -> None:
    (one,) = traced(post_of("words", Segment(span=Span(0, 5), origin=origin)), ARTICLE)

    assert (origin, None, ()) == (one.origin, one.change, one.passages)


def test_words_that_no_segment_accounts_for_are_not_passed_over() -> None:
    post = post_of("Hello!\nEntry is free. Really\n\n3/3", from_article(7, 21, Span(33, 47)))
    shown = [(one.text, one.origin) for one in traced(post, ARTICLE)]

    assert [("Hello!", None), ("Entry is free.", "article"), ("Really", None)] == shown


def test_a_text_of_a_person_is_unaccounted_for_line_by_line() -> None:
    shown = [(one.text, one.span.start, one.origin) for one in traced(post_of("One.\n\n  Two.\n"), ARTICLE)]

    assert [("One.", 0, None), ("Two.", 8, None)] == shown


@pytest.mark.parametrize("mark", ["• ", "1. ", "12. ", "– "])
def test_a_bullet_belongs_to_its_item(mark: str) -> None:
    text = f"See:\n{mark}Entry is free."
    start = len(text) - 14
    post = post_of(text, Segment(span=Span(0, 4), origin="title"), from_article(start, len(text), Span(33, 47)))

    assert ["", mark] == [one.mark for one in traced(post, ARTICLE)]


@pytest.mark.parametrize(
    "segment",
    [from_article(0, 6), from_article(0, 5, Span(40, 48))],
    ids=["post", "article"],
)
def test_a_segment_that_points_past_its_text_is_refused(segment: Segment) -> None:
    with pytest.raises(UnreadableSource, match="edited"):
        list(traced(post_of("words", segment), ARTICLE))


def test_segments_are_shown_in_the_order_of_the_post() -> None:
    post = post_of("One. Two.", from_article(5, 9, Span(33, 38)), from_article(0, 4, Span(0, 3)))

    assert ["One.", "Two."] == [one.text for one in traced(post, ARTICLE)]


# ---- real drafts


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_word_of_a_draft_is_accounted_for(path: Path) -> None:
    found = traces_of(path)

    assert found
    assert [one.text for _, one in found if one.origin is None] == []
    assert [one.text for post, one in found if one.span.of(post.text) != one.text] == []


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_stretch_of_the_article_has_passages_with_lines_and_words_of_it(path: Path) -> None:
    article = article_of(path)
    of_article = [one for _, one in traces_of(path) if one.origin == "article"]

    assert [one.text for one in of_article if not one.passages or one.change is None] == []
    for passage in (passage for one in of_article for passage in one.passages):
        assert passage.lines is not None
        assert passage.span is not None
        assert passage.span.of(article.text) == passage.text


def test_lines_are_those_of_the_file() -> None:
    lines = SEED.read_text(encoding="utf-8").splitlines()
    passages = [passage for _, one in traces_of(SEED) for passage in one.passages if passage.lines]

    assert passages
    for passage in passages:
        assert passage.lines is not None
        first, last = passage.lines
        assert passage.text in "\n".join(lines[first - 1 : last])


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_a_phrase_is_in_the_file_that_is_named(path: Path) -> None:
    for phrase in (one.phrase for _, one in traces_of(path) if one.phrase):
        assert phrase.file is not None
        folder, _, name = phrase.file.partition("/")
        bank = tomllib.loads((shipped(folder) / name).read_text(encoding="utf-8"))

        assert phrase.name in bank


@pytest.mark.parametrize(
    ("origin", "name", "file"),
    [
        ("phrase:opinion", "opinion", "templates/phrases/en.toml"),
        ("phrase:de/opinion", "opinion", "templates/phrases/de.toml"),
        # where the brand's folder is, no campaign tells
        ("templates:opinion", "opinion", None),
    ],
)
def test_a_file_is_named_where_it_is_known(origin: str, name: str, file: str | None) -> None:
    (one,) = traced(post_of("words", Segment(span=Span(0, 5), origin=origin)), ARTICLE)

    assert one.phrase is not None
    assert (name, file) == (one.phrase.name, one.phrase.file)


def test_words_of_the_settings_are_in_no_file_of_phrases() -> None:
    brand = Brand(opinion_line="A view, and no news.")
    draft = compose(summary_of(SEED), "linkedin", settings=Settings(brand=brand))
    traces = [one for post in draft.posts for one in traced(post, article_of(SEED))]

    assert [("settings", None)] == [(one.origin, one.phrase) for one in traces if one.text == "A view, and no news."]


def test_the_table_holds_what_was_traced() -> None:
    draft = drafts_of(SEED)[0]
    (row,) = trace_table([draft], article_of(SEED))

    assert ("linkedin", "post") == (row["platform"], row["format"])
    assert [segment.span for segment in draft.posts[0].segments] == [
        Span(**one["span"]) for one in row["posts"][0]["segments"]
    ]


def test_tracing_does_not_depend_on_the_draft_s_own_article() -> None:
    draft = drafts_of(SEED)[0]

    assert trace_table([draft], article_of(SEED)) == trace_table([replace(draft, article=None)], article_of(SEED))
