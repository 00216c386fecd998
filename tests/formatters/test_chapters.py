from __future__ import annotations

from dataclasses import replace

import pytest

from repurpose import compose, parse_article, summarize
from repurpose.formatters.chapters import chapters, is_chapter
from repurpose.formatters.copy import text_of
from tests.formatters.miniature import URL, drafts, read

NOTES = """Ida Marlow talks about the depot of the museum in Tarn, and about 40,000 things in it.

{chapters}

The talk was recorded in May 2027 in the lower hall of the museum.
"""
GOOD = ("0:00 The depot of Tarn", "1:30 Drawers and cards", "12:05 The flood of 2013")


def told(*lines: str, form: str = "markdown", mark: str = "- ") -> str:
    text = NOTES.format(chapters="\n".join(f"{mark}{line}" for line in lines))
    return text_of(chapters(parse_article(text, format=form, title="The depot of Tarn", language="en")))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("0:00 The depot of Tarn", True),
        ("00:00 The depot of Tarn", True),
        ("1:02:03 The depot of Tarn", True),
        ("[12:05] The flood", True),
        ("(12:05) - The flood", True),
        ("12:05 – The flood", True),
        ("12:05 | The flood", True),
        ("12:05: The flood", True),
        ("  12:05 The flood  ", True),
        ("12:05", False),
        ("12:5 The flood", False),
        ("At 12:05 the flood came", False),
        ("The flood 12:05", False),
        ("3:2 vote of the council", False),
        (f"12:05 {'x' * 91}", False),
    ],
)
def test_a_chapter_is_a_time_and_a_title(line, expected):
    assert expected == is_chapter(line)


@pytest.mark.parametrize(
    ("form", "mark"), [("markdown", "- "), ("markdown", "* "), ("text", "• "), ("text", "- "), ("text", "")]
)
def test_the_articles_own_list_is_told(form, mark):
    assert "\n".join(GOOD) == told(*GOOD, form=form, mark=mark)


def test_its_times_stay_as_they_are_written_and_its_dashes_go():
    lines = ("[00:00] – The depot", "(01:30) - The drawers", "1:02:05 | The flood")

    assert told(*lines) == "00:00 The depot\n01:30 The drawers\n1:02:05 The flood"


@pytest.mark.parametrize(
    "lines",
    [
        (),
        GOOD[:2],
        # the first one is not at the beginning
        ("0:05 The depot of Tarn", *GOOD[1:]),
        GOOD[1:],
        # shorter than ten seconds
        ("0:00 The depot", "0:09 The drawers", "1:00 The flood"),
        # back in time
        ("0:00 The depot", "12:05 The flood", "1:30 The drawers"),
        # times of a day
        ("9:00 Doors open", "10:30 The drawers", "12:00 The flood"),
    ],
    ids=["none", "two", "late", "no first", "short", "back", "day"],
)
def test_what_youtube_would_not_take_is_no_list_of_chapters(lines):
    assert told(*lines) == ""


def test_every_line_knows_its_place():
    text = NOTES.format(chapters="\n".join(f"- {line}" for line in GOOD))
    article = parse_article(text, format="markdown", title="The depot of Tarn", language="en")
    pieces = [piece for piece in chapters(article) if piece.origin == "article"]

    assert [piece.text for piece in pieces] == [part for line in GOOD for part in line.split(" ", 1)]
    assert [piece.sources[0].of(article.text) for piece in pieces] == [piece.text for piece in pieces]


def test_chapters_stand_in_the_description_on_youtube_and_nowhere_else():
    found = drafts(read(NOTES.format(chapters="\n".join(f"- {line}" for line in GOOD)), "The depot of Tarn"))
    with_chapters = {key for key, draft in found.items() if any("0:00" in post.text for post in draft.posts)}

    assert with_chapters == {("youtube", "title+description")}
    assert "\n\n" + "\n".join(GOOD) in found["youtube", "title+description"].posts[0].text


def test_a_recording_without_times_has_no_chapters():
    text = NOTES.format(chapters="- The depot of Tarn\n- Drawers and cards\n- The flood of 2013")
    article = replace(parse_article(text, format="markdown", title="The depot of Tarn", language="en"), url=URL)

    assert chapters(article) == ()
    assert "0:00" not in compose(summarize(article), "youtube").posts[0].text
