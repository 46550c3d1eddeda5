# ruff: noqa: E501 (the memos' sentences stand on one line)
"""An individual matter, 2011: an applicant with a personal number (made up), a court's judgment, grant in part, a meeting date."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("Serif", 11, 13.8, hyphenate=True)
HEAD = BODY.but(bold=True, before=3, after=1, heads=True)
SANS = Style("Sans", 8, 11)


def _head(s: Sheet, number: int) -> None:
    s.shield(66, 40, 34, 1)
    s.put(102, 56, "HULTSFREDS KOMMUN", Style("Serif", 13, 16, bold=True))
    s.put(102, 70, "Miljö- och byggnadsförvaltningen", Style("Serif", 11, 14))
    s.put(WIDTH - 66, 56, f"Sida {number}({s.pages})", SANS, "right")
    if number == 1:
        s.rule(66, 86, WIDTH - 66)
        for x, label, value in (
            (66, "Handläggare", "Annelie Stjernkvist"),
            (230, "Datum", "2011-03-07"),
            (330, "Diarienummer", "2011-0149/453"),
            (450, "Sammanträdesdatum", "2011-03-24"),
        ):
            s.put(x, 98, label, SANS)
            s.put(x, 111, value, BODY)
        s.rule(66, 118, WIDTH - 66)
        s.put(66, 140, "Miljö- och byggnadsnämnden", BODY)
        s.put(400, 140, "SEKRETESS 26 kap. 1 § OSL", SANS.but(size=9, bold=True))
        s.y = 158
    s.put(
        66,
        HEIGHT - 44,
        "Hultsfreds kommun, Box 500, 577 26 Hultsfred. Telefon 0495-24 00 00. Fax 0495-24 02 00. Org.nr 212000-0720. www.hultsfred.example",
        SANS.but(size=7.5),
    )


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 66, 100, 92, 72, BODY, _head
    s.page()
    s.para(
        "Ansökan om bostadsanpassningsbidrag, fastigheten Mörlunda 4:18",
        BODY.but(size=14, leading=18, bold=True, after=8),
    )
    s.para("Sökande: Rune Alfonsson, 19380417-2397, Hantverkaregatan 7 B, 570 84 Mörlunda, tel 0495-200 14", BODY)
    s.para("Förslag till beslut", HEAD)
    for text in (
        "Miljö- och byggnadsnämnden beviljar Rune Alfonsson bostadsanpassningsbidrag med 86~300 kronor för ramp, breddade dörrar och duschplats.",
        "Ansökan avslås i övrigt.",
        "Bidraget ska betalas ut när arbetet är utfört och kontrollerat, dock senast den 31 december 2011.",
    ):
        s.para(text, BODY.but(after=4))
    s.para("Redogörelse för ärendet", HEAD)
    s.para(
        "Rune Alfonsson ansökte den 11 januari 2011 om bidrag för ramp vid entrén, breddning av tre dörrar, ny dusch¬plats samt byte av samtliga fönster. Till "
        "ansökan hör ett intyg av arbets¬terapeut Gun-Marie Hagelstedt vid Landstinget i Kalmar län, utfärdat 2010-12-15. Av intyget framgår att sökanden sedan våren 2010 "
        "använder rullstol inomhus."
    )
    s.para(
        "Anbud har lämnats av Mörlunda Snickeri & Bygg HB med 92~400 kr och av Bröderna Karsbo AB med 86~300 kr, båda inklusive moms. Fönster¬bytet är beräknat till 118 tkr. "
        "Hembesök gjordes tisdagen den 1 februari. Fastighetsägaren Hultsbyggda Hus AB medgav anpassningen i brev den 9/2 och avstår från krav på återställning."
    )
    s.para("Tidigare beslut", HEAD)
    s.para(
        "Nämnden avslog den 19 november 2009, § 166, en ansökan från samme sökande om inglasning av balkong. Beslutet överklagades och Förvaltningsrätten i Växjö avslog "
        "överklagandet genom dom den 28 april 2010 i mål nr 1107-10. Ett bidrag till spisvakt på 3~150 kronor beviljades i december 2008 på delegation."
    )
    s.para("Tillämpliga bestämmelser", HEAD)
    s.para(
        "Enligt 4 § lagen (1992:1574) om bostads¬anpassnings¬bidrag m.m. lämnas bidrag för åtgärder som är nöd¬vändiga för att bostaden ska vara ända¬måls¬enlig för den "
        "funktions¬hindrade. Boverkets handbok anger att byte av fönster normalt är underhåll. Bidrag lämnas inte om beloppet understiger 500 kronor."
    )
    s.para("Bedömning", HEAD)
    s.para(
        "Ramp, dörrar och duschplats är nödvändiga. Bidraget bör beräknas efter det lägsta anbudet. Fönstren är från 1974 och deras skick beror inte på funktions¬hindret. "
        "Av årets anslag på 1,6 mkr har 22 procent förbrukats till och med februari."
    )
    s.need(60)
    s.gap(36)
    s.scrawl(66, s.y - 19, 120, "stjernkvist")
    s.lines(66, s.y, ["Annelie Stjernkvist", "Byggnadsinspektör"], BODY)
    s.gap(26)
    s.para("Bilaga: Ansökan med intyg", BODY)
    s.para("Beslutet delges: Rune Alfonsson (med besvärshänvisning), Hultsbyggda Hus AB", BODY)
