import EAccounting
import RemoteAPI

/// A page of Visma's list, mapped and compared while the page before it is still under way to OutSmart.
struct PreparedPage<Row: OutSmartRow>: PageContent {
    let meta: Meta
    /// How many records came that can be read.
    let readableCount: Int
    let unreadableRows: [UnreadableRow]
    /// The identifiers at Visma of the records that are ``mapped``.
    let vismaIDs: [String]
    /// What the records become, or what keeps them all from being mapped.
    let mapped: Result<[Mapped<Row>], StepEnd>
    /// What the store knew of them when the page arrived.
    let comparison: Result<Comparison<Row>, StepEnd>

    /// Maps a page and looks up what is known of its records.
    init<Record>(_ page: Page<Record>, of list: ListImport<Record, Row>, at desk: Desk) async {
        meta = page.meta
        readableCount = page.rows.count
        let ids = page.rows.map(list.vismaID)
        // The store would take such an identifier for another one: it cuts a text there.
        let cut = ids.indices.filter { ids[$0].utf8.contains(0) }
        unreadableRows =
            page.unreadableRows
            + cut.map { index in
                UnreadableRow(index: index, name: ids[index].withoutNUL, reason: "its identifier has a NUL")
            }
        let kept = ids.indices.filter { !cut.contains($0) }
        vismaIDs = kept.map { ids[$0] }
        let records = cut.isEmpty ? page.rows : kept.map { page.rows[$0] }
        do throws(StepEnd) {
            mapped = .success(try await list.map(records).map(\.withoutNUL))
        } catch {
            mapped = .failure(error)
        }
        do throws(StepEnd) {
            comparison = .success(try await Comparison(of: try mapped.get(), vismaIDs, list, at: desk))
        } catch {
            comparison = .failure(error)
        }
    }
}
