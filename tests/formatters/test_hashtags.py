from __future__ import annotations

import tomllib
from dataclasses import replace

import pytest

from repurpose import Settings, hashtags, parse_article, summarize
from repurpose.errors import UsageError
from repurpose.formatters.hashtags import spoken_of
from repurpose.formatters.tags import choose
from repurpose.formatters.tags.lists import entries
from repurpose.model import PLATFORMS
from repurpose.platforms import profile
from repurpose.settings import Brand
from repurpose.text.entities import find_hashtags
from repurpose.text.lexicons import LEXICON_LANGUAGES
from tests.corpus import ROOT, summary_of

CASES = tomllib.loads((ROOT / "tests/cases/formatters/hashtags.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_an_article_gets_what_names_its_subject_and_nothing_else(case):
    article = parse_article(case["text"], title=case["title"], language=case.get("language", "en"), url=case.get("url"))
    article = replace(article, tags=tuple(case.get("tags", ())), byline=case.get("byline"))

    assert tuple(case["hashtags"]) == hashtags(summarize(article), "instagram")


@pytest.mark.parametrize("language", LEXICON_LANGUAGES)
def test_every_language_has_subjects_and_words_that_file(language):
    assert len(entries("topics", language)) > 100
    assert len(set(entries("topics", language))) == len(entries("topics", language))
    assert entries("filing", language)


def test_the_seed_keeps_its_authors_sound_tags(seed_summary):
    expected = ("#AlexandrWang", "#MetaAI", "#Superintelligence", "#ArtificialIntelligence", "#ScaleAI")

    assert expected == hashtags(seed_summary, "instagram")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_tags_link_whole_and_are_no_more_than_the_platform_takes(platform, any_seed):
    tags = hashtags(summary_of(any_seed), platform)

    assert len(tags) <= profile(platform).hashtags.maximum
    assert all(len(find_hashtags(tag)[0].span) == len(tag) for tag in tags)


def test_no_tag_is_repeated_in_another_case_or_number(any_seed):
    tags = [tag.lower().rstrip("s") for tag in hashtags(summary_of(any_seed), "instagram")]

    assert len(set(tags)) == len(tags)


def test_misspelt_foreign_and_personal_tags_never_come(seed_summary):
    tags = {tag.lower() for tag in hashtags(seed_summary, "instagram")}

    assert tags.isdisjoint({"#carrerbook", "#anslation", "#sophiap", "#wunderkind", "#openai"})


def test_a_brands_word_is_last(seed_summary):
    settings = Settings(brand=Brand(hashtags_always=("Acme",), hashtags_never=("#AlexandrWang",)))
    tags = hashtags(seed_summary, "linkedin", settings=settings)

    assert tags[0] == "#Acme"
    assert "#AlexandrWang" not in tags


def test_the_brand_itself_is_no_tag_unless_it_wants_to_be():
    article = parse_article(
        "Electron 30 is out. Electron has new views. Security fixes of Electron follow.", title="Electron 30"
    )

    def tags(**brand) -> tuple[str, ...]:
        return hashtags(summarize(article), "instagram", settings=Settings(brand=Brand(**brand)))

    assert tags() == ("#Electron",)
    assert tags(name="Electron") == ()
    assert tags(name="Electron", hashtags_always=("Electron",)) == ("#Electron",)


def test_hashtags_are_chosen_once_for_all_platforms(seed_summary):
    choose.cache_clear()
    for platform in PLATFORMS:
        hashtags(seed_summary, platform)

    assert choose.cache_info().misses == 1


def test_an_authors_hashtags_get_capitals_where_words_are_known(any_seed):
    summary = summary_of(any_seed)
    shouted = {tag.lower() for tag in summary.article.author_hashtags}
    used = {tag.lower(): tag for tag in hashtags(summary, "instagram")}

    assert all(used[tag] != tag for tag in shouted & used.keys())


def tags_of(text: str, title: str, language: str = "en") -> tuple[str, ...]:
    return hashtags(summarize(parse_article(text, title=title, language=language)), "instagram")


def test_a_piece_of_a_longer_name_is_no_tag():
    text = "The Halden Bay Rescue opened. Halden Bay Rescue trains swimmers. Boats of Halden Bay Rescue are red."

    assert {"#HaldenBay", "#Halden", "#BayRescue"}.isdisjoint(tags_of(text, "Swimmers train in winter"))


def test_months_and_nationalities_are_no_tags_by_themselves():
    text = "In March the Turkish harbour opened. March was cold. The Turkish harbour has boats. Harbour boats came."

    assert {"#March", "#Turkish"}.isdisjoint(tags_of(text, "A Turkish harbour opens in March"))


def test_the_first_tag_is_no_common_word_where_a_name_is_there():
    text = "Code is art. Code at Northwind Labs is reviewed. Northwind Labs writes code. Code review takes a day."

    assert tags_of(text, "Code at Northwind Labs")[0] == "#NorthwindLabs"


def test_korean_tags_are_without_particle():
    text = "서점은 동네의 사랑방이다. 조합은 서점을 샀다. 서점이 다시 문을 열었다. 서점을 지키는 조합이 늘었다."

    assert all(not tag.endswith(("을", "를", "은", "는")) for tag in tags_of(text, "서점을 지킨 조합", "ko"))


def test_an_article_in_place_of_a_summary_is_a_usage_error(seed):
    with pytest.raises(UsageError, match="summarize"):
        hashtags(seed, "x")


def test_the_number_of_an_episode_is_no_tag():
    text = "Stars make carbon in their core. The core of stars is hot. Carbon of stars becomes oxygen in the core."

    assert "#RES158" not in tags_of(text, "RES158 Carbon from stars")


@pytest.mark.parametrize(
    ("tags", "text", "kept"),
    [
        (("#Norrby", "#Ferries"), "The quay is closed.", ("#Norrby",)),
        (("#Norrby", "#Ferries"), "The ferry is late.", ("#Norrby", "#Ferries")),
        (("#Norrby", "#Baking"), "Bake it for 20 minutes.", ("#Norrby", "#Baking")),
        # one of its words is enough, in another form too
        (("#Norrby", "#DigitalServices"), "A new service of the town.", ("#Norrby", "#DigitalServices")),
        (("#Norrby", "#AdaVane", "#Mobile"), "The town has a new quay.", ("#Norrby",)),
        (("#潮見町", "#商店街"), "商店街に店が開いた。", ("#潮見町", "#商店街")),
        (("#Norrby", "#OurBrand"), "The ferry is late.", ("#Norrby", "#OurBrand")),
        ((), "The ferry is late.", ()),
    ],
)
def test_beside_the_subject_a_long_post_has_tags_that_it_speaks_of(tags, text, kept):
    language = "ja" if "潮見町" in "".join(tags) else "en"

    assert spoken_of(tags, text, language, always=("OurBrand",)) == kept
