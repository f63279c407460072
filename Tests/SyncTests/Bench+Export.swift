import Domain
import Foundation
import Sandbox
import TestSupport
import Testing

@testable import Sync

extension Bench {
    /// Runs `body` between two vendors that have a customer and two articles, with an export of everything since 2020.
    static func openForExport(
        _ edit: (inout Settings.Export) -> Void = { _ in },
        lists: Set<Domain.Scope> = [.workOrders],
        change: (inout VendorSandbox.Options) -> Void = { _ in },
        wire: Wire = { $0 },
        _ body: (Bench) async throws -> Void
    ) async throws {
        try await open(lists: lists, change: change, wire: wire) { bench in
            try bench.addTrade()
            try await bench.connect()
            try await bench.change { settings in
                settings.export.completedSince = bench.clock.now.addingTimeInterval(-2000 * 86_400)
                edit(&settings.export)
            }
            try await body(bench)
        }
    }

    /// The only document of a work order.
    func document(_ index: Int, sourceLocation: SourceLocation = #_sourceLocation) throws -> JSONObject {
        let found = documents(Self.reference(index))
        #expect(found.count == 1, sourceLocation: sourceLocation)
        return try #require(found.first, sourceLocation: sourceLocation)
    }

    /// The rows of the only document of a work order.
    func rows(_ index: Int, sourceLocation: SourceLocation = #_sourceLocation) throws -> [JSONObject] {
        (try document(index, sourceLocation: sourceLocation)["Rows"]?.array ?? []).compactMap(\.object)
    }

    /// Syncs, and expects that a work order failed for that reason, once, and without a document.
    func expectFailure(
        _ index: Int,
        _ code: LogEntry.Code,
        field: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let run = try await sync()
        #expect(run.state == .partial && run[.workOrders].counts.failed == 1, sourceLocation: sourceLocation)
        let entry = try #require(try await entry(index), sourceLocation: sourceLocation)
        #expect(entry.state == .failed && entry.code == code, "\(entry)", sourceLocation: sourceLocation)
        let errors = try await log(of: "eriksson", LogEntry.Filter(level: .error, scope: .workOrders))
        #expect(errors.map(\.code) == [code], "\(errors)", sourceLocation: sourceLocation)
        #expect(errors.map(\.record) == ["WO \(Self.completedNumber(index))"], sourceLocation: sourceLocation)
        #expect(errors.first.map { !$0.message.isEmpty } == true && !code.action.isEmpty)
        if let field { #expect(errors.first?.detail["field"] == field, sourceLocation: sourceLocation) }
        #expect(documents(Self.reference(index)).isEmpty, sourceLocation: sourceLocation)
        #expect(workOrder(index).text("status") == "Compleet", sourceLocation: sourceLocation)
    }

    /// The warnings about work orders so far.
    func warnings() async throws -> [LogEntry.Code?] {
        try await log(of: "eriksson", LogEntry.Filter(level: .warning, scope: .workOrders)).map(\.code)
    }
}
