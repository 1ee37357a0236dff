import Testing

@testable import JTT808

@Suite("Passthrough")
struct PassthroughTests {
    @Test("2011 has lengths before the data, and its total is kept")
    func edition2011() throws {
        let wire = bytes("41 00000100 0003 010203")
        let found = try Passthrough(body: wire.span.bytes, edition: .edition2011)
        #expect(found == Passthrough(kind: .serialPort1, totalLength: 256, data: [1, 2, 3]))
        #expect(hex(encoded { found.encode(into: &$0, edition: .edition2011) }) == hex(wire))
        #expect(throws: BodyError.length) {
            try Passthrough(body: bytes("41 00000100 0004 010203").span.bytes, edition: .edition2011)
        }
    }

    @Test("later ones have the data at once", arguments: [Edition.edition2013, .edition2019])
    func later(edition: Edition) throws {
        let found = try Passthrough(body: bytes("f1 010203").span.bytes, edition: edition)
        #expect(found == Passthrough(kind: .records, data: [1, 2, 3]))
        #expect(hex(encoded { found.encode(into: &$0, edition: edition) }) == "f1010203")
    }
}
