"""The article's own skeleton in posts; what the summarizer finds of it is told in sections or as a list of labels."""

from __future__ import annotations

import re
from itertools import pairwise
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest

from repurpose import compose
from repurpose.formatters.outline import untold
from repurpose.formatters.skeleton import is_told_in
from repurpose.formatters.under_hook import described
from repurpose.model import Span
from repurpose.summarizer.things import is_list_title
from tests.formatters.miniature import drafts, outlined, read, texts

if TYPE_CHECKING:
    from repurpose.formatters.material import Material

BODIES = (
    "Rain fills a barrel of 200 litres in one night of autumn.",
    "Beds of clay keep water for nine days in August.",
    "Straw saves 40 litres a week on every bed.",
    "Neighbours may share a pump that costs 90 crowns.",
    "Tomatoes drink less when they stand in the shade of a wall.",
)
ALIKE = ("Collect the rain", "Build deep beds", "Protect beds with straw", "Share a pump")
UNLIKE = ("Rain barrels", "Deep beds", "Straw on beds", "Pumps for all")


def article(headings, bodies=BODIES, level="##") -> str:
    told = (f"{level} {heading}\n\n{body}" for heading, body in zip(headings, bodies, strict=False))
    return "\n\n".join(["Gardeners of Holm use 900 litres of water a week.", *told])


def skeleton(text: str, title: str = "Saving water in Holm"):
    """The telling of the article section by section, and the one by its labels alone."""
    lists = [beat for beat in outlined(text, title).beats if beat.is_titled]
    tellings = lists[0].tellings if lists else ()
    sections = next((one for one in tellings if one.is_sectioned), None)
    labels = next((one for one in tellings if not one.is_sectioned), None)
    return sections, labels


def headings_of(telling) -> list[str]:
    return [
        re.sub(r"^\d+\. ", "", "".join(piece.text for piece in item)).splitlines()[0].removeprefix("• ")
        for item in telling.items
    ]


# ---- sections


@pytest.mark.parametrize("headings", [ALIKE, UNLIKE], ids=["alike", "unlike"])
def test_three_sections_and_more_are_told_by_heading_and_sentence(headings):
    sections, _ = skeleton(article(headings))

    assert headings_of(sections) == list(headings)
    assert sections.text == "\n\n".join(f"{one}\n{two}" for one, two in zip(headings, BODIES, strict=False))


@pytest.mark.parametrize(
    "headings",
    [
        UNLIKE[:2],
        ("Introduction", "Conclusion", "References", "Background"),
        ("See https://example.org", "See https://example.net", "See https://example.com"),
    ],
    ids=["two", "generic", "links"],
)
def test_that_is_no_skeleton(headings):
    assert skeleton(article(headings)) == (None, None)


def test_generic_headings_are_no_sections():
    sections, _ = skeleton(article(("Introduction", *UNLIKE[1:], "Conclusion")))

    assert headings_of(sections) == list(UNLIKE[1:])


def test_the_highest_level_with_enough_headings_parts_the_article():
    nested = article(UNLIKE) + "\n\n" + "\n\n".join(f"### Note {word}\n\nNotes are short." for word in ("one", "two"))
    sections, _ = skeleton(nested)

    assert headings_of(sections) == list(UNLIKE)


def test_without_a_title_there_is_nothing_to_stand_over_them():
    assert not [beat for beat in outlined(article(UNLIKE)).beats if beat.is_sectioned]


def test_most_sections_must_have_a_sentence_to_show():
    empty = ("Why?", "Why not?", "See the photo.", "Straw saves 40 litres a week on every bed.")

    assert skeleton(article(UNLIKE, empty)) == (None, None)


def test_a_section_says_more_than_its_heading_again():
    sections, _ = skeleton(
        article(UNLIKE, ("Rain barrels rain. Rain fills a barrel of 200 litres in autumn.", *BODIES[1:]))
    )

    assert "Rain barrels\nRain fills a barrel" in sections.text


def test_the_last_sections_may_stay_away_but_never_all_but_two():
    (beat,) = [beat for beat in outlined(article(UNLIKE), "Saving water").beats if beat.is_titled]

    assert [len(one.items) for one in beat.tellings if one.is_sectioned] == [4, 3]


