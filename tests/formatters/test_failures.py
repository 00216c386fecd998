"""The failures of early compositions, each on a miniature article in which it would come again."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from repurpose import hashtags
from repurpose.formatters.hooks import hooks
from repurpose.model import PLATFORMS
from tests.formatters.miniature import drafts, lines, outlined, posts, read, said, texts

MARK = re.compile(r"(?:[•-]|\d+\.) ")
LISTS = {"list", "step"}


def items(text: str) -> list[str]:
    """What stands behind the bullets and numbers of *text*."""
    return [MARK.sub("", line, count=1) for line in text.splitlines() if MARK.match(line)]


# ---- F1: over a list that has a lead-in of its own, a heading makes a false statement

BOARD = """The allotment society of Ferndale elects its board on Friday, and every member may vote in the hall.

## Vacant seats on the board

{lead}

- Ada Brookfield
- Tomas Lindqvist

Whoever wants to stand for the board can hand in a name until Thursday evening.
"""
LONG_LEAD = (
    "Since the assembly prolonged their terms in the spring after a long debate about the new rules, these two members "
    "keep their seats and are not up for election this time:"
)


def test_f1_a_list_whose_own_lead_in_is_too_long_is_dropped():
    summary = read(BOARD.format(lead=LONG_LEAD), "Ferndale elects")

    assert [item for text in texts(summary) for item in items(text)] == []


def test_f1_a_list_stands_under_its_own_lead_in_and_no_other_line():
    summary = read(BOARD.format(lead="Two members keep their seats:"), "Ferndale elects")
    whole = ["\n".join(post.text for post in draft.posts) for draft in drafts(summary).values()]
    above = [text.partition("• Ada")[0].rstrip(" 🧵\n").splitlines()[-1] for text in whole if "• Ada" in text]

    assert set(above) == {"Two members keep their seats:"}


# ---- F2: a date is no label

EVENTS = """The library bus of Norrby returns after two years, and it may stop in ten villages by autumn.

The bus stops on three days at the old station:

- 14 September 2027: A reading for children under ten, who may bring their grandparents. The bus has 30 seats for them.
- 17 October 2027: A swap of old maps from the years before the flood. Coffee and cake come from the bakery next door.
- 3 November 2027: Repairs of torn bindings by the binder of Holm. She sets her own press into the bus for everybody.
"""
TERMINE = """Der Bücherbus von Norrby fährt ab Mai wieder, und er könnte im Herbst zehn Dörfer erreichen.

Der Bus hält an drei Tagen am alten Bahnhof:

• 14. September 2027: Lesung für Kinder unter zehn Jahren, die auch ihre Großeltern in den Bus mitbringen dürfen
• 17. Oktober 2027: Tausch alter Landkarten aus den Jahren vor dem großen Hochwasser, mit Kaffee und mit Kuchen
• 3. November 2027: Reparatur zerrissener Einbände durch die Buchbinderin aus Holm, mit ihrer eigenen Presse im Bus
"""


@pytest.mark.parametrize(
    ("text", "language", "form"), [(EVENTS, "en", "markdown"), (TERMINE, "de", "text")], ids=["en", "de"]
)
def test_f2_a_date_is_told_with_what_happens_on_it(text, language, form):
    dated = [item for one in texts(read(text, "Norrby", language=language, form=form)) for item in items(one)]

    assert dated
    assert all(re.match(r"\d+\.? \w+ 2027: \w+ \w+", item) for item in dated)


# ---- F3: what stands in brackets behind every name of a list belongs to it

NAMES = """The rowing club of Ostervik has chosen its committee, and it may meet for the first time in May.

The new members of the committee:

