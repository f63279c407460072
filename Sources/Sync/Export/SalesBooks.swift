import Domain
import EAccounting
import Foundation
import OutSmart
import Persistence
import RemoteAPI

/// What the documents of a run need of Visma: from our own links, else asked for, each thing once.
///
/// It reads; only ``create(_:)`` writes.
actor SalesBooks {
    let desk: Desk
    private var knownBuyers: [String: Buyer] = [:]
    private var knownArticles: [String: SoldArticle] = [:]
    private var absentBuyers: Set<String> = []
    private var absentArticles: Set<String> = []
    private var knownProjects: [String: String?] = [:]
    private let knownCompany = Remembered<EAccountingClient.CompanySettings>()
    private let knownCodings = Remembered<[EAccountingClient.ArticleCoding]>()
    /// Articles to learn from which coding and unit are usual.
    private let someArticles = Remembered<[EAccountingClient.Article]>()

    init(_ desk: Desk) { self.desk = desk }

    var settings: Settings.Export { desk.settings.export }

    // MARK: - The company

    func company() async throws(WorkOrderEnd) -> EAccountingClient.CompanySettings {
        try await atVisma { () async throws(StepEnd) in
            try await knownCompany { () async throws(StepEnd) in
                do throws(RemoteAPIError) { return try await desk.visma.companySettings() } catch {
                    throw desk.end(error, at: .visma)
                }
            }
        }
    }

    func codings() async throws(WorkOrderEnd) -> [EAccountingClient.ArticleCoding] {
        try await atVisma { () async throws(StepEnd) in
            try await knownCodings { () async throws(StepEnd) in
                do throws(RemoteAPIError) { return try await desk.visma.articleCodings() } catch {
                    throw desk.end(error, at: .visma)
                }
            }
        }
    }

    func units() async throws(WorkOrderEnd) -> [EAccountingClient.Unit] {
        try await atVisma { () async throws(StepEnd) in try await desk.units() }
    }

    /// Up to a thousand of the company's articles.
    func sampleOfArticles() async throws(WorkOrderEnd) -> [EAccountingClient.Article] {
        try await atVisma { () async throws(StepEnd) in
            try await someArticles { () async throws(StepEnd) in
                do throws(RemoteAPIError) {
                    return try await desk.visma.articles().makeAsyncIterator().next()?.rows ?? []
                } catch {
                    throw desk.end(error, at: .visma)
                }
            }
        }
    }

    // MARK: - Records

    /// The customer of that number, or `nil` when Visma has none.
    func buyer(_ number: String) async throws(WorkOrderEnd) -> Buyer? {
        if let buyer = knownBuyers[number] { return buyer }
        guard !absentBuyers.contains(number) else { return nil }
        var buyer: Buyer?
        if desk.settings.import.customers { buyer = try await link(.customers, [number]).flatMap { Buyer($0) } }
        if buyer == nil {
            do { buyer = try await desk.visma.customer(number: number).map { Buyer($0) } } catch {
                throw WorkOrderEnd(error, at: .visma, desk)
            }
        }
        if buyer == nil { absentBuyers.insert(number) }
        knownBuyers[number] = buyer
        return buyer
    }

    func remember(_ buyer: Buyer, as number: String) { knownBuyers[number] = buyer }

    /// The article of that number, or `nil` when Visma has none.
    func article(_ number: String) async throws(WorkOrderEnd) -> SoldArticle? {
        if let article = knownArticles[number] { return article }
        guard !absentArticles.contains(number) else { return nil }
        var article: SoldArticle?
        if desk.settings.import.articles {
            let codes = [ArticleRow.materials, ArticleRow.hourTypes].map { "\($0)/\(number)" }
            article = try await link(.articles, codes).flatMap { SoldArticle($0) }
        }
        if article == nil {
            do { article = try await desk.visma.article(number: number).map { SoldArticle($0) } } catch {
                throw WorkOrderEnd(error, at: .visma, desk)
            }
        }
        if article == nil { absentArticles.insert(number) }
        knownArticles[number] = article
        return article
    }

    /// The hour type of that code at OutSmart.
    func hourType(_ code: String) async throws(WorkOrderEnd) -> OutSmartClient.HourType? {
        do throws(RemoteAPIError) {
            return try await desk.outSmart.hourTypes(where: [Filter("code", .equal, code)]).first { $0.code == code }
        } catch {
            throw WorkOrderEnd(error, at: .outSmart, desk)
        }
    }

    func remember(_ article: SoldArticle, as number: String) { knownArticles[number] = article }

    /// The identifier of the ongoing project of that number, or `nil` when there is none.
    func project(_ number: String) async throws(WorkOrderEnd) -> String? {
        if let known = knownProjects[number] { return known }
        var id: String?
        if desk.settings.import.projects { id = try await link(.projects, [number])?.vismaID }
        if id == nil {
            do throws(RemoteAPIError) {
                let project = try await desk.visma.project(number: number)
                id = project.flatMap { $0.status == 1 ? $0.id : nil }
            } catch {
                throw WorkOrderEnd(error, at: .visma, desk)
            }
        }
        knownProjects[number] = .some(id)
        return id
    }

    // MARK: - Private parts

    /// The link of an active record with one of these keys at OutSmart.
    private func link(_ scope: Scope, _ codes: [String]) async throws(WorkOrderEnd) -> Link? {
        try await atVisma { () async throws(StepEnd) in
            try await desk.kept { () async throws(StoreError) in
                let owners = try await desk.store.owners(of: desk.account.id, scope, codes: codes)
                guard let id = owners.values.first else { return nil }
                return try await desk.store.links(of: desk.account.id, scope, vismaIDs: [id])[id]
            }
        }
    }

    private func atVisma<Value: Sendable>(
        _ operation: () async throws(StepEnd) -> Value
    ) async throws(WorkOrderEnd) -> Value {
        do { return try await operation() } catch { throw .step(error) }
    }
}