# ---- headings of one kind


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (ALIKE, "en"),
        (("Don’t stop early", "Never start at noon", "Always share a pump"), "en"),
        (("Regen auffangen", "Beete tief anlegen", "Stroh streuen"), "de"),
        (("Sammeln Sie Regen", "Decken Sie Beete", "Pflegen Sie Pumpen"), "de"),
        (("Recoger la lluvia", "Cavar hondo", "Cubrir con paja"), "es"),
        (("Récupérer la pluie", "Creuser profond", "Couvrir de paille"), "fr"),
        (("Raccogliere la pioggia", "Scavare a fondo", "Coprire con paglia"), "it"),
        (("Собирать дождь", "Копать глубже", "Накрывать соломой"), "ru"),
    ],
)
def test_headings_of_one_kind_are_a_list_by_themselves(headings, language):
    bodies = BODIES if language == "en" else [""] * 4
    text = article(
        headings, [body or f"{heading}: 40 {heading[-4:]}." for heading, body in zip(headings, bodies, strict=False)]
    )
    lists = [beat for beat in outlined(text, "Holm 2027", language=language).beats if beat.is_titled]
    labels = [one for beat in lists for one in beat.tellings if not one.is_sectioned]

    assert [headings_of(one) for one in labels] == [list(headings)]


@pytest.mark.parametrize(
    "headings", [UNLIKE, ("Collect the rain", "Build deep beds", "Straw", "Pumps")], ids=["unlike", "two alike"]
)
def test_others_are_told_by_sections_only(headings):
    _, labels = skeleton(article(headings))

    assert labels is None


def test_questions_are_no_list_of_labels():
    _, labels = skeleton(article(("Save the rain?", "Build deep beds?", "Cover your beds?", "Share a pump?")))

    assert labels is None


# ---- numbers


def numbers(headings, order) -> list[str]:
    return [f"{number}. {heading}" for number, heading in zip(order, headings, strict=True)]


def test_numbered_headings_keep_their_numbers():
    text = article(numbers(UNLIKE, (1, 2, 3, 4)))
    found = texts(read(text, "4 ways to save water"))

    assert any("1. Rain barrels" in one and "4. Pumps for all" in one for one in found)
    # what is numbered comes whole or not at all
    assert not [one for one in found if "1. Rain barrels" in one and "2. Deep beds" in one and "4. Pumps" not in one]


@pytest.mark.parametrize(
    "order", [(4, 3, 2, 1), (1, 2, 4, 5), (2, 3, 4, 5), (1, 1, 2, 3)], ids=["countdown", "gap", "no first", "twice"]
)
def test_a_countdown_and_half_a_list_are_refused(order):
    text = article(numbers(UNLIKE, order))

    assert skeleton(text) == (None, None)
    assert not [one for one in texts(read(text, "Ways to save water")) if re.search(r"^\d\. ", one, re.MULTILINE)]


@pytest.mark.parametrize(
    ("title", "is_promise"),
    [
        ("5 ways to save water", True),
        ("Five ways to save water", True),
        ("The 5 best ways to save water", True),
        ("5 simple steps to save water", True),
        ("Fünf Tipps für den Garten", True),
        ("Four dead after ferry strikes", False),
        ("5 boats sank at Holm", False),
        ("Water", False),
    ],
)
def test_a_number_of_tips_is_a_promise_and_one_of_boats_is_none(title, is_promise):
    assert is_promise == is_list_title(title)


@pytest.mark.parametrize(
    "headings", [ALIKE, UNLIKE, numbers(UNLIKE, (1, 2, 3, 4))], ids=["alike", "unlike", "numbered"]
)
@pytest.mark.parametrize(("title", "is_kept"), [("4 ways to save water", True), ("5 ways to save water", False)])
def test_a_promised_number_opens_only_what_delivers_it(title, is_kept, headings):
    opened = 0
    for draft in drafts(read(article(headings), title)).values():
        whole = "\n".join(post.text for post in draft.posts)
        if title in draft.posts[0].text:
            opened += 1

            assert all(re.sub(r"^\d\. ", "", heading) in whole for heading in headings), draft

    assert bool(opened) == is_kept


def test_a_thread_that_promises_steps_has_them_all():
    tips = [f"{number}. {heading}" for number, heading in enumerate(("Rake", "Dig", "Sow", "Wet", "Weed"), start=1)]
    posts = compose(read(article(tips), "5 steps to a bed of beans"), "x", format="thread").posts

    assert posts[0].text.startswith("5 steps")
    assert all(any(step in post.text for post in posts) for step in tips)


