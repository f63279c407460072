extension HelpTexts {
    static let swedish = HelpTexts(
        title: "Hjälp",
        lead: "Vad som går varifrån och vart, och vad kopplingen gör av sig själv.",
        contents: "Innehåll",
        general: Section(
            title: "Allmänt",
            paragraphs: [
                "Kopplingen håller OutSmart och Spiris i takt. Kunder, artiklar, projekt och order sköts i Spiris och "
                    + "kopieras till OutSmart. Arbetsorder sköts i OutSmart; de slutförda blir fakturautkast eller order i Spiris.",
                "En kund eller artikel som redan finns i Spiris ändras aldrig.",
            ],
            topics: [
                Topic(
                    title: "Anslutning och företag",
                    paragraphs: [
                        "Anslut öppnar Vismas inloggning. Det första företaget som du väljer där hör sedan till det här kontot.",
                        "Koppla från avslutar kopplingens åtkomst. Det som importerats och historiken finns kvar.",
                    ]
                ),
                Topic(
                    title: "När det synkas",
                    paragraphs: [
                        "Normalt var 15:e minut, och när någon trycker på Synka nu. Ordningen är alltid kunder, artiklar, "
                            + "projekt, order, arbetsorder.",
                        "En felaktig post stoppar aldrig de andra: den visas i loggen med vad som kan göras åt den.",
                        "En gång om dygnet jämförs allt. Om många poster är borta i Spiris inaktiveras ingenting i OutSmart "
                            + "förrän du har bekräftat det på sidan.",
                    ]
                ),
            ]
        ),
        imports: Section(
            title: "Import: från Spiris till OutSmart",
            paragraphs: ["Bara det som ändrats sedan förra synkningen skickas."],
            topics: [
                Topic(
                    title: "Kunder",
                    table: Table(
                        from: "Kund i Spiris",
                        to: "Relation i OutSmart",
                        rows: [
                            ("Kundnummer", "Debiteurnummer"),
                            ("Namn", "Namn"),
                            ("Fakturaadress, postnummer, ort, land", "Gata, postnummer, ort, land"),
                            ("Kontaktperson", "Kontakt"),
                            ("Telefon, mobil, e-post", "Telefon, mobil, e-post"),
                            ("Momsregistreringsnummer", "Momsnummer"),
                            ("Organisationsnummer", "KvK-nummer"),
                            ("Anteckning", "Anmärkning"),
                            ("Aktiv", "Aktiv"),
                        ]
                    ),
                    notes: [
                        "Det som OutSmart kräver och kunden saknar skickas som ”-”, och loggen säger det en gång.",
                        "En kund som tas bort i Spiris blir inaktiv i OutSmart.",
                    ]
                ),
                Topic(
                    title: "Artiklar",
                    paragraphs: ["En artikel med en timenhet blir en timtyp, alla andra blir material."],
                    table: Table(
                        from: "Artikel i Spiris",
                        to: "Material eller timtyp i OutSmart",
                        rows: [
                            ("Artikelnummer", "Kod"),
                            ("Namn", "Namn"),
                            ("Pris utan moms", "Pris"),
                            ("Enhet", "Enhet (bara material)"),
                            ("Första streckkoden, anteckning", "Streckkod, anteckning (bara material)"),
                        ]
                    )
                ),
                Topic(
                    title: "Projekt",
                    paragraphs: ["Pågående projekt som har en kund."],
                    table: Table(
                        from: "Projekt i Spiris",
                        to: "Projekt i OutSmart",
                        rows: [
                            ("Projektnummer", "Kod"),
                            ("Namn, anteckningar", "Namn, beskrivning"),
                            ("Kund", "Debiteurnummer"),
                            ("Start- och slutdatum", "Start- och slutdatum"),
                        ]
                    ),
                    notes: ["Ett projekt som avslutas i Spiris blir inaktivt i OutSmart."]
                ),
                Topic(
                    title: "Order",
                    paragraphs: [
                        "En order blir en arbetsorder, en enda gång. Om ordern ändras senare står det i loggen; den skickas inte igen."
                    ],
                    table: Table(
                        from: "Order i Spiris",
                        to: "Arbetsorder i OutSmart",
                        rows: [
                            ("Ordernummer, till exempel 1042", "Arbetsorder V1042"),
                            ("Leveransadress, annars fakturaadress", "Arbetsadress"),
                            ("Fakturaadress och kundnummer", "Fakturaadress och debiteurnummer"),
                            ("Er referens, annars kontaktpersonen", "Kontaktperson"),
                            ("Leveransdatum, annars orderdatum", "Arbetsdatum"),
                            ("Textrader och timrader", "Arbetsbeskrivning; timmarna blir också planerad tid"),
                            ("Övriga artikelrader", "Material med nummer, antal, pris och text"),
                            ("Första radens projekt", "Projekt"),
                        ]
                    )
                ),
            ]
        ),
        export: Section(
            title: "Export: från OutSmart till Spiris",
            paragraphs: [
                "Slutförda arbetsorder som inte är arkiverade, från och med dagen som du väljer. Var och en exporteras en gång; "
                    + "det som misslyckas förblir slutfört i OutSmart och visas med orsaken."
            ],
            topics: [
                Topic(
                    title: "Dokumentet",
                    table: Table(
                        from: "Arbetsorder i OutSmart",
                        to: "Fakturautkast eller order i Spiris",
                        rows: [
                            ("Nummer, till exempel 2026-0117", "Referens WO-2026-0117"),
                            ("Fakturans debiteurnummer, annars kundens", "Kund"),
                            ("Arbetsadress, när den är en annan", "Leveransadress"),
                            ("Arbetets slut, annars arbetsdatum", "Datum; dagens om perioden är låst"),
                            ("Projekt", "Projekt på varje rad"),
                            ("Arbetsorderns PDF", "Bilaga"),
                        ]
                    )
                ),
                Topic(
                    title: "Raderna",
                    table: Table(
                        from: "Arbetsorder i OutSmart",
                        to: "Rad i Spiris",
                        rows: [
                            ("Nummer, datum och vad som gjordes", "En textrad överst"),
                            ("Varje material", "En rad med artikeln med samma nummer, antalet och arbetsorderns pris"),
                            (
                                "Varje arbetspass",
                                "En rad med timtypens artikel; timmarna avrundade som du valt, till artikelns pris"
                            ),
                            ("Körsträckor", "En rad med researtikeln, om du har valt en"),
                        ]
                    ),
                    notes: [
                        "En kund, artikel eller timtyp som saknas i Spiris läggs upp, om du inte har stängt av det. Då används "
                            + "artikeln som du valt i stället, annars misslyckas arbetsordern och säger varför."
                    ]
                ),
                Topic(
                    title: "Arbetsorder som kom från en order",
                    paragraphs: [
                        "Deras order uppdateras: raderna som importerades ersätts av det som verkligen gick åt, allt annat står kvar. "
                            + "En order som hunnit faktureras lämnas i fred, och loggen säger det."
                    ]
                ),
                Topic(
                    title: "Efteråt",
                    paragraphs: [
                        "En exporterad arbetsorder sätts som hanterad i OutSmart. En som misslyckats får den arbetsstatus som du valt, "
                            + "så att kontoret ser den där.",
                        "Rätta det som meddelandet säger, i OutSmart eller i Spiris, och tryck på knappen vid arbetsordern för att försöka igen.",
                    ]
                ),
            ]
        )
    )
}
