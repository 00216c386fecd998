from __future__ import annotations

import json

import pytest

from repurpose.formatters.payloads import payload


def test_bluesky_gets_its_links_and_tags_as_byte_ranges():
    text = "Größe zählt: https://example.org/a #Müsli"
    record = json.loads(payload(text, "bluesky"))
    marked = [
        text.encode()[facet["index"]["byteStart"] : facet["index"]["byteEnd"]].decode() for facet in record["facets"]
    ]

    assert record["text"] == text
    assert ["https://example.org/a", "#Müsli"] == marked
    assert [facet["features"][0]["$type"] for facet in record["facets"]] == [
        "app.bsky.richtext.facet#link",
        "app.bsky.richtext.facet#tag",
    ]


def test_a_payload_equals_the_text_where_nothing_differs():
    for platform in ("x", "bluesky", "threads", "mastodon", "instagram", "discord"):
        assert payload("Plain words", platform) == "Plain words"


def test_linkedin_and_telegram_get_their_escapes():
    assert payload("a (b) #Tag", "linkedin") == r"a \(b\) {hashtag|\#|Tag}"
    assert payload("a (b).", "telegram") == r"a \(b\)\."


@pytest.mark.parametrize(
    ("platform", "text", "sent"),
    [
        ("telegram", "Salad pays.\n\nIt cost 4.50 (net).", "*Salad pays\\.*\n\nIt cost 4\\.50 \\(net\\)\\."),
        ("discord", "Salad pays.\n\n- a_b\n- c*d", "**Salad pays.**\n\n- a\\_b\n- c\\*d"),
        ("discord", "A list:\n- one\n\nMore.", "A list:\n- one\n\nMore."),
        ("reddit", "# one\n\n1. a_b in r/farming", "\\# one\n\n1. a\\_b in \\r/farming"),
        ("reddit", "https://example.org/a_b_c", "https://example.org/a_b_c"),
    ],
)
def test_markdown_platforms_show_the_text_as_it_is(platform, text, sent):
    assert payload(text, platform) == sent