# ---- how much of each section

OTHERS = (
    "Lids of wood keep leaves and mosquitoes out of it.",
    "Beds of sand lose it in two.",
    "Old hay does the same for a week.",
    "Pumps of the town may be borrowed on Sundays.",
)


def tellings_of(text: str):
    beat = next(beat for beat in outlined(text, "Saving water in Holm").beats if beat.is_titled)
    return [one for one in beat.tellings if one.is_sectioned]


def test_a_section_is_told_with_what_follows_or_with_another_of_its_sentences():
    pairs = [f"{one} {two}" for one, two in zip(BODIES, OTHERS, strict=False)]
    longest, *_ = tellings_of(article(UNLIKE, pairs))

    assert [text.count("\n") for text in longest.text.split("\n\n")] == [1, 1, 1, 1]
    for pair in pairs:
        assert pair in longest.text


def test_rather_less_of_a_section_than_fewer_sections():
    pairs = [f"{one} {two}" for one, two in zip(BODIES, OTHERS, strict=False)]
    told = tellings_of(article(UNLIKE, pairs))
    lengths = [len(one.text) for one in told]

    assert lengths == sorted(lengths, reverse=True)
    assert [len(one.items) for one in told] == [4, 4, 4, 4, 4, 3]
    assert [sum(pair in one.text for pair in pairs) for one in told] == [4, 3, 2, 1, 0, 0]


def test_what_the_author_says_as_i_stands_in_no_section():
    spoken = "I have carried 900 cans of water to my own barrels and beds."
    told = tellings_of(article(UNLIKE, [f"{spoken} {BODIES[0]}", *BODIES[1:]]))

    assert all(spoken not in one.text for one in told)

    # and a section that says nothing else is left out: nobody would know whose "I" it is
    (only, *_) = tellings_of(article(UNLIKE, [spoken, *BODIES[1:]]))
    assert headings_of(only) == list(UNLIKE[1:])
    assert spoken not in only.text


def test_a_section_whose_own_words_say_nothing_is_told_by_its_subsections():
    text = article(("Rain barrels", *UNLIKE[1:]), ["How so?\n\n### In autumn\n\n" + BODIES[0], *BODIES[1:]])

    assert f"Rain barrels\n{BODIES[0]}" in tellings_of(text)[0].text


def test_what_a_heading_names_is_understood_under_it():
    fell = "If the barrel freezes in January, its wood breaks and 200 litres are lost."
    text = article(UNLIKE, [f"Every garden has a barrel. {fell}", *BODIES[1:]])

    assert fell in tellings_of(text)[0].text


def test_what_the_hook_tells_of_a_section_takes_that_section_away_and_no_other():
    outline = outlined(article(UNLIKE), "Saving water in Holm")
    beat = next(beat for beat in outline.beats if beat.is_titled)
    start = outline.article.text.index(BODIES[1])

    left = untold(beat, [Span(start, start + len(BODIES[1]))])

    assert left is not None
    assert headings_of(left.tellings[0]) == [UNLIKE[0], *UNLIKE[2:]]
    assert untold(beat, [Span(0, len(outline.article.text))]) is None


def test_what_says_what_to_do_is_told_first_of_a_section():
    told = "Norrby has had barrels since 1920, and the oldest of them stands at the school."
    advice = "You should clean a barrel of 200 litres once a year."
    text = article(UNLIKE, [f"{told} {advice}", *BODIES[1:]])

    assert advice in tellings_of(text)[-1].text
    assert told not in tellings_of(text)[-1].text


def test_a_statement_of_a_section_stands_in_it_and_not_behind_the_last_one():
    loose = "Without rain for two weeks, a barrel of 200 litres could be lost to the sun and its wood to the worms."
    bodies = [
        f"{BODIES[0]} {OTHERS[0]}\n\nIn May the barrels of Holm are full, as a rule.\n\n{loose} But a lid saves it.",
        *[f"{one} {two}" for one, two in zip(BODIES[1:], OTHERS[1:], strict=False)],
    ]
    summary = read(article(UNLIKE, bodies), "Saving water in Holm")
    text = drafts(summary)["linkedin", "post"].posts[0].text
    lines = text.split("\n")

    assert UNLIKE[3] in lines
    for line in lines[lines.index(UNLIKE[3]) + 1 :]:
        assert "barrel" not in line


# ---- under a heading that asks

