"""Texts as APIs want them."""

from __future__ import annotations

import pytest

from repurpose.text.escaping import linkedin_commentary, linkedin_little_text, telegram_markdown_v2


@pytest.mark.parametrize("char", list("\\|{}@[]()<>#*_~"))
def test_little_text_escapes_every_reserved_character(char: str) -> None:
    assert f"a\\{char}b" == linkedin_little_text(f"a{char}b")


def test_little_text_leaves_all_else_alone() -> None:
    text = "Plain text, with – dashes “quotes” & 100 % + = - . ! `code` ＃ ＠ 🚀\n"

    assert text == linkedin_little_text(text)


def test_commentary_keeps_hashtags_live() -> None:
    assert "Read \\(this\\) {hashtag|\\#|MetaAI} {hashtag|\\#|a\\_b} C\\# \\#1" == linkedin_commentary(
        "Read (this) #MetaAI #a_b C# #1"
    )


def test_commentary_escapes_a_hash_within_an_address() -> None:
    assert "https://example.com/\\#a {hashtag|\\#|b}" == linkedin_commentary("https://example.com/#a #b")


@pytest.mark.parametrize("char", list("\\_*[]()~`>#+-=|{}.!"))
def test_markdown_escapes_every_reserved_character(char: str) -> None:
    assert f"a\\{char}b" == telegram_markdown_v2(f"a{char}b")


def test_markdown_leaves_all_else_alone() -> None:
    text = "Plain text, with – dashes “quotes” & 100 % @anna <b> 🚀\n"

    assert text == telegram_markdown_v2(text).replace("\\>", ">")
