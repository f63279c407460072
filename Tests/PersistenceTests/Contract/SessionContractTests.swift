import Domain
import Foundation
import Persistence
import Testing

extension ConsentRequest {
    static func sample(_ digest: [UInt8], account: Account.ID, expiresAt: Date = start + 600) -> ConsentRequest {
        ConsentRequest(
            stateDigest: digest,
            account: account,
            session: "s",
            codeVerifier: secret("verifier"),
            expiresAt: expiresAt
        )
    }
}

@Suite struct SessionContractTests {
    @Test(arguments: Backend.all)
    func `a session is there until it is deleted`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let sessions = [
                Session(id: "1", holder: .operator, expiresAt: start),
                Session(id: "2", holder: .account("a"), expiresAt: start + 0.25),
            ]
            for session in sessions {
                try await store.insert(session)
                #expect(try await other.session(session.id) == session)
            }
            try await other.deleteSession("1")
            #expect(try await store.session("1") == nil)
            #expect(try await store.session("2") == sessions[1])
        }
    }

    @Test(arguments: Backend.all)
    func `what has expired is removed, and nothing else`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await store.insert(.sample("a"))
            for seconds in [-1.0, 0, 1] {
                let name = "\(seconds)"
                try await store.insert(Session(id: .init(name), holder: .operator, expiresAt: start + seconds))
                try await store.insert(.sample(Array(name.utf8), account: "a", expiresAt: start + seconds))
            }
            try await store.deleteExpired(at: start)
            for seconds in [-1.0, 0, 1] {
                let name = "\(seconds)"
                #expect((try await store.session(.init(name)) != nil) == (seconds > 0))
                let request = try await store.takeConsentRequest(stateDigest: Array(name.utf8))
                #expect((request != nil) == (seconds > 0))
            }
        }
    }

    @Test(arguments: Backend.all)
    func `a consent request is taken once, whoever asks`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let request = ConsentRequest.sample([0, 255, 7], account: "a")
            try await store.insert(request)
            #expect(try await store.takeConsentRequest(stateDigest: [0, 255]) == nil)
            let taken = try await withThrowingTaskGroup(of: ConsentRequest?.self) { group in
                for view in [store, other, store, other] {
                    group.addTask { try await view.takeConsentRequest(stateDigest: [0, 255, 7]) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(taken.compactMap(\.self) == [request])
        }
    }
}
