package import Domain
package import Foundation
package import Sync

extension Announcement {
    /// What the message says: `type`, `timestamp`, and as `data` the run or the account as the REST API shows it.
    package func document(of subject: AnnouncementDelivery.Subject) -> Data {
        let data: JSON =
            switch subject {
            case .run(let run): JSON(run)
            case .account(let status): JSON(status)
            }
        let document: JSON = ["type": .text(kind.rawValue), "timestamp": JSON(time), "data": data]
        return Data(document.bytes)
    }
}
