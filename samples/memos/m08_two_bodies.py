# ruff: noqa: E501 (the memos' sentences stand on one line)
"""The 2020s: unnumbered points for two bodies, signatures and recipients in two columns, an approval line, a range of years."""

from samples.layout import HEIGHT, WIDTH, Sheet, Style

BODY = Style("Sans", 10.5, 15, after=8)
HEAD = BODY.but(size=13, leading=17, before=6, after=3, heads=True)
SMALL = BODY.but(size=8, leading=11)


def _head(s: Sheet, number: int) -> None:
    s.put(72, 48, "Tjänsteskrivelse", SMALL.but(gray=0.35))
    s.put(WIDTH - 72, 48, f"{number}({s.pages})", SMALL.but(gray=0.35), "right")
    if number == 1:
        s.shield(72, 64, 36, 0)
        s.put(112, 88, "Trosa kommun", BODY.but(size=15, bold=True))
        s.lines(300, 80, ["Kommunkontoret", "Elvira Nattsén", "Exploateringsstrateg"], SMALL.but(size=9, leading=12))
        for y, label, value in (
            (80, "Datum:", "2024-04-08"),
            (92, "Ärende:", "KS 2023/192"),
            (104, "Till:", "Kommunstyrelsen"),
        ):
            s.put(430, y, label, SMALL.but(size=9, bold=True))
            s.put(472, y, value, SMALL.but(size=9))
        s.y = 140
    s.put(
        WIDTH / 2,
        HEIGHT - 38,
        "Trosa kommun, 619 80 Trosa • Tel 0156-520 00 • trosa@trosa.example • Org.nr 212000-2940",
        SMALL.but(gray=0.35),
        "centre",
    )


def memo(s: Sheet) -> None:
    """Draw the memo."""
    s.left, s.right, s.top, s.bottom, s.style, s.furniture = 72, 90, 80, 74, BODY, _head
    s.page()
    s.para(
        "Exploateringsavtal för Tomtaklintens södra etapp och ändrad investeringsbudget 2024–2026",
        BODY.but(size=18, leading=22, after=9),
    )
    s.para("Förslag till beslut i kommunstyrelsen", HEAD)
    s.para(
        "Kommunstyrelsen godkänner exploateringsavtalet med Klinten Bostadsutveckling AB, daterat 2024-03-27, under förutsättning att detaljplanen får laga kraft.",
        BODY.but(after=5),
    )
    s.para("Samhällsbyggnadschefen bemyndigas att besluta om mindre ändringar av avtalet.", BODY)
    s.para("Förslag till beslut i kommunfullmäktige", HEAD)
    s.para("Investeringsbudgeten tillförs 18,4 miljoner kronor under perioden 2024–2026.", BODY.but(after=5))
    s.para(
        "Kommunstyrelsen får i uppdrag att återkomma med en delrapport i samband med delårsrapporten per den 31 augusti 2025.",
        BODY.but(after=5),
    )
    s.para("Fullmäktiges beslut den 14 juni 2022, § 61, om markreservation för Vagnhärads Trähus AB upphävs.", BODY)
    s.para("Sammanfattning", HEAD)
    s.para(
        "Klinten Bostadsutveckling AB vill bygga 96 bostäder på fastigheten Tomta 1:27 i Vagnhärad. Avtalet reglerar gator, vatten och avlopp samt den förskola som "
        "kommunen behöver. Exploatören betalar 31~250~000 kr för allmänna anläggningar. Resten, netto 18,4 miljoner kronor, bekostas av kommunen."
    )
    s.para("Bakgrund", HEAD)
    s.para(
        "Kommunstyrelsen beslutade 2023-02-15 § 18 att ge samhällsbyggnadskontoret planuppdrag. Samhällsbyggnadsnämnden beslutade den 12 mars 2024 att godkänna granskningsutlåtandet. "
        "Markreservationen har inte utnyttjats. Vagnhärads Trähus AB meddelade den 19 januari att bolaget avstår."
    )
    s.para(
        "Bolaget (org.nr 559187-2048) företräds av Rickard Salmenius. Första inflyttning planeras till kvartal 3 2026 och hela området ska vara utbyggt 2029. "
        "Region Sörmland har tillstyrkt en ny hållplats. Sörmlands museum ska göra en arkeologisk förundersökning i maj, och den får kosta högst 740 tkr."
    )
    s.para("Ekonomiska konsekvenser", HEAD)
    s.para("Så fördelas utgifterna (mnkr):", BODY.but(after=4))
    s.table(
        [
            ["", "2024", "2025", "2026", "Totalt"],
            ["Gata och park", "3,2", "14,5", "6,1", "23,8"],
            ["Vatten och avlopp", "1,4", "8,0", "2,2", "11,6"],
            ["Förskola, projektering", "–", "0,9", "1,3", "2,2"],
            ["Ersättning från exploatören", "–2,5", "–12,5", "–4,2", "–19,2"],
        ],
        [160, 60, 60, 60, 60],
        BODY.but(size=9.5, leading=12),
        rules="rows",
    )
    s.para(
        "Ersättningen betalas i takt med utbyggnaden; 12,05 miljoner kronor återstår att betala efter 2026. Driftkostnaden ökar med 1,1 mnkr om året från och med 2027. Med en ränta på 3,25 procent blir "
        "kapitalkostnaden 945 tkr per år. Bygglovsavgiften är 38~900 kr per hus och anslutningsavgiften 214~500 kronor per fastighet inklusive moms. Av exploateringsavgiften avser 8–10 procent park."
    )
    s.para("Barnperspektiv", HEAD)
    s.para("Förskolan får gångavstånd till skogen. Kontoret har 2024-02-06 haft samtal med barn på Fornbyskolan.")
    s.para("Beslutsunderlag", HEAD)
    for text in (
        "Tjänsteskrivelse 2024-04-08",
        "Exploateringsavtal 2024-03-27 med bilagor",
        "Protokollsutdrag från kommunfullmäktige 2022-06-14",
    ):
        s.para(text, BODY.but(after=2), indent=20, label="•")
    s.need(170)
    s.gap(44)
    s.lines(72, s.y, ["Mats-Ola Ridderheim", "Kommundirektör"], BODY)
    s.lines(320, s.y, ["Elvira Nattsén", "Exploateringsstrateg"], BODY)
    s.gap(34)
    s.put(72, s.y, "Godkänd av Mats-Ola Ridderheim 2024-04-10", SMALL.but(gray=0.35))
    s.gap(14)
    s.para("Beslutet ska skickas till", HEAD, keep=5)
    s.gap(8)
    s.lines(
        72,
        s.y + 6,
        ["Samhällsbyggnadskontoret", "Ekonomienheten", "Barn- och utbildningskontoret"],
        BODY.but(leading=13),
    )
    s.lines(
        320, s.y + 6, ["Klinten Bostadsutveckling AB", "Vagnhärads Trähus AB", "Region Sörmland"], BODY.but(leading=13)
    )
