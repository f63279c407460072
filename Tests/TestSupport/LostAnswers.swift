import MicroHTTP
import RemoteAPI
import Sandbox

/// A lost answer on its way: MicroHTTP always sends whole answers, so it travels as one that no vendor gives.
private let lost = 599

extension Vendor {
    /// Answers over HTTP, to be read through ``Transport/losing``.
    func answerOrLoseIt(_ request: Request) -> Answer {
        .later {
            do throws(ConnectionLost) {
                return try await response(to: request)
            } catch {
                return Response(status: UInt32(lost))
            }
        }
    }
}

extension Transport {
    /// This transport, in which answers that the sandbox lost end as those of a broken connection do.
    var losing: Transport {
        Transport { call async throws(RemoteAPIError) in
            let reply = try await send(call)
            guard reply.status != lost else {
                throw .unreachable(reason: "the connection broke", mayHaveHappened: true)
            }
            return reply
        }
    }
}