ASKED = {
    "Who may borrow a barrel?": "Every gardener of Holm may borrow one barrel. A card is free.",
    "What does it cost?": "Borrowing costs nothing. A lost barrel costs 12 crowns, and a torn lid may cost 4.",
    "When does the cart come?": "The cart comes to each garden twice a month, on Mondays between 14:00 and 17:00.",
    "Who mends a barrel?": "The school of Holm mends barrels of all kinds on Fridays.",
}


def test_the_first_sentence_answers_and_no_other():
    text = "Holm lends 40 barrels.\n\n" + "\n\n".join(f"## {asked}\n\n{told}" for asked, told in ASKED.items())
    sections = tellings_of(text)

    for telling in sections:
        for asked, told in ASKED.items():
            after = telling.text.partition(f"{asked}\n")[2]
            assert not after or after.startswith(told.split(".")[0])
    assert all(asked in sections[0].text for asked in ASKED)


def test_a_post_with_an_introduction_keeps_all_questions():
    text = "Holm lends 40 barrels to all its gardens since May.\n\n"
    text += "\n\n".join(f"## {asked}\n\n{told}" for asked, told in ASKED.items())
    told = drafts(read(text, "Questions on the barrels of Holm"))["linkedin", "post"].posts[0].text

    assert all(asked in told for asked in ASKED)


@pytest.mark.parametrize(
    ("items", "told"),
    [
        (
            "- Create a plan of all beds first. It saves a day.\n- Take the time to ask the neighbours.\n",
            "Create a plan of all beds first. Take the time to ask the neighbours.",
        ),
        # What says "we" is not the account's own.
        ("- We create a plan of all beds first.\n- We ask for a key.\n", "Ida Marlow shared tips for other gardens."),
        ("", "Ida Marlow shared tips for other gardens."),
    ],
)
def test_a_section_that_only_announces_its_list_tells_the_first_of_it(items: str, told: str):
    text = f"{article(UNLIKE[:3])}\n\n## Tips for others\n\nIda Marlow shared tips for other gardens.\n\n{items}"
    sections, _ = skeleton(text)

    assert f"Tips for others\n{told}" in sections.text


def test_the_lead_of_an_article_is_told_under_its_headline():
    lead = (
        "The harbour of Norrby is pleased to announce a contract with the town of Holm to launch a night ferry, which "
        "carries forty cars and two hundred passengers across the sound."
    )
    text = f"{lead}\n\nThe sound has been crossed by boats since 1920.\n\nTickets cost 4 crowns on weekdays."

    assert lead in compose(read(text, "Night ferry launched by Norrby and Holm"), "linkedin").posts[0].text


def test_an_author_is_named_again_where_something_stands_between():
    said = ("The nets of Norrby hold for twenty years, and each has 4,000 knots.", "Holm buys 900 nets a year.")
    own = ("I have mended nets in Norrby since 1998.", "I may teach two pupils from Holm in 2031.")
    text = "\n\n".join([own[0], *said, own[1], "I sold 300 lamps to the fishers of Tarn in May."])
    post = compose(read(text, "The nets of Norrby", byline="Ada Vane"), "linkedin").posts[0].text
    lines = post.split("\n\n")
    for before, line in pairwise(lines):
        if "“" in line:
            assert line.startswith("Ada Vane: ") is not before.startswith(("Ada Vane: ", "“")), post
    assert sum("“" in line for line in lines) > 1


# ---- the point of a section


POINTED = """\
## {title_one}

Thieves took nine bicycles from the yards of Holm in a single night. To prevent this, lock the shed with a steel bar.

## {title_two}

The workshop was founded in 1912 by two brothers from the coast. Ask the neighbours before you paint a frame.

## {title_three}

Rust begins where the paint is scratched by gravel. A drop of oil on the chain helps to keep the water out.

## {title_four}

A steamer brought forty crates from the mainland in the spring of 1890.
"""
TITLES = {
    "title_one": "Sheds and yards",
    "title_two": "Painting a frame",
    "title_three": "Rust on the chain",
    "title_four": "How they came",
}
NUMBERED = {name: f"{number}. {title}" for number, (name, title) in enumerate(TITLES.items(), start=1)}


