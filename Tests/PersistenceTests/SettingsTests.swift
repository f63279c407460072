import Domain
import Foundation
import Testing

@testable import Persistence

@Suite struct SettingsTests {
    @Test func `the export's settings have the contract's names and defaults`() throws {
        // What is `null` in the contract is not stored until a person emptied it.
        let contract: [String: JSONValue] = [
            "workOrders": .bool(true), "document": .string("invoiceDraft"), "ordersFromVisma": .string("update"),
            "newCustomers": .bool(true), "newMaterials": .bool(true), "hourRounding": .number(0),
            "roundUp": .bool(false), "referenceField": .string("buyersOrderReference"), "periodRemarks": .bool(true),
            "workDescription": .bool(true), "attachPDF": .bool(true), "errorWorkStatus": .string("99"),
            "handledAfterExport": .bool(true),
        ]
        #expect(try export(in: Settings()) == contract)

        var settings = Settings()
        settings.export.workStatus = "10"
        settings.export.completedSince = Date(timeIntervalSince1970: 1)
        settings.export.fallbackArticle = "A"
        settings.export.fallbackHourArticle = "H"
        settings.export.travelArticle = "T"
        settings.export.articleCodingId = "C"
        settings.export.unitId = "U"
        settings.export.termsOfPaymentId = "P"
        settings.export.errorWorkStatus = nil
        let chosen: [String: JSONValue] = [
            "workStatus": .string("10"), "completedSince": .number(1000), "fallbackArticle": .string("A"),
            "fallbackHourArticle": .string("H"), "travelArticle": .string("T"), "articleCodingId": .string("C"),
            "unitId": .string("U"), "termsOfPaymentId": .string("P"), "errorWorkStatus": .null,
        ]
        #expect(try export(in: settings) == contract.merging(chosen) { $1 })
        #expect(try SettingsDocument(settings).settings() == settings)
    }

    @Test func `a sync without a wish covers the work orders when their export is switched on`() {
        var settings = Settings()
        #expect(settings.enabledScopes == Scope.allCases)
        settings.export.workOrders = false
        #expect(settings.enabledScopes == [.customers, .articles, .projects, .orders])
        settings.import.articles = false
        settings.export.workOrders = true
        #expect(settings.enabledScopes == [.customers, .projects, .orders, .workOrders])
    }

    private func export(in settings: Settings) throws -> [String: JSONValue]? {
        let document = try JSONDecoder().decode(JSONValue.self, from: Data(SettingsDocument(settings).json.utf8))
        guard case .object(let members) = document, case .object(let export) = members["export"] else { return nil }
        return export
    }
}
