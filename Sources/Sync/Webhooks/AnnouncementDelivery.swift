package import Domain
package import Foundation
package import Persistence
package import RemoteAPI

/// Tells accounts' webhooks about trouble, until each of them has heard it.
///
/// What waits is in the store, so it survives a restart, and each process takes another part of it.
package struct AnnouncementDelivery: Sendable {
    private let office: Office
    private let sealing: Sealing
    private let transport: Transport
    private let timing: Timing
    private let document: Document

    /// Writes what a message says.
    package typealias Document = @Sendable (Announcement, Subject) -> Data

    /// What a message tells of.
    package enum Subject: Sendable {
        case run(Run)
        case account(Accounts.Status)
    }

    /// The pauses after attempts that failed, in seconds: the last attempt is made more than a day after the first.
    static let pauses: [TimeInterval] = [5, 30, 300, 1_800, 7_200, 18_000, 28_800, 43_200]
    /// How long a message stays with the process that took it, in seconds: longer than an attempt.
    private static let claimLength: TimeInterval = 60
    /// How long a server may take to answer.
    private static let patience = Duration.seconds(10)
    /// So many messages are under way at once.
    private static let width = 8

    /// Creates the delivery.
    ///
    /// - Parameters:
    ///   - office: The store, the log and the clock.
    ///   - sealing: Opens the secrets that messages are signed with.
    ///   - transport: The way to addresses that users typed.
    ///   - timing: How it waits.
    ///   - document: Writes what a message says.
    package init(
        office: Office,
        sealing: Sealing,
        transport: Transport,
        timing: Timing = .live,
        document: @escaping Document
    ) {
        self.office = office
        self.sealing = sealing
        self.transport = transport
        self.timing = timing
        self.document = document
    }

    /// Delivers what is due, until the task is cancelled.
    package func serve() async throws(CancellationError) {
        while !Task.isCancelled {
            await deliverDue()
            try await timing.sleep(.seconds(1))
        }
    }

    /// Makes an attempt at everything that is due now.
    package func deliverDue() async {
        await withTaskGroup(of: Void.self) { group in
            var underWay = 0
            while !Task.isCancelled, let announcement = await claim() {
                if underWay == Self.width {
                    await group.next()
                    underWay -= 1
                }
                group.addTask { await deliver(announcement) }
                underWay += 1
            }
        }
    }
}

// MARK: - Private parts

extension AnnouncementDelivery {
    /// Why a message was not taken.
    private struct Failure {
        var host: String
        var reason: String
        /// Whether it would not be taken later either.
        var isFinal = false
    }

    private func claim() async -> Announcement? {
        let now = office.now()
        // A store that fails here is noticed elsewhere.
        return try? await office.store.claimAnnouncement(until: now.addingTimeInterval(Self.claimLength), now: now)
    }

    private func deliver(_ announcement: Announcement) async {
        do throws(StoreError) {
            guard let failure = try await attempt(announcement) else {
                return try await office.store.delete(announcement)
            }
            // Cut off by the end of this process: the next one goes on at once.
            if Task.isCancelled { return try await office.store.postpone(announcement, until: office.now()) }
            if failure.isFinal || announcement.attempts > Self.pauses.count {
                try await office.store.giveUp(announcement)
                return try await note(.error, failure, announcement, "It is not sent again.")
            }
            let pause = Self.pauses[announcement.attempts - 1]
            try await office.store.postpone(announcement, until: office.now().addingTimeInterval(pause))
            if announcement.attempts == 1 {
                try await note(.warning, failure, announcement, "It is sent again, for the last time in about a day.")
            }
        } catch {
            // It is due again when the claim on it ends.
        }
    }

    /// Sends a message.
    ///
    /// - Returns: Why it was not taken; `nil` when it was, or when there is nobody to tell any more.
    private func attempt(_ announcement: Announcement) async throws(StoreError) -> Failure? {
        let settings = try await office.store.settings(of: announcement.account).notifications
        guard let url = settings.webhookURL, let account = try await office.store.account(announcement.account),
            let subject = try await subject(of: announcement, account)
        else { return nil }
        guard let address = GivenAddress(url) else {
            return Failure(host: "the webhook", reason: "its address is not valid", isFinal: true)
        }
        let keys = keys(of: account, settings)
        guard !keys.isEmpty else {
            return Failure(host: address.host, reason: "the secret that signs it can't be opened", isFinal: true)
        }
        let body = document(announcement, subject)
        let timestamp = "\(Int(office.now().timeIntervalSince1970))"
        let id = announcement.id.rawValue
        let call = Transport.Call(
            method: "POST",
            route: "POST notification",
            url: RequestURL(given: address.url, host: address.host),
            headers: [
                ("Content-Type", "application/json"), ("webhook-id", id), ("webhook-timestamp", timestamp),
                ("webhook-signature", keys.map { $0.signature(of: id, at: timestamp, body) }.joined(separator: " ")),
            ],
            body: body,
            answerTimeout: Self.patience,
            ignoresBody: true
        )
        do {
            let status = try await transport.send(call).status
            return (200..<300).contains(status) ? nil : Failure(host: address.host, reason: "HTTP \(status)")
        } catch {
            guard case .refused = error else { return Failure(host: address.host, reason: error.vendorWords) }
            return Failure(host: address.host, reason: error.vendorWords, isFinal: true)
        }
    }

    private func subject(of announcement: Announcement, _ account: Account) async throws(StoreError) -> Subject? {
        switch announcement.kind {
        case .runFailed, .runPartial:
            guard let run = announcement.run else { return nil }
            return try await office.store.run(run, of: account.id).map(Subject.run)
        case .connectionExpired:
            var connection = try await office.store.connection(of: account.id)
            // As it was, even if someone has connected again since.
            connection.state = .expired
            return .account(
                Accounts.Status(account: account, connection: connection, license: await office.license(account))
            )
        }
    }

    /// What signs a message: the secret of the settings, else those that are valid for the account's own webhooks.
    private func keys(of account: Account, _ settings: Settings.Notifications) -> [WebhookKey] {
        var secrets = account.webhookSecrets.valid(at: office.now())
        if case .sealed(let secret) = settings.webhookSecret { secrets = [secret] }
        return secrets.compactMap { secret in (try? sealing.open(secret, for: account.id)).flatMap(WebhookKey.init) }
    }

    private func note(
        _ level: LogEntry.Level,
        _ failure: Failure,
        _ announcement: Announcement,
        _ outlook: String
    ) async throws(StoreError) {
        let entry = LogEntry(
            time: office.now(),
            account: announcement.account,
            run: announcement.run,
            level: level,
            code: .notificationFailed,
            message: "\(failure.host) was not told of \(announcement.kind.rawValue): \(failure.reason). \(outlook)",
            detail: ["attempts": "\(announcement.attempts)", "message": announcement.id.rawValue]
        )
        try await office.journal.record([entry])
    }
}
