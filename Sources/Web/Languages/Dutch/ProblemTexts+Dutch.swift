import Domain

private let language = Language.dutch

extension ProblemTexts {
    static let dutch = ProblemTexts(
        title: { kind in
            switch kind {
            case .malformed: "De aanvraag is niet leesbaar"
            case .unauthorized: "Niet ingelogd"
            case .forbidden: "Geen toegang"
            case .crossSite: "Het formulier kon niet worden aangenomen"
            case .notFound: "Niet gevonden"
            case .notAllowed: "Hier niet mogelijk"
            case .conflict: "Nu niet mogelijk"
            case .tooLarge: "Te groot"
            case .unsupportedType: "Onbekend soort inhoud"
            case .invalid: "Sommige waarden zijn niet bruikbaar"
            case .tooManyRequests: "Te veel pogingen"
            case .stopping: "De server wordt gestopt"
            case .outdated: "Door iemand anders gewijzigd"
            case .overdue: "Het duurde te lang"
            case .failure(.internalError): "Er ging iets mis"
            case .failure(.licenseInactive): "Geen geldige licentie"
            case .failure(.authExpired): "Niet gekoppeld"
            case .failure: "Dat is niet gelukt"
            }
        },
        advice: { kind in
            switch kind {
            case .notFound: "Op dit adres is niets te vinden."
            case .forbidden: "Met deze aanmelding hebt u hier geen toegang."
            case .crossSite: "Het formulier kwam niet van deze website. Open de pagina opnieuw en doe het nog eens."
            case .unauthorized: "Log in en probeer het opnieuw."
            case .stopping: "De server wordt gestopt. Probeer het over een ogenblik opnieuw."
            case .tooManyRequests(wait: 1): "Probeer het over één seconde opnieuw."
            case .tooManyRequests(let wait): "Probeer het over \(language.number(wait)) seconden opnieuw."
            case .conflict: "Iets anders staat in de weg, of was sneller. Open de pagina opnieuw en kijk."
            case .outdated: "Iemand anders heeft dit intussen gewijzigd. Open de pagina opnieuw en kijk."
            case .overdue: "Wat u vroeg is misschien toch gebeurd. Open de pagina opnieuw en kijk."
            case .malformed, .notAllowed, .tooLarge, .unsupportedType, .invalid:
                "Ga terug, open de pagina opnieuw en doe het nog eens."
            case .failure: nil
            }
        },
        internalError: "Hier ging iets mis. Het staat in het logboek van de server. Probeer het straks opnieuw."
    )
}
