import EAccounting
import Foundation
import RemoteAPI
import Synchronization
import Testing

/// A client of a Visma whose answers stand in the test.
final class VismaStub: Sendable {
    typealias Answer = @Sendable (Transport.Call) throws -> Transport.Reply

    private let answer: Answer
    private let received = Mutex<[Transport.Call]>([])
    private let token = Mutex(1)

    var calls: [Transport.Call] { received.withLock { $0 } }

    init(_ answer: @escaping Answer) { self.answer = answer }

    var transport: Transport {
        Transport { call async throws(RemoteAPIError) in
            self.received.withLock { $0.append(call) }
            do {
                return try self.answer(call)
            } catch let error as RemoteAPIError {
                throw error
            } catch {
                Issue.record(error)
                throw .cancelled
            }
        }
    }

    /// The tokens are `t1`, and after each renewal `t2`, `t3` and so on.
    var client: EAccountingClient {
        let timing = Timing(uptime: { .zero }, sleep: { _ in })
        return EAccountingClient(
            transport: transport,
            baseURL: "https://visma.test/v2",
            tokens: AccessTokens(
                current: { Secret("t\(self.token.withLock { $0 })") },
                renewed: { _ in
                    Secret(
                        "t\(self.token.withLock { token in token += 1; return token })"
                    )
                }
            ),
            budget: RequestBudget(perMinute: 600),
            account: "a1",
            retry: Retry(timing: timing)
        )
    }
}

extension Transport.Call {
    func query(_ name: String) -> String? { url.query.first { $0.name == name }?.value }

    var text: String { String(decoding: body ?? Data(), as: UTF8.self) }
}

extension Transport.Reply {
    static func ok(_ json: String) -> Self { .init(status: 200, body: Data(json.utf8)) }

    static func error(_ status: Int, _ body: String = "", headers: [String: String] = [:]) -> Self {
        .init(status: status, headers: headers, body: Data(body.utf8))
    }
}
