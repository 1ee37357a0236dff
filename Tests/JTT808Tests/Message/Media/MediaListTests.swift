import Testing

@testable import JTT808

@Suite("MediaList")
struct MediaListTests {
    static let item2013 = "00000102 00 7b 01" + PositionTests.wire
    static let item2011 = "00 7b 01" + PositionTests.wire

    @Test("items without id behind a second count are of 2011, whatever the header says", arguments: Edition.allCases)
    func edition2011(edition: Edition) throws {
        let wire = bytes("3051 0009 0002" + Self.item2011 + Self.item2011)
        let list = try MediaList(body: wire.span.bytes, edition: edition)
        #expect(list.layout == .edition2011)
        #expect(list.total == 9)
        #expect(list.items.map(\.id) == [nil, nil])
        #expect(list.items.map(\.channel) == [0x7B, 0x7B])
        #expect(hex(encoded(list.encode)) == hex(wire))
    }

    @Test("items with id are of the others", arguments: Edition.allCases)
    func later(edition: Edition) throws {
        let wire = bytes("3051 0009" + Self.item2013)
        let list = try MediaList(body: wire.span.bytes, edition: edition)
        #expect(list.layout != .edition2011)
        #expect(list.items.map(\.id) == [0x0102])
        #expect(hex(encoded(list.encode)) == hex(wire))
    }

    @Test("nothing found is a list too", arguments: Edition.allCases)
    func none(edition: Edition) throws {
        #expect(try MediaList(body: bytes("3051 0000").span.bytes, edition: edition).items == [])
    }

    @Test("an item that is cut is refused")
    func cut() {
        var wire = bytes("3051 0001" + Self.item2013)
        wire.removeLast()
        #expect(throws: BodyError.length) { try MediaList(body: wire.span.bytes, edition: .edition2013) }
    }
}