def test_a_section_is_told_by_what_to_do_rather_than_by_what_leads_up_to_it():
    beat = outlined(POINTED.format(**TITLES), "Keeping a bicycle in Holm").beats[0]
    whole, *shorter = [telling.text for telling in beat.tellings if telling.is_sectioned]

    # the theft with what helps against it, or only that
    assert "in a single night. To prevent this, lock the shed" in whole
    assert "Painting a frame\nAsk the neighbours before you paint a frame." in shorter[-1]
    assert all("night." not in text or "To prevent this, lock" in text for text in shorter)


def test_beside_sections_with_a_point_one_without_is_left_out():
    sections, _ = skeleton(POINTED.format(**TITLES), "Keeping a bicycle in Holm")

    assert headings_of(sections) == ["Sheds and yards", "Painting a frame", "Rust on the chain"]


def test_numbered_sections_come_all():
    sections, _ = skeleton(POINTED.format(**NUMBERED), "Keeping a bicycle in Holm")

    assert headings_of(sections) == list(TITLES.values())


def test_numbered_sections_stand_under_the_title_where_the_hook_does_not_say_it():
    told = compose(read(POINTED.format(**NUMBERED), "Keeping a bicycle in Holm"), "linkedin").posts[0].text
    above, mark, _ = told.partition("1. Sheds and yards")

    assert mark
    assert "Keeping a bicycle in Holm" in above


def test_a_heading_that_only_sums_up_is_no_section():
    sections, _ = skeleton(article([*UNLIKE, "Conclusion: water for all"]))

    assert headings_of(sections) == list(UNLIKE)


@pytest.mark.parametrize(
    ("headings", "language"),
    [
        (("Collecting rain", "Building beds", "Covering beds"), "en"),
        (("Recogiendo la lluvia", "Cavando hondo", "Cubriendo con paja"), "es"),
        (("雨水を集めよう", "畑を深く作ろう", "わらで覆いましょう"), "ja"),
    ],
)
def test_headings_that_name_topics_are_no_list_by_themselves(headings, language):
    found = outlined(article(headings), "Wasser", language=language).beats

    assert not [one for beat in found for one in beat.tellings if beat.is_titled and not one.is_sectioned]


# ---- where little is read


@pytest.mark.parametrize(
    ("title", "is_sectioned"),
    [("Keeping a bicycle in Holm", True), ("My tips for keeping a bicycle in Holm", False)],
)
def test_sections_to_the_point_stand_for_headings_that_announce_no_tips(title, is_sectioned):
    headings = {
        "title_one": "Lock the shed",
        "title_two": "Ask before you paint",
        "title_three": "Keep the chain from rust",
        "title_four": "Remember how they came",
    }
    told = compose(read(POINTED.format(**headings), title), "instagram").posts[0].text

    assert ("the neighbours before you paint a frame." in told) is is_sectioned


def test_a_heading_that_asks_opens_with_its_answer_and_not_with_its_sections():
    text = POINTED.format(**{**TITLES, "title_one": "Why do bicycles leave Holm at night?"})
    summary = read(text, "Keeping a bicycle in Holm")
    for key in ("linkedin", "instagram"):
        told = compose(summary, key).posts[0].text

        assert told.count("Why do bicycles leave Holm at night?") <= 1
        assert "night?\n\nPainting" not in told


# ---- beside the sections


def test_what_belongs_to_a_section_that_is_left_out_is_left_out_with_it():
    orphan = "Boats of Holm may sink in a storm, and that risk cannot be insured by anybody in the town."
    text = POINTED.format(**TITLES) + f"\n{orphan}\n"
    told = [compose(read(text, "Keeping a bicycle in Holm"), key).posts[0].text for key in ("linkedin", "instagram")]

    sectioned = [one for one in told if "Rust on the chain" in one]
    assert sectioned
    assert not any(orphan in one and "How they came" not in one for one in sectioned)


def test_the_list_that_the_title_promises_is_a_post_by_itself():
    books = "".join(
        f"- **The book of {what} by {who} {who}son:** It is told by somebody who has seen it.\n"
        for what, who in (("boats", "Ada"), ("nets", "Ida"), ("lamps", "Ole"))
    )
    talk = "I have read two other books in my life, and I still know where I read them on the quay of Holm. " * 3
    text = f"{talk}\n\nHere they are:\n\n{books}"
    told = compose(read(text, "Three books on quays and harbours", byline="Ada Vane"), "linkedin").posts[0].text

    assert "lamps by Ole" in told
    assert "I have read" not in told


