from __future__ import annotations

import re
import time
import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import emoji
import pytest

from repurpose import parse_article
from repurpose.formatters import compose
from repurpose.formatters.emojis import line_emojis, subject_emojis
from repurpose.formatters.gravity import content_warning, is_grave
from repurpose.formatters.subject_lists import Topic, _lists, kindred, labels, words_of
from repurpose.formatters.word_forms import WordList
from repurpose.model import Article, Block, BlockKind, Span, Summary
from repurpose.settings import Brand, PlatformSettings, Settings
from repurpose.summarizer import summarize
from repurpose.text.emojis import name
from repurpose.text.lexicons import LEXICON_LANGUAGES
from tests.corpus import ROOT, SEED, article_of, summary_of

LISTS = ROOT / "assets/lexicons/emoji"
CASES = ROOT / "tests/cases/emoji"
# Of 2020: phones that show no later ones are still in use.
NEWEST = 13.1


def table(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


GRAVE = [
    pytest.param(headline, language, grave, id=f"{language}-{headline}")
    for language, classes in table(CASES / "grave.toml").items()
    for grave, headlines in classes.items()
    for headline in headlines
]
MORE_GRAVE = [
    pytest.param(headline, language, id=f"{language}-{headline}")
    for language, headlines in table(CASES / "grave_more.toml").items()
    for headline in headlines
]
HARMLESS = [
    pytest.param(headline, language, id=f"{language}-{headline}")
    for language, headlines in table(CASES / "harmless.toml").items()
    for headline in headlines
]
APT = [
    pytest.param(headline, language, expected, id=f"{language}-{headline}")
    for language, headlines in table(CASES / "apt.toml").items()
    for headline, expected in headlines.items()
]


def about(title: str | None, text: str = "", language: str = "en", description: str | None = None) -> Summary:
    """The summary of an article that has no more than that."""
    blocks = (Block(kind=BlockKind.PARAGRAPH, span=Span(0, len(text)), lines=(1, 1)),) if text else ()
    article = Article(text=text, blocks=blocks, title=title, description=description, language=language)
    return Summary(article=article, key_points=(), outline=(), keyphrases=(), quotes=(), figures=())


# ---- the lists


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_every_topic_has_one_emoji_that_phones_show(language):
    facts = {sign: emoji.EMOJI_DATA.get(sign, {}) for sign in table(LISTS / f"topics_{language}.toml").values()}

    assert [] == [
        sign
        for sign, fact in facts.items()
        if fact.get("status") != emoji.STATUS["fully_qualified"] or fact["E"] > NEWEST or not name(sign)
    ]


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_no_word_stands_twice(language):
    topics = table(LISTS / f"topics_{language}.toml")
    words = [word.removesuffix("?") for row in topics for word in re.split(r",\s*", row)]
    words += [word for grave in table(LISTS / f"grave_{language}.toml").values() for word in grave["words"]]
    words += [line for line in (LISTS / f"idioms_{language}.txt").read_text(encoding="utf-8").splitlines() if line]

    assert all(words)
    assert [] == sorted({word for word in words if words.count(word) > 1})


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_each_language_has_its_words_and_every_class(language):
    lists = _lists(language)

    assert lists is not None
    assert sum(isinstance(meaning, Topic) for meaning in lists.meanings.values()) >= 150
    assert list(labels("en")) == list(labels(language))
    assert len(set(labels(language).values())) == len(labels(language))


def test_kindred_emoji_are_emoji():
    lines = (LISTS / "kindred.txt").read_text(encoding="utf-8").splitlines()

    assert [] == [sign for line in lines if line[:1] != "#" for sign in line.split() if not name(sign)]


# ---- apt choices


@pytest.mark.parametrize(("headline", "language", "expected"), APT)
def test_the_aptest_emoji_comes_first_and_none_where_none_is_sure(headline, language, expected):
    assert subject_emojis(about(headline, language=language), 5)[:1] == ((expected,) if expected else ())


def test_a_topic_that_is_not_in_the_title_has_to_be_spoken_of_again_and_again():
    twice = "We drank coffee. Then there was more coffee."

    assert subject_emojis(about("A morning", twice), 1) == ()
    assert subject_emojis(about("A morning", f"{twice} Good coffee."), 1) == ("☕",)


def test_in_a_long_text_three_mentions_are_said_in_passing():
    text = "We drank coffee. " * 3 + "Nothing else was said about it all day long. " * 100

    assert subject_emojis(about("A morning", text), 1) == ()


def test_what_only_a_description_mentions_is_no_subject():
    text = "Nothing of that is said here again, and nobody asks. " * 20

    assert subject_emojis(about("A morning", text, description="Without coffee nothing works."), 1) == ()
    assert subject_emojis(about("A morning", f"{text} Coffee it is: coffee.", description="On coffee."), 1) == ("☕",)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Three books by Dennis Snow, who wrote on service, says Snow. Read Snow.", "en"),
        ("Selon Marc Boulanger, tout va bien. Boulanger le dit, et Boulanger le sait.", "fr"),
    ],
)
def test_a_persons_name_is_no_topic(text, language):
    assert {"❄️", "🥖"}.isdisjoint(subject_emojis(about("A good year", text, language), 5))


