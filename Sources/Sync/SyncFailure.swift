package import Domain
package import Persistence
import RemoteAPI

/// Something that did not work, as a person is told about it.
package struct SyncFailure: Error, Hashable {
    /// What goes on although this failed.
    package enum Reach: Hashable, Sendable {
        /// Only this record failed.
        case record
        /// The list could not be finished; the next list is tried.
        case step
        /// Nothing more can succeed in this run.
        case run
    }

    package var code: LogEntry.Code
    /// What happened, with the vendor's own words where there are any.
    package var message: String
    package var reach: Reach
    /// Facts for support, never secrets.
    package var detail: [String: String]

    package init(
        _ code: LogEntry.Code,
        _ message: String,
        reach: Reach = .step,
        detail: [String: String] = [:]
    ) {
        self.code = code
        self.message = message
        self.reach = reach
        self.detail = detail
    }

    /// What to do about it.
    package var action: String { code.action }

    var problem: Run.Problem { Run.Problem(code: code, message: message) }
}

/// The party that a call went to.
package enum Vendor: String, Sendable {
    case visma = "Visma"
    case outSmart = "OutSmart"
}

extension SyncFailure {
    /// What a failed call means for the people who wait for it.
    init(_ error: RemoteAPIError, at vendor: Vendor) {
        let words = "\(vendor.rawValue): \(error.vendorWords)"
        switch (error, vendor) {
        case (.unauthorized, .visma):
            self.init(.authExpired, words, reach: .run)
        case (.unauthorized, .outSmart):
            self.init(.outsmartTokenInvalid, words, reach: .run)
        case (.throttled, _):
            self.init(.rateLimited, words, reach: .run)
        case (.unreachable, _), (.failed, _):
            self.init(.upstreamUnreachable, words, reach: .run)
        case (.refused(let refusal), .visma):
            self.init(Self.code(of: refusal), words, reach: refusal.code == 4004 ? .run : .step)
        case (.refused, .outSmart):
            self.init(.outsmartError, words)
        case (.unreadable, .visma):
            self.init(.vismaError, words)
        case (.unreadable, .outSmart):
            self.init(.outsmartError, words)
        }
        detail = error.refusal?.facts ?? [:]
    }

    /// The codes that Visma's error numbers stand for.
    private static func code(of refusal: Refusal) -> LogEntry.Code {
        switch refusal.code {
        case 4004: .companyInactive
        case 4006: .scopeMissing
        case 4002 where refusal.message.lowercased().contains("no access to module"): .moduleMissing
        case 4024: .codingIncomplete
        case 4025, 4100: .vatNumberInvalid
        case 4026, 4038: .periodLocked
        default: .vismaError
        }
    }

    /// The store does not work: nothing can go on.
    package init(_ error: StoreError) {
        switch error {
        case .unusable(let reason):
            self.init(.internalError, "The store can't be used: \(reason)", reach: .run)
        case .unknownAccount(let id):
            self.init(.internalError, "There is no account \(id).", reach: .run)
        case .accountExists(let id):
            self.init(.internalError, "There is an account \(id) already.", reach: .run)
        case .companyInUse(let id):
            self.init(.companyInUse, "The company is connected to the account \(id) already.", reach: .run)
        }
    }
}

extension Refusal {
    /// What the vendor's support asks for.
    fileprivate var facts: [String: String] {
        var facts = ["status": "\(status)"]
        facts["vendorCode"] = code.map { "\($0)" }
        facts["errorId"] = errorID
        return facts
    }
}
