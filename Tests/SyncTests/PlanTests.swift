import Domain
import Foundation
import Testing

@testable import Sync

/// A row with one field.
private struct Plate: OutSmartRow {
    var code = "1"
    var text = "as it was"
    var isActive = true

    var deactivated: Plate? {
        guard isActive else { return nil }
        return Plate(code: code, text: text, isActive: false)
    }

    var fields: [String?] { [code, text, isActive ? "1" : "0"] }
}

@Suite struct PlanTests {
    private let monday = Date(timeIntervalSince1970: 1_768_176_000)

    private func plan(
        _ row: Plate,
        changedAt: Date? = nil,
        link: Link? = nil,
        includeInactive: Bool = false,
        floor: Date? = nil
    ) -> ImportPlan<Plate> {
        let outgoing = Outgoing(vismaID: "A", name: "Plate 1", row: row, changedAt: changedAt, warning: nil)
        return ImportPlan(
            [.outgoing(outgoing)],
            links: link.map { ["A": $0] } ?? [:],
            includeInactive: includeInactive,
            floor: floor
        )
    }

    private func link(accepted row: Plate?) -> Link {
        Link(vismaID: "A", code: "1", accepted: row?.fingerprint, isActive: row?.isActive ?? true)
    }

    @Test func `a new record is delivered as new`() throws {
        let plan = plan(Plate())
        let delivery = try #require(plan.deliveries.first)
        #expect(delivery.isNew && plan.skipped == 0)
        #expect(delivery.pendingLink.pending == Plate().fingerprint && delivery.pendingLink.accepted == nil)
    }

    @Test func `an unchanged record is left alone`() {
        let plan = plan(Plate(), link: link(accepted: Plate()))
        #expect(plan.deliveries.isEmpty && plan.skipped == 0)
    }

    @Test func `a changed record is delivered as changed`() throws {
        let delivery = try #require(plan(Plate(text: "new"), link: link(accepted: Plate())).deliveries.first)
        #expect(!delivery.isNew)
        #expect(delivery.pendingLink.accepted == Plate().fingerprint)
        #expect(delivery.refusedLink == link(accepted: Plate()))
    }

    @Test func `a record that OutSmart refused is delivered again, still as new`() throws {
        #expect(try #require(plan(Plate(), link: link(accepted: nil)).deliveries.first).isNew)
    }

    @Test func `an inactive record that never was sent is skipped`() {
        let plan = plan(Plate(isActive: false))
        #expect(plan.deliveries.isEmpty && plan.skipped == 1)
    }

    @Test func `an inactive record that was sent before is delivered as inactive`() throws {
        let delivery = try #require(plan(Plate(isActive: false), link: link(accepted: Plate())).deliveries.first)
        #expect(!delivery.outgoing.isActive && delivery.pendingLink.isActive)
    }

    @Test func `an inactive record is delivered when inactive ones are included`() {
        #expect(plan(Plate(isActive: false), includeInactive: true).deliveries.count == 1)
    }

    @Test(arguments: [(-1.0, 0), (0.0, 0), (1.0, 1)])
    func `a new record is delivered only when it changed after the floor`(seconds: Double, deliveries: Int) {
        let plan = plan(Plate(), changedAt: monday.addingTimeInterval(seconds), floor: monday)
        #expect(plan.deliveries.count == deliveries && plan.skipped == 1 - deliveries)
    }

    @Test func `a record that never changed at Visma lies below every floor`() {
        #expect(plan(Plate(), changedAt: nil, floor: .distantPast).skipped == 1)
    }

    @Test func `the floor holds back no record that was sent before`() {
        let plan = plan(Plate(text: "new"), changedAt: .distantPast, link: link(accepted: Plate()), floor: monday)
        #expect(plan.deliveries.count == 1)
    }

    @Test func `an inactive record above the floor still is skipped`() {
        #expect(plan(Plate(isActive: false), changedAt: monday + 1, floor: monday).skipped == 1)
    }

    @Test func `an unusable record is reported and stops no other`() {
        let failure = SyncFailure(.customerIncomplete, "no number")
        let good = Outgoing(vismaID: "B", name: "Plate 2", row: Plate(), changedAt: nil, warning: nil)
        let plan = ImportPlan<Plate>(
            [.unusable(name: "Plate ?", failure), .outgoing(good)],
            links: [:],
            includeInactive: false,
            floor: nil
        )
        #expect(plan.unusable.map(\.name) == ["Plate ?"] && plan.unusable.map(\.failure) == [failure])
        #expect(plan.deliveries.map(\.outgoing.vismaID) == ["B"])
    }
}
