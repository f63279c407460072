import Domain
import Foundation
import MicroHTTP
import Sync

extension Response {
    static func json(_ json: JSON, status: UInt32 = 200, headers: Fields = [:]) -> Response {
        var headers = headers
        headers.append("Content-Type", "application/json")
        return Response(status: status, headers: headers, body: .bytes(json.bytes))
    }

    /// A problem document (RFC 9457).
    static func problem(_ problem: Problem) -> Response {
        var headers = problem.headers
        headers.append("Content-Type", "application/problem+json")
        return Response(status: problem.kind.status, headers: headers, body: .bytes(problem.json.bytes))
    }
}

extension Problem {
    var json: JSON {
        var members: [JSON.Member] = [
            .init(name: "type", value: "about:blank"),
            .init(name: "title", value: .text(ProblemTexts.english.title(kind))),
            .init(name: "status", value: JSON(Int(kind.status))),
            .init(name: "detail", value: .text(detail)),
            .init(name: "code", value: .text(kind.code)),
        ]
        if case .failure(let code) = kind { members.append(.init(name: "action", value: .text(code.action))) }
        if !fields.isEmpty {
            let errors = fields.map { field -> JSON in
                ["field": .text(field.name), "message": .text(SettingTexts.english.fault(field.fault))]
            }
            members.append(.init(name: "errors", value: .list(errors)))
        }
        return .object(members)
    }
}

// MARK: - What the API shows

extension JSON {
    init(_ status: Accounts.Status) {
        let connection = status.connection
        self = [
            "id": .text(status.account.id.rawValue),
            "name": .text(status.account.name),
            "createdAt": JSON(status.account.createdAt),
            "connection": [
                "state": .text(connection.state.rawValue),
                "company": connection.company.map(JSON.init) ?? .null,
                "connectedAt": JSON(connection.connectedAt),
            ],
            "license": JSON(status.license),
        ]
    }

    init(_ issued: Accounts.Issued) {
        self = JSON(issued.status).with([
            .init(name: "apiKey", value: .text(issued.apiKey)),
            .init(name: "webhookSecret", value: .text(issued.webhookSecret)),
        ])
    }

    init(_ company: Company) {
        self = [
            "id": .text(company.id),
            "name": .text(company.name),
            "registrationNumber": JSON(company.registrationNumber),
            "country": JSON(company.country),
            "currency": JSON(company.currency),
            "hasOrders": .flag(company.hasOrders),
        ]
    }

    init(_ license: LicenseState) {
        switch license {
        case .none: self = ["state": "none", "expiresAt": .null]
        case .active(let until): self = ["state": "active", "expiresAt": JSON(until)]
        case .expired(let at): self = ["state": "expired", "expiresAt": JSON(at)]
        case .invalid: self = ["state": "invalid", "expiresAt": .null]
        }
    }

    init(_ choices: Choices) {
        func list(_ choices: [Choices.Choice]) -> JSON {
            .list(choices.map { ["value": .text($0.value), "name": .text($0.name)] })
        }
        self = [
            "workTypes": list(choices.workTypes),
            "paymentMethods": list(choices.paymentMethods),
            "workStatuses": list(choices.workStatuses),
            "units": list(choices.units),
            "articleCodings": list(choices.articleCodings),
            "termsOfPayment": list(choices.termsOfPayment),
            "articles": list(choices.articles),
        ]
    }

    init(_ run: Run) {
        self = [
            "id": .text(run.id.rawValue),
            "account": .text(run.account.rawValue),
            "trigger": .text(run.trigger.rawValue),
            "state": .text(run.state.rawValue),
            "queuedAt": JSON(run.queuedAt),
            "startedAt": JSON(run.startedAt),
            "finishedAt": JSON(run.finishedAt),
            "steps": .list(run.steps.map(JSON.init)),
            "error": run.problem.map(JSON.init) ?? .null,
        ]
    }

    init(_ step: Run.Step) {
        self = [
            "scope": .text(step.scope.rawValue),
            "state": .text(step.state.rawValue),
            "total": JSON(step.total),
            "read": JSON(step.counts.read),
            "created": JSON(step.counts.created),
            "updated": JSON(step.counts.updated),
            "unchanged": JSON(step.counts.unchanged),
            "skipped": JSON(step.counts.skipped),
            "failed": JSON(step.counts.failed),
        ]
    }

    init(_ problem: Run.Problem) {
        self = [
            "code": .text(problem.code.rawValue),
            "message": .text(problem.message),
            "action": .text(problem.code.action),
        ]
    }

    init(_ entry: LogEntry) {
        let detail = entry.detail.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: .text($0.value)) }
        self = [
            "id": .number(Decimal(entry.id)),
            "time": JSON(entry.time),
            "run": JSON(entry.run?.rawValue),
            "level": .text(entry.level.rawValue),
            "scope": JSON(entry.scope?.rawValue),
            "record": JSON(entry.record),
            "code": JSON(entry.code?.rawValue),
            "message": .text(entry.message),
            "action": JSON(entry.code?.action),
            "detail": .object(detail),
        ]
    }
}
