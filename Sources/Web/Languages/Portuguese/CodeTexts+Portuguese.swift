import Domain

extension CodeTexts {
    static let portuguese = CodeTexts(
        headline: { code in
            switch code {
            case .authExpired: "A Visma já não aceita o acesso"
            case .consentDenied: "O acesso não foi autorizado"
            case .consentInvalid: "O início de sessão na Visma não foi concluído"
            case .scopeMissing: "Faltam permissões na Visma"
            case .companyMismatch: "Foi escolhida outra empresa"
            case .companyInUse: "A empresa pertence a outra conta"
            case .companyInactive: "A empresa não está ativa na Visma"
            case .moduleMissing: "Falta um módulo na Visma"
            case .licenseInactive: "Sem licença válida"
            case .outsmartTokenInvalid: "O OutSmart não aceita o token"
            case .customerIncomplete: "O cliente está incompleto"
            case .projectWithoutCustomer: "O projeto não tem cliente"
            case .unitChangedKind: "Material e tipo de hora foram trocados"
            case .manyRecordsGone: "Desapareceram muitos registos"
            case .orderIncomplete: "A encomenda está incompleta"
            case .orderChanged: "A encomenda foi alterada depois"
            case .numberMissing: "Falta o número"
            case .numberNotUnique: "O número está repetido"
            case .orderSkippedOwnExport: "A encomenda vem de uma ordem de trabalho"
            case .relationNotFound: "Cliente não encontrado"
            case .relationCreateFailed: "Não foi possível criar o cliente"
            case .materialNotFound: "Artigo não encontrado"
            case .materialCreateFailed: "Não foi possível criar o artigo"
            case .hourtypeNotFound: "Artigo para as horas não encontrado"
            case .fallbackArticleNotFound: "Artigo alternativo não encontrado"
            case .projectNotFound: "Projeto não encontrado"
            case .emptyWorkOrder: "Nada para faturar"
            case .zeroQuantity: "A quantidade é 0"
            case .zeroDuration: "O período de trabalho não tem tempo"
            case .noDebtorNumber: "O cliente não tem número"
            case .valueTruncated: "O texto foi encurtado"
            case .orderAlreadyInvoiced: "A encomenda já foi faturada"
            case .periodLocked: "O período está fechado"
            case .codingIncomplete: "A codificação do artigo está incompleta"
            case .vatNumberInvalid: "O número de IVA não é válido"
            case .alreadyExported: "A ordem de trabalho já foi exportada"
            case .adoptedExistingDocument: "É usado um documento existente"
            case .statusUpdateFailed: "Ordem de trabalho ainda não marcada como tratada"
            case .attachmentFailed: "O PDF não foi anexado"
            case .rateLimited: "Demasiados pedidos, de momento"
            case .vismaError: "A Visma recusou"
            case .outsmartError: "O OutSmart recusou"
            case .upstreamUnreachable: "Sem resposta, de momento"
            case .notificationFailed: "O aviso não chegou"
            case .internalError: "Algo correu mal no conector"
            }
        },
        action: { code in
            switch code {
            case .authExpired: "Ligue novamente o Visma eAccounting."
            case .consentDenied: "Prima Ligar outra vez e autorize o acesso na página da Visma."
            case .consentInvalid: "Prima Ligar na página de definições e inicie sessão na Visma em dez minutos."
            case .scopeMissing: "Desligue e ligue novamente, para que a Visma possa dar as permissões em falta."
            case .companyMismatch: "Ligue novamente e escolha a empresa a que esta conta pertence."
            case .companyInUse: "Desligue primeiro a outra conta, ou escolha outra empresa na Visma."
            case .companyInactive: "Reative a empresa na Visma."
            case .moduleMissing: "Ative o módulo na Visma, ou use rascunhos de fatura em vez de encomendas."
            case .licenseInactive: "Introduza uma licença válida para esta conta."
            case .outsmartTokenInvalid:
                "Verifique o token do OutSmart desta conta: está no OutSmart em Definições, Geral, Integrações de "
                    + "software."
            case .customerIncomplete: "Preencha os campos em falta do cliente no Visma eAccounting."
            case .projectWithoutCustomer: "Escolha um cliente para o projeto no Visma eAccounting."
            case .unitChangedKind: "Verifique no OutSmart que já nada usa o anterior, e remova-o aí."
            case .orderIncomplete:
                "Complete a encomenda no Visma eAccounting, ou corrija as definições de importação como diz a mensagem."
            case .orderChanged: "Altere a ordem de trabalho no OutSmart, se tiver de acompanhar."
            case .numberMissing: "Dê um número ao registo no Visma eAccounting."
            case .numberNotUnique: "Dê outro número a um dos dois registos no Visma eAccounting."
            case .manyRecordsGone:
                "Verifique no Visma eAccounting se estes registos foram realmente removidos, e depois confirme."
            case .orderSkippedOwnExport:
                "Nada a fazer: a encomenda foi criada a partir de uma ordem de trabalho e não é enviada de volta."
            case .relationNotFound:
                "Adicione o cliente com este número no Visma eAccounting, ou permita criar novos clientes nas "
                    + "definições de exportação."
            case .relationCreateFailed:
                "Complete a relação no OutSmart como diz a mensagem, ou adicione o cliente no Visma eAccounting."
            case .materialNotFound:
                "Adicione um artigo com o código do material no Visma eAccounting, ou escolha um artigo alternativo "
                    + "nas definições de exportação."
            case .materialCreateFailed:
                "Corrija o material no OutSmart como diz a mensagem, ou adicione o artigo no Visma eAccounting."
            case .hourtypeNotFound:
                "Adicione um artigo com o código do tipo de hora no Visma eAccounting, ou escolha um artigo "
                    + "alternativo para horas nas definições de exportação."
            case .fallbackArticleNotFound:
                "Escolha outro artigo nas definições de exportação, ou adicione de novo o escolhido no Visma "
                    + "eAccounting."
            case .projectNotFound: "Escolha o projeto no documento no Visma eAccounting, se pertencer a algum."
            case .emptyWorkOrder:
                "Adicione um material ou um período de trabalho à ordem de trabalho no OutSmart, ou marque-a aí como "
                    + "tratada se não houver nada para faturar."
            case .zeroQuantity: "Indique a quantidade na ordem de trabalho no OutSmart, ou retire aí o material."
            case .zeroDuration:
                "Indique o início e o fim do período de trabalho no OutSmart, ou retire aí o período."
            case .noDebtorNumber: "Escolha na ordem de trabalho no OutSmart um cliente com número de devedor."
            case .valueTruncated: "Verifique o texto encurtado no Visma eAccounting, e encurte-o no OutSmart."
            case .orderAlreadyInvoiced:
                "Fature manualmente no Visma eAccounting o que a ordem de trabalho acrescenta, e depois marque-a como "
                    + "tratada no OutSmart."
            case .periodLocked:
                "Verifique a data do documento no Visma eAccounting, e abra aí o período se tiver de ser a data "
                    + "anterior."
            case .codingIncomplete:
                "Complete as contas e o IVA da codificação do artigo no Visma eAccounting, ou escolha outra "
                    + "codificação nas definições de exportação."
            case .vatNumberInvalid:
                "Corrija o número de IVA do cliente no Visma eAccounting, e no OutSmart se também lá estiver."
            case .alreadyExported:
                "Procure a referência da ordem de trabalho no Visma eAccounting e mantenha um dos documentos "
                    + "encontrados."
            case .adoptedExistingDocument:
                "Nada a fazer: o documento já existia e é usado. Verifique-o no Visma eAccounting se foi criado por si."
            case .statusUpdateFailed:
                "Nada a fazer: a próxima sincronização tenta de novo. Se continuar, marque a ordem de trabalho como "
                    + "tratada no OutSmart."
            case .attachmentFailed:
                "Se for preciso, anexe manualmente o PDF da ordem de trabalho ao documento no Visma eAccounting."
            case .rateLimited: "Nada a fazer: a próxima sincronização continua por si."
            case .vismaError:
                "Corrija o registo como a Visma indica. O suporte da Visma pode ajudar com o ErrorId."
            case .outsmartError: "Corrija o registo como o OutSmart indica."
            case .upstreamUnreachable:
                "Nada a fazer: a próxima sincronização tenta de novo. Se continuar, consulte a página de estado do "
                    + "fornecedor."
            case .notificationFailed:
                "Verifique o endereço para avisos nas definições: o servidor tem de responder com um estado de 200 a 299."
            case .internalError: "Comunique esta entrada ao administrador do conector."
            }
        }
    )
}
