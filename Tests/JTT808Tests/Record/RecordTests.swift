import NIOCore
import Testing

@testable import JTT808

/// The worked examples of docs/protocols/records.md.
@Suite("Record")
struct RecordTests {
    static let tagRead = "0126060106301500780007000000290265b56006ed877000030101c90308e0040150a1b2c3d4"
    static let lift =
        "0326060106301503b600070000002a0265b56006ed87700003010001000178f4000037780001417c01010308e0040150a1b2c3d4"
    static let stationWeighing =
        "0426060106301500000002000000097fffffff7fffffff0000010105000100bc4b20007be6c000406460020201000000000e51323032"
        + "36303630312d3030303909bea941443132333435040ce20000158315015821408fc6"
    static let loadSample = "0226060106301501f400070000002b7fffffff7fffffff0000010009fffffea2"
    static let all = [tagRead, lift, stationWeighing, loadSample]

    private func record(_ wire: String) throws -> Record { try Record(bytes(wire).span.bytes) }

    @Test("a tag read")
    func tagReadFields() throws {
        let record = try record(Self.tagRead)
        #expect(
            record.head
                == RecordHead(
                    time: TerminalTime(bcd: 0x2606_0106_3015), milliseconds: 120, bootNumber: 7, sequence: 41,
                    latitudeE6: 40_220_000, longitudeE6: 116_230_000, fixAgeDs: 3))
        #expect(record.head.hasFix)
        #expect(
            record.content
                == .tagRead(
                    TagRead(
                        reader: 1, antenna: 1, rssiDbm: -55,
                        tag: RFIDTag(technology: 3, bytes: bytes("e0040150a1b2c3d4")))))
        #expect(record.rest == [])
    }

    @Test("a lift")
    func liftFields() throws {
        let record = try record(Self.lift)
        #expect(record.head.milliseconds == 950)
        #expect(record.head.sequence == 42)
        // 96.5 kg gross, 14.2 kg tare, 82.3 kg net, all stable.
        #expect(
            record.content
                == .lift(
                    Lift(
                        mode: 1, flags: .stable, grossG: 96_500, tareG: 14_200, netG: 82_300, wasteType: 1, quality: 1,
                        tag: RFIDTag(technology: 3, bytes: bytes("e0040150a1b2c3d4")))))
    }

    @Test("a station weighing")
    func stationWeighingFields() throws {
        let record = try record(Self.stationWeighing)
        #expect(!record.head.hasFix)
        #expect(record.head.bootNumber == 2)
        #expect(record.head.sequence == 9)
        // 12,340 kg gross, 8,120 kg tare (stored), 4,220 kg net, residual waste, known by its tag.
        #expect(
            record.content
                == .stationWeighing(
                    StationWeighing(
                        scale: 1, direction: 1, mode: 5, flags: .stable, grossG: 12_340_000, tareG: 8_120_000,
                        netG: 4_220_000, tareSource: 2, wasteType: 2, identifiedBy: 1, supersedes: 0,
                        ticket: "Q20260601-0009", plate: try #require(WireText(encoding: "京AD12345")),
                        tag: RFIDTag(technology: 4, bytes: bytes("e20000158315015821408fc6")))))
    }

    @Test("a load sample, not zeroed and unstable, below zero")
    func loadSampleFields() throws {
        let record = try record(Self.loadSample)
        #expect(record.head.milliseconds == 500)
        #expect(record.head.fixAgeDs == 0)
        #expect(
            record.content
                == .loadSample(LoadSample(channel: 1, flags: [.stable, .negative], weightG: -350)))
    }

    @Test("decoded and encoded again it is the same bytes", arguments: all)
    func roundTrip(wire: String) throws {
        #expect(hex(encoded(try record(wire).encode)) == wire)
    }

    @Test("a record that is too short for its kind is refused", arguments: all)
    func truncations(wire: String) {
        let whole = bytes(wire)
        for count in 0..<whole.count {
            let short = Array(whole.prefix(count))
            #expect(throws: BodyError.length) { try Record(short.span.bytes) }
        }
    }

    @Test("what stands behind the fields is kept", arguments: all)
    func rest(wire: String) throws {
        let record = try record(wire + "0102ff")
        #expect(record.rest == [1, 2, 0xFF])
        #expect(hex(encoded(record.encode)) == wire + "0102ff")
    }

    @Test("a kind that is not known is refused as such", arguments: [0, 5, 255] as [UInt8])
    func kind(kind: UInt8) {
        let wire = [kind] + bytes(Self.tagRead).dropFirst()
        #expect(throws: BodyError.kind) { try Record(wire.span.bytes) }
    }

    @Test("values outside their tables are kept as sent")
    func values() throws {
        var wire = bytes(Self.lift)
        // Mode, flags, waste type and quality.
        wire[25] = 0xEE
        wire[26] = 0xFF
        wire[40] = 0x99
        wire[41] = 0x98
        let record = try Record(wire.span.bytes)
        guard case .lift(let lift) = record.content else {
            Issue.record("no lift")
            return
        }
        #expect(lift.mode == 0xEE)
        #expect(lift.flags.rawValue == 0xFF01)
        #expect(lift.wasteType == 0x99)
        #expect(lift.quality == 0x98)
        #expect(encoded(record.encode).readableBytesView.elementsEqual(wire))
    }

    @Test("a record without a tag has none")
    func noTag() throws {
        let head = RecordHead(
            time: TerminalTime(bcd: 0x2606_0106_3015), milliseconds: 0, bootNumber: 1, sequence: 1)
        let record = Record(
            head: head, content: .tagRead(TagRead(reader: 1, antenna: 2, rssiDbm: -128, tag: .none)))
        let wire =
            "01" + "260601063015" + "0000" + "0001" + "00000001" + "7fffffff7fffffff" + "ffff" + "010280" + "0000"
        #expect(hex(encoded(record.encode)) == wire)
        #expect(try self.record(wire) == record)
    }
}
