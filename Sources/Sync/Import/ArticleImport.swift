import Domain
import EAccounting
import Foundation
import OutSmart
import RemoteAPI

extension ListImport<EAccountingClient.Article, ArticleRow> {
    /// Visma's articles, which become OutSmart's materials or, by their unit, hour types.
    static func articles(_ desk: Desk) -> Self {
        let settings = desk.settings.import
        return ListImport(
            scope: .articles,
            recordName: "Article",
            includeInactive: settings.includeInactive,
            changedSince: settings.changedSince,
            settings: .of(settings.includeInactive, settings.changedSince, settings.hourUnits),
            pages: { desk.visma.articles($0) },
            record: { (id) async throws(RemoteAPIError) in try await desk.visma.article(id: id) },
            map: { (articles) async throws(StepEnd) in
                guard !articles.isEmpty else { return [] }
                let units = HourUnits(try await desk.units(), named: settings.hourUnits)
                return articles.map { Mapped($0, isHours: units.contain($0)) }
            },
            vismaID: \.id,
            sending: { rows in
                let hourTypes = rows.compactMap(\.hourType)
                return hourTypes.isEmpty
                    ? desk.outSmart.sending(rows.compactMap(\.material)) : desk.outSmart.sending(hourTypes)
            },
            keeping: .upserts { (code) async throws(RemoteAPIError) in try await desk.outSmart.articleRow(code) }
        )
    }
}

extension OutSmartClient {
    /// The material or hour type under a code such as `hourtypes/ARB`.
    fileprivate func articleRow(_ code: String) async throws(RemoteAPIError) -> ArticleRow? {
        let parts = code.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        // Filters of OutSmart have been seen to be ignored: look again here.
        let filter = Filter("code", .equal, parts[1])
        if parts[0] == ArticleRow.hourTypes {
            return try await hourTypes(where: [filter]).first { $0.code == parts[1] }.map(ArticleRow.hourType)
        }
        return try await materials(where: [filter]).first { $0.code == parts[1] }.map(ArticleRow.material)
    }
}

extension ArticleRow {
    var material: OutSmartClient.Material? {
        if case .material(let material) = self { material } else { nil }
    }

    var hourType: OutSmartClient.HourType? {
        if case .hourType(let hourType) = self { hourType } else { nil }
    }
}
