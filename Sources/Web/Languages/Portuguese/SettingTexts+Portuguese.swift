import Domain
import Sync

private let language = Language.portuguese

extension SettingTexts {
    static let portuguese: SettingTexts = .init(
        title: "Definições",
        name: { setting in
            switch setting {
            case .customers: SiteTexts.portuguese.scope(.customers)
            case .articles: SiteTexts.portuguese.scope(.articles)
            case .projects: SiteTexts.portuguese.scope(.projects)
            case .orders: SiteTexts.portuguese.scope(.orders)
            case .includeInactive: "Também os inativos"
            case .changedSince: "Alterados desde"
            case .hourUnits: "Unidades de horas"
            case .orderStatuses: "Encomendas a importar"
            case .typeOfWork: "Tipo de trabalho"
            case .paymentMethod: "Forma de pagamento"
            case .shipImportedOrders: "Marcar as encomendas como entregues"
            case .workOrders: SiteTexts.portuguese.scope(.workOrders)
            case .document: "Uma ordem de trabalho passa a"
            case .ordersFromVisma: "Ordens de trabalho que vieram de uma encomenda"
            case .workStatus: "Estado de trabalho"
            case .completedSince: "Realizadas desde"
            case .newCustomers: "Criar clientes"
            case .newMaterials: "Criar artigos"
            case .hourRounding: "Horas"
            case .roundUp: "Arredondar sempre para cima"
            case .fallbackArticle: "Em vez de um material desconhecido"
            case .fallbackHourArticle: "Em vez de um tipo de hora desconhecido"
            case .travelArticle: "Artigo para deslocações"
            case .articleCoding: "Codificação dos novos artigos"
            case .unit: "Unidade dos novos artigos"
            case .termsOfPayment: "Condições de pagamento dos novos clientes"
            case .referenceField: "O número da ordem de trabalho fica em"
            case .periodRemarks: "Observações das horas"
            case .workDescription: "O que foi feito"
            case .attachPDF: "Anexar o PDF da ordem de trabalho"
            case .errorWorkStatus: "Estado de trabalho após uma falha"
            case .handledAfterExport: "Marcar as ordens de trabalho como tratadas"
            case .schedule: "Sincronizar automaticamente"
            case .webhookURL: "Avisar este endereço de problemas"
            case .webhookSecret: "Segredo que assina os avisos"
            case .language: "Idioma"
            }
        },
        hint: { setting in
            switch setting {
            case .customers: "Passam a relações no OutSmart."
            case .articles: "Passam a materiais; o que se conta em horas passa a tipos de hora."
            case .projects: "Os que estão em curso passam a projetos."
            case .orders: "Passam a ordens de trabalho, cada uma só uma vez."
            case .includeInactive:
                "Sem isto, um cliente ou artigo inativo só é enviado se já o tiver sido antes."
            case .changedSince:
                "A primeira importação deixa de fora o que não mudou desde esse dia. Vazio: tudo."
            case .hourUnits:
                "Os artigos com estas unidades passam a tipos de hora. Separe-as com vírgulas ou mudanças de linha."
            case .orderStatuses: nil
            case .typeOfWork: "Das ordens de trabalho em que se tornam."
            case .paymentMethod: "Das ordens de trabalho em que se tornam."
            case .shipImportedOrders: "No Visma eAccounting, assim que a ordem de trabalho exista no OutSmart."
            case .workOrders: "As concluídas passam a rascunhos de fatura ou encomendas."
            case .document: nil
            case .ordersFromVisma: nil
            case .workStatus: "Só são exportadas as ordens de trabalho com este estado no OutSmart."
            case .completedSince:
                "O trabalho feito antes desse dia fica de fora. Vazio: o dia em que a empresa foi ligada pela "
                    + "primeira vez."
            case .newCustomers: "Os que faltam no Visma eAccounting, com o número que têm no OutSmart."
            case .newMaterials:
                "Os materiais e tipos de hora que faltam no Visma eAccounting, com o seu código como número."
            case .hourRounding: nil
            case .roundUp: "E não para o valor mais próximo."
            case .fallbackArticle, .fallbackHourArticle:
                "O seu número. A linha mantém texto, quantidade e preço. Vazio: a ordem de trabalho falha."
            case .travelArticle:
                "O seu número. As distâncias são cobradas numa linha com ele. Vazio: não são cobradas."
            case .articleCoding, .unit, .termsOfPayment: nil
            case .referenceField: "É por ele que o documento é encontrado de novo."
            case .periodRemarks: "Ficam nas linhas das horas."
            case .workDescription: "Fica na primeira linha, com o número e a data da ordem de trabalho."
            case .attachPDF: "Ao documento no Visma eAccounting."
            case .errorWorkStatus: "Para que o escritório veja no OutSmart o que não pôde ser exportado."
            case .handledAfterExport: "No OutSmart, assim que o documento exista."
            case .schedule: "A intervalos regulares, além de quando alguém prime Sincronizar agora."
            case .webhookURL:
                "É enviada uma mensagem quando uma sincronização falha ou o acesso termina. Vazio: para lado nenhum."
            case .webhookSecret: "whsec_ e base64. Vazio: o segredo de webhook da conta."
            case .language: "Das páginas desta conta."
            }
        },
        save: "Guardar definições",
        notSaved: "Nada foi guardado. Verifique os campos assinalados.",
        fault: { fault in
            switch fault {
            case .missing: "Falta este valor."
            case .unknown: "Não há nada com este nome."
            case .taken: "Já existe com este nome."
            case .noText: "Indique um texto."
            case .tooLong(let limit): "Indique no máximo \(language.number(limit)) bytes."
            case .tooManyCharacters(let limit): "Indique no máximo \(language.number(limit)) caracteres."
            case .unprintable, .account(.unprintable): "Retire mudanças de linha e caracteres de controlo."
            case .comma: "Retire as vírgulas: separam as entradas desta lista."
            case .repeated: "Isto está duas vezes."
            case .noFlag: "Indique true ou false."
            case .noList: "Indique uma lista com pelo menos um elemento."
            case .noneChosen: "Escolha pelo menos um."
            case .tooMany(let limit): "Indique no máximo \(language.number(limit)) entradas."
            case .element(let index, let fault):
                "Entrada \(language.number(index + 1)): \(SettingTexts.portuguese.fault(fault))"
            case .noDate: "Indique uma data como 2026-01-31."
            case .dateInFuture: "Este dia é no futuro."
            case .dateTooEarly: "Este dia é anterior a 1970."
            case .noObject: "Indique um objeto."
            case .noScope: "Indique um de: " + Scope.allCases.map(\.rawValue).joined(separator: ", ") + "."
            case .noWholeNumber(let range):
                "Indique um número inteiro de \(range.lowerBound) a \(range.upperBound)."
            case .notOneOf(let choices): "Indique um de: " + choices.joined(separator: ", ") + "."
            case .account(.identifier): "Use de 1 a 64 de a–z, 0–9, - e _."
            case .account(.webhookAddress): "Indique um endereço na Internet que comece por https://."
            case .account(.webhookSecret): "Indique whsec_ e o base64 de 24 a 64 bytes."
            case .account(.length(let range)):
                "Indique de \(range.lowerBound) a \(range.upperBound) caracteres."
            }
        }
    )
}
