package import Foundation
package import RemoteAPI

extension EAccountingClient {
    /// What a file is attached to.
    package enum AttachmentTarget: String, Sendable, CaseIterable {
        case invoiceDraft = "customerinvoicedraft"
        case order
    }

    /// A file that is attached to a document.
    package struct Attachment: Decodable, Sendable, Equatable {
        package var id: String
        package var documentId: String?
        package var originalFilename: String?
        package var documentSize: Int?
    }

    /// Attaches a PDF to an invoice draft or an order.
    ///
    /// Maps to `POST /v2/salesdocumentattachments/customerinvoicedraft` and `…/order`.
    ///
    /// - Parameters:
    ///   - pdf: The file, at most 5 MiB.
    ///   - fileName: At most 128 characters; others than letters, digits and `-_().` become `-`.
    ///   - target: What the document is.
    ///   - documentID: The document.
    /// - Returns: The attachment.
    /// - Throws: ``RemoteAPIError``.
    package func attach(
        pdf: Data,
        fileName: String,
        to target: AttachmentTarget,
        documentID: String
    ) async throws(RemoteAPIError) -> Attachment {
        struct Upload: Encodable {
            var contentType = "application/pdf"
            var fileName: String
            /// The name is spelt this way in Visma's API.
            var dockumentId: String
            var data: String
        }
        let upload = Upload(
            fileName: fileName.asAttachmentName,
            dockumentId: documentID,
            data: pdf.base64EncodedString()
        )
        return try await call(endpoint("POST", "/salesdocumentattachments/\(target.rawValue)", body: upload))
    }
}

extension EAccountingClient {
    /// Says whether a file of that name is attached to a document.
    ///
    /// Maps to `GET /v2/customerinvoicedrafts/{customerInvoiceDraftId}` or `GET /v2/orders/{id}`, and for each of the
    /// document's files to `GET /v2/salesdocumentattachments/{attachmentId}`.
    ///
    /// - Parameters:
    ///   - fileName: The name that the file was attached with.
    ///   - target: What the document is.
    ///   - documentID: The document; one that is gone has no files.
    /// - Returns: Whether it is there.
    /// - Throws: ``RemoteAPIError``.
    package func hasAttachment(
        named fileName: String,
        on target: AttachmentTarget,
        documentID: String
    ) async throws(RemoteAPIError) -> Bool {
        struct Document: Decodable, Sendable { var salesDocumentAttachments: [String]? }
        let document: Document?
        switch target {
        case .order:
            document = try await found(endpoint("GET", "/orders/{id}", documentID))
        case .invoiceDraft:
            document = try await found(
                endpoint("GET", "/customerinvoicedrafts/{customerInvoiceDraftId}", documentID)
            )
        }
        for id in document?.salesDocumentAttachments ?? [] {
            let file: Attachment? = try await found(
                endpoint("GET", "/salesdocumentattachments/{attachmentId}", id)
            )
            if file?.originalFilename == fileName.asAttachmentName { return true }
        }
        return false
    }
}

extension String {
    /// The name as Visma takes it.
    fileprivate var asAttachmentName: String { String(map { $0.isPlain ? $0 : "-" }.suffix(128)) }
}

extension Character {
    fileprivate var isPlain: Bool { isASCII && (isLetter || isNumber || "-_().".contains(self)) }
}
