from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repurpose import parse_article, platform_profiles
from repurpose.formatters.links import campaign_of, tracked
from repurpose.settings import Brand, PlatformSettings, Settings

UTM = "utm_source={platform}&utm_campaign={campaign}"
OURS = "utm_source=x&utm_campaign=the-lake"


def settings(utm: str | None = UTM, **platform: PlatformSettings) -> Settings:
    return Settings(brand=Brand(utm=utm), platform=platform)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/lake", f"https://example.org/lake?{OURS}"),
        ("https://example.org/lake/", f"https://example.org/lake/?{OURS}"),
        # without a path, an address needs one before its query
        ("https://example.org", f"https://example.org/?{OURS}"),
        ("https://example.org?a=1", f"https://example.org/?a=1&{OURS}"),
        # what is there stays as it is written, and in order
        ("https://example.org/?b=2&a=1", f"https://example.org/?b=2&a=1&{OURS}"),
        ("https://example.org/?q=a+b%20c&flag", f"https://example.org/?q=a+b%20c&flag&{OURS}"),
        ("https://example.org/?", f"https://example.org/?{OURS}"),
        ("https://example.org/?a=1&&b=2&", f"https://example.org/?a=1&b=2&{OURS}"),
        ("https://example.org/größe?ü=ß", f"https://example.org/größe?ü=ß&{OURS}"),
        ("https://example.org/?next=/a?b=c", f"https://example.org/?next=/a?b=c&{OURS}"),
        # other people's tracking goes
        ("https://example.org/?utm_source=feed&a=1&utm_term=t", f"https://example.org/?a=1&{OURS}"),
        ("https://example.org/?UTM_Source=feed&utm%5Fid=7", f"https://example.org/?{OURS}"),
        ("https://example.org/?utmost=1", f"https://example.org/?utmost=1&{OURS}"),
        # the fragment stays behind
        ("https://example.org/lake#times", f"https://example.org/lake?{OURS}#times"),
        ("https://example.org/#:~:text=a?b", f"https://example.org/?{OURS}#:~:text=a?b"),
        ("https://example.org/?a=1#", f"https://example.org/?a=1&{OURS}#"),
        ("HTTPS://Example.org/Lake", f"HTTPS://Example.org/Lake?{OURS}"),
        # what is no web address has no query of ours
        ("mailto:news@example.org", "mailto:news@example.org"),
    ],
)
def test_parameters_are_merged_into_the_query(url, expected):
    assert expected == tracked(url, settings(), "x", "post", "the-lake")


@pytest.mark.parametrize(
    ("utm", "expected"),
    [
        (None, ""),
        ("utm_medium=social", "?utm_medium=social"),
        (
            "utm_source={platform}&utm_medium=social&utm_content={format}",
            "?utm_source=x&utm_medium=social&utm_content=post",
        ),
        ("ref={platform}-{campaign}", "?ref=x-caf%C3%A9%20%26%20lake"),
        # a template may be written encoded or not
        ("utm_medium=social media", "?utm_medium=social%20media"),
        ("utm_medium=social%20media", "?utm_medium=social%20media"),
        ("utm_medium=social+media", "?utm_medium=social%20media"),
        ("utm_medium=a=b/c", "?utm_medium=a%3Db%2Fc"),
        ("utm_medium={{x}}", "?utm_medium=%7Bx%7D"),
    ],
)
def test_values_are_put_in_and_encoded(utm, expected):
    assert f"https://example.org/{expected}" == tracked(
        "https://example.org/", settings(utm), "x", "post", "café & lake"
    )


@pytest.mark.parametrize("form", sorted({form for one in platform_profiles() for form in one.formats}))
def test_the_name_of_a_format_reads_in_statistics_as_it_is_written(form):
    link = tracked("https://example.org/", settings("utm_content={format}"), "x", form, "c")

    assert f"https://example.org/?utm_content={form.replace('+', '-')}" == link
    assert "%" not in link


def test_a_platform_may_have_another_name_in_the_statistics():
    own = settings("utm_source={platform}", x=PlatformSettings(utm_source="twitter"))

    assert "https://example.org/?utm_source=twitter" == tracked("https://example.org/", own, "x", "post", "c")
    assert "https://example.org/?utm_source=bluesky" == tracked("https://example.org/", own, "bluesky", "post", "c")


def test_a_parameter_of_the_same_name_is_replaced():
    assert "https://example.org/?b=2&ref=x" == tracked(
        "https://example.org/?ref=old&b=2", settings("ref={platform}"), "x", "post", "c"
    )


@given(st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_tracking_twice_is_tracking_once_and_values_come_back(tail, source, campaign):
    own = settings(x=PlatformSettings(utm_source=source or "x"))
    once = tracked(f"https://example.org/{tail}", own, "x", "post", campaign)
    found = parse_qsl(once.partition("#")[0].partition("?")[2], keep_blank_values=True)

    assert once == tracked(once, own, "x", "post", campaign)
    assert [("utm_source", source or "x"), ("utm_campaign", campaign)] == found[-2:]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("The lake opens in June", "the-lake-opens-in-june"),
        ("Größe & “Café’s” 2026", "groe-cafes-2026"),
        ("word " * 20, "word-word-word-word-word-word-word-word-word"),
        ("湖は六月に開く", None),
        (None, None),
    ],
)
def test_a_campaign_is_called_like_its_article(title, expected):
    article = replace(parse_article("The lake opens on Saturday, and entry is free."), title=title)

    assert (expected or article.digest[:8]) == campaign_of(article)
    assert urlsplit(f"https://example.org/{campaign_of(article)}").query == ""
