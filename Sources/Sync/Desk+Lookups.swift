import Domain
import EAccounting
import OutSmart
import RemoteAPI

// What several records of a run need, asked for once and only when it is needed.

extension Desk {
    /// The company's units.
    func units() async throws(StepEnd) -> [EAccountingClient.Unit] {
        try await knownUnits { () async throws(StepEnd) in
            do throws(RemoteAPIError) { return try await visma.units() } catch { throw end(error, at: .visma) }
        }
    }

    /// Makes sure that OutSmart knows the settings' type of work and payment method.
    func checkChoices() async throws(StepEnd) {
        _ = try await checkedChoices { () async throws(StepEnd) in
            let (types, methods): ([String], [String])
            do throws(RemoteAPIError) {
                types = Choices.workTypes(try await outSmart.workTypes())
                methods = Choices.paymentMethods(try await outSmart.paymentMethods())
            } catch {
                throw end(error, at: .outSmart)
            }
            for (setting, value, known) in [
                ("type of work", settings.import.typeOfWork, types),
                ("payment method", settings.import.paymentMethod, methods),
            ] where !known.contains(value) {
                let list = known.joined(separator: ", ")
                throw .failure(
                    SyncFailure(.orderIncomplete, "OutSmart knows no \(setting) \"\(value)\". It knows: \(list).")
                )
            }
            return true
        }
    }
}