def test_a_word_of_several_meanings_needs_another_one_beside_it():
    text = "The library has a function for that. Import the library. A library is fast."

    assert subject_emojis(about("Which library do you use?", text), 1) == ()
    assert subject_emojis(about("Which library do you use?", f"{text} Its librarian lends books."), 1) == ("📚",)


def test_capitals_count_where_the_list_writes_them():
    assert subject_emojis(about("O que a IA não sabe", language="pt"), 1) == ("🤖",)
    assert subject_emojis(about("Quem ia ao parque", language="pt"), 1) == ()


def test_traditional_characters_are_read_as_simplified_ones():
    assert subject_emojis(about("圖書館開放", language="zh"), 1) == ("📚",)
    assert content_warning(about("烏克蘭戰爭", language="zh")) == labels("zh")["war"]


def test_arabic_words_are_found_with_what_is_written_together_with_them():
    for word in ("مكتبة", "المكتبة", "والمكتبات", "بمكتبتها", "لِلْمَكْتَبَةِ"):
        assert words_of(word, "ar").topics[0].emoji == "📚"


def test_addresses_and_code_name_no_topic():
    code = "kill(robot) # robot, robot, robot"
    article = about("A morning", f"Look at https://example.org/robot/robot/robot.\n\n{code}").article
    start = article.text.index(code)
    block = Block(kind=BlockKind.CODE, span=Span(start, start + len(code)), lines=(3, 3))
    summary = replace(about("A morning"), article=replace(article, blocks=(*article.blocks, block)))

    assert subject_emojis(summary, 5) == ()


@pytest.mark.parametrize("language", ["und", "la", "sv"])
def test_a_language_without_lists_gets_nothing(language):
    summary = about("Coffee, war and death", language=language)

    assert ((), False, None) == (subject_emojis(summary, 5), is_grave(summary), content_warning(summary))
    assert line_emojis("Coffee: black", language, ()) is None


def test_no_more_than_asked_for():
    summary = about("Coffee, cheese and chess")

    assert [len(subject_emojis(summary, most)) for most in (-1, 0, 1, 2, 5)] == [0, 0, 1, 2, 3]


# ---- a brand's own emoji


@pytest.mark.parametrize(
    ("palette", "expected"),
    [
        (("☕", "♟️"), ("☕", "♟️")),
        (("♟",), ("♟️",)),
        (("🫖", "✨"), ("🫖",)),
        (("✨", "🎉", "👉"), ()),
    ],
)
def test_of_a_palette_only_what_fits_the_subject(palette, expected):
    assert subject_emojis(about("Coffee and chess"), 5, palette) == expected


