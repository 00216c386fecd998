"""Which sentences of other languages stand alone, and what can go from those that do not?"""

from __future__ import annotations

import pytest

from repurpose.summarizer.known import Known
from repurpose.summarizer.names import NO_NAMES
from repurpose.summarizer.openings import opening
from repurpose.summarizer.standalone import is_balanced, is_clear, stands_alone

NOTHING = Known(frozenset(), {}, NO_NAMES)

ALONE = {
    "ar": [
        "أعارت المكتبة المتنقلة 9400 كتاب خلال عامها الأول.",
        "هناك ثلاث طرق للوصول إلى القرية.",
        "معظم المشاريع لا تحتاج أبداً إلى تغيير التراخيص.",
    ],
    "de": [
        "Das Reparaturcafé öffnet am Samstag um zehn Uhr.",
        "Es gibt keine Regel, die das Rauchen am See erlaubt.",
        "Der See ist dafür bekannt, dass er im Winter zufriert.",
        "Wer ein defektes Gerät mitbringt, sollte früh kommen.",
        "„Wir öffnen im Mai“, sagt Anna Weber, Leiterin des Bades.",
        "Diese Woche öffnet das Bad schon um acht Uhr morgens.",
        "Die Wirte freuen sich über jeden Besuch im Hafen.",
        "Die letzten noch lebenden Zeugen wohnen in der Stadt Holm.",
    ],
    "es": [
        "El huerto abrió sus puertas en marzo con tres colegios.",
        "Hoy participan 3.100 alumnos de catorce colegios.",
        "Es importante regar los bancales en agosto.",
        "Después de seis años, el horno vuelve a abrir.",
        "Este año abren cuatro huertos más en el barrio.",
    ],
    "fr": [
        "La médiathèque prête aussi des perceuses.",
        "Il faut réserver les outils une semaine à l’avance.",
        "Depuis un an, la médiathèque prête des outils.",
        "Chaque outil se garde une semaine, deux si personne ne l’a réservé.",
        "Les deux tiers des emprunteurs vivent en appartement.",
        "Cette année, la médiathèque ouvre aussi le dimanche.",
    ],
    "hi": [
        "स्कूल के बच्चों से कोई शुल्क नहीं लिया जाता।",
        "देवरीपुर के डाकघर में पिछले साल एक वाचनालय खुला था।",
        "इस साल गाँव में दो नए वाचनालय खुलेंगे।",
    ],
    "it": [
        "Il forno lavora tre giorni alla settimana.",
        "È importante prenotare il pane il giorno prima.",
        "Dopo sei anni il forno di Borgoleto ha riaperto.",
        "Quest’anno il forno apre anche la domenica.",
    ],
    "ja": [
        "潮見町の商店街で、この三年の間に15軒の店が開いた。",
        "10歳以下の子どもは無料で入場できる。",
        "家主の高齢化も進み、5軒は持ち主と連絡が取れないという。",
    ],
    "ko": [
        "이사회는 서점의 이전을 검토할 수도 있다.",
        "그림책과 지역 작가의 책이 크게 늘었다.",
        "주민 218명이 은행골의 햇살서점을 인수했다.",
    ],
    "nl": [
        "Het forum opent op zaterdag om tien uur de deuren.",
        "Er zijn dit jaar meer fietsen gerepareerd dan ooit.",
        "Wie wil helpen, hoeft geen fietsenmaker te zijn.",
    ],
    "pt": [
        "A ciclovia da Ribeira completou seis meses em junho.",
        "Quatro em cada dez ciclistas são entregadores.",
        "É importante revisar as dependências todo mês.",
        "Neste ano, a prefeitura vai plantar 300 árvores.",
    ],
    "ru": [
        "Ночной поезд снова ходит между двумя городами.",
        "Заполняемость должна быть не ниже 65 процентов.",
        "Липогорск — это город на реке с двумя вокзалами.",
        "В этом году поезд ходит через день.",
    ],
    "uk": [
        "Сад відчинений щодня від сьомої ранку.",
        "Температура не нижче двадцяти градусів.",
        "Цього року мешканці посадять ще сорок дерев.",
    ],
    "zh": [
        "社区医院去年对60名参与者做了一次问卷调查。",
        "附近的小区也在考虑建花园。",
        "RPC 涵盖了 gRPC、JSON-RPC、Apache Dubbo 等众多框架。",
        "花园没有围墙，任何人都可以进来。",
    ],
}
LEANING = {
    "ar": [
        "هذا يعني أن القرى ستنتظر طويلا.",
        "يجب عليك أن تمنح هذه الأذونات من خلال ترخيص.",
        "اشترتها جمعية أهلية بمبلغ 18 ألف دينار.",
        "أما القواعد فهي ثلاث قواعد لا غير.",
        "كذلك تزور الحافلة القرى البعيدة كل أسبوع.",
        "تأتي بعدهم النساء بين الثلاثين والخمسين.",
        "نسخ الكتب ، وتوزيعها متاح للجميع في الوادي.",
    ],
    "de": [
        "Wenn ja, dann braucht der Verein jetzt Hilfe.",
        "Der Rat stimmte zu, diese Bedingungen zu genehmigen.",
        "Für dieses entwirft sie seit zwei Jahren Detektoren.",
        "Seit letztem Jahr wurde sie gar nicht mehr aktualisiert.",
        "Das kann Ihnen helfen, mehr Menschen zu erreichen.",
        "John Ross, Häuptling der Cherokee von 1828 bis 1866.",
        "Neulich auf einer ganz normalen Nachrichtenseite.",
        "Sie braucht außerdem. auch noch etwas für die Schilddrüse.",
        "Offen ist dagegen, wer den neuen Anschluss bezahlt.",
        "Vor allem, wenn die Seite klare Anleitungen enthält.",
        "Der Rest ging zurück an die Besitzer in der Stadt.",
        "Nominiere Dich mit diesem Formular für das Amt.",
        "Die freuen sich über jeden Besuch im Hafen.",
    ],
    "es": [
        "Tener todo escrito, sin embargo, ayuda a decidir.",
        "Para ello ha anunciado tres cambios en los patios.",
        "Se lamentó de no ser fiel al alcance del proyecto.",
        "Evitan que te arrastren a hacer cosas inútiles.",
        "18F ayuda a estos otros grupos a adquirir tecnología.",
        "Haciéndote la vida más fácil como mantenedor de código.",
        "Los robots son tus amigo. úsalos para trabajar menos.",
        "Consulte las posiciones abiertas en la página de la agencia.",
        "La cuenta es fácil y no favorece al huerto escolar.",
        "Incluía la adaptación para procesadores más recientes.",
    ],
    "fr": [
        "Elle prête aussi des perceuses depuis mars.",
        "La médiathèque en a commandé un deuxième.",
        "Le quincaillier de la place, Yves Marchandeau, le craignait.",
        "Le bilan, présenté mardi, dépasse les prévisions.",
        "La fréquence de ce type d’interaction s’accroît vite.",
        "Comme le dit la mairie, il s’agit de maintenir l’équilibre.",
        "Une semaine plus tard, la perceuse était de retour.",
        "Vous pouvez également emprunter des livres le dimanche.",
    ],
    "hi": [
        "यह गाँव के डाकघर में पिछले साल खुला था।",
        "एक साल में इसके 640 सदस्य बन चुके हैं।",
        "पास के दो गाँव भी ऐसा वाचनालय खोलना चाहते हैं।",
        "आपको निम्नलिखित प्रश्नों का उत्तर देना चाहिए।",
        "दूसरों के लिए भुगतान ही एकमात्र तरीका है।",
    ],
    "it": [
        "A gestirlo non è un panettiere ma una cooperativa.",
        "Nella prima se ne sono venduti 264 in un giorno.",
        "Non è biologica, e la cooperativa lo scrive sul cartello.",
        "«Alle tre di notte», osserva, «140 soci diventano quattro».",
        "Questo forno apre alle cinque di ogni mattina.",
        "Unstable è la soluzione adatta per loro da anni.",
    ],
    "ja": [
        "これは組合が決めた三つの約束である。",
        "こういったやり取りを、次の機会として利用しましょう。",
        "組合はこれを失敗とは数えていない。",
        "組合は今後一年で次の三つに取り組む。",
        "このフォームを使用して立候補してください。",
        "コミュニティ選出ポジションの候補者に関するブログの公開。",
        "メンバーは コミュニティによって選出され、二年の任期を務めます。",
        "と皆に問いかけてみましょう。",
    ],
    "ko": [
        "이 상황에서 더 강한 행동을 취하는 것이 좋습니다.",
        "협동조합은 거기서 시작됐다고 한다.",
        "조합은 하반기에 세 가지를 준비하고 있다.",
        "그런 행동을 한 이유를 알아보십시오.",
        "기자는 문제의 사람과 직접 대화를 해야 합니다.",
    ],
    "nl": [
        "Het is te gevaarlijk voor de vrijwilligers.",
        "Dat blijkt uit het jaarverslag van de vereniging.",
        "Vorig jaar leerden 94 volwassenen het daar.",
        "Indien dit het geval is, sluit de werkplaats.",
        "Op 12 maart stemmen ze erover in de raad.",
    ],
    "pt": [
        "Já o governo da cidade publica um relatório por ano.",
        "Com ele ativado, você precisa de uma segunda senha.",
        "Automatizar esse processo mantém seu projeto saudável.",
        "Em seguida, descobre-se uma falha crítica no código.",
        "São 8,6 quilômetros entre o mercado e a universidade.",
        "Para eles, o problema agora é a falta de sombra.",
        "Verifique a cobertura para a(s) linguagem(ns) do projeto.",
        "“Prefiro inaugurar tarde a inaugurar mal”, afirma.",
    ],
    "ru": [
        "Он вернулся в расписание летом этого года.",
        "В прошлом году там заменили 57 километров пути.",
        "Судить по нему об успехе маршрута пока рано.",
        "Если это так, поезд останется в расписании.",
        "Another option would be to ask the list for help.",
    ],
    "uk": [
        "Усе це коштувало 740 тисяч гривень бюджету.",
        "Якщо його дадуть до липня, роботи завершать.",
        "Мерія обіцяє нову стоянку за квартал звідси.",
        "Вони відповіли, що краще зняти асфальт.",
    ],
    "zh": [
        "这些更改对于实现高质量的数据是必不可少的。",
        "我们坚信，从长远来看，这些更改必不可少。",
        "许曼青给他们的建议只有一句话。",
        "效果如何，要到九月份才知道。",
        "居民更在意的是另一件事情。",
    ],
}
OPENED = [
    ("ar", "وقد ضاع خلال العام 73 كتابًا فقط.", "ضاع خلال العام 73 كتابًا فقط."),
    ("ar", "وقد يتطلب المشروع تراخيص محددة.", "قد يتطلب المشروع تراخيص محددة."),
    ("ar", "والدة سلمى تعمل في المكتبة منذ عام.", "والدة سلمى تعمل في المكتبة منذ عام."),
    ("ar", "لكن الرجال لا يتجاوزون 14٪ من القراء.", "الرجال لا يتجاوزون 14٪ من القراء."),
    ("de", "Allerdings, der See bleibt auch zu.", "Der See bleibt auch zu."),
    ("de", "Wer kommt, sollte allerdings früh kommen.", "Wer kommt, sollte früh kommen."),
    ("de", "Aber anstatt zu hoffen, sollten Sie reden.", "Anstatt zu hoffen, sollten Sie reden."),
    ("de", "Übrigens: Der See ist im Winter offen.", "Der See ist im Winter offen."),
    ("de", "Der See ist nicht nur kalt, er ist außerdem tief.", "Der See ist nicht nur kalt, er ist außerdem tief."),
    ("es", "El lago también queda cerrado.", "El lago queda cerrado."),
    ("es", "Tener un plan, sin embargo, ayuda mucho.", "Tener un plan ayuda mucho."),
    ("es", "Escritas con cuidado, sin embargo, las reglas ayudan.", "Escritas con cuidado, las reglas ayudan."),
    ("es", "En otras palabras, el lago queda cerrado.", "El lago queda cerrado."),
    ("fr", "Vous pouvez également emprunter un vélo.", "Vous pouvez emprunter un vélo."),
    ("fr", "Et le budget n’est garanti que jusqu’en mai.", "Le budget n’est garanti que jusqu’en mai."),
    ("hi", "लेकिन गाँव की समिति तैयार है।", "गाँव की समिति तैयार है।"),
    ("it", "Il forno però chiude alle dieci.", "Il forno chiude alle dieci."),
    ("ja", "しかし、時々難しい問題に遭遇する。", "時々難しい問題に遭遇する。"),
    ("ko", "하지만 조합은 이전을 검토할 수도 있다.", "조합은 이전을 검토할 수도 있다."),
    ("nl", "De werkplaats is echter gesloten.", "De werkplaats is gesloten."),
    ("pt", "No entanto, a prefeitura pede cautela.", "A prefeitura pede cautela."),
    ("ru", "Поезд, однако, ходит только до осени.", "Поезд ходит только до осени."),
    ("ru", "Поезд, а также автобус ходят до осени.", "Поезд, а также автобус ходят до осени."),
    ("uk", "Але товариство хоче пробурити свердловину.", "Товариство хоче пробурити свердловину."),
    ("zh", "但我们坚信，约定必不可少。", "我们坚信，约定必不可少。"),
]


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in table.items() for text in texts]


