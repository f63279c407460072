package import Domain
package import Foundation
package import Persistence

extension MortalStore {
    package func enqueue(
        _ account: Account.ID,
        scopes: [Scope],
        trigger: Run.Trigger,
        receipt: MessageReceipt,
        at time: Date
    ) async throws(StoreError) -> (run: Run, isNew: Bool) {
        try await living { () async throws(StoreError) in
            try await store.enqueue(account, scopes: scopes, trigger: trigger, receipt: receipt, at: time)
        }
    }

    package func deleteMessages(keptUntil time: Date) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.deleteMessages(keptUntil: time) }
    }

    package func claimAnnouncement(until deadline: Date, now: Date) async throws(StoreError) -> Announcement? {
        try await living { () async throws(StoreError) in
            try await store.claimAnnouncement(until: deadline, now: now)
        }
    }

    package func postpone(_ announcement: Announcement, until time: Date) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.postpone(announcement, until: time) }
    }

    package func delete(_ announcement: Announcement) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.delete(announcement) }
    }

    package func giveUp(_ announcement: Announcement) async throws(StoreError) {
        try await living { () async throws(StoreError) in try await store.giveUp(announcement) }
    }
}
