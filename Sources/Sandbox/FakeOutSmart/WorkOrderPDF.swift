import MicroHTTP

/// The file behind a work order's `PdfUrl`.
enum WorkOrderPDF {
    /// A small PDF of one page with one line of text.
    ///
    /// - Parameter line: The text; what Latin-1 cannot say becomes a question mark.
    /// - Returns: The whole file.
    static func file(_ line: String) -> [UInt8] {
        let text = line.unicodeScalars.map { scalar in
            "()\\".unicodeScalars.contains(scalar) || scalar.value > 0xff || scalar.value < 0x20
                ? UInt8(ascii: "?") : UInt8(scalar.value)
        }
        let content = Array("BT /F1 18 Tf 60 780 Td (".utf8) + text + Array(") Tj ET".utf8)
        let objects: [[UInt8]] = [
            Array("<< /Type /Catalog /Pages 2 0 R >>".utf8),
            Array("<< /Type /Pages /Kids [3 0 R] /Count 1 >>".utf8),
            Array(
                """
                << /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R \
                /Resources << /Font << /F1 5 0 R >> >> >>
                """.utf8
            ),
            Array("<< /Length \(content.count) >>\nstream\n".utf8) + content + Array("\nendstream".utf8),
            Array("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".utf8),
        ]
        var file = Array("%PDF-1.4\n".utf8)
        var offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.count)
            file += Array("\(index + 1) 0 obj\n".utf8) + object + Array("\nendobj\n".utf8)
        }
        let start = file.count
        file += Array("xref\n0 \(objects.count + 1)\n0000000000 65535 f \n".utf8)
        for offset in offsets { file += Array("\(padded(offset, 10)) 00000 n \n".utf8) }
        file += Array("trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }
}

extension VendorSandbox {
    /// Answers with the PDF of a work order at `/mailpdf.php?sheet_id=…`, which asks for no token.
    ///
    /// The sheet `html` is a page that says it is no PDF, as an expired link does.
    func outSmartFile(_ request: Request, _ path: [String]) -> Response {
        guard request.method == "GET", path == ["mailpdf.php"], let sheet = request.query["sheet_id"] else {
            return Response(status: 404)
        }
        guard sheet.hasPrefix("S") else {
            return Response(status: 200, headers: ["Content-Type": "text/html"], body: .text("<p>Link expired.</p>"))
        }
        return Response(
            status: 200,
            headers: ["Content-Type": "application/pdf"],
            body: .bytes(WorkOrderPDF.file("Arbetsorder \(sheet)"))
        )
    }
}
