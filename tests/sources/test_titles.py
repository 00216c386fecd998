"""Properties that people wrote, and those that programs wrote by themselves."""

from __future__ import annotations

import pytest

from repurpose.sources.documents.titles import document_title, named_author, split_tags


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The ferry waits", "The ferry waits"),
        (" Microsoft Word - The  ferry\u00a0waits ", "The ferry waits"),
        ("COVID-19", "COVID-19"),
        ("Catch-22: a note", "Catch-22: a note"),
        ("Microsoft Word - ferry_v3.docx", None),
        ("ferry.indd", None),
        ("untitled", None),
        ("Document1", None),
        ("Präsentation1", None),
        ("C:\\notes\\ferry", None),
        ("ferry-2024-01_final", None),
        ("(anonymous)", None),
        ("x" * 301, None),
        ("", None),
        (None, None),
    ],
)
def test_a_file_name_is_no_title(text, title):
    assert document_title(text) == title


def test_a_computers_user_is_no_author():
    assert named_author(["User", "(anonymous)", "m.holt@example.org", ""]) is None
    assert named_author(["Maren Holt", " Paul  Brandt;", "Maren Holt", "admin"]) == "Maren Holt, Paul Brandt"


def test_tags_are_parted_whatever_parts_them():
    assert split_tags(["river; ferry, town", "ferry", "x" * 61]) == ("river", "ferry", "town")
