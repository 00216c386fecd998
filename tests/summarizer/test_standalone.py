from __future__ import annotations

import pytest

from repurpose.summarizer.known import Known
from repurpose.summarizer.names import NO_NAMES
from repurpose.summarizer.standalone import is_clear, stands_alone

NOTHING = Known(frozenset(), {}, NO_NAMES)


@pytest.mark.parametrize(
    "text",
    [
        "The swimming lake at Corran opens on Saturday.",
        "A more serious concern than the rope is its price.",
        "The bridge over the Harl was still under construction in May.",
        "Members pay monthly, so their money arrived before the seed bills did.",
        "The harbour was much smaller than the lake beside it.",
        "Superintelligence without control is dangerous.",
        "Ana Brandt said that she would miss the lamp.",
        "Tickets cost 12 euros and children travel free.",
    ],
)
def test_a_whole_statement_stands_alone(text):
    assert stands_alone(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "A little of both.",
        "A more serious concern is the price of the rope.",
        "On paper it pays for itself at 60 percent use.",
        "Today 3,200 teams in 41 countries do.",
        "The harbour board of Norrby replaces that crane.",
        "The harbour was much smaller and the boats were few.",
        "He was right about that.",
        "This changes everything for the town.",
        "So why Meta, and why now?",
        "Here’s how the plan works:",
        "The roadmap is described above in detail.",
        "His mother never came back to the island.",
        "the lower half of a sentence that was cut.",
        "Not the visitors from the brochures.",
        "“We never closed, he said.",
        "Visit https://example.org for the details of it.",
        "Trains run on Sundays too.",
        "And then everything went dark...",
        "The lake opens to swimmers in May.*",
        "The lake opens to swimmers “in May.”†",
        "The lake has its times of opening for May here.",
    ],
)
def test_what_leans_on_other_sentences_does_not(text):
    assert not stands_alone(text, "en")


@pytest.mark.parametrize(
    ("language", "alone", "leaning"),
    [
        ("es", "El huerto abrió sus puertas en marzo.", "Esto cambió la vida del barrio."),
        (
            "de",
            "Das Reparaturcafé öffnet am Samstag um zehn Uhr.".replace("Das ", "Unser "),
            "Er kam am Samstag um zehn Uhr.",
        ),
        ("fr", "La médiathèque prête aussi des perceuses.", "Elle prête aussi des perceuses depuis mars."),
        ("ru", "Ночной поезд вернулся в расписание.", "Он вернулся в расписание летом."),
        ("ja", "商店街に新しい店が十五軒も開いた。", "これは組合が決めた三つの約束である。"),
        ("ar", "افتتحت المكتبة المتنقلة في الوادي.", "هذا يعني أن القرى ستنتظر طويلا."),
        ("hi", "गाँव के डाकघर में वाचनालय खुला था।", "यह गाँव के डाकघर में खुला था।"),
    ],
)
def test_each_language_has_its_own_openers(language, alone, leaning):
    assert stands_alone(alone, language)
    assert not stands_alone(leaning, language)


@pytest.mark.parametrize(
    "text",
    [
        "Earlier this month the council opened the lake.",
        "With the decision today, the lake stays open.",
        "Visitors swam in the lake yesterday.",
    ],
)
def test_what_is_true_on_one_day_only_is_not_clear(text):
    assert not is_clear(text, "en", NOTHING, 0)


def test_nowadays_is_no_day():
    assert is_clear("Today, 5,000 people live on the lake.", "en", NOTHING, 0)


def test_a_few_words_are_clear_only_with_the_titles_subject_among_them():
    known = Known(frozenset({"superintellig"}), {}, NO_NAMES)

    assert is_clear("Superintelligence without control is dangerous.", "en", known, 0)
    assert not is_clear("Our plan had said 5,000 kilos.", "en", known, 0)


def test_a_row_of_key_words_is_no_statement():
    assert not stands_alone("Darin: Helium – Neutron – Proton – Elektron – Betazerfall – Lithium.", "de")


def test_a_sentence_with_two_dashes_is_one():
    assert stands_alone("Ada Holm – seit Mai Leiterin – öffnet den Hafen am Samstag.", "de")


@pytest.mark.parametrize(
    ("text", "is_whole"),
    [
        ("Although a few of them got a frosty reception in town.", False),
        ("Although a few got a frosty reception, most boats were welcome.", True),
        ("Since 2019 the harbour has handled forty ships a day.", True),
        ("Because of the storm the harbour of Norrby was closed.", False),  # "because" answers, whatever follows
        ("Never a dull day at the harbour of old Norrby.", False),
        ("Never descale a boiler of aluminium with citric acid.", True),
        ("Rope, tar, larch, granite, iron, and oil rose by 5 percent in May.", True),
        ("Whether the two faults are connected is not known.", True),
        ("Norrby.example - A page for the boats of the old quay.", False),
        ("Rope, tar, larch, granite, iron, canvas (or linen).", False),
        ("Other boats of the harbour are painted in blue and white.", False),
        ("(The harbour office adds: two boats can help too).", False),
        ("Ada Vane paints hulls, mends the sails, and sells the nets.", True),
        ("Members of the boat club in the museum of Norrby.", False),
        ("The museum of Norrby needs and wants a new roof.", True),
        ("The pump of the harbour fails, and the water rises.", True),
        ("The old bridge over the Harl still stands.", True),
        ("(Almost) all boats of the harbour sank in May (nine of ten).", True),
        ("The crane of the harbour works and costs nothing.", True),
        ("During this time, the harbour of Norrby was closed.", False),
        ("Crews worked there for nine years in the old harbour.", False),
        ("To paint a hull, rename the boat before the paint is dry.", True),
        ("When the paint is dry, list the numbers of the boats.", True),
        ("The mayor describes such a quay in her book on harbours.", False),
    ],
)
def test_half_sentences_and_lines_of_a_row_are_no_statements(text: str, is_whole: bool):
    assert stands_alone(text, "en") is is_whole


@pytest.mark.parametrize(
    ("language", "text", "is_whole"),
    [
        ("de", "Du wirst auch ein Video von drei Minuten aufnehmen dürfen.", False),
        ("de", "Der Verein nimmt Kinder aus allen Dörfern auf und auch ihre Hunde.", True),
        ("en", "In the end it all comes down to boats and knowing yourself.", False),
    ],
)
def test_what_comes_besides_something_leans_on_it(language: str, text: str, is_whole: bool):
    assert stands_alone(text, language) is is_whole
