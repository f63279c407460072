import Foundation
import OutSmart
import RemoteAPI
import Synchronization
import Testing

/// A client of an OutSmart whose answers stand in the test.
final class OutSmartStub: Sendable {
    typealias Answer = @Sendable (Transport.Call) throws -> String

    private let answer: Answer
    private let status: Int
    private let received = Mutex<[Transport.Call]>([])

    var calls: [Transport.Call] { received.withLock { $0 } }

    init(status: Int = 200, _ answer: @escaping Answer) {
        self.status = status
        self.answer = answer
    }

    var client: OutSmartClient { client(bearer: nil) }

    func client(bearer: String?) -> OutSmartClient {
        let transport = Transport { call async throws(RemoteAPIError) in
            self.received.withLock { $0.append(call) }
            do {
                return Transport.Reply(status: self.status, body: Data(try self.answer(call).utf8))
            } catch let error as RemoteAPIError {
                throw error
            } catch {
                Issue.record(error)
                throw .cancelled
            }
        }
        return OutSmartClient(
            transport: transport,
            baseURL: "https://outsmart.test/openapi/8",
            credentials: OutSmartClient.Credentials(
                token: Secret("t0k3n"),
                softwareToken: Secret("s0ft"),
                bearer: bearer.map { Secret($0) }
            ),
            retry: Retry(timing: Timing(uptime: { .zero }, sleep: { _ in }))
        )
    }
}

extension Transport.Call {
    var text: String { String(decoding: body ?? Data(), as: UTF8.self) }
}
