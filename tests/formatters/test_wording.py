from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repurpose.formatters.wording import breaks_ban, preferred
from repurpose.settings import Brand, Settings

PREFERRED = {
    "customers": "clients",
    "customer": "client",
    "utilise": "use",
    "sign up": "join",
    "app": "Acme app",
    "github": "GitHub",
    "US": "United States",
    "tool": "assistant",
    "engine": "motor",
    "may": "will",
    "about": "around",
    "roughly": "some",
    "two": "a pair",
    "several": "12",
    "hardly": "never",
    "likely": "sure",
    "set": "group",
    "million": "m",
    "growing": "not shrinking",
    "boss": "heads",
}


def settings(words: dict[str, str] = PREFERRED) -> Settings:
    return Settings(brand=Brand(preferred_words=words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We utilise water.", "We use water."),
        ("Our customers and the customer.", "Our clients and the client."),
        # the first letter keeps its case where a sentence or line begins
        ("Customers pay. Customers wait! Customers go? “No.”", "Clients pay. Clients wait! Clients go? “No.”"),
        ("• Customers pay\n1. Customers wait\nCustomers go", "• Clients pay\n1. Clients wait\nClients go"),
        # elsewhere a capital makes a name, and so does another one behind it
        ("They read Customers weekly.", "They read Customers weekly."),
        ("Customer Service Weekly closes.", "Customer Service Weekly closes."),
        ("CUSTOMERS FIRST", "CUSTOMERS FIRST"),
        # the brand's own capitals stay its own
        ("An app on github.", "An Acme app on GitHub."),
        ("Github grows.", "GitHub grows."),
        # a word with capitals is found as it is written
        ("The US asked us.", "The United States asked us."),
        # whole words only
        ("Customerses, precustomer, customer_id, customer-facing, non-customer.",) * 2,
        ("The customer’s tools and the customer's bill.", "The client’s tools and the client's bill."),
        ("The boss’s desk.",) * 2,
        ("They sign\nup and sign  up.", "They join and join."),
        # nothing in what the brand says itself is replaced
        ("The Acme app is an app.", "The Acme app is an Acme app."),
        # an English article goes with the sound of its word
        ("A tool and a big tool.", "An assistant and a big assistant."),
        ("An engine.", "A motor."),
        ("The data tool of a tool.", "The data assistant of an assistant."),
        # quotations stay
        ("“Our customers pay,” said the customer.", "“Our customers pay,” said the client."),
        ('"Our customers pay," said the customer.', '"Our customers pay," said the client.'),
        ("The “customers pay, and the customer too.",) * 2,
        ("He said 'our customers pay' to customers.", "He said 'our customers pay' to clients."),
        ("It’s the customers’ choice.", "It’s the clients’ choice."),
        # so do addresses, accounts and tags
        ("See customers.example.org/customer, @customers and #customers.",) * 2,
        ("Mail customer@example.org, customer.jane@example.org or jane@customer.",) * 2,
        # and what a statement hangs on
        ("Prices may rise.",) * 2,
        ("About 30 boats sank.",) * 2,
        ("It costs roughly 30 million dollars.",) * 2,
        ("The two boats, several boats.",) * 2,
        ("It hardly rains.",) * 2,
        ("Rain is likely.",) * 2,
        ("Wang is set to lead the lab with a set of tools.", "Wang is set to lead the lab with a group of tools."),
        ("The town is growing.",) * 2,
        ("", ""),
    ],
)
def test_a_text_reads_in_the_brands_words(text, expected):
    assert expected == preferred(text, settings())


def test_without_preferred_words_a_text_is_the_same():
    assert "Customers may pay." == preferred("Customers may pay.", Settings())


def test_other_languages_have_their_own_capitals_and_no_articles_of_english():
    german = settings({"Kunden": "Gäste", "Kunde": "Gast"})
    spanish = settings({"cliente": "usuario"})

    assert "Alle Gäste und ein Gast." == preferred("Alle Kunden und ein Kunde.", german, language="de")
    assert "Ayuda a usuario y a otro." == preferred("Ayuda a cliente y a otro.", spanish, language="es")
    assert "Kunden könnten warten." == preferred(
        "Kunden könnten warten.", settings({"könnten": "werden"}), language="de"
    )


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("user", "A user."),
        ("uniform", "A uniform."),
        ("European", "A European."),
        ("hour", "An hour."),
        ("heir", "An heir."),
        ("SDK", "An SDK."),
        ("URL", "A URL."),
        ("umbrella", "An umbrella."),
        ("uninvited guest", "An uninvited guest."),
        ("x-ray", "A x-ray."),
    ],
)
def test_the_article_goes_by_sound(own, expected):
    assert expected == preferred("A thing.", settings({"thing": own}))


@given(st.text(alphabet="aA tool.customer“”'\" 1US\n", max_size=80))
def test_preferring_twice_is_preferring_once(text):
    words = {"customer": "client", "tool": "assistant", "US": "United States"}
    once = preferred(text, settings(words))

    assert once == preferred(once, settings(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A real game changer.", True),
        ("A real Game-Changer.", True),
        ("#GameChanger", True),
        ("A game\nchanger", True),
        ("A game for the changers.", False),
        ("Synergies.", False),
        ("SYNERGY", True),
        ("", False),
    ],
)
def test_a_ban_holds_in_any_case_and_spacing(text, expected):
    banned = Settings(brand=Brand(banned_words=("game changer", "synergy")))

    assert expected == breaks_ban(text, banned)
    assert not breaks_ban(text, Settings())
