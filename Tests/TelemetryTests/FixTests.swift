import JTT808
import NIOCore
import TestSupport
import Testing

@testable import Telemetry

@Suite("Fix")
struct FixTests {
    /// 2018-07-15 10:10:10 in China is 02:10:10 UTC: 1531620610 by Python's `datetime`.
    static let sentAt = Instant(unixSeconds: 1_531_620_610)

    /// A location body without alarms, fixed, 31.23 north, 121.48 east, then `items`.
    static func body(time: String = "180715101010", status: String = "00000002", _ items: String = "") -> [UInt8] {
        bytes("00000000 \(status) 01dc8770 073da5c0 002a 025d 0167 \(time) \(items)")
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    private static func fix(_ body: [UInt8], receivedAt: Instant = sentAt) throws -> Fix {
        try Fix(locationBody: body.span.bytes, receivedAt: receivedAt)
    }

    /// The bytes of all stretches that no column holds, one after the other.
    private static func extra(_ fix: Fix, in body: [UInt8]) -> [UInt8] {
        var extra: [UInt8] = []
        fix.forEachExtraByteRange(in: body.span.bytes) { extra += body[$0] }
        return extra
    }

    // MARK: Time

    @Test("the device's time is taken, however old it is", arguments: [0, 1, 86_400, 400 * 86_400] as [Int64])
    func deviceTime(age: Int64) throws {
        let fix = try Self.fix(Self.body(), receivedAt: Self.sentAt.advanced(bySeconds: age))
        #expect(fix.recordedAt == Self.sentAt)
        #expect(fix.timeQuality == .device)
        #expect(!fix.needsRawBody)
    }

    @Test(
        "a device's clock may be ahead by a day, and by no more",
        arguments: [
            (1_000_000, true), (3_600_000_000, true), (86_399_999_999, true), (86_400_000_000, true),
            (86_400_000_001, false),
            (86_401_000_000, false), (31_536_000_000_000, false),
        ] as [(Int64, Bool)])
    func future(microsecondsAhead: Int64, isBelieved: Bool) throws {
        let receivedAt = Instant(microseconds: Self.sentAt.microseconds - microsecondsAhead)
        let fix = try Self.fix(Self.body(), receivedAt: receivedAt)
        #expect(fix.timeQuality == (isBelieved ? .device : .future))
        #expect(fix.recordedAt == (isBelieved ? Self.sentAt : receivedAt))
        #expect(fix.needsRawBody == !isBelieved)
    }

    @Test(
        "without a date the receive time stands in, and the body is kept",
        arguments: ["000000000000", "180231101010", "18071510100a"])
    func noDate(time: String) throws {
        let receivedAt = Instant(microseconds: 1_600_000_000_123_456)
        let fix = try Self.fix(Self.body(time: time), receivedAt: receivedAt)
        #expect(fix.timeQuality == .noDate)
        #expect(fix.recordedAt == receivedAt)
        #expect(fix.needsRawBody)
    }

    @Test("the stored numbers of time quality do not change")
    func timeQuality() {
        #expect([TimeQuality.device, .noDate, .future].map(\.rawValue) == [0, 1, 2])
    }

    // MARK: Place

    @Test(
        "south and west are negative",
        arguments: [
            ("00000002", 31_229_808, 121_480_640), ("00000006", -31_229_808, 121_480_640),
            ("0000000a", 31_229_808, -121_480_640),
            ("0000000e", -31_229_808, -121_480_640),
        ] as [(String, Int32, Int32)])
    func hemispheres(status: String, latitudeE6: Int32, longitudeE6: Int32) throws {
        let fix = try Self.fix(Self.body(status: status))
        #expect(fix.latitudeE6 == latitudeE6)  // 0x01dc8770
        #expect(fix.longitudeE6 == longitudeE6)  // 0x073da5c0
    }

    @Test(
        "a coordinate beyond 32 bits has no column, and the body is kept",
        arguments: [
            ("00000000", "7fffffff", 2_147_483_647), ("00000000", "80000000", nil), ("00000000", "ffffffff", nil),
            ("0000000c", "80000000", -2_147_483_648), ("0000000c", "80000001", nil),
        ] as [(String, String, Int32?)])
    func beyond32Bits(status: String, coordinate: String, value: Int32?) throws {
        let latitude = try Self.fix(Self.bytes("00000000 \(status) \(coordinate) 00000001 0000 0000 0000 180715101010"))
        #expect(latitude.latitudeE6 == value)
        #expect(latitude.longitudeE6 == (status == "00000000" ? 1 : -1))
        #expect(latitude.needsRawBody == (value == nil))
        let longitude = try Self.fix(
            Self.bytes("00000000 \(status) 00000001 \(coordinate) 0000 0000 0000 180715101010"))
        #expect(longitude.longitudeE6 == value)
        #expect(longitude.needsRawBody == (value == nil))
    }

    // MARK: Items

    @Test("items with a column fill it and are no extra")
    func columns() throws {
        let body = Self.body("01 04 000186a0  02 02 01f4  30 01 1f  31 01 0c")
        let fix = try Self.fix(body)
        #expect(fix.odometerHm == 100_000)
        #expect(fix.fuelDl == 500)
        #expect(fix.signal == 31)
        #expect(fix.satellites == 12)
        #expect(fix.extraLength == 0)
        #expect(Self.extra(fix, in: body).isEmpty)
    }

    @Test("items that are not sent leave their columns empty")
    func noItems() throws {
        let fix = try Self.fix(Self.body())
        #expect(fix.odometerHm == nil)
        #expect(fix.fuelDl == nil)
        #expect(fix.signal == nil)
        #expect(fix.satellites == nil)
        #expect(fix.extraLength == 0)
    }

    @Test(
        "what no column holds is extra, as sent and in its order",
        arguments: [
            // Without a column.
            ("25 04 00000000", "25 04 00000000"), ("e1 00", "e1 00"),
            // Another length is another item.
            ("01 03 000001", "01 03 000001"), ("02 04 00000001", "02 04 00000001"), ("30 02 0001", "30 02 0001"),
            ("31 00", "31 00"),
            // The second of an id.
            ("30 01 1f 30 01 1e", "30 01 1e"),
            ("01 04 00000001 01 04 00000002 01 04 00000003", "01 04 00000002 01 04 00000003"),
            // What forms no whole item.
            ("30 01 1f ff", "ff"), ("ff 05 0102", "ff 05 0102"),
            // All of them.
            ("e1 01 aa 30 01 1f 31 02 0001 31 01 07 30 01 1e eb 09 01", "e1 01 aa 31 02 0001 30 01 1e eb 09 01"),
        ])
    func extra(items: String, extra: String) throws {
        let body = Self.body(items)
        let fix = try Self.fix(body)
        #expect(Self.extra(fix, in: body) == Self.bytes(extra))
        #expect(fix.extraLength == Self.bytes(extra).count)
    }

    @Test(
        "the first of two items of one id and the right length fills the column",
        arguments: [
            ("31 01 05 31 01 06", 5), ("31 02 0009 31 01 06", 6), ("31 01 05 31 02 0009", 5),
        ] as [(String, UInt8)])
    func firstWins(items: String, satellites: UInt8) throws {
        #expect(try Self.fix(Self.body(items)).satellites == satellites)
    }

    // MARK: The whole body

    @Test("the hash is zlib's CRC-32 of the whole body")
    func hash() throws {
        let body = Self.body("30 01 1f")
        #expect(try Self.fix(body).bodyHash == Self.hashWithItem)
        #expect(try Self.fix(Self.body()).bodyHash == Self.hashWithoutItems)
    }

    /// `zlib.crc32` of Python.
    static let hashWithItem: UInt32 = 0x2A11_3461
    static let hashWithoutItems: UInt32 = 0x04E2_9FA6

    @Test("fewer than 28 bytes are no fix", arguments: 0..<28)
    func tooShort(count: Int) {
        let body = Array(Self.body().prefix(count))
        #expect(throws: BodyError.length) { try Fix(locationBody: body.span.bytes, receivedAt: Self.sentAt) }
    }

    @Test(
        "columns and extra together hold every item of a vector",
        arguments: VectorFile.frames.filter {
            $0.messageID == "0x0200" && $0.expect["extras"] != nil && $0.expect["package"] == nil
        })
    func vectors(_ vector: Vector) throws {
        let body = Self.bytes(try #require(vector.expect["body"] as? String))
        let fix = try Self.fix(body)
        var held = 28 + Self.extra(fix, in: body).count
        if let value = fix.odometerHm {
            held += 6
            #expect(try Self.first("0x01", of: 4, in: vector) == UInt64(value))
        }
        if let value = fix.fuelDl {
            held += 4
            #expect(try Self.first("0x02", of: 2, in: vector) == UInt64(value))
        }
        if let value = fix.signal {
            held += 3
            #expect(try Self.first("0x30", of: 1, in: vector) == UInt64(value))
        }
        if let value = fix.satellites {
            held += 3
            #expect(try Self.first("0x31", of: 1, in: vector) == UInt64(value))
        }
        #expect(held == body.count)
    }

    private static func first(_ id: String, of length: Int, in vector: Vector) throws -> UInt64? {
        let extras = try #require(vector.expect["extras"] as? [String: Any])
        let values = extras[id] as? [String] ?? [extras[id] as? String ?? ""]
        return values.first { $0.count == 2 * length }.flatMap { UInt64($0, radix: 16) }
    }
}
