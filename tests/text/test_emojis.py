"""Emoji as whole sequences, with their names."""

from __future__ import annotations

import pytest

from repurpose.text import emojis


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("plain text, 1 2 3 # *", []),
        ("© ® ™ ❤ ☺ ↔", []),
        ("©️ ❤️ ↔️", ["©️", "❤️", "↔️"]),
        ("1️⃣ and 1", ["1️⃣"]),
        ("👨‍👩‍👧‍👦👨‍👩‍👧", ["👨‍👩‍👧‍👦", "👨‍👩‍👧"]),
        ("🇩🇪🇫🇷🇯", ["🇩🇪", "🇫🇷"]),
        ("👍🏽👍", ["👍🏽", "👍"]),
        ("🏴󠁧󠁢󠁳󠁣󠁴󠁿🏴", ["🏴󠁧󠁢󠁳󠁣󠁴󠁿", "🏴"]),
        ("a🏽b", ["🏽"]),
        ("🫱🏽‍🫲🏿", ["🫱🏽‍🫲🏿"]),
    ],
)
def test_emoji_are_whole_qualified_sequences(text: str, found: list[str]) -> None:
    assert found == [span.of(text) for span in emojis.find_emojis(text)]
    assert len(found) == emojis.count(text)


def test_every_emoji_of_the_table_is_found_as_one() -> None:
    import emoji

    status = emoji.STATUS["fully_qualified"], emoji.STATUS["component"]
    table = [one for one, facts in emoji.EMOJI_DATA.items() if facts["status"] in status]
    missed = [one for one in table if [span.of(one) for span in emojis.find_emojis(one)] != [one]]

    assert [] == missed


def test_names_are_words() -> None:
    assert "rocket" == emojis.name("🚀")
    assert "thumbs up medium skin tone" == emojis.name("👍🏽")


def test_text_has_no_name() -> None:
    with pytest.raises(KeyError):
        emojis.name("©")


def test_replacing_keeps_everything_else() -> None:
    assert "a*b**c ©" == emojis.replace_emojis("a🚀b👨‍👩‍👧🇩🇪c ©", "*")
