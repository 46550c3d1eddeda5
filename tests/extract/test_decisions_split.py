"""Where one att-sats ends and the next begins, and what an att only says of the point that it stands in."""

# ruff: noqa: E501 - a case is one line

import pytest

from pipeline.extract.decisions_split import att_satser


@pytest.mark.parametrize(
    "text",
    [
        # what is given, how it is paid, when it holds: one point
        "att anslå 240.000 kronor till rivning av garaget, att täckas av köpeskillingen",
        "att bevilja föreningen 10.000 kronor, att utbetalas i två poster",
        "att fastställa taxan, att tillämpas från och med den 1 januari 2010",
        "att fastställa taxan, att gälla från och med den 1 januari 2010",
        "att anvisa 500 tkr, att belasta kommunstyrelsens anslag för oförutsedda behov",
        "att höja arvodet till 900 kr, att utgå från årsskiftet",
        "att anta avgiften, att omedelbart tillämpas",
        "att ingå borgen för bolagets lån om 3 mkr, att amorteras på tjugo år",
        "att bevilja lån med 2 mkr, att återbetalas senast den 31 december 2012",
        "att anslå medel, att helt bestridas av förfogandeanslaget",
        # what someone is asked to do
        "att bemyndiga ordföranden, i samråd med chefen och rektorn, att teckna avtalet",
        "att uppdra åt förvaltningen, inom ramen för budget, att genomföra planen",
        "att bemyndiga ordföranden jämte fastighetschefen att underteckna handlingarna",
        "att uppdra åt kontoret att föreslå nämnden att ändra taxan",
        "att ge bolaget rätt att på egen bekostnad riva huset",
        "att godkänna att låneramen höjs",
        # who is ordered, and then what
        "att förelägga Ekby Skrot AB, org.nr 556677-8899, att vid vite av 50 000 kronor senast den 1 mars ha sanerat marken",
        "att förelägga Ekby Skrot AB, org.nr 556677-8899, att inom tre månader ta bort bilarna",
        "att förelägga fastighetsägaren, Nils Ek, att senast den 1 maj riva skjulet",
        "att med stöd av 26 kap. miljöbalken förelägga Ekby Lack AB, nedan bolaget, att omgående sluta släppa ut vatten",
        "att förbjuda Ekby Krog AB, 556677-8899, att från den 1 maj spela musik efter klockan 22",
        "att ålägga föreningen, som äger dammen, att vid vite av 10 000 kronor laga luckan",
        "att tillhålla Ekby Grus AB, som driver täkten, att genast stängsla området",
        "att vid vite av 25 000 kronor förelägga ägaren, Eva Berg, att före den 1 juni ha tömt brunnen",
        "att förplikta bolaget, org.nr 556677-8899, att inom en månad lämna en plan",
        "att förelägga bolaget, Ekby Kem AB, att varje år redovisa mätningarna",
        # a company's form ends no sentence
        "att uppdra åt Hults Exploatering Ek. för. att svara för markundersökningen",
        "att uppdra åt Hults Lantmän ek.för. att sköta grönytorna",
    ],
)
def test_one_point(text: str) -> None:
    assert att_satser(text, 0, len(text)) == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("att upphäva beslutet samt att motionen avslås", "att motionen avslås"),
        ("att godkänna avtalet samt att uppdra åt chefen att teckna det", "att uppdra åt chefen att teckna det"),
        ("att anslå 2 mkr, att godkänna avtalet", "att godkänna avtalet"),
        ("att motionen avslås och att ärendet avslutas", "att ärendet avslutas"),
        ("att ge bidrag till Ekby IF, med 5 000 kr, att avslå yrkandet", "att avslå yrkandet"),
        ("att anta planen; att upphäva den gamla", "att upphäva den gamla"),
        ("att förelägga bolaget att sanera marken, att avslå begäran", "att avslå begäran"),
        (
            "att förelägga bolaget enligt bilaga 1, att fastställa avgiften till 4 000 kronor",
            "att fastställa avgiften till 4 000 kronor",
        ),
        (
            "att förbjuda Ekby Krog AB att spela musik, att uppdra åt chefen att följa upp",
            "att uppdra åt chefen att följa upp",
        ),
        ("att anslå 2 mkr, att belasta driften, samt att avslå yrkandet", "att avslå yrkandet"),
        ("dels att anta taxan, dels att den ska gälla från den 1 maj", "att den ska gälla från den 1 maj"),
    ],
)
def test_two_points(text: str, second: str) -> None:
    spans = att_satser(text, 0, len(text))
    assert [text[a:b] for a, b in spans][1:] == [second]
