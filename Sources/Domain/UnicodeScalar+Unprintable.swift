extension Unicode.Scalar {
    /// Whether this is no part of a line of text: a control character, or a separator of lines or paragraphs.
    package var isUnprintable: Bool {
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
