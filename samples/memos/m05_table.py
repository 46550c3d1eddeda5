# ruff: noqa: E501 (the memos' sentences stand on one line)
"""A ruled table in tkr, 2014: moving investment money, negative deviations, a sum row, a rate of interest."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("Sans", 10, 13.5)
HEAD = BODY.but(size=11, bold=True, before=5, after=2, heads=True)
SMALL = BODY.but(size=7.5, leading=10)


def _head(s: Sheet, number: int) -> None:
    s.rule(60, 40, WIDTH - 60, width=2.5)
    s.put(60, 60, "NORRKÖPINGS KOMMUN", BODY.but(size=12, bold=True))
    s.put(300, 60, "Tjänsteskrivelse", BODY.but(size=12))
    s.put(WIDTH - 60, 60, f"{number}/{s.pages}", BODY, "right")
    if number == 1:
        s.lines(60, 76, ["Tekniska kontoret", "Ekonomi och stab"], BODY)
        s.put(300, 76, "2014-09-22", BODY)
        s.put(420, 76, "Vårt diarienummer", SMALL)
        s.put(420, 88, "TN 2014/0377 040", BODY)
        s.put(60, 112, "Handläggare, titel, telefon", SMALL)
        s.put(60, 124, "Sibel Aydin Grönvall, controller", BODY)
        s.put(60, 137, "011-15 00 00", BODY)
        s.put(300, 124, "Tekniska nämnden", BODY)
        s.y = 166
    for x, lines in (
        (60, ["Postadress", "Norrköpings kommun", "601 81 Norrköping"]),
        (200, ["Besöksadress", "Trädgårdsgatan 21"]),
        (320, ["Telefon", "011-15 00 00"]),
        (430, ["Organisationsnummer", "212000-0456"]),
    ):
        s.lines(x, HEIGHT - 58, lines, SMALL)


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 60, 90, 92, 88, BODY, _head
    s.page()
    s.para(
        "Omfördelning av investeringsmedel 2014 samt begäran om tilläggsanslag för Slottshagens pumpstation",
        BODY.but(size=14, leading=18, bold=True, after=9),
    )
    s.para("Förslag till beslut", HEAD)
    s.para(
        "Tekniska nämnden omfördelar 6~400 tkr inom 2014 års investeringsram enligt tabellen nedan.",
        BODY.but(after=3),
        indent=18,
        label="1.",
    )
    s.para(
        "Tekniska nämnden föreslår kommunfullmäktige att anslå 12,5 mnkr till Slottshagens pumpstation.",
        BODY.but(after=3),
        indent=18,
        label="2.",
    )
    s.para(
        "Teknisk direktör får i uppdrag att upphandla entreprenaden under förutsättning att anslaget beviljas.",
        BODY,
        indent=18,
        label="3.",
    )
    s.para("Sammanfattning", HEAD)
    s.para(
        "Uppföljningen per den 31 augusti visar att flera projekt försenas medan andra går fortare än beräknat. Kontoret föreslår därför att medel flyttas. "
        "Pumpstationen i Slottshagen har skadats vid skyfallet den 1 augusti och måste ersättas. Det ryms inte i ramen."
    )
    s.para("Läget i investeringsprojekten", HEAD)
    s.para(
        "Kommunfullmäktige fastställde 2013-11-25, § 217, investeringsramen för 2014 till 86 mnkr. Tekniska nämnden fördelade ramen den 11 december 2013, § 190. I tabellen anges belopp i tkr."
    )
    s.table(
        [
            ["Projekt (tkr)", "Budget 2014", "Utfall jan–aug", "Prognos 2014", "Omfördelning"],
            ["Gång- och cykelväg Smedby", "9~800", "2~140", "5~300", "–4~500"],
            ["Beläggningsprogram", "32~000", "27~655", "36~100", "4~100"],
            ["Bro över Motala ström", "18~500", "6~020", "16~600", "–1~900"],
            ["Gatubelysning, LED", "11~200", "9~480", "13~500", "2~300"],
            ["Lekplatser", "14~500", "8~935", "14~500", "0"],
            ["Summa", "86~000", "54~230", "86~000", "0"],
        ],
        [150, 68, 76, 74, 76],
        BODY.but(size=9, leading=12),
        total=True,
    )
    s.para(
        "Cykelvägen försenas av att Trafikverket ännu inte har godkänt korsningen med väg 55. Länsstyrelsen Östergötland beviljade den 3 juni i år "
        "dispens från biotopskyddet. Statlig medfinansiering med 50 % är lovad till och med 2015 och uppgår till högst 4,9 mnkr."
    )
    s.para("Slottshagens pumpstation", HEAD)
    s.para(
        "En ny station kostar 14,2 mnkr enligt kalkyl från Rejlbro Konsult AB. Försäkringsersättningen från Länsförsäkringar Östergötland blir 1,7 mnkr efter avdrag för "
        "självrisk, fem basbelopp. Kapitalkostnaden är 905 tkr första året vid en internränta om 2,9 procent och 25 års avskrivning. VA-taxan, i dag "
        "23:40 kr per m³, behöver höjas med 1,2 % från och med 2016 om inte kostnaderna kan minskas på annat sätt."
    )
    s.para(
        "Markbyggarna i Östergötland AB har ramavtal med kommunen t.o.m. den 30 april 2015 och kan börja arbetet i november. Avtalet beslutades i kommunstyrelsen "
        "2011-04-04 § 97. Pumparna levereras första halvåret 2015."
    )
    s.para("Samråd", HEAD)
    s.para(
        "Samråd har skett med stadsbyggnadskontoret och Norrköping Vatten och Avfall AB. MBL-förhandling enligt 11 § lagen (1976:580) om medbestämmande i arbetslivet hölls 2014-09-18."
    )
    s.need(110)
    s.gap(40)
    s.lines(60, s.y, ["Håkan Drotthed", "Teknisk direktör"], BODY)
    s.lines(300, s.y, ["Sibel Aydin Grönvall", "Controller"], BODY)
    s.gap(26)
    s.para("Beslut delges", HEAD, keep=4)
    for text in ("Kommunstyrelsen", "Ekonomi- och styrningskontoret", "Norrköping Vatten och Avfall AB"):
        s.para(text, BODY.but(after=0))
