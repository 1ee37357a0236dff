import JTT808
import NIOCore
import PostgresBinary
import Telemetry
import Testing

@testable import TelemetryStore

/// Rows by field, worked out by hand from the manual (COPY, "Binary Format"): the number of fields in 2 bytes, then for each a
/// length of 4 bytes, -1 for NULL, and the value, most significant byte first. Times are microseconds since 2000-01-01 UTC.
@Suite("RowBatch")
struct RowBatchTests {
    /// 2018-07-15 02:10:11.25 UTC.
    static let receivedAt = Instant(microseconds: 1_531_620_611_250_000)
    static let null = "ffffffff"

    /// 31.229808 north, 121.480640 east, 42 m, 60.5 km/h, 359 degrees, 2018-07-15 02:10:10 UTC.
    static func body(status: String = "0000000b", time: String = "180715101010", _ items: String = "") -> [UInt8] {
        bytes("80000001 \(status) 01dc8770 073da5c0 002a 025d 0167 \(time) \(items)")
    }

    private static func bytes(_ hex: String) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
    }

    private func hex(_ buffer: ByteBuffer) -> String {
        buffer.readableBytesView.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private func append(
        _ body: [UInt8], to batch: inout RowBatch, terminalID: Int64 = 77, receivedAt: Instant = receivedAt,
        isBackfill: Bool = false
    ) throws {
        let fix = try Fix(locationBody: body.span.bytes, receivedAt: receivedAt)
        batch.append(fix, terminalID: terminalID, receivedAt: receivedAt, isBackfill: isBackfill, body: body.span.bytes)
    }

    private func message(
        _ id: UInt16, serial: UInt16 = 1, package: FrameHeader.Package? = nil, encryption: UInt8 = 0, body: [UInt8]
    ) throws -> Frame {
        let address = try #require(TerminalNumber("13912345678").flatMap { TerminalAddress($0, form: .short) })
        var header = FrameHeader(
            messageID: MessageID(rawValue: id), address: address, serial: serial, bodyLength: body.count,
            package: package)
        header.encryption = encryption
        return Frame(header: header, body: ByteBuffer(bytes: body))
    }

    // MARK: Rows by field

    @Test("a fix with every column of its own")
    func fix() throws {
        var batch = RowBatch()
        try append(
            Self.body("01 04 ffffffff  02 02 01f4  30 01 1f  31 01 ff"), to: &batch, terminalID: 0x0102_0304_0506_0708,
            isBackfill: true)
        let fields = [
            "00000008 0102030405060708",  // terminal_id bigint
            "00000008 000213fefb2be480",  // recorded_at: 584935810 s
            "00000008 000213fefb3ef750",  // received_at: 584935811.25 s
            "00000008 0000000080000001",  // alarm_bits bigint, unsigned on the wire
            "00000008 000000000000000b",  // status_bits bigint: ACC, fixed, west
            "00000008 00000000ffffffff",  // odometer_hm bigint
            "00000004 a29428a6",  // body_hash integer: zlib.crc32 of the body
            "00000004 f8c25a40",  // lon_e6 integer: -121480640
            "00000004 01dc8770",  // lat_e6 integer
            "00000004 0000002a",  // altitude_m integer
            "00000004 0000025d",  // speed_dkmh integer
            "00000004 00000167",  // course_deg integer
            "00000004 000001f4",  // fuel_dl integer
            "00000002 00ff",  // satellites smallint
            "00000002 001f",  // signal smallint
            "00000002 0000",  // time_quality smallint: the device's
            "00000001 01",  // is_backfill boolean
            Self.null,  // extra
            Self.null,  // raw_body
        ]
        #expect(hex(batch.rows(of: .fix)) == "0013" + fields.joined().filter { $0 != " " })
        #expect(fields.count == TelemetryTable.fix.columns.count)
        #expect(batch.rowCount == 1)
    }

    @Test("what a fix does not have is NULL, and extra holds the other items as sent")
    func fixWithoutColumns() throws {
        var batch = RowBatch()
        try append(Self.body(status: "00000003", "25 04 00004001 e1 00 ff"), to: &batch)
        let fields = [
            "00000008 000000000000004d", "00000008 000213fefb2be480", "00000008 000213fefb3ef750",
            "00000008 0000000080000001",
            "00000008 0000000000000003", Self.null, "00000004 1e1a44c9", "00000004 073da5c0", "00000004 01dc8770",
            "00000004 0000002a",
            "00000004 0000025d", "00000004 00000167", Self.null, Self.null, Self.null, "00000002 0000", "00000001 00",
            "00000009 250400004001 e100 ff", Self.null,
        ]
        #expect(hex(batch.rows(of: .fix)) == "0013" + fields.joined().filter { $0 != " " })
    }

    @Test("a fix without a date has the receive time, and keeps its body")
    func fixWithoutDate() throws {
        var batch = RowBatch()
        let body = Self.body(status: "00000003", time: "000000000000")
        try append(body, to: &batch)
        let fields = [
            "00000008 000000000000004d", "00000008 000213fefb3ef750", "00000008 000213fefb3ef750",
            "00000008 0000000080000001",
            "00000008 0000000000000003", Self.null, "00000004 957c58b8", "00000004 073da5c0", "00000004 01dc8770",
            "00000004 0000002a",
            "00000004 0000025d", "00000004 00000167", Self.null, Self.null, Self.null, "00000002 0001", "00000001 00",
            Self.null,
            "0000001c" + hex(ByteBuffer(bytes: body)),
        ]
        #expect(hex(batch.rows(of: .fix)) == "0013" + fields.joined().filter { $0 != " " })
    }

    @Test("a message is kept raw")
    func message() throws {
        var batch = RowBatch()
        batch.append(
            message: try message(
                0xE001, serial: 65_535, package: .init(total: 40_000, index: 2), encryption: 1,
                body: [0x00, 0x7E, 0xFF]),
            terminalID: 77, receivedAt: Self.receivedAt)
        batch.append(message: try message(0x0900, serial: 7, body: []), terminalID: 78, receivedAt: Self.receivedAt)
        let first = [
            "00000008 000000000000004d",  // terminal_id bigint
            "00000008 000213fefb3ef750",  // received_at
            "00000004 0000ffff",  // serial integer
            "00000004 0000e001",  // message_id integer
            "00000004 00009c40",  // package_total integer
            "00000004 00000002",  // package_index integer
            "00000002 0001",  // encryption smallint
            "00000003 007eff",  // body bytea
        ]
        let second = [
            "00000008 000000000000004e", "00000008 000213fefb3ef750", "00000004 00000007", "00000004 00000900",
            Self.null, Self.null,
            "00000002 0000", "00000000",
        ]
        #expect(first.count == TelemetryTable.message.columns.count)
        #expect(
            hex(batch.rows(of: .message)) == ("0008" + first.joined() + "0008" + second.joined()).filter { $0 != " " })
    }

    @Test("a quarantined record says what is known")
    func quarantine() {
        var batch = RowBatch()
        batch.append(
            QuarantineRecord(
                receivedAt: Self.receivedAt, terminalID: 77, messageID: .locationReport, serial: 9,
                reason: "body_length",
                detail: "27 字节", peer: "[::1]:5", raw: ByteBuffer(bytes: [0x7E, 0x00])))
        batch.append(QuarantineRecord(receivedAt: Self.receivedAt, reason: "escape", raw: ByteBuffer()))
        let first = [
            "00000008 000213fefb3ef750",  // received_at
            "00000008 000000000000004d",  // terminal_id bigint
            "00000004 00000200",  // message_id integer
            "00000004 00000009",  // serial integer
            "0000000b 626f64795f6c656e677468",  // reason text
            "00000009 323720 e5ad97 e88a82",  // detail text, UTF-8
            "00000007 5b3a3a315d3a35",  // peer text
            "00000002 7e00",  // raw bytea
        ]
        let second = [
            "00000008 000213fefb3ef750", "00000008 0000000000000000", Self.null, Self.null, "00000006 657363617065",
            Self.null,
            Self.null, "00000000",
        ]
        #expect(first.count == TelemetryTable.quarantine.columns.count)
        #expect(
            hex(batch.rows(of: .quarantine))
                == ("0008" + first.joined() + "0008" + second.joined()).filter { $0 != " " })
    }

    // MARK: Days

    @Test("each local day is noted once, by device time for a fix and by receive time for the rest")
    func days() throws {
        var batch = RowBatch()
        #expect(batch.days.isEmpty)
        try append(Self.body(time: "180715235959"), to: &batch)
        try append(Self.body(time: "180716000000"), to: &batch)
        try append(Self.body(time: "180715000000"), to: &batch)
        try append(Self.body(time: "180716120000"), to: &batch)
        // 16:00 UTC is midnight in Shanghai.
        let beforeMidnight = Instant(unixSeconds: 1_531_843_199)  // 2018-07-17 23:59:59 in Shanghai
        batch.append(message: try message(0x0900, body: []), terminalID: 1, receivedAt: beforeMidnight)
        batch.append(
            QuarantineRecord(receivedAt: beforeMidnight.advanced(bySeconds: 1), reason: "escape", raw: ByteBuffer()))
        batch.append(QuarantineRecord(receivedAt: beforeMidnight, reason: "escape", raw: ByteBuffer()))
        #expect(batch.days.map(\.description).sorted() == ["2018-07-15", "2018-07-16", "2018-07-17", "2018-07-18"])
    }

    // MARK: Counts, splitting and reuse

    /// `fixes`, `messages` and `quarantined` rows that are all different.
    private func batch(fixes: Int, messages: Int, quarantined: Int) throws -> RowBatch {
        var batch = RowBatch()
        for index in 0..<max(fixes, messages, quarantined) {
            let receivedAt = Self.receivedAt.advanced(bySeconds: Int64(index))
            if index < fixes {
                try append(
                    Self.body("e1 01 0\(index % 10)"), to: &batch, terminalID: Int64(index), receivedAt: receivedAt)
            }
            if index < messages {
                let body = [UInt8](repeating: 0xFF, count: index)
                batch.append(
                    message: try message(0x0900, serial: UInt16(index), body: body), terminalID: 5,
                    receivedAt: receivedAt)
            }
            if index < quarantined {
                batch.append(
                    QuarantineRecord(receivedAt: receivedAt, reason: "r\(index)", raw: ByteBuffer(bytes: [0xFF, 0xFF])))
            }
        }
        return batch
    }

    static let mixtures = [
        (2, 0, 0), (3, 0, 0), (0, 2, 0), (0, 0, 5), (1, 1, 0), (1, 0, 1), (0, 1, 1), (1, 1, 1), (5, 3, 2), (2, 3, 5),
        (1, 7, 1), (0, 4, 9),
    ]

    @Test("rows are counted by table", arguments: mixtures)
    func counts(fixes: Int, messages: Int, quarantined: Int) throws {
        let batch = try batch(fixes: fixes, messages: messages, quarantined: quarantined)
        #expect(batch.rowCount(of: .fix) == fixes)
        #expect(batch.rowCount(of: .message) == messages)
        #expect(batch.rowCount(of: .quarantine) == quarantined)
        #expect(batch.rowCount == fixes + messages + quarantined)
        #expect(batch.byteCount == TelemetryTable.allCases.reduce(0) { $0 + batch.rows(of: $1).readableBytes })
        #expect(!batch.isEmpty)
    }

    @Test("halves hold all rows in their order", arguments: mixtures)
    func halves(fixes: Int, messages: Int, quarantined: Int) throws {
        let batch = try batch(fixes: fixes, messages: messages, quarantined: quarantined)
        let (left, right) = batch.halves()
        #expect(left.rowCount == batch.rowCount / 2)
        #expect(left.rowCount + right.rowCount == batch.rowCount)
        for table in TelemetryTable.allCases {
            #expect(hex(left.rows(of: table)) + hex(right.rows(of: table)) == hex(batch.rows(of: table)))
            #expect(try CopyBinaryRows.ranges(in: left.rows(of: table)).count == left.rowCount(of: table))
            #expect(try CopyBinaryRows.ranges(in: right.rows(of: table)).count == right.rowCount(of: table))
        }
        #expect(Set(left.days).isSuperset(of: batch.days) && Set(right.days).isSuperset(of: batch.days))
    }

    @Test("halving again and again comes to every single row once", arguments: mixtures)
    func bisect(fixes: Int, messages: Int, quarantined: Int) throws {
        let batch = try batch(fixes: fixes, messages: messages, quarantined: quarantined)
        var waiting = [batch]
        var found: [TelemetryTable: [String]] = [:]
        while let next = waiting.popLast() {
            guard next.rowCount > 1 else {
                let table = try #require(TelemetryTable.allCases.first { next.rowCount(of: $0) == 1 })
                found[table, default: []].append(hex(next.rows(of: table)))
                continue
            }
            let (left, right) = next.halves()
            waiting += [right, left]
        }
        for table in TelemetryTable.allCases {
            #expect((found[table] ?? []).joined() == hex(batch.rows(of: table)))
            #expect((found[table] ?? []).count == batch.rowCount(of: table))
        }
    }

    @Test("an emptied batch is as good as a new one")
    func removeAll() throws {
        var batch = try batch(fixes: 3, messages: 2, quarantined: 1)
        batch.removeAll()
        #expect(batch.isEmpty)
        #expect(batch.rowCount == 0)
        #expect(batch.byteCount == 0)
        #expect(batch.days.isEmpty)
        try append(Self.body("e1 01 07"), to: &batch)
        var new = RowBatch()
        try append(Self.body("e1 01 07"), to: &new)
        #expect(batch.rows(of: .fix) == new.rows(of: .fix))
        #expect(batch.days == new.days)
        #expect(batch.rowCount == 1)
    }

    @Test("a copy keeps its rows while the batch goes on")
    func copy() throws {
        var batch = try batch(fixes: 2, messages: 0, quarantined: 0)
        let copy = batch
        let rows = hex(copy.rows(of: .fix))
        batch.removeAll()
        try append(Self.body(), to: &batch)
        #expect(hex(copy.rows(of: .fix)) == rows)
        #expect(copy.rowCount == 2)
    }
}
