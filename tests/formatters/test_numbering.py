from __future__ import annotations

import re
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from repurpose import Settings, compose, lint
from repurpose.formatters.copy import Piece, text_of
from repurpose.formatters.thread import NUMBERINGS, thread
from repurpose.model import Severity
from repurpose.platforms import profile
from repurpose.settings import Brand, Numbering, PlatformSettings
from tests.corpus import summary_of
from tests.formatters.miniature import read

if TYPE_CHECKING:
    from pathlib import Path

    from repurpose.formatters.copy import Copy

WITH_THREADS = ("x", "threads", "bluesky", "mastodon")
STYLES = {"n/m": r"(\d+)/(\d+) ", "(n/m)": r"\((\d+)/(\d+)\) ", "n": r"(\d+)\. ()"}
FACTS = (
    "The harbour of Holm takes 40 boats in May, and the quay may grow by 12 metres before the winter storms.",
    "Bakers in Holm sell 900 loaves on a Saturday, most of them to sailors who come from the northern islands.",
    "A ferry to Vigo costs 8 crowns for adults, while children under seven travel free with their grandparents.",
    "Swimmers count 31 steps down to the cold beach, which the council could replace with a wooden ramp.",
    "Two museums show 6,000 drawings of whales, and both close on Tuesdays so that the drawings may rest.",
    "Schools plant 250 apple trees along the railway, where nobody has grown anything since the old war.",
    "Carpenters earn 19 crowns an hour on the shipyard, and the shipyard looks for 14 more of them.",
    "The lighthouse burns 3 litres of oil a night, although its keeper would rather have solar panels.",
    "Rain fell on 211 days last year, which is why every second house in town has a copper gutter.",
    "Cyclists mended 77 punctures at the free pump, and the pump itself broke only once in ten months.",
    "Musicians from five countries play at the fish market in June, for hats full of coins and smoked eel.",
    "Doctors at the clinic see 60 patients a day and hope for a second nurse from the mainland by spring.",
)


def facts(count: int) -> str:
    """So many facts, no two alike."""
    return "\n\n".join(FACTS[:count])


def numbered(style: Numbering, platform: str = "x", **brand: Any) -> Settings:
    return Settings(brand=Brand(**brand), platform={platform: PlatformSettings(numbering=style)})


def more_beats(folder: Path, platform: str, beats: int) -> Path:
    """A brand's folder in which a thread tells more."""
    path = folder / "formats" / f"{platform}.toml"
    path.parent.mkdir()
    path.write_text(f"[thread]\nbeats = {beats}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("platform", WITH_THREADS)
def test_every_post_has_its_number_and_fits_with_it(style, platform, any_seed):
    draft = compose(summary_of(any_seed), platform, format="thread", settings=numbered(style, platform))
    texts = [post.text for post in draft.posts]
    errors = [finding for finding in lint(draft) if finding.severity is Severity.ERROR]

    assert all(map(profile(platform).fits, texts))
    assert errors == []
    if len(texts) > 1:
        found = [re.match(STYLES[style], text) for text in texts]
        assert [match and match[1] for match in found] == [str(at) for at in range(1, len(texts) + 1)]
        assert {match[2] for match in found if match} <= {"", str(len(texts))}


@pytest.mark.parametrize("platform", WITH_THREADS)
def test_a_single_post_has_no_number(platform):
    summary = read("The swimming lake at Corran opens on Saturday.", "The lake opens")
    draft = compose(summary, platform, format="thread", settings=numbered("n/m", platform))

    assert len(draft.posts) == 1
    assert not re.match(r"\(?1", draft.posts[0].text)


@pytest.mark.parametrize("style", ["none", *STYLES])
@pytest.mark.parametrize("count", [8, 9, 10, 11, 12])
def test_the_number_takes_what_it_takes_from_nine_posts_to_ten(style, count, tmp_path):
    settings = numbered(style, templates=more_beats(tmp_path, "x", 20))
    draft = compose(read(facts(count), "Holm in numbers"), "x", format="thread", settings=settings)
    texts = [post.text for post in draft.posts]

    assert len(texts) >= count - 1
    assert all(map(profile("x").fits, texts))
    if style != "none":
        found = [re.match(STYLES[style], text) for text in texts]
        assert [match and match[1] for match in found] == [str(at) for at in range(1, len(texts) + 1)]


def whole(length: int) -> Copy:
    return (Piece("x" * length, "article"),)


class Enough:
    """As many posts as a text of *length* needs when each gives *reserve* away."""

    def __init__(self, length: int) -> None:
        self.length = length

    def __call__(self, _: object, *, reserve: int) -> tuple[Copy, ...]:
        room, left, posts = 280 - reserve, self.length, []
        while left > 0:
            posts.append(whole(min(room, left)))
            left -= room
        return tuple(posts)


@pytest.mark.parametrize("style", NUMBERINGS)
@pytest.mark.parametrize(
    "length",
    [
        *(280, 281),
        # with "9/9 " nine posts hold 2484 characters, with "10/10 " ten hold 2740
        *(2450, 2484, 2485, 2520, 2740, 2741),
        # and 99 hold 27126, with "100/100 " a hundred hold 27200
        *(27126, 27127, 27200, 27201, 27720),
    ],
)
def test_numbers_of_any_width_are_counted(style, length, monkeypatch):
    monkeypatch.setattr(sys.modules[thread.__module__], "_composed", Enough(length))
    material = SimpleNamespace(template=SimpleNamespace(numbering=style))
    posts = [text_of(copy) for copy in thread(material)]  # type: ignore[arg-type]  # nothing else is looked at
    marks = [text.removesuffix("x" * text.count("x")) for text in posts]

    assert all(len(text) <= 280 for text in posts)
    assert sum(text.count("x") for text in posts) == length
    if len(posts) > 1 and style != "none":
        assert marks == [NUMBERINGS[style].format(n=at, m=len(posts)) for at in range(1, len(posts) + 1)]
    else:
        assert set(marks) == {""}


def test_numbers_are_no_words_of_the_article(seed_summary):
    post = compose(seed_summary, "x", format="thread", settings=numbered("n/m")).posts[1]

    assert post.text.startswith("2/")
    assert post.segments[0].span.start == post.text.index(" ") + 1
