extension HelpTexts {
    static let dutch = HelpTexts(
        title: "Help",
        lead: "Wat waarvandaan waarheen gaat, en wat de koppeling vanzelf doet.",
        contents: "Inhoud",
        general: Section(
            title: "Algemeen",
            paragraphs: [
                "De koppeling houdt OutSmart en Visma eAccounting gelijk. Klanten, artikelen, projecten en verkooporders worden in "
                    + "Visma eAccounting bijgehouden en naar OutSmart gekopieerd. Werkbonnen worden in OutSmart bijgehouden; "
                    + "de voltooide worden conceptfacturen of verkooporders in Visma eAccounting.",
                "Een bestaande klant of een bestaand artikel in Visma eAccounting wordt nooit gewijzigd.",
            ],
            topics: [
                Topic(
                    title: "Verbinding en bedrijf",
                    paragraphs: [
                        "Koppelen opent de inlogpagina van Visma. Het eerste bedrijf dat u daar kiest, hoort voortaan bij dit account.",
                        "Ontkoppelen beëindigt de toegang. Wat is geïmporteerd en de geschiedenis blijven bewaard.",
                    ]
                ),
                Topic(
                    title: "Wanneer er wordt gesynchroniseerd",
                    paragraphs: [
                        "Doorgaans elke 15 minuten, en zodra iemand op Nu synchroniseren drukt. De volgorde is altijd klanten, artikelen, "
                            + "projecten, verkooporders, werkbonnen.",
                        "Een foutief record houdt de andere nooit tegen: het staat in het logboek, met wat u eraan kunt doen.",
                        "Eén keer per dag wordt alles vergeleken. Als er in Visma eAccounting veel records weg zijn, wordt er in "
                            + "OutSmart niets gedeactiveerd voordat u dat op de pagina bevestigt.",
                    ]
                ),
            ]
        ),
        imports: Section(
            title: "Import: van Visma eAccounting naar OutSmart",
            paragraphs: ["Alleen wat sinds de vorige synchronisatie is gewijzigd, wordt verzonden."],
            topics: [
                Topic(
                    title: "Klanten",
                    table: Table(
                        from: "Klant in Visma eAccounting",
                        to: "Relatie in OutSmart",
                        rows: [
                            ("Klantnummer", "Debiteurnummer"),
                            ("Naam", "Naam"),
                            ("Factuuradres, postcode, plaats, land", "Straat, postcode, plaats, land"),
                            ("Contactpersoon", "Contact"),
                            ("Telefoon, mobiel, e-mail", "Telefoon, mobiel, e-mail"),
                            ("Btw-nummer", "Btw-nummer"),
                            ("Registratienummer", "KvK-nummer"),
                            ("Notitie", "Opmerking"),
                            ("Actief", "Actief"),
                        ]
                    ),
                    notes: [
                        "Wat OutSmart nodig heeft en bij de klant ontbreekt, wordt als “-” verzonden; het logboek meldt dat één keer.",
                        "Een klant die in Visma eAccounting wordt verwijderd, wordt in OutSmart inactief.",
                    ]
                ),
                Topic(
                    title: "Artikelen",
                    paragraphs: ["Een artikel met een uureenheid wordt een uursoort, elk ander artikel een materiaal."],
                    table: Table(
                        from: "Artikel in Visma eAccounting",
                        to: "Materiaal of uursoort in OutSmart",
                        rows: [
                            ("Artikelnummer", "Code"),
                            ("Naam", "Naam"),
                            ("Prijs zonder btw", "Prijs"),
                            ("Eenheid", "Eenheid (alleen materialen)"),
                            ("Eerste barcode, notitie", "Barcode, notitie (alleen materialen)"),
                        ]
                    )
                ),
                Topic(
                    title: "Projecten",
                    paragraphs: ["Lopende projecten die een klant hebben."],
                    table: Table(
                        from: "Project in Visma eAccounting",
                        to: "Project in OutSmart",
                        rows: [
                            ("Projectnummer", "Code"),
                            ("Naam, notities", "Naam, omschrijving"),
                            ("Klant", "Debiteurnummer"),
                            ("Begin- en einddatum", "Begin- en einddatum"),
                        ]
                    ),
                    notes: ["Een project dat in Visma eAccounting is afgerond, wordt in OutSmart inactief."]
                ),
                Topic(
                    title: "Verkooporders",
                    paragraphs: [
                        "Een order wordt één keer een werkbon. Wordt de order later gewijzigd, dan staat dat in het logboek; "
                            + "hij wordt niet opnieuw verzonden."
                    ],
                    table: Table(
                        from: "Verkooporder in Visma eAccounting",
                        to: "Werkbon in OutSmart",
                        rows: [
                            ("Ordernummer, zoals 1042", "Werkbon V1042"),
                            ("Afleveradres, anders factuuradres", "Werkadres"),
                            ("Factuuradres en klantnummer", "Factuuradres en debiteurnummer"),
                            ("Uw referentie, anders de contactpersoon", "Contactpersoon"),
                            ("Leverdatum, anders orderdatum", "Werkdatum"),
                            ("Tekstregels en urenregels", "Werkomschrijving; de uren zijn ook de geplande tijd"),
                            ("Andere artikelregels", "Materialen met nummer, aantal, prijs en tekst"),
                            ("Project van de eerste regel", "Project"),
                        ]
                    )
                ),
            ]
        ),
        export: Section(
            title: "Export: van OutSmart naar Visma eAccounting",
            paragraphs: [
                "Voltooide werkbonnen die niet gearchiveerd zijn, vanaf de dag die u kiest. Elke werkbon wordt één keer geëxporteerd; "
                    + "wat mislukt, blijft in OutSmart voltooid en wordt met de reden getoond."
            ],
            topics: [
                Topic(
                    title: "Het document",
                    table: Table(
                        from: "Werkbon in OutSmart",
                        to: "Conceptfactuur of verkooporder in Visma eAccounting",
                        rows: [
                            ("Nummer, zoals 2026-0117", "Referentie WO-2026-0117"),
                            ("Debiteurnummer van de factuur, anders van de klant", "Klant"),
                            ("Werkadres, als dat afwijkt", "Afleveradres"),
                            ("Einde van het werk, anders werkdatum", "Datum; vandaag als de periode is afgesloten"),
                            ("Project", "Project op elke regel"),
                            ("Pdf van de werkbon", "Bijlage"),
                        ]
                    )
                ),
                Topic(
                    title: "De regels",
                    table: Table(
                        from: "Werkbon in OutSmart",
                        to: "Regel in Visma eAccounting",
                        rows: [
                            ("Nummer, datum en wat er is gedaan", "Een tekstregel bovenaan"),
                            (
                                "Elk materiaal",
                                "Een regel met het artikel met hetzelfde nummer, het aantal en de prijs van de werkbon"
                            ),
                            (
                                "Elke werkperiode",
                                "Een regel met het artikel van de uursoort; de uren zoals u ze afrondt, tegen de prijs van het artikel"
                            ),
                            ("Afstanden", "Eén regel van het reisartikel, als u er een hebt gekozen"),
                        ]
                    ),
                    notes: [
                        "Een klant, artikel of uursoort die in Visma eAccounting ontbreekt, wordt aangemaakt, tenzij u dat uitzet. Dan "
                            + "wordt het vervangende artikel gebruikt, of de werkbon mislukt en zegt waarom."
                    ]
                ),
                Topic(
                    title: "Werkbonnen die uit een verkooporder kwamen",
                    paragraphs: [
                        "Hun order wordt bijgewerkt: de geïmporteerde regels worden vervangen door wat echt is gebruikt, al het andere "
                            + "blijft. Een order die intussen gefactureerd is, blijft ongemoeid; het logboek meldt dat."
                    ]
                ),
                Topic(
                    title: "Daarna",
                    paragraphs: [
                        "Een geëxporteerde werkbon wordt in OutSmart op afgehandeld gezet. Een mislukte krijgt de werkstatus die u hebt "
                            + "gekozen, zodat kantoor hem daar ziet.",
                        "Verbeter wat de melding zegt, in OutSmart of in Visma eAccounting, en probeer het met de knop bij de werkbon opnieuw.",
                    ]
                ),
            ]
        )
    )
}