def test_a_kindred_topic_is_of_the_same_field():
    assert "📖" in kindred("📚")
    assert "🐈" not in kindred("🐕")
    assert "🤖" not in kindred("🧠")


# ---- lines


@pytest.mark.parametrize(
    ("line", "language", "expected"),
    [
        ("Data: billions of users on Facebook, Instagram and WhatsApp", "en", "📊"),
        ("Compute: custom chips and top-tier GPU partners", "en", "🖥️"),
        ("LLaMA: its own family of AI models", "en", None),
        ("Phone booths: members forgive bad coffee", "en", None),
        ("Advanced real-world robotics", "en", "🤖"),
        ("We met at noon, as always, and when everybody had said what he wanted we had coffee together", "en", None),
        ("Coffee for the bereaved", "en", None),
        ("Fahrräder: 12 %, allerdings nur von April bis September", "de", "🚲"),
        ("Remmen: 340 keer, vaak omdat een kabel een hele winter buiten heeft gestaan", "nl", None),
        ("Invierno: habas y coles", "es", "❄️"),
        ("Вода: лише дощова", "uk", "💧"),
        ("किताबें: 3,100", "hi", "📚"),
        ("用水：只用雨水", "zh", None),
    ],
)
def test_a_line_gets_the_emoji_of_its_own_topic(line, language, expected):
    assert expected == line_emojis(line, language, ())


def test_no_line_repeats_an_emoji():
    lines = ("Data: much", "More data: less", "Statistics and code: more")
    used: list[str] = []
    for line in lines:
        used += filter(None, [line_emojis(line, "en", used)])

    assert ["📊", "💻"] == used
    assert line_emojis("Chess: at noon", "en", ["♟"]) is None
    assert line_emojis("Chess: at noon", "en", (), ("☕",)) is None


# ---- gravity


@pytest.mark.parametrize(("headline", "language", "grave"), GRAVE)
def test_a_grave_subject_gets_no_emoji_and_its_class_as_warning(headline, language, grave):
    summary = about(headline, "Coffee, coffee, coffee, books and books.", language)

    assert is_grave(summary)
    assert subject_emojis(summary, 5) == ()
    assert content_warning(summary) == labels(language)[grave]


@pytest.mark.parametrize(("headline", "language"), MORE_GRAVE)
def test_a_grave_subject_is_known_in_many_words(headline, language):
    assert is_grave(about(headline, language=language))


@pytest.mark.parametrize(("headline", "language"), HARMLESS)
def test_what_only_sounds_grave_is_not(headline, language):
    summary = about(headline, language=language)

    assert (False, None) == (is_grave(summary), content_warning(summary))


def test_every_language_and_class_has_a_headline():
    found = table(CASES / "grave.toml")

    assert set(found) == set(LEXICON_LANGUAGES)
    assert {language: set(labels(language)) for language in found} == {one: set(found[one]) for one in found}


def test_a_description_can_be_grave():
    assert content_warning(about("What we know", description="Four people died on Monday.")) == "Death"


def test_without_a_title_the_first_block_says_what_is_grave():
    assert content_warning(about(None, "Our colleague Anna died on Monday.")) == "Death"


def test_of_several_classes_in_the_title_the_gravest_is_the_warning():
    assert content_warning(about("Earthquake: 300 dead, cancer clinic closed")) == "Death"


def test_in_the_text_what_is_most_spoken_of_is_the_warning():
    text = "The fraud was found in May. Fraud again, and more fraud: a scam. One man died. " + "Nobody knew. " * 40

    assert content_warning(about("What we know", text)) == "Crime"


@pytest.mark.parametrize(("filler", "expected"), [(0, True), (60, True), (400, False)])
def test_grave_words_count_by_how_much_of_the_text_they_are(filler, expected):
    text = "He died. She died. They mourn. The funeral is on Friday. " + "Nobody knew of that. " * filler

    assert expected == is_grave(about("What we know", text))


