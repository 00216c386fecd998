from __future__ import annotations

import pytest

from repurpose import Settings, hashtags
from repurpose.model import PLATFORMS
from repurpose.platforms import profile
from repurpose.settings import Brand
from repurpose.text.entities import find_hashtags
from tests.corpus import summary_of


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
