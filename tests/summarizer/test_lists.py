from __future__ import annotations

import tomllib

import pytest

from repurpose import parse_article, summarize
from repurpose.model import KeyPointKind
from tests.corpus import ROOT

CASES = tomllib.loads((ROOT / "tests/cases/summarizer/lead_ins.toml").read_text(encoding="utf-8"))["case"]
LISTS = (KeyPointKind.LIST, KeyPointKind.STEP)


def lists_in(markdown: str, title: str = "A town and its harbour"):
    article = parse_article(markdown, format="markdown", title=title, language="en")
    return [point for point in summarize(article, limit=12).key_points if point.kind in LISTS]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_list_gets_the_label_of_its_own_lead_in(case):
    found = lists_in(f"{case['paragraph']}\n\n- Quays and cranes\n- Boats and nets\n")

    assert case["label"] == (found[0].renditions[0].text if found else "")


def test_conditions_of_an_item_survive_at_every_level_but_the_labels():
    text = (
        "What changes on the island:\n\n"
        "- Ferry: The ferry stays free for everybody who lives on the island — except on Sundays.\n"
        "- Market: The market opens at the new square in May — if the council agrees.\n"
        "- Parking: Cars may stay in the square for the whole day; on market days all cars are towed.\n"
    )
    (point,) = lists_in(text)
    for rendition in point.renditions:
        if "labels only" not in rendition.edits:
            told = " ".join(item.text for item in rendition.items)

            assert all(limit in told for limit in ("except on Sundays", "if the council agrees", "are towed"))


def test_steps_come_whole_or_as_labels():
    text = (
        "The steps:\n\n"
        "1. Mix. Stir for a minute. Then wait for ten.\n"
        "2. Bake. Heat the oven. Bake for twenty minutes.\n"
    )
    (point,) = lists_in(text, title="How to bake flat bread")

    assert point.kind is KeyPointKind.STEP
    assert [one.edits for one in point.renditions] == [(), ("labels only",)]
    assert "Bake for twenty minutes" in point.renditions[0].items[1].text


def test_numbered_headings_deliver_what_the_title_promises():
    tips = "\n\n".join(f"## {n}. Save water in way {n}\n\nA short text stands here for it." for n in range(1, 5))

    assert len(lists_in(tips, title="4 ways to save water")[0].renditions[0].items) == 4
    assert lists_in(tips, title="15 ways to save water") == []


def test_a_countdown_is_not_renumbered():
    tips = "\n\n".join(f"## {n}. Save water in way {n}\n\nA short text stands here for it." for n in (4, 3, 2, 1))

    assert lists_in(tips, title="The best ways to save water") == []


@pytest.mark.parametrize(
    ("language", "paragraph", "label"),
    [
        ("es", "Algunos ejemplos:", ""),
        ("es", "El huerto cambia con la estación. Algunos ejemplos:", "El huerto cambia con la estación."),
        ("de", "Hast Du:", ""),
        ("hi", "कुछ उदाहरणों में शामिल हैं:", ""),
        ("ko", "예시입니다:", ""),
        ("fr", "La médiathèque prévoit deux nouveautés:", "La médiathèque prévoit deux nouveautés\u00a0:"),
        ("ja", "組合は今後一年で次の二つに取り組む。", "組合は今後一年で次の二つに取り組む。"),
        ("ko", "조합은 하반기에 두 가지를 준비하고 있다.", "조합은 하반기에 두 가지를 준비하고 있다."),
        ("ja", "商店街に新しい店が十五軒も開いた。", ""),
        ("ar", "أما القواعد فهي ثلاث:", "أما القواعد فهي ثلاث:"),
    ],
)
def test_lead_ins_of_other_languages(language, paragraph, label):
    text = f"{paragraph}\n\n- Quays and cranes\n- Boats and nets\n"
    article = parse_article(text, format="markdown", title="A town", language=language)
    found = [point for point in summarize(article, limit=12).key_points if point.kind in LISTS]

    assert label == (found[0].renditions[0].text if found else "")