def test_the_sample_of_an_accident_is_grave_and_no_other_sample_is():
    seeds = [path for path in sorted((ROOT / "seeds").iterdir()) if path.suffix in (".md", ".txt", ".html")]
    grave = [path.name for path in seeds if path.name != "README.md" and is_grave(summary_of(path))]

    assert ["grave-ferry-accident.md"] == grave


# ---- speed


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_hostile_text_is_read_in_one_pass(language):
    words_of("warm", language)
    lists = _lists(language)
    assert lists is not None
    word = next(iter(lists.meanings)).replace("*", "").split("/")[0]
    began = time.perf_counter()
    for text in ("a" * 200_000, f"{word} " * 30_000, word * 30_000, "kill " * 40_000, "本" * 200_000, ": " * 100_000):
        words_of(text, language, is_title=True)
        line_emojis(text, language, ())

    assert time.perf_counter() - began < 10


def test_longer_forms_win_and_open_ends_are_found():
    words = WordList(["art", "state of the art", "fahr*", "*garten", "shot * dead", "AI"], "en")
    text = "State of the art. Art, fahrplan, volksgarten; shot two dead. Ai and AI, artful."

    assert ["state of the art", "art", "fahr*", "*garten", "shot * dead", "AI"] == [
        entry for entry, _ in words.find(text)
    ]


def test_what_stands_in_brackets_is_not_what_a_line_is_about():
    assert line_emojis("Bread for the week", "en", ()) is not None
    assert line_emojis("Ada Vane (bread for the week)", "en", ()) is None


# ---- the sign of a thread


@pytest.mark.parametrize(
    ("brand", "on_x", "shown"),
    [
        (Brand(), PlatformSettings(), True),
        (Brand(emoji=1), PlatformSettings(), True),
        (Brand(emoji=0), PlatformSettings(), False),
        (Brand(), PlatformSettings(emoji=0), False),
        (Brand(emoji=0), PlatformSettings(emoji=1), True),
        (Brand(emoji_palette=("🌱", "🧵")), PlatformSettings(), True),
        (Brand(emoji_palette=("🌱",)), PlatformSettings(), False),
    ],
)
def test_a_thread_has_its_sign_where_palette_and_ceiling_allow_it(brand, on_x, shown):
    settings = Settings(brand=brand, platform={"x": on_x})
    draft = compose(summary_of(SEED), "x", format="thread", settings=settings)

    assert draft.is_thread
    assert shown == ("🧵" in draft.posts[0].text)
    assert not any("🧵" in post.text for post in draft.posts[1:])


def test_an_emoji_of_the_article_s_own_counts_before_the_sign():
    title = "🌱 How Norrby mends what others throw away"
    article = replace(article_of(SEED), title=title)
    draft = compose(summarize(article), "x", format="thread")

    assert draft.posts[0].text.startswith("🌱")
    assert "🧵" not in draft.posts[0].text


@pytest.mark.parametrize(
    ("items", "is_decorated"),
    [
        (("Coffee: black", "Bread: for the week", "Chess: at noon"), True),
        (("Coffee: black", "What it takes: time", "Where it is: upstairs", "Who knows: nobody"), False),
    ],
)
def test_most_items_of_a_list_get_an_emoji_or_none_does(items, is_decorated):
    listed = "\n".join(f"- {item}" for item in items)
    text = f"The kitchen of Norrby opens on Monday.\n\nWhat the kitchen of Norrby has:\n\n{listed}\n"
    article = parse_article(text, format="markdown", title="The kitchen of Norrby", language="en")
    told = compose(summarize(article), "instagram").posts[0]
    lines = [line for line in told.text.splitlines() if line.startswith("•")]

    assert len(lines) == len(items)
    assert any(emoji.emoji_count(line) for line in lines) is is_decorated
