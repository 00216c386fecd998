from __future__ import annotations

import pytest

from repurpose.summarizer.short_forms import short_forms_in, spelled_out

TEXT = (
    "The Office of Harbour Safety (OHS) was founded in 1912. Every North Coast Day (NCD) the end-of-life (EOL) boats "
    "are burned. The Bureau of Tides (BOT) and ropes (XYZ) do not. The Pier Museum (PM) and the Port Manager (PM) do."
)


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        ("OHS", "Office of Harbour Safety (OHS)"),
        # a small word may have a letter of it
        ("BOT", "Bureau of Tides (BOT)"),
        # without "the" nobody knows how it stands in a sentence, and small letters may be of one thing of many
        ("NCD", None),
        ("EOL", None),
        # other letters, two meanings
        ("XYZ", None),
        ("PM", None),
    ],
)
def test_a_short_form_stands_for_the_name_before_it_letter_by_letter(short: str, expected: str | None):
    found = short_forms_in(TEXT).get(short)

    assert expected == (found.whole if found else None)
    assert found is None or found.span.of(TEXT) == expected


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Boats wait for the OHS to come.", "", "Boats wait for the Office of Harbour Safety (OHS) to come."),
        ("The OHS comes at nine.", "", "The Office of Harbour Safety (OHS) comes at nine."),
        ("Ask the OHS.", "", "Ask the Office of Harbour Safety (OHS)."),
        # without "the", before another name, inside a word, between quotation marks
        ("OHS comes at nine.", "", "OHS comes at nine."),
        ("The new OHS rules are long.", "", "The new OHS rules are long."),
        ("The OHS Women row at nine.", "", "The OHS Women row at nine."),
        ("The OHS-like boats are the OHS’s.", "", "The OHS-like boats are the OHS’s."),
        ("«The OHS is late», said Ada.", "", "«The OHS is late», said Ada."),
        # after what has said it
        ("The OHS comes at nine.", "The Office of Harbour Safety is closed.", "The OHS comes at nine."),
        ("The OHS comes at nine.", "See the rules (OHS).", "The OHS comes at nine."),
    ],
)
def test_the_first_short_form_is_spelled_out_as_the_article_does_it(text: str, said: str, expected: str):
    told, places = spelled_out(text, said, short_forms_in(TEXT))

    assert told == expected
    assert bool(places) is (told != text)
    assert all(place.of(TEXT) in told for place in places)