- {0} (chosen by the juniors)
- {1} (chosen by the veterans)
- {2} (chosen by the trainers)
"""


@pytest.mark.parametrize(
    "names",
    [
        ("Ada Brookfield", "Tomas Lindqvist", "Mirela Ionescu"),
        # Long enough to be told in fewer words.
        (
            "Aleksandra Brookfield-Lindqvist of the northern boathouse",
            "Bartholomew Ionescu-Hargreaves of the southern boathouse",
            "Konstantin Papadopoulos-Marlow of the island of Holm",
        ),
    ],
    ids=["short", "long"],
)
def test_f3_what_every_item_has_in_brackets_stays(names):
    summary = read(NAMES.format(*names), "Rowers of Ostervik choose a committee")
    renditions = [one for point in summary.key_points if point.kind in LISTS for one in point.renditions]
    told = [item for text in texts(summary) for item in items(text)]

    assert renditions
    assert told
    assert all("(chosen by" in item.text for one in renditions for item in one.items)
    assert all("(chosen by" in item for item in told)


# ---- F4: nothing is cut off behind an adverb or a function word

FERRIES = """The night ferries of the coast sail again from Monday, and they may carry 400 bicycles.

What the ferries tell their riders:

- Islands: The screen tells which islands the ferry is on the way to, hopefully, including Vigo and Holm and Tarn.
- Harbours: The screen names the harbours that the ferry has just come from, mostly, which riders of every age like.
- Weather: The screen shows how the wind over the coast is going to be, roughly, so that nobody falls ill at night.

Holm is the harbour that every night ferry of the coast is on the way to, hopefully, carrying riders and bicycles.
"""


def test_f4_no_cut_leaves_a_loose_adverb_at_the_end():
    summary = read(FERRIES, "Night ferries tell their riders more")
    forms = [one.text for point in summary.key_points for one in point.renditions]
    forms += [item.text for point in summary.key_points for one in point.renditions for item in one.items]

    assert len(forms) > 3
    assert not [form for form in (*forms, *lines(summary)) if re.search(r", \w+ly[.]?$", form)]


# ---- F5: a quotation is never parted

DEPOT = """Tarn celebrates an open day on Sunday, and 400 guests may come.

**Norrby Weekly:** Tell our readers about the depot of the museum.

**Ida Marlow:** The depot of the museum in Tarn holds 40,000 things that no visitor has seen for ten years, and each \
drawer of the depot has a number, a card and a short story that was written by children of the town. But the museum of \
Tarn has no money for a lift, so visitors in a wheelchair may see only the lower hall of the depot, where boats and \
ploughs of the coast stand beside the door, and 30 of the 40 drawers stay closed.

**Norrby Weekly:** Who looks after the rooms?

**Ida Marlow:** Neighbours look after the rooms, two on every day of the week.
"""


def test_f5_every_post_closes_the_quotations_that_it_opens():
    found = texts(read(DEPOT, "Open day in Tarn"))

    assert any("Ida Marlow: “The depot" in text for text in found)
    assert [text for text in found if text.count("“") != text.count("”")] == []


# ---- F6: a section is told by a sentence of its own

TIPS = """The town library of Ferndale lends 300 tools to everybody who asks.

## 1. Know how to ask

Ask a neighbour before you take it apart, and write down what you hear.

### A note on gloves

Make sure to try both pairs of gloves for mending a bicycle, and ask for tips on how to keep each bicycle dry.

## 2. Keep a list of parts

Parts of a bicycle get lost within minutes, so write down each screw.

## 3. Clean the chain

A dirty chain ruins new cogs in about 200 kilometres.
"""


def test_f6_a_section_is_not_told_by_its_subsections():
    summary = read(TIPS, "3 tips for mending a bicycle")
    sections = [one for point in summary.key_points for one in point.renditions if "section by section" in one.edits]
    under = [second for text in texts(summary) for first, second in pairwise(text.splitlines()) if "Know how" in first]

    assert [item.text.partition("\n")[2][:15] for item in sections[0].items] == [
        "Ask a neighbour",
        "Parts of a bicy",
        "A dirty chain r",
    ]
    assert under
    assert not [line for line in under if line.startswith("Make sure to try both")]


# ---- F7: what is only the beginning of its items' sentence is no lead-in

OFFICE = """The town office of Brenning trains 60 clerks a year in plain language, and clerks may choose their course.

