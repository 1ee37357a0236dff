import NIOCore
import Testing

@testable import JTT808

@Suite("MediaData")
struct MediaDataTests {
    static let head = "0000007b 00 00 01 02"
    static let event = MediaEvent(id: 123, kind: 0, format: 0, event: 1, channel: 2)

    private func media(_ wire: String, _ edition: Edition) throws -> MediaData {
        try MediaData(body: ByteBuffer(bytes: bytes(wire)), edition: edition)
    }

    @Test("a position stands before the data from 2013 on", arguments: [Edition.edition2013, .edition2019])
    func position(edition: Edition) throws {
        let found = try media(Self.head + PositionTests.wire + "ffd8ff", edition)
        #expect(found.event == Self.event)
        #expect(found.origin == .position(try Position(bytes(PositionTests.wire).span.bytes)))
        #expect(hex(found.data) == "ffd8ff")
    }

    @Test("a picture that begins where the position should is a device that leaves it out")
    func noPosition() throws {
        let found = try media(Self.head + "ffd8ffe0" + PositionTests.wire, .edition2013)
        #expect(found.origin == .none)
        #expect(found.data.readableBytes == 32)
        #expect(hex(encoded(found.encode)) == hex(bytes(Self.head + "ffd8ffe0" + PositionTests.wire)))
    }

    @Test("in 2011 the packages are counted in the body")
    func edition2011() throws {
        let wire = Self.head + "00000003 00000002 0102"
        let found = try media(wire, .edition2011)
        #expect(found.origin == .part(total: 3, number: 2))
        #expect(hex(found.data) == "0102")
        #expect(hex(encoded(found.encode)) == hex(bytes(wire)))
        #expect(throws: BodyError.length) { try media(Self.head + "00000003 000000", .edition2011) }
    }

    @Test("a picture is not copied")
    func shares() throws {
        let body = ByteBuffer(bytes: bytes(Self.head + PositionTests.wire + "01020304"))
        let found = try MediaData(body: body, edition: .edition2013)
        let address = { (buffer: ByteBuffer) in buffer.withUnsafeReadableBytes { UInt(bitPattern: $0.baseAddress) } }
        #expect(address(found.data) == address(body) + 36)
    }
}
