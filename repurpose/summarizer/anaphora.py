"""
What in an English sentence points at something outside of it?

A pronoun without its noun, a definite noun that the article has introduced before, the surname of somebody who was
named in full elsewhere, a word that answers the sentence before. The article itself tells which nouns those are: "the
call" is clear until the text has spoken of a call.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

from repurpose.text.discourse import discourse
from repurpose.text.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    class Reader(Protocol):
        """Who reads a sentence, and what that reader has been told."""

        @property
        def topic(self) -> frozenset[str]:
            """Stems of what stands over the article."""

        def has_seen(self, key: str, at: int) -> bool:
            """Whether the article has used the stem *key* before offset *at*."""


__all__ = ["dangling", "introduced"]

_TIME = (
    r"(?:year|month|week|weekend|summer|winter|spring|fall|autumn|morning|afternoon|evening|season|decade|century|past|"
    r"coming|last|time)"
)
_THIS = re.compile(rf"\bthis\b(?! {_TIME}\b)", re.IGNORECASE)
_THESE = re.compile(
    r"\b(?:these|those)\b(?! (?:who|whose|that|of|with|in|from|interested|trying|affected)\b)", re.IGNORECASE
)
_CLAUSE = (
    r"(?:the|an?|we|they|you|he|she|it|i|there|is|are|was|were|have|has|will|would|can|could|may|might|of|which|many|"
    r"some|most|all|no|any|people|these|this|every|each|our|your|their|its|his|her|[A-Z]\w+|\w+s)"
)
# "of that fact", "with that growth", and "that" as a subject: not "that" before a clause of its own.
_THAT = re.compile(
    r"\b(?:with|of|for|in|on|from|between|by|at|during|after|before|about|into|like|through|under|around|behind|"
    rf"to|makes?|accept) that\b(?! {_CLAUSE}\b)"
    r"|(?:^|, |\b(?:and|but|so|think|because|know|if|since|when|where|as) )"
    r"that(?:['’]s| (?:is|was|does|means|would|will|can|could|did|doesn|isn|wasn|goes|makes|allowed|helped|led|made))\b"
    r"|\b(?:checked|tried|tested|did|do|done|doing|liked|loved|used) that (?:with|by|for|to|at|on|in)\b"
    r"|\b\w+ing that \w+[.,;]|\bthat(?=[.;:!?])"
    r"|\b(?!(?:say|said)\b)\w+ed that (?:figure|number|sum|amount|claim|report|rule|view|offer)\b"
    r"|\bthat (?:figure|number|sum|amount|ruling|claim|view|process|approach|decision|moment|point) "
    r"(?:on|in|at|by|to|was|is)\b"
    r"|\bthat (?:information|transition|functionality|conversation|experience|knowledge|principle|growth|web address)\b"
)
# A place that was told before; "there is" tells none.
_THERE = re.compile(
    r"\bthere(?=[.,;!])|(?<=\w )there (?:for|in|since|with|at|by|from|to|until|because|when|who|every|all)\b",
    re.IGNORECASE,
)
# “...,” he said: nobody knows who.
_HE_SAID = re.compile(r"[,?!.][\"”’'] (?:he|she|they) \w+", re.IGNORECASE)
_OTHERS = "same|other|others|another|former|latter|two|three|four|second|third|fourth|both|neither|each|all|one|such"
_SAME = re.compile(
    r"\bthe same\b(?!.*\bas\b)|\b(?:the|our|their|its|his|her) others?\b|^.{0,25}\banother\b(?! (?:\w+ )?than)"
    r"|\bthe (?:former|latter)\b|^the (?:second|third|fourth)\b|\ball (?:two|three|four|five|six) "
    r"|\bthe (?:two|three|four)(?=[.,;]| (?:of|are|were|have|had|will|can|agreed|met|said)\b)"
    r"|\b(?:both|neither|each) of (?:the|these|them)\b|\bone such\b"
    r"|\bsuch an? \w+(?= (?:in|at|on|by|with|is|was|has)\b|[.,;])"
    r"|\bboth (?!.*\band\b|sides|shores|hands|ends|ways|parents|directions|worlds)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"\b(?:too|either|as well|instead)[.!]$|, (?:too|then|though|however), "
    r"|(?<=\w )however (?!(?:much|many|long|often|hard|far|small|big|little)\b|\w+ (?:it|they|you|he|she|we|I)\b)"
    r"|\bis (?:no different|different|\w+er)(?=[.:;!]|$)"
)
# "If you strongly disagree, ...": with what was said before.
_ELLIPTIC = re.compile(
    r"If (?:you|they|it|he|she|so|not)(?: \w+ly)?(?: (?:agree|disagree|do|don['’]t|did|didn['’]t|can|can['’]t|are|"
    r"aren['’]t|is|isn['’]t|does|doesn['’]t|succeed|fail|must|have to))?,"
)
# So far into a sentence it has named what "these customers" or "the same" means.
_NAMED_BY = 120
_NAMING = (_THIS, _THESE, _SAME)
# Each of the patterns with words without one of which it finds nothing: a look at the words spares most searches.
_POINTING = (
    (_TRAILING, frozenset({"too", "either", "well", "instead", "then", "though", "however", "is"})),
    (_THIS, frozenset({"this"})),
    (_THESE, frozenset({"these", "those"})),
    (_THAT, frozenset({"that", "that's"})),
    (_SAME, frozenset(_OTHERS.split("|"))),
    (_THERE, frozenset({"there"})),
    (_HE_SAID, frozenset({"he", "she", "they"})),
    (_ELLIPTIC, frozenset({"if"})),
)
_HE = re.compile(r"\b(?:he|she|him|his|her|hers|himself|herself)\b", re.IGNORECASE)
_THEY = re.compile(r"\b(?:they|them|their|theirs|themselves)\b", re.IGNORECASE)
_SINGULAR_PEOPLE = frozenset(
    [
        "he",
        "she",
        "him",
        "his",
        "her",
        "hers",
        "himself",
        "herself",
        "he's",
        "she's",
        "he'd",
        "she'd",
        "he'll",
        "she'll",
    ]
)
_SEVERAL = frozenset(["they", "them", "their", "theirs", "themselves", "they're", "they've", "they'd", "they'll"])
_ITS = frozenset(["it", "it's", "it'll", "it'd", "they"])
_IT = re.compile(r"\bit\b", re.IGNORECASE)
_EMPTY_IT = re.compile(
    r"it(?:['’]s| is| was| will be| would be| can be| may be| might be| could be| has been| seems| turns| takes| took| "
    r"looks| appears| makes sense| is not| isn['’]t| wasn['’]t| doesn['’]t| does)\b[^.;]*?"
    r"\b(?:to|that|how|whether|when|if|for|like|what|why|time|days|hours|years|months|weeks|possible|clear|so|who)\b",
    re.IGNORECASE,
)
# "makes it easier to", "made it a priority to".
_MAKES = re.compile(r"\b(?:mak(?:es?|ing)|made|finds?|found|keeps?) $")
_SOMEBODY = re.compile(r"[A-Z][a-z][\w’-]*[a-z]")
_PERSON = re.compile(
    r"\b(?:an?|one|each|every|another|two|three|some|many|no)[\s-](?:[\w’'-]+\s){0,3}?"
    r"(?:m[ae]n|wom[ae]n|boys?|girls?|child|mum|mom|mother|father|dad|parent|son|daughter|wife|husband|friend|student|"
    r"tourist|client|patient|president|guest|nurse|\w+(?:[^aeiou]er|tor|ist|ian|man|woman|ee|of-one|of-two))s?\b",
    re.IGNORECASE,
)
_FUNCTION_START = re.compile(
    r"[\"“‘(]*(?:The|An?|In|When|As|If|For|But|And|So|To|At|On|After|While|Since|By|With|From|Before|During|Once|What|"
    r"How|Why|Who|Where|There|Everything|Nothing|Something|Anything|Whatever|Not|No|One|Some|Many|Most|All|Then|Now|It|This|That|These|Those)\b"
)
_SINGULAR = re.compile(
    r"\b(?:an?|the|every|each|any|our|your|my|no|one|some)\s+[\w’'-]+|(?<=[\w,] )[A-Z][\w-]+|"
    r"^[\"“‘']*[A-Z][\w.-]*(?= (?:is|was|has|had|will|can|may|\w+s|\w+ed)\b)|"
    r"\b\w+(?:tion|ment|ness|ity|ing|ship|ism|er|or|ance|ence|ware|work|age)\b"
)
_PLURAL = re.compile(
    r"\b(?!(?:was|is|has|does|this|its|his|us|as|always|sometimes|perhaps|yes)\b)[a-z]{3,}s\b"
    r"|\b(?:people|team|everyone|children|women|men|staff|police|someone|anyone|nobody|company|government|family|public|"
    r"crew|community)\b|[A-Z]\w+"
)
# An adverb has a capital at the beginning too, and is nobody.
_ADVERB = re.compile(r"^\w+ly,? ")
# "While promoting his new film, John Krasinski ..." tells who is meant right after.
_FRONTED = re.compile(
    r"(?:While|To|In|After|Before|During|With|As|Since|When|By|At|On|Despite)\b[^,]{3,90}, (?:an? |the )?"
)
# "For the staff in the offices, it saved time": the phrase in front names somebody else.
_FRONTED_IT = re.compile(r"(?:For|In|With|At|By|On|During|From|To) [^,]{3,80}, (?:it|they)\b")
_DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Ee]ach) ((?:[\w’'-]+ ){0,2}?)([A-Za-z][a-z’'-]+)"
    r"(?=[.,;:!?)”\"](?!\w)|$| (?:is|are|was|were|has|had|have|will|would|can|could|may|might|should|must|do|does|did|"
    r"and|or|but|also|isn['’]t|aren['’]t|wasn['’]t|became|began|came|went|made|took|found|grew|kept|gave|held|left|lost|met|"
    r"paid|ran|rose|fell|saw|sold|spent|stood|told|won|wrote|brought|built|cut|led|got|said|put|let|set|taken|given|seen|done|known|shown|"
    r"in person)\b"
    r"| \w+(?:s|ed)\b)"
)
_SELECTED = re.compile(r"(?:est|most|least|only|best|worst)\b")
_FIRST_LETTERS = 5


def dangling(text: str, tokens: AbstractSet[str]) -> str | None:
    """
    The words of the English sentence *text* that point at one before it; ``None`` where none does.

    *tokens* are its words in lower case.
    """
    for pattern, needed in _POINTING:
        if needed.isdisjoint(tokens) or (found := pattern.search(text)) is None:
            continue
        if found.start() <= _NAMED_BY or pattern not in _NAMING:
            return found[0].strip()
    return next(_pronouns(text, tokens), None)


def _pronouns(text: str, tokens: AbstractSet[str]) -> Iterator[str]:
    """Pronouns for which no word before them in *text* can stand."""
    if not _SINGULAR_PEOPLE.isdisjoint(tokens):
        he = _HE.search(text)
        if he is not None and not _has_somebody(text[: he.start()]):
            fronted = _FRONTED.match(text)
            if not (fronted and he.end() < fronted.end() and _SOMEBODY.match(text, fronted.end())):
                yield he[0]
    if not _SEVERAL.isdisjoint(tokens):
        they = _THEY.search(text)
        if they is not None and not _has_several(text[: they.start()]):
            yield they[0]
    if _ITS.isdisjoint(tokens):
        return
    if _FRONTED_IT.match(text) and not _EMPTY_IT.search(text):
        yield "it"
    for it in _IT.finditer(text):
        is_empty = _EMPTY_IT.match(text, it.start()) or _MAKES.search(text[: it.start()])
        if not is_empty and not _SINGULAR.search(text[: it.start()]):
            yield it[0]


def _has_several(before: str) -> bool:
    """Whether something that is several stands in *before*, what precedes a pronoun."""
    start = _FUNCTION_START.match(before) or _ADVERB.match(before)
    return _PLURAL.search(before, start.end() if start else 0) is not None


def _has_somebody(before: str) -> bool:
    """Whether a name, or a noun for a person, stands in *before*, what precedes a pronoun."""
    start = _FUNCTION_START.match(before)
    is_named = _SOMEBODY.search(before, start.end() if start else 0) is not None
    return is_named or _PERSON.search(before) is not None


def introduced(text: str, known: Reader, at: int) -> str | None:
    """A noun with "the" in the English sentence *text*, at offset *at*, that the article has introduced before it."""
    own = discourse("en")
    for match in _DEFINITE.finditer(text):
        modifiers, noun = match[1].split(), match[2]
        if noun in own.shared_nouns or not own.shared_nouns.isdisjoint(modifiers) or _SELECTED.search(match[1]):
            continue
        if _is_introduced(noun, text[: match.start()], known, at):
            return match[0]
    return None


def _is_introduced(noun: str, before: str, known: Reader, at: int) -> bool:
    """Whether only the article's reader knows the *noun*: neither the title nor the words *before* it told of it."""
    key = stem(noun)
    if key in known.topic or re.search(rf"\b{re.escape(noun[:_FIRST_LETTERS])}", before):
        return False
    return noun in discourse("en").summing_nouns or known.has_seen(key, at)
