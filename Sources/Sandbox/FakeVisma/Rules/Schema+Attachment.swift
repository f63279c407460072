extension Schema {
    /// A file on a sales document.
    static let attachment = Schema([
        .id("Id"), .id("DocumentId").optional, .whole("DocumentType", 0...6), .text("OriginalFilename").optional,
        .whole("DocumentSize"), .date("CreatedUtc").readOnly, .text("CreatedBy").optional,
        .text("Thumbnail").optional,
    ])

    /// A file that is sent.
    static let attachmentUpload = Schema([
        .text("ContentType", 15).required, .text("FileName", 128).required, .id("DockumentId").required,
        .text("Data").optional, .text("Url").optional,
    ])
}