{lead}

- created a group for leaflets
- translated 40 forms of the town
- answered the letters of two years

Brenning has 12 clerks for letters alone.
"""


@pytest.mark.parametrize(
    ("lead", "is_told"), [("OPI:", False), ("Brenning:", False), ("Last year the office of Brenning:", True)]
)
def test_f7_a_name_alone_stands_over_no_list(lead, is_told):
    told = [item for text in texts(read(OFFICE.format(lead=lead), "Clerks in plain language")) for item in items(text)]

    assert is_told == bool(told)


def test_f7_one_word_that_names_the_items_is_enough():
    text = "Every baker of Holm may enter.\n\nIngredients:\n\n- 500 g of rye flour\n- water of the well\n- salt\n"

    assert any("Ingredients:\n• 500 g" in one for one in texts(read(text, "Bread of Holm for a week")))


# ---- F8: a list over several posts has equal parts

CELLAR = "What to keep in the cellar of the mill in Holm:\n\n{items}\n\nCrates of the mill cost 12 crowns.\n"
PLANTS = ("beans", "carrots", "leeks", "onions", "turnips", "apples", "pears", "plums")


@pytest.mark.parametrize("count", [3, 4, 5, 6, 7, 8])
def test_f8_no_item_of_a_list_stands_alone(count):
    rows = [f"- Keep the {one} in the dry cellar until the first frost has come and gone" for one in PLANTS[:count]]
    summary = read(CELLAR.format(items="\n".join(rows)), "The cellar of the mill in Holm may open in autumn")
    for (platform, form), draft in drafts(summary).items():
        parts = [len(items(post.text)) for post in draft.posts if items(post.text)]

        assert not parts or max(parts) - min(parts) <= 1, (platform, form, parts)
        assert 1 not in parts


# ---- F9: what is good for something is no statement

KILN = """The potters of Lund share one kiln, and it may burn on every Friday from May. The kiln holds 300 pots.

So for baking as many pots in the kiln of Lund as the shelves may carry in one night.

And for drawing as much heat from the kiln of Lund as 300 pots can hold.

However, for selling as many pots of Lund as the market may take on 12 Fridays.

Wood comes from the forest of Lund and costs 12 crowns for a crate.
"""


def test_f9_a_fragment_without_its_subject_is_not_told():
    summary = read(KILN, "Potters of Lund share one kiln")

    assert not [line for line in lines(summary) if re.search(r"[Ff]or (?:baking|drawing|selling)\b", line)]


# ---- F10: "This partnership" comes with what it takes up

TICKET = """The harbour of Holm and the rail company agreed on one ticket in spring. This partnership ensures that \
riders reach the ferry of Holm without a second ticket.

Riders of the night train may take a bicycle to the harbour of Holm for 12 crowns.
"""


def test_f10_what_takes_something_up_follows_on_it():
    told = texts(read(TICKET, "One ticket for train and ferry in Holm"))

    assert any("This partnership ensures" in text for text in told)
    assert not [text for text in told if "The partnership ensures" in text]
    following = re.compile(r"agreed on one ticket in spring\.\s+This")
    assert all(following.search(text) for text in told if "This partnership" in text)


# ---- F11: done here and planned there

PLANNED = "Dele Okonjo is poised to take over the old shipyard of Porthaven in May and may build 40 boats a year."
DONE = "Dele Okonjo has taken over the old shipyard of Porthaven in May and builds 40 boats a year."
YARD = """{0}

The river of Porthaven is deep enough for boats of 20 metres.

{1}

