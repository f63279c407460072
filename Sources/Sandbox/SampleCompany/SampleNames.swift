/// Words that the sample data is put together from.
enum SampleNames {
    static let firstNames = [
        "Åsa", "Björn", "Cecilia", "David", "Elin", "Fredrik", "Gunilla", "Håkan", "Ingrid", "Jörgen", "Karin", "Lars",
        "Märta", "Nils", "Örjan", "Petra", "Ragnar", "Sofia", "Tomas", "Ulla", "Viktor", "Ylva", "Zlatko", "Amina",
    ]
    static let lastNames = [
        "Andersson", "Johansson", "Karlsson", "Nilsson", "Öberg", "Lindström", "Ågren", "Bergström", "Sjöberg",
        "Hägglund",
        "Wallin", "Norén", "Ekström", "Björk", "Sandström", "Lundqvist", "Månsson", "Holmgren", "Östlund", "Hussein",
        "O'Brien", "von Essen", "Strömqvist",
    ]
    static let businesses = [
        "Fastigheter", "Bygg", "Måleri", "Plåtslageri", "Livs", "Restaurang", "Förskola", "Tandvård", "Åkeri",
        "Snickeri",
        "Hotell", "Bageri", "Verkstad", "Trädgård", "Redovisning", "Städ", "Sågverk", "Mejeri", "Optik", "Frisör",
        "Bilservice",
    ]
    static let places = [
        "Ängen", "Björkhagen", "Solsidan", "Kvarnen", "Ekbacken", "Sjöutsikten", "Tallåsen", "Mården", "Örnen",
        "Gläntan",
        "Stenhuggaren", "Fyren", "Lärkan", "Måsen", "Kastanjen", "Väduren", "Åkern",
    ]
    static let streets = [
        "Storgatan", "Ågatan", "Östra Järnvägsgatan", "Kungsängsvägen", "Björkvägen", "Skolgatan", "Hamngatan",
        "Norrtullsgatan", "Verkstadsvägen", "Västra Ringvägen", "Kyrkogatan", "Åsvägen", "Industrigatan",
        "Rådmansgatan",
        "Parkgränd", "Torggatan", "Smedjegatan", "Sjövägen", "Ängsvägen",
    ]
    static let cities = [
        ("115 42", "Stockholm"), ("172 37", "Sundbyberg"), ("131 30", "Nacka"), ("151 72", "Södertälje"),
        ("752 37", "Uppsala"), ("722 11", "Västerås"), ("702 23", "Örebro"), ("602 24", "Norrköping"),
        ("582 22", "Linköping"), ("553 16", "Jönköping"), ("411 03", "Göteborg"), ("211 20", "Malmö"),
        ("252 25", "Helsingborg"), ("352 30", "Växjö"), ("391 20", "Kalmar"), ("371 34", "Karlskrona"),
        ("791 31", "Falun"), ("803 11", "Gävle"), ("852 30", "Sundsvall"), ("831 30", "Östersund"), ("903 26", "Umeå"),
        ("972 31", "Luleå"), ("981 31", "Kiruna"), ("652 24", "Karlstad"), ("621 55", "Visby"), ("761 30", "Norrtälje"),
    ]
    static let products = [
        "Kopparrör", "PEX-rör", "Kulventil", "Tvättställsblandare", "Golvbrunn", "Radiatortermostat", "Jordfelsbrytare",
        "Vägguttag", "Kabel EKK", "Dimmer", "LED-downlight", "Elcentral", "Luft/vatten-värmepump", "Cirkulationspump",
        "Expansionskärl", "Panelradiator", "Vattenlås", "Dvärgbrytare", "Rörisolering", "Ventilationsdon", "Takfläkt",
        "Köksblandare", "WC-stol", "Handdukstork", "Laddbox", "Rörelsevakt", "Kopplingsdosa",
    ]
    static let sizes = [
        "12 mm", "15 mm", "22 mm", "28 mm", "1/2\"", "3/4\"", "10 A", "16 A", "3G1,5", "5G2,5", "vit", "krom",
    ]
    static let labour = [
        "Arbete rörmokare", "Arbete elektriker", "Arbete ventilationstekniker", "Arbete lärling", "Restid",
        "Jour kväll",
        "Jour helg", "Projektledning", "Felsökning", "Håltagning", "Besiktning", "Driftsättning värmepump",
    ]
    static let jobs = [
        "Byte av blandare i kök", "Felsökning jordfelsbrytare", "Installation av laddbox", "Service värmepump",
        "Läckage under diskbänk", "Nya uttag i kontor", "Rensning av golvbrunn", "Injustering av ventilation",
        "Byte av radiatorventiler", "Ny elcentral i källare", "Avluftning av värmesystem", "Montering av spotlights",
    ]
    static let technicians = [
        ("101", "Anders", "Öqvist"), ("102", "Fatima", "Ali"), ("103", "Göran", "Åkerlund"), ("104", "Lina", "Berg"),
        ("105", "Pär", "Sjödin"), ("106", "Mikko", "Järvinen"),
    ]
    /// Postal code, city, country, and the beginning of a VAT number.
    static let foreign = [
        ("0150", "Oslo", "NO", ""), ("1050", "København K", "DK", "DK1234"), ("00100", "Helsinki", "FI", "FI1234"),
        ("10115", "Berlin", "DE", "DE12345"), ("1012 LG", "Amsterdam", "NL", "NL12345678B"),
        ("EC1A 1BB", "London", "GB", ""),
    ]
}
