import NIOCore
import TestSupport
import Testing

@testable import JTT808

@Suite("Position")
struct PositionTests {
    /// Alarm 1, status 0x0c (south, west), 31.234567, 121.987654, 42 m, 60.5 km/h, 359 degrees, 2018-07-15 10:10:10.
    static let wire = "00000001 0000000c 01dc9907 07456006 002a 025d 0167 180715101010"

    @Test("the fields stand where the standard puts them")
    func fields() throws {
        let position = try Position(bytes(Self.wire).span.bytes)
        #expect(position.alarmBits == 1)
        #expect(position.statusBits == 12)
        #expect(position.latitudeE6 == 31_234_311)  // 0x01dc9907
        #expect(position.longitudeE6 == 121_987_078)  // 0x07456006
        #expect(position.altitudeM == 42)
        #expect(position.speedDkmh == 605)
        #expect(position.courseDeg == 359)
        #expect(position.time.digits == "180715101010")
        #expect(hex(encoded(position.encode)) == Self.wire.filter { $0 != " " })
    }

    @Test(
        "status bit 2 is south, bit 3 is west",
        arguments: [(0, 1, 1), (4, -1, 1), (8, 1, -1), (12, -1, -1), (0xFFFF_FFF3, 1, 1)] as [(UInt32, Int64, Int64)])
    func hemispheres(status: UInt32, latitudeSign: Int64, longitudeSign: Int64) {
        let position = Position(
            statusBits: status, latitudeE6: .max, longitudeE6: 7, altitudeM: 0, speedDkmh: 0, courseDeg: 0,
            time: TerminalTime(bcd: 0))
        #expect(position.signedLatitudeE6 == latitudeSign * 4_294_967_295)
        #expect(position.signedLongitudeE6 == longitudeSign * 7)
    }

    @Test("fewer than 28 bytes are no position", arguments: 0..<28)
    func truncated(count: Int) {
        let body = Array(bytes(Self.wire).prefix(count))
        #expect(throws: BodyError.length) { try Position(body.span.bytes) }
    }

    @Test("it may stand at any offset, and only whole")
    func offset() throws {
        let body = [0xAA] + bytes(Self.wire)
        #expect(try Position(body.span.bytes, at: 1) == Position(bytes(Self.wire).span.bytes))
        #expect(throws: BodyError.length) { try Position(body.span.bytes, at: 2) }
    }
}