@pytest.mark.parametrize(
    "heading",
    ["Explore more definitions of beds", "Learn more about barrels", "Questions to beds@example.org"],
)
def test_a_heading_that_leads_to_another_page_is_no_section(heading):
    sections, _ = skeleton(article([*UNLIKE, heading]))

    assert headings_of(sections) == list(UNLIKE)


def test_the_same_question_to_everybody_parts_nothing():
    told = outlined(article(["What is your favourite bed?"] * 4), "Saving water in Holm").beats

    assert not any(beat.is_sectioned for beat in told)


def test_a_list_of_nothing_but_names_says_little():
    names = "- Ada Vane (elected)\n- Ida Marlow (elected)\n- Ole Berg (appointed)\n"
    wishes = "- A boat for the ferry\n- A lamp for the quay\n- Rope for two years\n"
    text = (
        "The harbour of Norrby looks for people.\n\n"
        f"The terms of these members of the harbour end:\n\n{names}\nWhat the harbour needs:\n\n{wishes}"
    )
    worths = {
        beat.label.split()[-1]: beat.worth for beat in outlined(text, "The harbour of Norrby").beats if beat.is_list
    }

    assert worths["end"] < worths["needs"] - 1


@pytest.mark.parametrize(
    "title", ["Keeping a bicycle in Holm with these four rules", "Keeping a bicycle in Holm: 4 rules"]
)
def test_where_the_title_speaks_of_so_many_all_are_told(title):
    sections, _ = skeleton(POINTED.format(**TITLES), title)

    assert headings_of(sections) == list(TITLES.values())


def test_the_steps_of_a_how_to_are_what_it_says_to_do_and_all_of_them():
    steps = {"title_one": "Lock the shed", "title_two": "Ask before you paint", "title_three": "Keep the rust away"}
    text = POINTED.format(**steps, title_four="What if it rains?")
    sections, labels = skeleton(text, "How to keep a bicycle for ten years")

    assert headings_of(sections) == list(steps.values())
    assert headings_of(labels) == list(steps.values())


def test_a_warning_goes_with_no_section():
    warning = "Warning: old lamps contain mercury, and a broken one may poison a child."
    # it stands under a heading that has no point, which is left out
    text = POINTED.format(**TITLES) + f"\n{warning}\n"
    told = compose(read(text, "Keeping a bicycle in Holm"), "linkedin").posts[0].text

    assert warning in told
    assert "How they came" not in told


@pytest.mark.parametrize("key", ["linkedin", "facebook"])
def test_the_title_stands_over_numbered_sections_once(key: str):
    lines = "Sheds, frames and chains of Holm: what nine thefts and two brothers taught a town about bicycles."
    for description in ("", lines):
        summary = read(POINTED.format(**NUMBERED), "Keeping a bicycle in Holm", description=description)
        told = compose(summary, key).posts[0].text
        above = told.partition("1. Sheds and yards")[0]

        assert above.count("Keeping a bicycle in Holm") == 1, told


def test_a_section_that_says_as_much_takes_the_descriptions_place():
    description = "A drop of oil on the chain keeps the water out of a bicycle."
    outline = outlined(POINTED.format(**TITLES), "Keeping a bicycle in Holm", description=description)
    sections, beat = outline.beats[0], described(outline)
    material = cast("Material", SimpleNamespace(article=outline.article))

    assert beat is not None
    assert is_told_in(sections, beat, material)
    assert not any(is_told_in(sections, one, material) for one in outline.beats)


def test_where_little_is_read_the_tips_of_the_title_stand_alone():
    headings = {"title_one": "Lock the shed", "title_two": "Ask before you paint", "title_three": "Keep the chain dry"}
    lead = "The town of Holm has 900 bicycles and one workshop, which was founded in 1912.\n\n"
    text = lead + POINTED.format(**headings, title_four="Remember the crates")
    summary = read(text, "Tips for keeping a bicycle in Holm")

    assert "900 bicycles" not in compose(summary, "instagram").posts[0].text.partition("Lock the shed")[2]
    assert all(heading in compose(summary, "instagram").posts[0].text for heading in headings.values())


def test_a_section_that_only_announces_something_is_none():
    bodies = [*BODIES[:3], "There was a pump called Ada.", BODIES[4]]
    sections, _ = skeleton(article(["Rain barrels", "Deep beds", "Straw on beds", "A pump", "Walls and shade"], bodies))

    assert headings_of(sections) == ["Rain barrels", "Deep beds", "Straw on beds", "Walls and shade"]
