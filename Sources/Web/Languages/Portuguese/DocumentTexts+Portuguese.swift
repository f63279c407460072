import Domain

extension DocumentTexts {
    static let portuguese = DocumentTexts(
        search: "Número da ordem de trabalho",
        find: "Procurar",
        noneFound: "Não há aqui nenhuma ordem de trabalho assim.",
        history: "No registo",
        attempts: { $0 == 1 ? "uma tentativa" : "\(Language.portuguese.number($0)) tentativas" },
        whatRetryDoes: "Tentar de novo volta a ler a ordem de trabalho no OutSmart, como estiver então, "
            + "e exporta-a se for possível.",
        triedNow: "Nova tentativa em curso",
        triedNext: "Será tentada de novo na próxima sincronização",
        customer: "Cliente",
        deliveredTo: "Entregue a",
        date: "Data",
        project: "Projeto",
        article: "Artigo",
        amount: "Valor",
        sum: "Soma das linhas",
        sumHint: "Com os preços indicados aqui. A Visma acrescenta o IVA e arredonda.",
        failures: "Estas ainda não podem ser exportadas",
        failureHint: "Cada uma diz o que corrigir. Depois abra de novo esta página, ou tente de novo na lista.",
        ready: "Estas podem ser exportadas",
        field: { field in
            switch field {
            case .buyersOrderReference: "Referência da encomenda do comprador"
            case .yourReference: "Vossa referência"
            case .ourReference: "Nossa referência"
            }
        }
    )
}
