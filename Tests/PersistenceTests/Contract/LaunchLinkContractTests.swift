import Domain
import Foundation
import Persistence
import Testing

@Suite struct LaunchLinkContractTests {
    @Test(arguments: Backend.all)
    func `a link is taken once, whoever asks`(_ backend: Backend) async throws {
        try await backend.withViews { store, other in
            try await store.insert(.sample("a"))
            let links = [
                LaunchLink(tokenDigest: [0, 255], holder: .operator, expiresAt: start),
                LaunchLink(tokenDigest: [7], holder: .account("a"), expiresAt: start + 0.25),
            ]
            for link in links { try await store.insert(link) }
            #expect(try await other.takeLaunchLink(tokenDigest: [0]) == nil)
            for link in links {
                let taken = try await withThrowingTaskGroup(of: LaunchLink?.self) { group in
                    for view in [store, other, store, other] {
                        group.addTask { try await view.takeLaunchLink(tokenDigest: link.tokenDigest) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
                #expect(taken.compactMap(\.self) == [link])
            }
        }
    }

    @Test(arguments: Backend.all)
    func `links go with their account and when they have expired`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            try await store.insert(.sample("a"))
            try await store.insert(LaunchLink(tokenDigest: [1], holder: .account("a"), expiresAt: start + 1))
            try await store.insert(LaunchLink(tokenDigest: [2], holder: .operator, expiresAt: start))
            try await store.insert(LaunchLink(tokenDigest: [3], holder: .operator, expiresAt: start + 1))
            try await store.deleteAccount("a")
            try await store.deleteExpired(at: start)
            #expect(try await store.takeLaunchLink(tokenDigest: [1]) == nil)
            #expect(try await store.takeLaunchLink(tokenDigest: [2]) == nil)
            #expect(try await store.takeLaunchLink(tokenDigest: [3]) != nil)
        }
    }

    @Test(arguments: Backend.all)
    func `nobody gets a link to an account that is not there`(_ backend: Backend) async throws {
        try await backend.withViews { store, _ in
            await #expect(throws: StoreError.self) {
                try await store.insert(LaunchLink(tokenDigest: [1], holder: .account("a"), expiresAt: start))
            }
        }
    }
}
