import Domain

private let language = Language.portuguese

extension ProblemTexts {
    static let portuguese = ProblemTexts(
        title: { kind in
            switch kind {
            case .malformed: "O pedido não pode ser lido"
            case .unauthorized: "Sessão não iniciada"
            case .forbidden: "Sem acesso"
            case .crossSite: "O formulário não pôde ser aceite"
            case .notFound: "Não encontrado"
            case .notAllowed: "Não é possível aqui"
            case .conflict: "Não é possível agora"
            case .tooLarge: "Demasiado grande"
            case .unsupportedType: "Tipo de conteúdo desconhecido"
            case .invalid: "Alguns valores não podem ser usados"
            case .tooManyRequests: "Demasiadas tentativas"
            case .stopping: "O servidor está a parar"
            case .outdated: "Alterado por outra pessoa"
            case .overdue: "Demorou demasiado tempo"
            case .failure(.internalError): "Algo correu mal"
            case .failure(.licenseInactive): "Sem licença válida"
            case .failure(.authExpired): "Não ligado"
            case .failure: "Não foi possível"
            }
        },
        advice: { kind in
            switch kind {
            case .notFound: "Não há nada neste endereço."
            case .forbidden: "A sua sessão não dá acesso a isto."
            case .crossSite: "O formulário não foi enviado deste site. Abra a página de novo e repita o que fez."
            case .unauthorized: "Inicie sessão e tente de novo."
            case .stopping: "O servidor está a parar. Tente de novo dentro de momentos."
            case .tooManyRequests(wait: 1): "Tente de novo dentro de um segundo."
            case .tooManyRequests(let wait): "Tente de novo dentro de \(language.number(wait)) segundos."
            case .conflict: "Há algo que o impede, ou que foi mais rápido. Abra a página de novo e verifique."
            case .outdated: "Entretanto, outra pessoa alterou isto. Abra a página de novo e verifique."
            case .overdue: "O que pediu pode ter sido feito na mesma. Abra a página de novo e verifique."
            case .malformed, .notAllowed, .tooLarge, .unsupportedType, .invalid:
                "Volte atrás, abra a página de novo e repita o que fez."
            case .failure: nil
            }
        },
        internalError: "Algo correu mal aqui. Está no registo do servidor. Tente de novo mais tarde."
    )
}
