import Foundation

/// What a vendor said when it did not do what it was asked.
package struct Refusal: Sendable, Equatable {
    /// The HTTP status, which is 200 for OutSmart's refusals.
    package var status: Int
    /// The vendor's own number for the cause, on which to decide.
    package var code: Int?
    /// The vendor's sentence; empty where there was none.
    package var message: String
    /// What the vendor's support asks for.
    package var errorID: String?
    /// What was wrong field by field.
    package var fields: [Field]

    package struct Field: Sendable, Equatable {
        package var field: String
        package var message: String

        package init(field: String, message: String) {
            self.field = field
            self.message = message
        }
    }

    /// Creates a refusal from a vendor's words.
    ///
    /// The words are a stranger's: control characters are dropped, long texts are cut, and where a vendor repeats one
    /// of `secrets`, it is redacted.
    package init(
        status: Int,
        code: Int? = nil,
        message: String = "",
        errorID: String? = nil,
        fields: [Field] = [],
        hiding secrets: [Secret] = []
    ) {
        self.status = status
        self.code = code
        self.message = message.presentable(hiding: secrets, limit: 1000)
        self.errorID = errorID?.presentable(hiding: secrets, limit: 64)
        self.fields = fields.prefix(50).map { field in
            Field(
                field: field.field.presentable(hiding: secrets, limit: 100),
                message: field.message.presentable(hiding: secrets, limit: 500)
            )
        }
    }

    /// Everything the vendor said, as one line.
    package var words: String {
        var parts: [String] = message.isEmpty ? [] : [message]
        parts += fields.map { [$0.field, $0.message].filter { !$0.isEmpty }.joined(separator: ": ") }
        if parts.isEmpty { parts = ["HTTP \(status)"] }
        if let code { parts.append("(code \(code))") }
        if let errorID { parts.append("(ErrorId \(errorID))") }
        return parts.joined(separator: " ")
    }
}

extension String {
    fileprivate func presentable(hiding secrets: [Secret], limit: Int) -> String {
        var text = self
        for secret in secrets where !secret.value.isEmpty {
            text = text.replacingOccurrences(of: secret.value, with: Secret.placeholder)
        }
        let visible = text.unicodeScalars.map { CharacterSet.controlCharacters.contains($0) ? " " : $0 }
        text = String(String.UnicodeScalarView(visible)).trimmingCharacters(in: .whitespaces)
        return text.count > limit ? text.prefix(limit) + "…" : text
    }
}
