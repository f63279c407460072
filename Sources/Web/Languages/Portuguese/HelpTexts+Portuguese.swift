extension HelpTexts {
    static let portuguese = HelpTexts(
        title: "Ajuda",
        lead: "O que vai de onde para onde, e o que o conector faz por si.",
        contents: "Conteúdo",
        general: Section(
            title: "Geral",
            paragraphs: [
                "O conector mantém o OutSmart e o Visma eAccounting alinhados. Clientes, artigos, projetos e encomendas são geridos no "
                    + "Visma eAccounting e copiados para o OutSmart. As ordens de trabalho são geridas no OutSmart; as concluídas "
                    + "tornam-se rascunhos de fatura ou encomendas no Visma eAccounting.",
                "Um cliente ou artigo que já existe no Visma eAccounting nunca é alterado.",
            ],
            topics: [
                Topic(
                    title: "Ligação e empresa",
                    paragraphs: [
                        "Ligar abre a página de início de sessão da Visma. A primeira empresa que aí escolher passa a ser a desta conta.",
                        "Desligar termina o acesso do conector. O que foi importado e o histórico mantêm-se.",
                    ]
                ),
                Topic(
                    title: "Quando se sincroniza",
                    paragraphs: [
                        "Em regra de 15 em 15 minutos, e sempre que alguém prime Sincronizar agora. A ordem é sempre clientes, artigos, "
                            + "projetos, encomendas, ordens de trabalho.",
                        "Um registo com erro nunca impede os outros: aparece no registo de atividade com o que fazer.",
                        "Uma vez por dia compara-se tudo. Quando faltam muitos registos no Visma eAccounting, nada é desativado no "
                            + "OutSmart antes de o confirmar na página.",
                    ]
                ),
            ]
        ),
        imports: Section(
            title: "Importação: do Visma eAccounting para o OutSmart",
            paragraphs: ["Só é enviado o que mudou desde a última sincronização."],
            topics: [
                Topic(
                    title: "Clientes",
                    table: Table(
                        from: "Cliente no Visma eAccounting",
                        to: "Relação no OutSmart",
                        rows: [
                            ("Número de cliente", "Número de devedor"),
                            ("Nome", "Nome"),
                            (
                                "Morada de faturação, código postal, localidade, país",
                                "Rua, código postal, localidade, país"
                            ),
                            ("Pessoa de contacto", "Contacto"),
                            ("Telefone, telemóvel, e-mail", "Telefone, telemóvel, e-mail"),
                            ("Número de IVA", "Número de IVA"),
                            ("Número de registo da empresa", "Número KvK"),
                            ("Nota", "Observação"),
                            ("Ativo", "Ativo"),
                        ]
                    ),
                    notes: [
                        "O que o OutSmart exige e falta ao cliente é enviado como “-”, e o registo de atividade di-lo uma vez.",
                        "Um cliente removido no Visma eAccounting fica inativo no OutSmart.",
                    ]
                ),
                Topic(
                    title: "Artigos",
                    paragraphs: [
                        "Um artigo numa unidade de horas torna-se um tipo de hora; qualquer outro, um material."
                    ],
                    table: Table(
                        from: "Artigo no Visma eAccounting",
                        to: "Material ou tipo de hora no OutSmart",
                        rows: [
                            ("Número do artigo", "Código"),
                            ("Nome", "Nome"),
                            ("Preço sem IVA", "Preço"),
                            ("Unidade", "Unidade (só materiais)"),
                            ("Primeiro código de barras, nota", "Código de barras, nota (só materiais)"),
                        ]
                    )
                ),
                Topic(
                    title: "Projetos",
                    paragraphs: ["Projetos em curso que têm um cliente."],
                    table: Table(
                        from: "Projeto no Visma eAccounting",
                        to: "Projeto no OutSmart",
                        rows: [
                            ("Número do projeto", "Código"),
                            ("Nome, notas", "Nome, descrição"),
                            ("Cliente", "Número de devedor"),
                            ("Data de início e de fim", "Data de início e de fim"),
                        ]
                    ),
                    notes: ["Um projeto terminado no Visma eAccounting fica inativo no OutSmart."]
                ),
                Topic(
                    title: "Encomendas",
                    paragraphs: [
                        "Uma encomenda torna-se uma ordem de trabalho, uma só vez. Se mudar depois, o registo de atividade di-lo; "
                            + "não é enviada de novo."
                    ],
                    table: Table(
                        from: "Encomenda no Visma eAccounting",
                        to: "Ordem de trabalho no OutSmart",
                        rows: [
                            ("Número da encomenda, como 1042", "Ordem de trabalho V1042"),
                            ("Morada de entrega, senão a de faturação", "Morada do trabalho"),
                            ("Morada de faturação e número de cliente", "Morada de faturação e número de devedor"),
                            ("Vossa referência, senão a pessoa de contacto", "Pessoa de contacto"),
                            ("Data de entrega, senão a da encomenda", "Data do trabalho"),
                            (
                                "Linhas de texto e de horas",
                                "Descrição do trabalho; as horas são também o tempo previsto"
                            ),
                            ("Outras linhas de artigos", "Materiais com número, quantidade, preço e texto"),
                            ("Projeto da primeira linha", "Projeto"),
                        ]
                    )
                ),
            ]
        ),
        export: Section(
            title: "Exportação: do OutSmart para o Visma eAccounting",
            paragraphs: [
                "Ordens de trabalho concluídas e não arquivadas, a partir do dia que escolher. Cada uma é exportada uma vez; "
                    + "a que falha continua concluída no OutSmart e aparece com o motivo."
            ],
            topics: [
                Topic(
                    title: "O documento",
                    table: Table(
                        from: "Ordem de trabalho no OutSmart",
                        to: "Rascunho de fatura ou encomenda no Visma eAccounting",
                        rows: [
                            ("Número, como 2026-0117", "Referência WO-2026-0117"),
                            ("Número de devedor da fatura, senão o do cliente", "Cliente"),
                            ("Morada do trabalho, quando é outra", "Morada de entrega"),
                            (
                                "Fim do trabalho, senão a data do trabalho",
                                "Data; a de hoje se o período estiver fechado"
                            ),
                            ("Projeto", "Projeto em cada linha"),
                            ("PDF da ordem de trabalho", "Anexo"),
                        ]
                    )
                ),
                Topic(
                    title: "As linhas",
                    table: Table(
                        from: "Ordem de trabalho no OutSmart",
                        to: "Linha no Visma eAccounting",
                        rows: [
                            ("Número, data e o que foi feito", "Uma linha de texto no início"),
                            (
                                "Cada material",
                                "Uma linha com o artigo do mesmo número, a quantidade e o preço da ordem de trabalho"
                            ),
                            (
                                "Cada período de trabalho",
                                "Uma linha com o artigo do tipo de hora; as horas como as arredonda, ao preço do artigo"
                            ),
                            ("Distâncias", "Uma linha do artigo de deslocação, se escolheu um"),
                        ]
                    ),
                    notes: [
                        "Um cliente, artigo ou tipo de hora que falta no Visma eAccounting é criado, a não ser que desligue isso. Então "
                            + "usa-se o artigo que escolheu em vez dele, ou a ordem de trabalho falha e diz porquê."
                    ]
                ),
                Topic(
                    title: "Ordens de trabalho que vieram de uma encomenda",
                    paragraphs: [
                        "A encomenda é atualizada: as linhas importadas são substituídas pelo que foi realmente usado, o resto fica. "
                            + "Uma encomenda entretanto faturada não é tocada, e o registo de atividade di-lo."
                    ]
                ),
                Topic(
                    title: "Depois",
                    paragraphs: [
                        "Uma ordem de trabalho exportada passa a tratada no OutSmart. Uma que falhou recebe o estado que escolheu, "
                            + "para que o escritório a veja lá.",
                        "Corrija o que a mensagem diz, no OutSmart ou no Visma eAccounting, e tente de novo com o botão junto da ordem de trabalho.",
                    ]
                ),
            ]
        )
    )
}
