extension SampleCompany {
    private static func period(_ begin: JSON, _ end: JSON, _ total: JSON, hourType: JSON = "ARB002") -> JSON {
        [
            "WorkDate": nil, "BeginTime": begin, "EndTime": end, "TotalTime": total, "Break": nil, "Travel": nil,
            "WorkRemark": nil, "EmployeeNr": "101", "HourType": hourType,
        ]
    }

    private static func material(_ code: JSON, _ quantity: JSON, _ price: JSON) -> JSON {
        WorkOrderRules.material([
            "MaterialCode": code, "MaterialNr": quantity, "MaterialPrice": price, "MaterialName": "Ventil, övrig",
            "MaterialUnit": "st", "MaterialType": "USAGE",
        ])
    }

    private static func stranger(_ number: JSON, zip: JSON, city: JSON) -> JSONObject {
        var order = JSONObject()
        for suffix in ["", "Invoice"] {
            order.lay([
                "CustomerName\(suffix)": "Nya Kunden i Åre AB", "CustomerDebtorNr\(suffix)": number,
                "CustomerStreet\(suffix)": "Byvägen", "CustomerStreetNo\(suffix)": "7", "CustomerZIP\(suffix)": zip,
                "CustomerCity\(suffix)": city, "CustomerContactPerson\(suffix)": "Örjan Ny",
            ])
        }
        return order
    }

    /// Completed work orders that are awkward but can be exported, by their index.
    static let oddWorkOrders: [Int: JSONObject] = [
        12: ["Workperiods": [period("22:00", "02:30", "04:30")]],
        25: ["Materials": [material("EGEN-123", "1", "99,50")]],
        33: ["Workperiods": [period("08:00", "10:00", "02:00", hourType: "NATT")]],
        40: stranger("90001", zip: "837 51", city: "Åre"),
        61: ["ProjectNr": "P-1005"],
        68: ["ProjectNr": "SAKNAS"],
        75: ["daysFromToday": -100],
        82: ["daysFromToday": 2],
        89: ["PdfUrl": "/mailpdf.php?action=display&sheet_id=X1"],
        96: ["PdfUrl": "http://files.example.com/workorder.pdf"],
        103: [
            "CustomerName": "Bostadsrättsföreningen Sjöutsikten vid Västra Hamnen nummer 12",
            "WorkDescription": "🚿 Stopp i avlopp.\nSpolat & filmat <ok>",
        ],
        110: ["Workperiods": [period("08:00", "09:30", nil)]],
        124: [
            "Materials": [
                WorkOrderRules.material([
                    "MaterialCode": "4100013", "MaterialNr": "3", "MaterialPrice": "90,00",
                    "MaterialName": "PEX-rör, rabatt",
                    "MaterialUnit": "m", "MaterialOriginalPrice": "100,00", "MaterialDiscountPercentage": "10",
                ])
            ]
        ],
        131: ["Materials": [material(" 0000003 ", "1", "49,00")]],
        145: ["OrderNr": nil, "WorkorderNo": "W160145"],
    ]

    /// Completed work orders that cannot be exported before someone corrects them.
    static let poisonedWorkOrders: [JSONObject] = [
        ["Materials": [], "Workperiods": []],
        ["Materials": [material("4100013", "0", "10,00")]],
        ["Workperiods": [period("08:00", "08:00", "00:00")]],
        ["CustomerDebtorNr": nil, "CustomerDebtorNrInvoice": nil],
        stranger("90002", zip: nil, city: nil),
        ["Materials": [material("4100013", "0,00", "10,00")], "Workperiods": []],
        ["Workperiods": [period("10:00", "08:00", "-02:00")]],
        ["Materials": [], "Workperiods": [], "WorkDescription": "🤷"],
    ]
}
