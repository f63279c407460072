import RemoteAPI
import TestSupport
import Testing

@Suite(.needsDocument) struct APIDocumentTests {
    @Test func `everything that the document says about values is understood`() throws {
        let document = try APIDocument.read()
        var unknown: Set<String> = []
        for (name, schema) in document.schemas { schema.collectUnknown(in: name, into: &unknown) }
        for operation in document.operations {
            for (name, schema) in operation.pathParameters.merging(operation.queryParameters, uniquingKeysWith: { $1 })
            {
                schema.collectUnknown(in: "\(operation.name) \(name)", into: &unknown)
            }
            for schema in [operation.request].compactMap(\.self) + operation.answers.values.compactMap(\.self) {
                schema.collectUnknown(in: operation.name, into: &unknown)
            }
        }
        #expect(unknown == [])
        #expect(document.schemas.count > 100)
        #expect(document.operations.count > 150)
    }

    @Test func `the checker finds nothing wrong with what each schema allows`() throws {
        let document = try APIDocument.read()
        var maker = ExampleMaker(document: document, random: SeededGenerator(seed: 1))
        var check = SchemaCheck(.answer, target: document.target)
        for (name, schema) in document.schemas.sorted(by: { $0.key < $1.key }) {
            for _ in 0..<3 { check.check(maker.value(of: schema), against: schema, at: name) }
        }
        #expect(check.departures == [:])
    }

    @Test(arguments: [
        ("GET", "/orders/17", "/orders/{id}", ["id": "17"]),
        ("POST", "/salesdocumentattachments/order", "/salesdocumentattachments/order", [:]),
        ("GET", "/salesdocumentattachments/17", "/salesdocumentattachments/{attachmentId}", ["attachmentId": "17"]),
        (
            "GET", "/salesdocumentattachments/17.pdf", "/salesdocumentattachments/{attachmentId}.pdf",
            ["attachmentId": "17"]
        ),
        (
            "DELETE", "/salesdocumentattachments/order/17/4",
            "/salesdocumentattachments/order/{orderId}/{attachmentId}",
            ["orderId": "17", "attachmentId": "4"]
        ),
    ])
    func `a request is for the operation that leaves least open`(
        method: String,
        path: String,
        template: String,
        parameters: [String: String]
    ) throws {
        let match = try #require(try APIDocument.read().operation(method, path))
        #expect(match.operation.name == "\(method) \(template)")
        #expect(match.parameters == parameters)
    }

    @Test func `a path, a method or a segment too many is no operation`() throws {
        let document = try APIDocument.read()
        #expect(document.operation("GET", "/order") == nil)
        #expect(document.operation("DELETE", "/articles/17") == nil)
        #expect(document.operation("GET", "/orders/17/4") == nil)
    }
}

extension JSONValue {
    /// Adds the keywords that the checker doesn't understand, those of inner schemas too.
    fileprivate func collectUnknown(in place: String, into unknown: inout Set<String>) {
        for (keyword, argument) in members {
            switch (keyword, argument) {
            case ("properties", .object(let properties)):
                for (name, schema) in properties { schema.collectUnknown(in: "\(place).\(name)", into: &unknown) }
            case ("items", .object): argument.collectUnknown(in: place + "[]", into: &unknown)
            case ("$ref", .text), ("required", .list), ("additionalProperties", .truth(false)): break
            default: if JSONValue.null.meets(keyword, argument) == nil { unknown.insert("\(place) \(keyword)") }
            }
        }
    }
}
