from __future__ import annotations

import pytest

from repurpose.model import PLATFORMS
from repurpose.settings.handles import _SHAPES, handle_problem

GOOD = {
    "x": ["acme", "@acme", "A_1", "a" * 15],
    "linkedin": ["acme-labs", "company/acme", "in/jane-doe", "in/müller"],
    "instagram": ["acme", "@acme.labs", "_acme_", "a" * 30],
    "facebook": ["acmelabs", "acme.labs"],
    "threads": ["acme", "@acme.labs"],
    "bluesky": ["acme.example", "@acme.bsky.social", "xn--bcher-kva.example"],
    "mastodon": ["@acme@mastodon.social", "acme@mastodon.social", "a.b@münchen.social"],
    "tiktok": ["@acme.labs", "ab"],
    "youtube": ["@AcmeLabs", "acme-labs", "acme·labs"],
    "pinterest": ["acme_labs"],
    "reddit": ["u/acme_labs", "r/acme", "acme-labs"],
    "telegram": ["@acme_labs", "acme"],
    "discord": ["acme.labs", "_acme"],
    "newsletter": ["news@acme.example", "news+x@mail.acme.example"],
}
BAD = {
    "x": ["", "@", "a" * 16, "acme.labs", "acme-labs", "acme labs", "@@acme", "https://x.com/acme", "acmé"],
    "linkedin": ["ab", "acme labs", "group/acme", "company/"],
    "instagram": ["acme-labs", ".acme", "acme.", "ac..me", "a" * 31],
    "facebook": ["acme", "acme_labs"],
    "threads": ["acme.", "acme labs"],
    "bluesky": ["acme", "@acme", "acme.", "-acme.example", "acme.123", "acme@bsky.social", f"{'a.' * 127}example"],
    "mastodon": ["acme", "@acme", "@acme@mastodon", "@@acme@mastodon.social", "acme@mastodon.social@x.example"],
    "tiktok": ["a", "acme.", "acme-labs", "a" * 25],
    "youtube": ["ab", "-acme", "acme-", "acme labs"],
    "pinterest": ["ab", "acme-labs"],
    "reddit": ["ab", "x/acme", "acme labs"],
    "telegram": ["abc", "1acme", "acme_", "acme-labs"],
    "discord": ["a", "ac..me", "Acme Labs", "acme#1234"],
    "newsletter": ["acme", "@acme", "news@acme", "news acme@acme.example"],
}


def test_every_platform_has_a_shape_and_cases():
    assert set(PLATFORMS) == set(_SHAPES) == set(GOOD) == set(BAD)


@pytest.mark.parametrize(("platform", "handle"), [(key, one) for key, found in GOOD.items() for one in found])
def test_an_account_may_be_called_so(platform, handle):
    assert handle_problem(platform, handle) is None


@pytest.mark.parametrize(("platform", "handle"), [(key, one) for key, found in BAD.items() for one in found])
def test_no_account_is_called_so(platform, handle):
    assert handle_problem(platform, handle)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_example_of_a_shape_has_it(platform):
    assert handle_problem(platform, _SHAPES[platform].example) is None
