import JTT808
import NIOCore
import Telemetry
import Testing

@testable import DeviceProfile

@Suite("DeviceProfile")
struct DeviceProfileTests {
    /// 2026-06-01 06:30:15 of GMT+8, in seconds of UTC: date -u -d '2026-05-31 22:30:15' +%s
    private static let madeAt: Int64 = 1_780_266_615
    private static let receivedAt = Instant(unixSeconds: madeAt + 60)

    /// A position with a fix, of that time.
    private static func body(_ items: [AdditionalItem], isFixed: Bool = true) -> ByteBuffer {
        var body = ByteBuffer()
        LocationReport(
            position: Position(
                statusBits: isFixed ? 0b11 : 0b01, latitudeE6: 40_220_000, longitudeE6: 116_230_000, altitudeM: 50,
                speedDkmh: 0, courseDeg: 0, time: TerminalTime(wallClockSeconds: madeAt + 8 * 3600)!),
            items: items
        ).encode(into: &body)
        return body
    }

    private static func profile(_ rules: String) throws -> DeviceProfile {
        try ProfileParser.parse("name: maker\nsummary: x\nrules:\n\(rules)\n", file: "maker.yaml")
    }

    private struct Result {
        var fix: Fix
        var events: [RecordEvent] = []
        var extra: [UInt8] = []
        var misreadings = 0
    }

    private static func interpret(_ body: ByteBuffer, _ profile: DeviceProfile) throws -> Result {
        let span = body.readableBytesSpan
        var misreadings = 0
        let columns = profile.columns(of: span, unreadable: &misreadings)
        let fix = try Fix(locationBody: span, receivedAt: receivedAt, columns: columns)
        var result = Result(fix: fix)
        profile.forEachRecord(of: fix, in: span, receivedAt: receivedAt, unreadable: &misreadings) {
            result.events.append($0.event)
        }
        fix.forEachExtraByteRange(in: span) { range in
            result.extra += span.extracting(range).withUnsafeBytes { [UInt8]($0) }
        }
        result.misreadings = misreadings
        return result
    }

    private static let load =
        "  - {item: 0xe5, load: {weight: {at: 0, type: u16, unit: 0.1 kg, none: 0xffff, max: 60000}}}"

    @Test("a record of a position has its time, its place, its hash and a number below 0; the item stays in extra")
    func record() throws {
        let body = Self.body([AdditionalItem(id: 0xE5, value: [0x04, 0xD2])])
        let result = try Self.interpret(body, try Self.profile(Self.load))
        let event = try #require(result.events.first)
        #expect(result.events.count == 1)
        #expect(event.record.content == .loadSample(LoadSample(channel: 0, flags: [], weightG: 123_400)))
        #expect(event.recordedAt == Instant(unixSeconds: Self.madeAt))
        #expect(event.timeQuality == .device)
        #expect(event.record.head.sequence == result.fix.bodyHash)
        // The value begins at byte 30: -1 - 64 x 30.
        #expect(event.bootNumber == -1_921)
        #expect(event.record.head.latitudeE6 == 40_220_000)
        #expect(event.record.head.longitudeE6 == 116_230_000)
        #expect(event.record.head.fixAgeDs == 0)
        #expect(result.extra == [0xE5, 2, 0x04, 0xD2])
        #expect(result.misreadings == 0)
    }

    @Test("without a fix a record has no place")
    func noFix() throws {
        let body = Self.body([AdditionalItem(id: 0xE5, value: [0, 1])], isFixed: false)
        let event = try #require(try Self.interpret(body, try Self.profile(Self.load)).events.first)
        #expect(!event.record.head.hasFix)
        #expect(event.record.head.fixAgeDs == RecordHead.unknownFixAge)
    }

    @Test("two items in one position are two records with keys of their own")
    func twice() throws {
        let item = AdditionalItem(id: 0xE5, value: [0, 1])
        let result = try Self.interpret(Self.body([item, item]), try Self.profile(Self.load))
        // The values begin at bytes 30 and 34.
        let numbers: [Int32] = result.events.map(\.bootNumber)
        #expect(numbers == [-1_921, -2_177])
    }

