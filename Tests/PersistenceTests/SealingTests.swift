import Domain
import Foundation
import Persistence
import Testing

@Suite struct SealingTests {
    private let key = Sealing.Key.generate()

    @Test(arguments: ["", "token", "åäö 😀\0\n", String(repeating: "x", count: 100_000)])
    func `what is sealed opens again`(secret: String) throws {
        let sealing = Sealing(keys: [key])
        let sealed = try sealing.seal(secret, for: "a")
        #expect(sealed.keyID == key.id)
        #expect(try sealing.open(sealed, for: "a") == secret)
        #expect(try sealing.seal(secret, for: "a") != sealed)
    }

    @Test func `a secret opens for its account only`() throws {
        let sealing = Sealing(keys: [key])
        let sealed = try sealing.seal("token", for: "a")
        #expect(throws: SealingError.damaged) { try sealing.open(sealed, for: "b") }
    }

    @Test func `a changed box does not open`() throws {
        let sealing = Sealing(keys: [key])
        let sealed = try sealing.seal("token", for: "a")
        for index in sealed.box.indices {
            var box = sealed.box
            box[index] ^= 1
            #expect(throws: SealingError.damaged) {
                try sealing.open(SealedSecret(keyID: sealed.keyID, box: box), for: "a")
            }
        }
        for length in 0..<sealed.box.count {
            #expect(throws: SealingError.damaged) {
                try sealing.open(SealedSecret(keyID: sealed.keyID, box: Array(sealed.box.prefix(length))), for: "a")
            }
        }
    }

    @Test func `the first key seals and all keys open`() throws {
        let newKey = Sealing.Key.generate()
        let old = try Sealing(keys: [key]).seal("token", for: "a")
        let rotated = Sealing(keys: [newKey, key])
        #expect(try rotated.open(old, for: "a") == "token")
        #expect(try rotated.seal("token", for: "a").keyID == newKey.id)
        #expect(throws: SealingError.unknownKey(id: key.id)) { try Sealing(keys: [newKey]).open(old, for: "a") }
    }

    @Test func `a key survives being written down`() throws {
        let copy = try #require(Sealing.Key(base64: " \(key.base64)\n"))
        #expect(copy.id == key.id)
        let sealed = try Sealing(keys: [key]).seal("token", for: "a")
        #expect(try Sealing(keys: [copy]).open(sealed, for: "a") == "token")
        #expect(Sealing.Key.generate().id != key.id)
    }

    @Test(arguments: ["", "no base64!", Data(count: 31).base64EncodedString(), Data(count: 33).base64EncodedString()])
    func `anything but 32 bytes is no key`(text: String) {
        #expect(Sealing.Key(base64: text) == nil)
    }

    @Test func `printing shows no byte of a key`() throws {
        let bytes = try #require(Data(base64Encoded: key.base64))
        var dumped = ""
        dump(Sealing(keys: [key]), to: &dumped)
        dump(key, to: &dumped)
        let hexadecimal = bytes.map { String($0, radix: 16) }.joined()
        for text in ["\(key)", String(reflecting: key), "\(Sealing(keys: [key]))", dumped] {
            #expect(text.contains(key.id))
            #expect(!text.contains(key.base64))
            #expect(!text.contains(hexadecimal))
            #expect(!text.contains("SymmetricKey"))
        }
    }
}
