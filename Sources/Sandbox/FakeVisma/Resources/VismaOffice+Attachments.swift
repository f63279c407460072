import Foundation
import MicroHTTP

extension VismaOffice {
    /// The kinds of documents that files can be attached to, by the word in the path.
    private static let documents: [String: (resource: VismaResource, type: Int)] = [
        "customerinvoice": (.invoices, 1), "customerinvoicedraft": (.drafts, 2), "order": (.orders, 6),
    ]

    private static let contentTypes: Set<String> = ["application/pdf", "image/jpeg", "image/tiff", "image/png"]

    /// The files themselves, which no list shows.
    private var contents: TableName { table("attachmentcontents") }

    mutating func attach(_ call: VismaCall, to kind: String) throws(VismaError) -> Response {
        let upload = try Schema.attachmentUpload.admit(call.body())
        guard Self.contentTypes.contains(upload.text("ContentType")) else {
            throw .invalid("ContentType", "The content type is not supported.")
        }
        let data = upload["Data"]?.string
        let content = data.flatMap { Data(base64Encoded: $0) }
        if data != nil, content?.isEmpty ?? true { throw .invalid("Data", "The data is not base 64, or is empty.") }
        if data == nil, upload["Url"]?.string == nil { throw .invalid("Data", "Data or Url is required.") }
        let documentID = upload.text("DockumentId")
        guard let target = Self.documents[kind], var document = record(documentID, in: target.resource) else {
            throw VismaError(status: 404, code: 5007, "The document to attach to was not found.")
        }
        let id = newID()
        let attachment: JSONObject = [
            "Id": id, "DocumentId": .string(documentID), "DocumentType": .int(target.type),
            "OriginalFilename": upload["FileName"] ?? nil, "DocumentSize": .int(content?.count ?? 0),
            "CreatedUtc": stamp, "CreatedBy": "connector@example.se", "Thumbnail": nil,
        ]
        store(attachment, in: .attachments, posted: true)
        books.put(
            ["ContentType": upload["ContentType"] ?? nil, "Data": upload["Data"] ?? nil],
            at: id.text,
            in: contents
        )
        document["SalesDocumentAttachments"] = .array((document["SalesDocumentAttachments"]?.array ?? []) + [id])
        store(document, in: target.resource)
        return .json(.object(attachment), status: 201)
    }

    mutating func detach(_ call: VismaCall, from kind: String) throws(VismaError) -> Response {
        let (documentID, id) = (call.parameters[0], call.parameters[1])
        guard let target = Self.documents[kind], var document = record(documentID, in: target.resource),
            record(id, in: .attachments)?["DocumentId"] == .string(documentID)
        else { throw .notFound("attachment", id) }
        document["SalesDocumentAttachments"] = .array(
            (document["SalesDocumentAttachments"]?.array ?? []).filter { $0 != .string(id) }
        )
        store(document, in: target.resource)
        books.remove(id, from: table(VismaResource.attachments.name))
        books.remove(id, from: contents)
        return Response(status: 200)
    }

    /// Answers with an attachment's record, or with the file when `.pdf` follows its identifier.
    func showAttachment(_ call: VismaCall) throws(VismaError) -> Response {
        guard call.id.hasSuffix(".pdf") else { return try show(.attachments, call) }
        let id = String(call.id.dropLast(4))
        guard let content = books.row(id, in: contents), let data = Data(base64Encoded: content.text("Data")) else {
            throw .notFound("attachment", id)
        }
        return Response(status: 200, headers: ["Content-Type": content.text("ContentType")], body: .bytes(Array(data)))
    }
}