@pytest.mark.parametrize(
    ("lead", "is_kept"), [("In Norrby:", False), ("In Norrby we will:", True), ("Norrby has:", True)]
)
def test_where_alone_is_no_lead_in(lead: str, is_kept: bool):
    found = lists_in(f"One problem remains.\n\n**{lead}**\n\n- open the quay\n- close the harbour road\n")

    assert bool(found) is is_kept


@pytest.mark.parametrize(
    ("lead", "is_kept"),
    [("The town hopes that this solution would bring:", False), ("The town hopes that a quay would bring:", True)],
)
def test_a_lead_in_that_points_back_stands_over_no_list(lead: str, is_kept: bool):
    found = lists_in(f"One problem remains.\n\n{lead}\n\n- boats of all kinds\n- work for forty people\n")

    assert bool(found) is is_kept


@pytest.mark.parametrize(
    ("lead", "label"),
    [
        ("As we looked back, we wanted to share a few lessons we learned at the quay:", "Lessons learned at the quay:"),
        ("We laid out the ground rules:", "The ground rules:"),
        ("I’d like to offer five tips for young boat builders:", "Five tips for young boat builders:"),
        # what is offered to somebody is not over the list, and what is still ours is quoted
        ("We recommend that you:", "We recommend that you:"),
        ("We collected all that our neighbours gave us:", "We collected all that our neighbours gave us:"),
        # nor without what it holds under
        ("For children we offer the following tips:", "For children we offer the following tips:"),
        ("We want to offer fewer boats:", "We want to offer fewer boats:"),
    ],
)
def test_what_its_author_shares_stands_over_the_list_without_the_author(lead: str, label: str):
    items = "".join(f"- mend the {thing} first\n" for thing in ("net", "oar", "sail", "lamp", "pump"))
    found = lists_in(f"The quay of Norrby is old.\n\n{lead}\n\n{items}")

    assert [one.renditions[0].text for one in found] == [label]


@pytest.mark.parametrize(
    ("language", "lead"),
    [
        ("en", "Additional resources on boats:"),
        ("en", "Links that show how boats are built:"),
        ("de", "Weitere Informationen:"),
        ("es", "Más recursos sobre barcos:"),
        ("fr", "Plus d’informations :"),
        ("pt", "Outros links:"),
    ],
)
def test_what_may_be_looked_up_elsewhere_is_no_list(language: str, lead: str):
    text = f"# Boats\n\nOne problem remains.\n\n{lead}\n\n- The Quay at Night\n- Nets and Ropes\n- Ten Cranes of Tarn\n"
    article = parse_article(text, format="markdown", title="Boats", language=language)

    assert not [point for point in summarize(article, limit=12).key_points if point.kind in LISTS]


def test_days_under_which_stands_what_is_due_are_no_list():
    lead = "What the harbour closes:\n\n"
    days = ("May 7, 2033", "June 9, 2033", "July 3, 2033")

    assert not lists_in(lead + "".join(f"- {day}\n  - The quay of Norrby is closed\n" for day in days))
    assert lists_in(lead + "".join(f"- {day}: The quay of Norrby is closed\n" for day in days))


BOOKS = (
    "<ul><li><b>The Quay at Night</b> by Ada Vane<br>Somebody has to light the lamps of a quay.</li>"
    "<li><b>Nets</b> by Ole Brook<br>Nets are knotted by hand in every harbour of the book.</li>"
    "<li><b>Ten Cranes</b> by Ida Marlow<br>{0}The cranes of Norrby carry coal on Mondays.</li></ul>"
)


@pytest.mark.parametrize(
    ("title", "lead", "is_kept"),
    [
        ("Three of the best books on harbours", "Here they are:", True),
        # Nothing says that it is those.
        ("Three of the best books on harbours", "", False),
        ("Four of the best books on harbours", "Here they are:", False),
        ("The best books on harbours", "Here they are:", False),
    ],
)
def test_what_the_title_promises_is_listed_under_it(title: str, lead: str, is_kept: bool):
    article = parse_article(
        f"<h1>{title}</h1><p>A harbour has many lamps. {lead}</p>{BOOKS.format('')}", format="html", language="en"
    )
    found = [point for point in summarize(article, limit=12).key_points if point.kind in LISTS]

    assert [one.renditions[0].text for one in found] == ([f"{title}:"] if is_kept else [])
    if is_kept:
        assert [item.text for item in found[0].renditions[-1].items] == [
            "The Quay at Night by Ada Vane",
            "Nets by Ole Brook",
            "Ten Cranes by Ida Marlow",
        ]