Boats of larch last for thirty years and cost 9,000 crowns each.
"""


@pytest.mark.parametrize("told", [(PLANNED, DONE), (DONE, PLANNED)], ids=["planned first", "done first"])
def test_f11_no_post_says_done_and_planned(told):
    found = texts(read(YARD.format(*told), "Dele Okonjo and the shipyard of Porthaven"))

    assert any(told[0] in text for text in found)
    assert not [text for text in found if "is poised to" in text and "has taken over" in text]


def test_f11_of_two_tellings_the_open_one_opens_better():
    sure, unsure = (
        hooks(outlined(f"Dele Okonjo {word} take over the old shipyard of Porthaven."), {})[0]
        for word in ("did", "may")
    )

    assert "may take over" in unsure.text
    assert unsure.score > sure.score


# ---- F12: under a label the sentence that says what the list is about

FOCUS = """Dele Okonjo has run the shipyard of Porthaven since May, and it may build 40 boats a year.

{said} set out her plan at the assembly of the yard. Her focus is clear:

- Safety: Work on a slip without rails is dangerous. Expect Okonjo to prioritize rails on both sides of every slip.
- Timber: Larch is costly in the north. Okonjo plans to buy larch from the forest of Porthaven.
- Training: Builders leave for the city. Okonjo aims to teach twelve of them a year.
"""


@pytest.mark.parametrize("said", ["Dele Okonjo", "Okonjo"])
def test_f12_an_item_is_told_by_what_is_planned(said):
    found = texts(read(FOCUS.format(said=said), "Okonjo runs the yard of Porthaven"))
    told = [item for text in found for item in items(text)]

    assert any("Okonjo’s focus:\n• Safety: Expect Okonjo" in text for text in found)
    assert all("Expect Okonjo to prioritize rails" in item for item in told if item.startswith("Safety: "))


# ---- F13: teasers of other articles are no news

TEASERS = """Norrby library bus returns after two years

By Ida Marlow | 3 May 2027

The library bus of Norrby returns after two years, and it may stop in ten villages by autumn. Borrowing a book costs \
nothing, and 40 volunteers drive the bus.

Readers order books on Monday and fetch them at the bus on Thursday.

{heading}

Swimming pool of Tarn closes for a year
12 June 2022
The pool of Tarn closes in July, and 900 swimmers look for another pool.

Vigo elects a mayor for the first time
4 March 2021
Voters of Vigo elected Tomas Lindqvist with 61 % of all votes.
"""


@pytest.mark.parametrize("heading", ["Related", "Related posts", "Related articles", "You may also like"])
def test_f13_nothing_is_told_of_other_articles(heading):
    summary = read(TEASERS.format(heading=heading), form="text")
    told = "\n".join(said(post) for post in posts(summary))

    assert "Norrby" in told
    assert not re.search(r"Tarn|Vigo|Lindqvist|61 %|900", told)


# ---- F14: names of two blocks make no tag

EXPRESS = """The bakery opens at six for the schools of Norrby Express

Express Ovens bake 400 loaves in an hour. Loaves are sold by Tom Neylon

The bakery may sell bread to 30 schools. Bread is bought by Norrby Express

Express Ovens cost 9,000 crowns each. Crumbs are milled by Tom Neylon

## Loaves of Norrby Express

Express Ovens waste nothing. The mill belongs to Tom Neylon

The miller of Norrby has baked since 1998.
"""


@pytest.mark.parametrize("platform", PLATFORMS)
def test_f14_the_words_of_a_tag_stand_beside_each_other_in_one_block(platform):
    summary = read(EXPRESS, "Bread for thirty schools")
    blocks = [re.sub(r"\W", "", block.span.of(summary.article.text)).casefold() for block in summary.article.blocks]
    blocks.append(re.sub(r"\W", "", summary.article.title or "").casefold())
    tags = hashtags(summary, platform)

    assert all(any(tag[1:].casefold() in block for block in blocks) for tag in tags)


# ---- beside the catalogue: an item that announces what is not told


NESTED = """The depot of Tarn opens on Sunday, and 30 visitors may enter at once.

What the depot has:

- Boats of the coast
- Drawers with things like:
    - cards
    - coins
- Ploughs
"""


def test_a_list_with_an_item_that_goes_on_elsewhere_is_dropped():
    assert [item for text in texts(read(NESTED, "The depot of Tarn")) for item in items(text)] == []
