import Domain

private let language = Language.swedish

extension ProblemTexts {
    static let swedish = ProblemTexts(
        title: { kind in
            switch kind {
            case .malformed: "Begäran kan inte läsas"
            case .unauthorized: "Inte inloggad"
            case .forbidden: "Inte ditt"
            case .crossSite: "Formuläret kunde inte tas emot"
            case .notFound: "Finns inte"
            case .notAllowed: "Går inte här"
            case .conflict: "Går inte nu"
            case .tooLarge: "För stort"
            case .unsupportedType: "Okänd typ av innehåll"
            case .invalid: "Några värden kan inte användas"
            case .tooManyRequests: "För många försök"
            case .stopping: "Servern stängs av"
            case .outdated: "Ändrat av någon annan"
            case .overdue: "Det tog för lång tid"
            case .failure(.internalError): "Något gick fel"
            case .failure(.licenseInactive): "Ingen giltig licens"
            case .failure(.authExpired): "Inte ansluten"
            case .failure: "Det gick inte"
            }
        },
        advice: { kind in
            switch kind {
            case .notFound: "Det finns ingenting på den här adressen."
            case .forbidden: "Din inloggning gäller inte för det här."
            case .crossSite: "Formuläret skickades inte från den här webbplatsen. Öppna sidan igen och gör om det."
            case .unauthorized: "Logga in och försök igen."
            case .stopping: "Servern stängs av. Försök igen om en stund."
            case .tooManyRequests(wait: 1): "Försök igen om en sekund."
            case .tooManyRequests(let wait): "Försök igen om \(language.number(wait)) sekunder."
            case .conflict: "Något annat är i vägen, eller hann före. Öppna sidan igen och titta efter."
            case .outdated: "Någon annan har ändrat det här under tiden. Öppna sidan igen och titta efter."
            case .overdue: "Det du bad om kan ha blivit gjort ändå. Öppna sidan igen och titta efter."
            case .malformed, .notAllowed, .tooLarge, .unsupportedType, .invalid:
                "Gå tillbaka, öppna sidan igen och gör om det."
            case .failure: nil
            }
        },
        internalError: "Något gick fel här. Det står i serverns logg. Försök igen om en stund."
    )
}
