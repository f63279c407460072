package import Foundation
package import RemoteAPI

/// One page of a list.
package struct Page<Element: Decodable & Sendable>: PageContent {
    package var meta: Meta
    package var rows: [Element]
    /// The rows that are not what the documentation says; the others are good.
    package var unreadableRows: [UnreadableRow]

    package init(meta: Meta, rows: [Element], unreadableRows: [UnreadableRow] = []) {
        self.meta = meta
        self.rows = rows
        self.unreadableRows = unreadableRows
    }
}

/// What is made of one page of a list.
package protocol PageContent: Sendable {
    var meta: Meta { get }
}

/// Where a page stands in its list.
package struct Meta: Sendable, Equatable {
    package var currentPage: Int
    package var pageSize: Int
    package var totalPages: Int
    package var totalResults: Int
    /// Visma's clock, from which the next incremental read begins.
    package var serverTime: Date

    package init(currentPage: Int, pageSize: Int, totalPages: Int, totalResults: Int, serverTime: Date) {
        self.currentPage = currentPage
        self.pageSize = pageSize
        self.totalPages = totalPages
        self.totalResults = totalResults
        self.serverTime = serverTime
    }
}

extension Meta: Decodable {
    private enum CodingKeys: String, CodingKey {
        case currentPage, pageSize
        case totalPages = "totalNumberOfPages"
        case totalResults = "totalNumberOfResults"
        case serverTime = "serverTimeUtc"
    }
}

extension Page: Decodable {
    private enum CodingKeys: String, CodingKey {
        case meta, data
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        meta = try container.decode(Meta.self, forKey: .meta)
        let list = try container.decodeIfPresent(LossyList<Element>.self, forKey: .data)
        rows = list?.rows ?? []
        unreadableRows = list?.unreadableRows ?? []
    }
}

/// The pages of a list, first to last, as they arrive.
///
/// While the caller works on a page the next one is fetched; never more than one ahead, so memory does not grow with
/// the list. Ends after the page that the vendor calls the last, and fails where the vendor answers with another page
/// than the one asked for: a gap would look like deleted records.
package struct Pages<Element: PageContent>: AsyncSequence, Sendable {
    package typealias Fetch = @Sendable (_ page: Int) async throws(RemoteAPIError) -> Element

    private let fetch: Fetch

    package init(fetch: @escaping Fetch) { self.fetch = fetch }

    package func makeAsyncIterator() -> Iterator { Iterator(fetch: fetch) }

    /// The same pages, each made into something else as soon as it has arrived.
    package func prepared<Content>(_ prepare: @escaping @Sendable (Element) async -> Content) -> Pages<Content> {
        Pages<Content> { [fetch] page async throws(RemoteAPIError) in await prepare(try await fetch(page)) }
    }

    /// Hands out the pages, and stops fetching when it is dropped.
    package final class Iterator: AsyncIteratorProtocol {
        private typealias Outcome = Result<Element, RemoteAPIError>

        private let fetch: Fetch
        private var number = 1
        private var isFinished = false
        private var ahead: Task<Outcome, Never>?

        init(fetch: @escaping Fetch) { self.fetch = fetch }

        deinit { ahead?.cancel() }

        package func next() async throws(RemoteAPIError) -> Element? {
            guard !isFinished else { return nil }
            // Until the page is there, and after an error, there is no further one.
            isFinished = true
            let fetching = ahead ?? start()
            ahead = nil
            let page = try await Self.outcome(of: fetching).get()
            if number < page.meta.totalPages {
                isFinished = false
                number += 1
                ahead = start()
            }
            return page
        }

        /// Waits for the page behind the last one that ``next()`` returned: `nil` where there is none, or none arrives.
        package var coming: @Sendable () async -> Element? {
            { [ahead] in
                guard let ahead else { return nil }
                return try? await Self.outcome(of: ahead).get()
            }
        }

        private static func outcome(of fetching: Task<Outcome, Never>) async -> Outcome {
            await withTaskCancellationHandler {
                await fetching.value
            } onCancel: {
                fetching.cancel()
            }
        }

        private func start() -> Task<Outcome, Never> {
            // What is read ahead must not slow down what is under way.
            Task(priority: .utility) { [fetch, number] () async -> Outcome in
                do throws(RemoteAPIError) {
                    let page = try await fetch(number)
                    guard page.meta.currentPage == number else {
                        throw .unreadable(reason: "asked for page \(number), got page \(page.meta.currentPage)")
                    }
                    return .success(page)
                } catch {
                    return .failure(error)
                }
            }
        }
    }
}