@pytest.mark.parametrize(("language", "text"), cases(ALONE))
def test_a_whole_statement_stands_alone(language, text):
    assert stands_alone(text, language)


@pytest.mark.parametrize(("language", "text"), cases(LEANING))
def test_what_leans_on_another_sentence_or_is_none_does_not(language, text):
    assert not stands_alone(text, language)


@pytest.mark.parametrize(("language", "text", "expected"), OPENED)
def test_what_answers_the_sentence_before_goes(language, text, expected):
    assert expected == opening(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Das Bad hat gestern für alle Gäste geöffnet."),
        ("es", "El lago abre esta semana para todos los vecinos."),
        ("fr", "Le lac ouvre demain à tous les habitants du village."),
        ("it", "Il lago ha aperto ieri a tutti gli abitanti del paese."),
        ("ja", "昨日、町の湖が一般に公開された。"),
        ("ko", "어제 마을의 호수가 모두에게 열렸다."),
        ("nl", "Het meer ging gisteren open voor alle bewoners."),
        ("pt", "O lago abriu ontem para todos os moradores da vila."),
        ("ru", "Вчера озеро открыли для всех жителей города."),
        ("uk", "Учора озеро відкрили для всіх мешканців міста."),
        ("zh", "昨天，小镇的湖泊向公众开放了。"),
        ("ar", "افتتحت المدينة البحيرة أمس أمام جميع السكان."),
        ("hi", "कल शहर की झील सभी लोगों के लिए खुली।"),
    ],
)
def test_what_is_true_on_one_day_only_is_not_clear(language, text):
    assert not is_clear(text, language, NOTHING, 0)


def test_a_sentence_that_nobody_translated_is_not_the_articles():
    assert not stands_alone("Los que estábamos en esa marcha vimos cómo asesinaron a jóvenes.", "de")
    assert not stands_alone("The guests arrived safe in the town, and went to give an account of it.", "de")


def test_german_quotation_marks_pair():
    assert is_balanced("„Wir öffnen“, sagt sie.")
    assert not is_balanced("„Wir öffnen, sagt sie.")
