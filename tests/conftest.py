"""What every test may ask for."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from repurpose.model import Article, Summary
from tests.corpus import SEED, SEEDS, SHARED, article_of, summary_of

slow = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("default", max_examples=50, deadline=None, derandomize=True, suppress_health_check=slow)
# The same examples every time: a run that fails for others than its author helps nobody.
settings.register_profile("soak", max_examples=1500, deadline=None, derandomize=True, suppress_health_check=slow)
settings.load_profile("default")


@pytest.fixture(scope="session")
def seed() -> Article:
    return article_of(SEED)


@pytest.fixture(scope="session")
def seed_summary() -> Summary:
    return summary_of(SEED)


@pytest.fixture(params=SEEDS, ids=lambda path: path.name)
def any_seed(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="session")
def shared() -> Path:
    if not SHARED.is_dir():
        pytest.skip("the public sets are not beside this checkout")
    return SHARED


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="take the golden outputs as they are now")
    parser.addoption("--lower-floors", action="store_true", help="with --accept: take floors of quality that are lower")
