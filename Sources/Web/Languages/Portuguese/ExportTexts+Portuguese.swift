import Domain
import Foundation
import Sync

private let language = Language.portuguese

extension ExportTexts {
    static let portuguese = ExportTexts(
        title: "Exportação",
        lead: "O que vai do OutSmart para o Visma eAccounting: as ordens de trabalho concluídas, cada uma só uma vez.",
        exportWorkOrders: "Exportar ordens de trabalho",
        waiting: { count, oldest in
            switch count {
            case 0: "Nenhuma ordem de trabalho concluída aguarda exportação."
            case 1: "Uma ordem de trabalho concluída\(of(oldest)) aguarda exportação."
            default:
                "\(language.number(count)) ordens de trabalho concluídas aguardam exportação\(theOldest(oldest))."
            }
        },
        leftOut: { count, oldest in
            count == 1
                ? "Mais uma\(of(oldest)) fica de fora devido à data abaixo."
                : "Mais \(language.number(count)) ficam de fora devido à data abaixo\(theOldest(oldest))."
        },
        whichWorkOrders: "Que ordens de trabalho",
        anyStatus: "Todos",
        documents: "Documentos",
        document: { name(of: $0) },
        orderFromVisma: { way in
            switch way {
            case .update: "Atualizar a encomenda"
            case .newDocument: "Exportar como qualquer outra"
            }
        },
        noOrderDocuments: "Esta empresa não tem encomendas no Visma eAccounting. Use rascunhos de fatura.",
        noOrdersToUpdate: "Esta empresa não tem encomendas no Visma eAccounting.",
        referenceField: { field in
            switch field {
            case .buyersOrderReference: "Referência da encomenda do comprador"
            case .yourReference: "Vossa referência"
            case .ourReference: "Nossa referência"
            }
        },
        rows: "Linhas",
        hourRounding: { minutes in
            switch minutes {
            case 0: "Como registado"
            case 1: "Arredondar a minutos"
            case 60: "Arredondar a horas"
            default: "Arredondar a \(minutes) minutos"
            }
        },
        missingRecords: "O que falta no Visma eAccounting",
        companysTerms: "As da empresa",
        usualOne: "A da maioria dos artigos",
        notOffered: { "\($0) – não está na lista do Visma eAccounting" },
        vismaSilent: "De momento não é possível obter a lista do Visma eAccounting. O valor fica como está.",
        vismaNotConnected: "A lista do Visma eAccounting aparece aqui quando a empresa estiver ligada.",
        afterwards: "Depois, no OutSmart",
        noStatus: "Como estava",
        statusToAdd: { "\($0) – é adicionado ao OutSmart quando for preciso" },
        listTitle: "Ordens de trabalho exportadas",
        filter: "Ordens de trabalho exportadas, por estado",
        all: "Todas",
        state: { state in
            switch state {
            case .claimed: "Em preparação"
            case .posting: "Enviada, não confirmada"
            case .created: "Documento criado"
            case .attached: "Documento completo"
            case .done: "Concluída"
            case .failed: "Falhou"
            }
        },
        documentNumber: { document, number in
            [name(of: document), number.map { "\($0)" }].compactMap { $0 }.joined(separator: " ")
        },
        invoice: { number, isPaid in
            (number.map { "Fatura \($0), " } ?? "Fatura, ") + (isPaid ? "paga" : "não paga")
        },
        retry: "Tentar de novo",
        retryWorkOrder: { "Tentar de novo a ordem de trabalho \($0)" },
        asked: "Será tentada de novo",
        emptyList: "Não há nenhuma.",
        olderEntries: "Mais antigas",
        newestEntries: "Mais recentes",
        preview: "Pré-visualizar",
        previewTitle: "O que uma exportação enviaria agora",
        previewLead: "Nada foi enviado nem alterado.",
        emptyPreview: "Nenhuma ordem de trabalho concluída aguarda exportação.",
        shown: { "São mostradas as primeiras \(language.number($0)) de \(language.number($1))." },
        exportable: { failed, all in
            switch (failed, all) {
            case (0, 1): "A única ordem de trabalho que aguarda pode ser exportada."
            case (0, _): "Todas as \(language.number(all)) ordens de trabalho que aguardam podem ser exportadas."
            case (1, 1): "A única ordem de trabalho que aguarda ainda não pode ser exportada."
            case (1, _): "1 de \(language.number(all)) ordens de trabalho ainda não pode ser exportada."
            default:
                "\(language.number(failed)) de \(language.number(all)) ordens de trabalho ainda não podem ser "
                    + "exportadas."
            }
        },
        call: { call, document in
            switch (call.method, call.path) {
            case ("POST", "/customers"): "Novo cliente"
            case ("POST", "/articles"): "Novo artigo"
            case ("PUT", _): "Alteração de uma encomenda"
            default: name(of: document)
            }
        },
        text: "Texto",
        articlesText: "O texto do próprio artigo",
        quantity: "Quantidade",
        price: "Preço",
        discount: "Desconto",
        rawBody: "Tal como é enviado",
        backToSettings: "Voltar às definições"
    )
}

extension ExportTexts {
    private static func name(of document: ExportEntry.Document) -> String {
        switch document {
        case .invoiceDraft: "Rascunho de fatura"
        case .order: "Encomenda"
        }
    }

    private static func of(_ day: Date?) -> String { day.map { " de \(language.day($0))" } ?? "" }

    private static func theOldest(_ day: Date?) -> String {
        day.map { ", a mais antiga de \(language.day($0))" } ?? ""
    }
}