    @Test("no reading is silent; one that cannot be is counted, and its neighbour is read")
    func misreadings() throws {
        let result = try Self.interpret(
            Self.body([[0xFF, 0xFF], [0xFF, 0xFE], [0x01], [0, 2]].map { AdditionalItem(id: 0xE5, value: $0) }),
            try Self.profile(Self.load))
        // 0xFFFF: none. 0xFFFE: above max. One byte: too short.
        #expect(result.misreadings == 2)
        #expect(
            result.events.map(\.record.content) == [
                .loadSample(LoadSample(channel: 0, flags: [], weightG: 200))
            ])
    }

    @Test("vendor items fill the fix's columns, and the standard's item that they push out stays raw")
    func columns() throws {
        let profile = try Self.profile(
            """
              - {item: 0xe2, length: 4, fuel: {at: 0, type: u32, unit: 0.1 l}}
              - {item: 0xe3, odometer: {at: 0, type: u32, unit: m}}
            """)
        let fuel = AdditionalItem(id: 0x02, value: [0, 9])
        let both = try Self.interpret(
            Self.body([
                fuel, AdditionalItem(id: 0xE2, value: [0, 0, 1, 0]), AdditionalItem(id: 0xE3, value: [0, 1, 0, 0]),
            ]), profile)
        #expect(both.fix.fuelDl == 256)
        // 65,536 m.
        #expect(both.fix.odometerHm == 655)
        #expect(both.extra == [0x02, 2, 0, 9, 0xE2, 4, 0, 0, 1, 0, 0xE3, 4, 0, 1, 0, 0])
        // An item of another length is another maker's: the standard's counts.
        let one = try Self.interpret(Self.body([fuel, AdditionalItem(id: 0xE2, value: [1])]), profile)
        #expect(one.fix.fuelDl == 9)
        #expect(one.extra == [0xE2, 1, 1])
    }

    @Test("an item of the standard that a profile explains is not read by the standard")
    func standardItem() throws {
        let profile = try #require(ProfileCatalog.standard["fuel-flagged"])
        let flagged = try Self.interpret(Self.body([AdditionalItem(id: 0x02, value: [0x80, 0x64])]), profile)
        #expect(flagged.fix.fuelDl == nil)
        #expect(flagged.extra == [0x02, 2, 0x80, 0x64])
        let plain = try Self.interpret(Self.body([AdditionalItem(id: 0x02, value: [0x00, 0x64])]), profile)
        #expect(plain.fix.fuelDl == 100)
        #expect(plain.extra == [0x02, 2, 0x00, 0x64])
    }

    @Test("a group whose shape does not fit to the last byte is somebody else's")
    func groupShape() throws {
        let profile = try Self.profile("  - {item: 0xf3, group: 0x70, load: {weight: {at: 0, type: u8, unit: kg}}}")
        let loads = { (value: [UInt8]) in
            try Self.interpret(Self.body([AdditionalItem(id: 0xF3, value: value)]), profile).events.count
        }
        #expect(try loads([2, 0x21, 1, 9, 0x70, 1, 5]) == 1)
        #expect(try loads([2, 0x70, 1, 9, 0x70, 1, 5]) == 2)
        #expect(try loads([1, 0x21, 1, 9, 0x70, 1, 5]) == 0)
        #expect(try loads([2, 0x21, 1, 9, 0x70, 1, 5, 0]) == 0)
        #expect(try loads([2, 0x21, 1, 9, 0x70, 2, 5]) == 0)
        #expect(try loads([0]) == 0)
        #expect(try loads([]) == 0)
    }

    @Test("a list of tags gives a read each; an id of nothing but 0x00 or 0xFF is none")
    func tags() throws {
        let profile = try Self.profile(
            """
              - item: 0xe8
                each: {from: 1, bytes: 5}
                tag: {technology: uhf_epc, reader: 2, antenna: {at: 0, type: u8}, rssi: -60, id: {at: 1, bytes: 4}}
            """)
        let value: [UInt8] = [3, 1, 0xA1, 0xA2, 0xA3, 0xA4, 2, 0, 0, 0, 0, 3, 0xFF, 0xFF, 0xFF, 0xFF]
        let result = try Self.interpret(Self.body([AdditionalItem(id: 0xE8, value: value)]), profile)
        #expect(
            result.events.map(\.record.content) == [
                .tagRead(
                    TagRead(
                        reader: 2, antenna: 1, rssiDbm: -60,
                        tag: RFIDTag(technology: 4, bytes: [0xA1, 0xA2, 0xA3, 0xA4])))
            ])
        #expect(result.misreadings == 0)
        let cut = try Self.interpret(Self.body([AdditionalItem(id: 0xE8, value: value.dropLast())]), profile)
        #expect(cut.events.isEmpty)
    }

    @Test("a lift works out the weight that is not sent")
    func lift() throws {
        let body = Self.body([AdditionalItem(id: 0xE9, value: [0, 100, 0, 30, 0x41, 0x42])])
        let lift = { (weights: String) in
            try Self.interpret(
                body,
                try Self.profile(
                    """
                      - item: 0xe9
                        lift: {mode: lifter_dynamic, \(weights), waste_type: 1, tag: {technology: lf, id: {at: 4, type: hex}}}
                    """)
            ).events.first?.record.content
        }
        let first = "{at: 0, type: u16, unit: kg}"
        let second = "{at: 2, type: u16, unit: kg}"
        // Two hex digits 'A', 'B' are one byte.
        let expected = Lift(
            mode: 2, flags: [], grossG: 100_000, tareG: 30_000, netG: 70_000, wasteType: 1, quality: 0,
            tag: RFIDTag(technology: 1, bytes: [0xAB]))
        #expect(try lift("gross: \(first), tare: \(second)") == .lift(expected))
        var sums = expected
        (sums.grossG, sums.netG) = (130_000, 100_000)
        #expect(try lift("net: \(first), tare: \(second)") == .lift(sums))
        var alone = expected
        (alone.tareG, alone.netG) = (0, 100_000)
        #expect(try lift("gross: \(first)") == .lift(alone))
        var both = expected
        (both.tareG, both.netG) = (70_000, 30_000)
        #expect(try lift("gross: \(first), net: \(second)") == .lift(both))
    }

    @Test("a record with a time of its own has the same key in every report that repeats it")
    func ownTime() throws {
        let profile = try Self.profile(
            "  - {item: 0xea, time: {at: 0, type: bcd}, tag: {id: {at: 6, bytes: 2}}}")
        let item = AdditionalItem(id: 0xEA, value: [0x26, 0x06, 0x01, 0x06, 0x20, 0x00, 0x12, 0x34])
        let first = try #require(try Self.interpret(Self.body([item]), profile).events.first)
        let other = AdditionalItem(id: 0x30, value: [1])
        let second = try #require(try Self.interpret(Self.body([other, item]), profile).events.first)
        // 06:20:00 is 615 s before 06:30:15.
        #expect(first.recordedAt == Instant(unixSeconds: Self.madeAt - 615))
        #expect(second.recordedAt == first.recordedAt)
        // crc32 of 26 06 01 06 20 00 12 34.
        #expect(first.record.head.sequence == CRC32.checksum(of: item.value.span.bytes))
        #expect(second.record.head.sequence == first.record.head.sequence)
        // The id stands at byte 6 of the item: -1 - 64 x 6.
        #expect(first.bootNumber == -385)
        #expect(second.bootNumber == first.bootNumber)
    }

    @Test("a record whose own time cannot be is filed under the fix's, so that a report sent again gives the same row")
    func ownTimeThatCannotBe() throws {
        let profile = try Self.profile(
            "  - {item: 0xea, time: {at: 0, type: bcd}, tag: {id: {at: 6, bytes: 2}}}")
        let item = AdditionalItem(id: 0xEA, value: [0, 0, 0, 0, 0, 0, 0x12, 0x34])
        let event = try #require(try Self.interpret(Self.body([item]), profile).events.first)
        #expect(event.recordedAt == Instant(unixSeconds: Self.madeAt))
        #expect(event.recordedAt != Self.receivedAt)
    }

    @Test(
        "a 0x0900 without a time of its own is filed under the time of receipt, also in the layout of 2011",
        arguments: [[0x40], [0x40, 0, 0, 0, 21, 0, 21]] as [[UInt8]])
    func passthrough(head: [UInt8]) throws {
        // 21 characters.
        let body = ByteBuffer(bytes: head + Array("GTSL|1|2|3|00112233|x".utf8))
        let profile = try #require(ProfileCatalog.standard["gtsl"])
        var misreadings = 0
        var events: [RecordEvent] = []
        let span = body.readableBytesSpan
        profile.forEachRecord(ofPassthrough: span, receivedAt: Self.receivedAt, unreadable: &misreadings) {
            events.append($0.event)
        }
        #expect(events.count == 1)
        #expect(events.first?.recordedAt == Self.receivedAt)
        #expect(events.first?.timeQuality == .noDate)
        #expect(
            events.first?.record.content
                == .tagRead(
                    TagRead(
                        reader: 0, antenna: 0, rssiDbm: 0,
                        tag: RFIDTag(technology: 0, bytes: Array("00112233".utf8)))))
    }
}
