import Domain
import Foundation
import Persistence
import Sandbox
import TestSupport

@testable import Sync

/// Carries schedules out, and looks what came of them.
struct ExportTrial {
    let bench: Bench
    let fate: Fate

    /// Carries a schedule out until things are calm.
    ///
    /// - Returns: What is not as it should be; nothing, then.
    func complaints(about schedule: ExportSchedule) async throws -> [String] {
        for job in schedule.jobs {
            if job.isOfOrder { try await addOrder(of: job) }
            try bench.addWorkOrder(job.index, job.members)
        }
        var lives = schedule.lives[...]
        while !lives.isEmpty {
            try await live(&lives)
            for job in schedule.jobs where job.getsLateRow { try addRow("LATE", "4", toOrderOf: job) }
        }
        var complaints: [String] = []
        for round in 1...4 {
            let run = try await live(&lives)
            // One that was begun by a dead process need not have looked at everything.
            if run?.state == .succeeded || run?.state == .partial, run?.queuedAt == bench.clock.now { break }
            if round == 4 { complaints.append("it does not calm down: \(run?.problem?.message ?? "no run")") }
        }
        if !fate.isCalm { complaints.append("a document that was posted was never looked for") }
        let log = try await bench.log(LogEntry.Filter(scope: .workOrders))
        for job in schedule.jobs { complaints += try await self.complaints(about: job, log) }
        complaints += try duplicates()
        try await tidyUp()
        return complaints
    }

    /// One process, from its start to its end or to the end of a run; while it stands still, the next one lives.
    ///
    /// - Parameter lives: What happens to it and to those after it; nothing, where nothing is left.
    /// - Returns: The run as it was left.
    /// - Throws: Whatever keeps it from being looked at.
    @discardableResult
    func live(_ lives: inout ArraySlice<[Int: Fate.Blow]>) async throws -> Run? {
        let blows = lives.popFirst() ?? [:]
        // The claim of a dead process has ended.
        bench.clock.advance(by: 21)
        if try await bench.store.connection(of: "eriksson").state != .connected { try await bench.reconnect() }
        let life = fate.begin(blows)
        async let end = work(life)
        while await life.standsStill() {
            try await live(&lives)
            life.goOn()
        }
        return await end
    }

    private func work(_ life: Fate.Life) async -> Run? {
        defer { life.finish() }
        let office = bench.office(of: life)
        let holder = "process \(bench.clock.now.timeIntervalSince1970)"
        do throws(StoreError) {
            _ = try await office.store.enqueue("eriksson", scopes: [.workOrders], trigger: .manual, at: office.now())
            let deadline = office.now().addingTimeInterval(20)
            guard let run = try await office.store.claimNextRun(by: holder, until: deadline, now: office.now())
            else { return nil }
            let control = RunControl()
            let performance = Performance(
                run: run,
                office: office,
                control: control,
                claim: Claim(holder: holder, until: deadline)
            )
            let ending = await performance.perform()
            await office.close(run, ending, control.interruption, holder: holder)
            return try await bench.store.run(run.id, of: run.account)
        } catch {
            return nil
        }
    }

    // MARK: - Looking

    private func complaints(about job: ExportSchedule.Job, _ log: [LogEntry]) async throws -> [String] {
        let documents = bench.documents(Bench.reference(job.index))
        let entry = try await bench.entry(job.index)
        let name = "WO \(Bench.completedNumber(job.index))"
        guard !job.isPoisoned else {
            let errors = log.filter { $0.record == name && $0.code == .zeroQuantity }
            var complaints: [String] = []
            if job.isOfOrder { complaints += self.complaints(about: bench.order(job.orderID), of: job) }
            if !documents.isEmpty { complaints.append("\(name) is poisoned and has a document") }
            if entry?.state != .failed || entry?.code != .zeroQuantity || errors.count != 1 {
                complaints.append(
                    "\(name) is explained \(errors.count) times and is \(entry?.state.rawValue ?? "none")"
                )
            }
            return complaints
        }
        if job.isOfOrder, !documents.isEmpty { return ["\(name) came from an order and has a document besides"] }
        let expected =
            job.isOfOrder ? bench.sandbox.vismaRows("orders").filter { $0.text("Id") == job.orderID } : documents
        guard expected.count == 1, let document = expected.first else {
            return ["\(name) has \(expected.count) documents, and is \(entry?.state.rawValue ?? "none")"]
        }
        var complaints: [String] = []
        if entry?.state != .done || entry?.documentID != document.text("Id") {
            complaints.append(
                "\(name) is \(entry?.state.rawValue ?? "none") with \(entry?.documentID ?? "no document")"
            )
        }
        if job.isOfOrder { complaints += self.complaints(about: document, of: job) }
        if bench.workOrder(job.index).text("status") != "Afgehandeld" { complaints.append("\(name) is not handled") }
        let files = document["SalesDocumentAttachments"]?.array?.count ?? 0
        let isExcused = log.contains { $0.record == name && $0.code == .attachmentFailed }
        if files > 1 || (job.hasPDF && files == 0 && !isExcused) || (!job.hasPDF && files > 0) {
            complaints.append("\(name) has \(files) files")
        }
        return complaints
    }

    /// Records of which there are two with the same number.
    private func duplicates() throws -> [String] {
        [("customers", "CustomerNumber"), ("articles", "Number")].flatMap { table, member in
            Dictionary(grouping: bench.sandbox.vismaRows(table)) { $0.text(member) }
                .filter { $0.value.count > 1 }.keys.map { "there are two \(table) \($0)" }
        }
    }

    /// Keeps the books small: what is there already is looked through with every call.
    private func tidyUp() async throws {
        try await bench.store.deleteLog(before: bench.clock.now + 1)
        for table in ["customerinvoicedrafts", "orders", "salesdocumentattachments"] {
            for row in bench.sandbox.vismaRows(table) { try bench.sandbox.delete(.vismaTable(table), row.text("Id")) }
        }
        for row in bench.sandbox.outSmartRows("workorders") {
            try bench.sandbox.delete(.outSmartTable("workorders"), row.text("id"))
        }
    }
}
