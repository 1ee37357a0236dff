import Testing

@testable import JTT808

@Suite("UpgradePackage")
struct UpgradePackageTests {
    @Test("a length beyond the end is refused before anything is reserved", arguments: ["00000003", "ffffffff"])
    func length(length: String) {
        let body = bytes("34 797a680000 01 56 \(length) 0102")
        #expect(throws: BodyError.length) { try UpgradePackage(body: body.span.bytes) }
    }

    @Test("what stands behind the data is ignored")
    func longer() throws {
        let package = try UpgradePackage(body: bytes("34 797a680000 01 56 00000002 0102 ff").span.bytes)
        #expect(package == UpgradePackage(kind: 52, manufacturerID: "yzh", version: "V", data: [1, 2]))
    }
}