@pytest.mark.parametrize("more", ["See #harbourfolk. ", "See https://example.org/a. "])
def test_an_address_in_an_item_leaves_the_levels_without_it(more: str):
    text = f"<h1>Three of the best books on harbours</h1><p>Here they are:</p>{BOOKS.format(more)}"
    (point,) = summarize(parse_article(text, format="html", language="en"), limit=12).key_points
    told = "\n".join(item.text for rendition in point.renditions for item in rendition.items)

    assert more.split()[1].rstrip(".") not in told
    assert "Ten Cranes by Ida Marlow: The cranes of Norrby carry coal on Mondays" in told


def test_a_label_that_is_a_sentence_keeps_its_own_mark():
    text = (
        "港には三つの決まりがある：\n\n- **毎朝七時に開けること**。休みの日は自由。\n"
        "- **網は元に戻すこと**。濡れたままでよい。\n- **隣の船に声をかけること**。誰も調べない。\n"
    )
    article = parse_article(text, format="markdown", title="港の決まり", language="ja")
    (found,) = [point for point in summarize(article, limit=12).key_points if point.kind in LISTS]

    assert found.renditions[0].items[0].text.startswith("毎朝七時に開けること。休み")


def test_items_end_alike():
    text = (
        "What to do with a boat in May:\n\n- Paint the hull before it is warm in the sun. It takes two days.\n"
        "- Mend the sails with a strong thread\n"
        "- Check the mooring before you leave the quay. The tide is strong in May.\n"
    )
    [point] = lists_in(text)

    assert [item.text[-1] for item in point.renditions[0].items] == [".", ".", "."]


def test_a_label_alone_stands_beside_no_whole_line():
    text = (
        "What comes next at the harbour:\n\n- **Jan 3:** a call for boats\n- middle of January: the boats are counted\n"
        "- **Feb:** the harbour master names the best one\n"
    )
    [point] = lists_in(text)

    assert not any(item.text in ("Jan 3", "Feb") for one in point.renditions for item in one.items)


@pytest.mark.parametrize("cited", ["doi 10.5281/zenodo.1198732", "ISBN 978-3-16-148410-0"])
def test_works_that_are_cited_are_no_list(cited: str):
    text = f"Records of the harbour:\n\n- Ada Vane, The harbour, {cited}\n- Ida Marlow, The ferry, {cited}\n"

    assert lists_in(text) == []
    assert lists_in(text.replace(cited, "a book of the town")) != []


WAYS = "\n\n".join(
    f"## {name}\n\nBoats of Norrby stand out by their {name.lower()}, which forty people of Norrby look after."
    for name in ("Lamps", "Painted sails", "Clean ropes", "Flags")
)


@pytest.mark.parametrize(
    ("title", "is_list"),
    [
        ("Four ways to make a boat stand out", True),
        ("The Harbour Corner: Four ways to make a boat stand out", True),
        ("Three ways to make a boat stand out", False),
        ("Four dead after a boat sinks at Norrby", False),
        ("How to make a boat stand out", False),
    ],
)
def test_as_many_headings_as_the_title_promises_are_its_list(title: str, is_list: bool):
    found = [item.text for point in lists_in(WAYS, title) for item in point.renditions[-1].items]

    assert (found == ["Lamps", "Painted sails", "Clean ropes", "Flags"]) is is_list


@pytest.mark.parametrize("lead", ["Additional sources of funding:", "Links to the past:", "More work for the harbour:"])
def test_what_only_begins_like_further_reading_is_a_list(lead: str):
    assert lists_in(f"One problem remains.\n\n{lead}\n\n- The quay of Norrby\n- Nets and ropes\n- Ten cranes of Tarn\n")


def test_tips_with_something_under_each_are_a_list():
    tips = ("Mend the net first", "Oil the lamps at noon", "Dry the sails in a shed")

    assert lists_in("What to do in spring:\n\n" + "".join(f"- {tip}\n  - It rots otherwise\n" for tip in tips))
