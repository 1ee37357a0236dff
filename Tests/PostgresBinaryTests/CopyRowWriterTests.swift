import NIOCore
import PostgresBinary
import Testing

@Suite("CopyRowWriter")
struct CopyRowWriterTests {
    /// A field as it was encoded, and its bytes worked out by hand from the manual: a length of 4 bytes,
    /// then the value, most significant byte first.
    struct Field: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let hex: String
        let write: @Sendable (inout CopyRowWriter) -> Void

        init(_ name: String, _ hex: String, _ write: @escaping @Sendable (inout CopyRowWriter) -> Void) {
            self.testDescription = name
            self.hex = hex
            self.write = write
        }
    }

    static let fields = [
        Field("smallint 258", "00000002 0102") { $0.int16(258) },
        Field("smallint -1", "00000002 ffff") { $0.int16(-1) },
        Field("integer 16909060", "00000004 01020304") { $0.int32(16_909_060) },
        Field("integer least", "00000004 80000000") { $0.int32(.min) },
        Field("bigint 1", "00000008 0000000000000001") { $0.int64(1) },
        Field("bigint -2", "00000008 fffffffffffffffe") { $0.int64(-2) },
        Field("true", "00000001 01") { $0.bool(true) },
        Field("false", "00000001 00") { $0.bool(false) },
        Field("real 1.0", "00000004 3f800000") { $0.float4(1) },
        Field("double 1.0", "00000008 3ff0000000000000") { $0.float8(1) },
        Field("double -2.5", "00000008 c004000000000000") { $0.float8(-2.5) },
        Field("timestamptz 2000-01-01", "00000008 0000000000000000") { $0.timestamptz(0) },
        Field("timestamptz one second later", "00000008 00000000000f4240") { $0.timestamptz(1_000_000) },
        Field("text", "00000002 6869") { $0.text("hi") },
        Field("empty text", "00000000") { $0.text("") },
        Field("Chinese text", "00000003 e9878d") { $0.text("重") },
        Field("bytea of array", "00000003 00ff7e") { $0.bytes([0, 0xFF, 0x7E]) },
        Field("bytea of buffer", "00000002 7e00") { $0.bytes(ByteBuffer(bytes: [0x7E, 0])) },
        Field("bytea of span", "00000001 09") {
            let array: [UInt8] = [9]
            $0.bytes(array.span.bytes)
        },
        Field("null", "ffffffff") { $0.null() },
        Field("nil smallint", "ffffffff") { $0.int16(nil) },
        Field("nil integer", "ffffffff") { $0.int32(nil) },
        Field("nil bigint", "ffffffff") { $0.int64(nil) },
        Field("nil boolean", "ffffffff") { $0.bool(nil) },
        Field("nil double", "ffffffff") { $0.float8(nil) },
        Field("nil text", "ffffffff") { $0.text(nil) },
        Field("nil array", "ffffffff") { $0.bytes([UInt8]?.none) },
        Field("nil buffer", "ffffffff") { $0.bytes(ByteBuffer?.none) },
    ]

    @Test("a row of one field is a count of 1 and the field", arguments: fields)
    func field(_ field: Field) {
        var writer = CopyRowWriter()
        writer.beginRow(fields: 1)
        field.write(&writer)
        #expect(hex(writer.rows) == "0001" + field.hex.filter { $0 != " " })
    }

    @Test("rows follow each other without anything between")
    func rows() {
        var writer = CopyRowWriter()
        writer.beginRow(fields: 2, reserving: 64)
        writer.int16(1)
        writer.null()
        writer.beginRow(fields: 0)
        #expect(writer.rowCount == 2)
        #expect(writer.byteCount == 14)
        #expect(hex(writer.rows) == "0002" + "000000020001" + "ffffffff" + "0000")
    }

    @Test("a value put together from pieces is one field")
    func pieces() {
        var writer = CopyRowWriter()
        writer.beginRow(fields: 1)
        writer.bytes(count: 3) { row in
            row.writeBytes([0xAA])
            row.writeBytes([0xBB, 0xCC])
        }
        #expect(hex(writer.rows) == "0001" + "00000003aabbcc")
    }

    @Test("emptied, it starts a new batch")
    func removeAll() {
        var writer = CopyRowWriter()
        writer.beginRow(fields: 1)
        writer.null()
        writer.removeAll()
        #expect(writer.rowCount == 0)
        #expect(writer.byteCount == 0)
        writer.beginRow(fields: 0)
        #expect(hex(writer.rows) == "0000")
    }

    @Test("header and trailer are those of the manual")
    func header() {
        #expect(hex(ByteBuffer(bytes: CopyBinaryFormat.header)) == "5047434f50590aff0d0a00" + "00000000" + "00000000")
        #expect(CopyBinaryFormat.header.count == 19)
        #expect(CopyBinaryFormat.trailer == [0xFF, 0xFF])
    }

    @Test(
        "Unix time becomes PostgreSQL time",
        arguments: [
            (946_684_800_000_000, 0), (0, -946_684_800_000_000), (1_700_000_000_000_001, 753_315_200_000_001),
            (Int64.min, Int64.min),
        ])
    func epoch(unix: Int64, postgres: Int64) {
        #expect(PostgresEpoch.microseconds(fromUnix: unix) == postgres)
    }

    @Test("PostgreSQL time becomes Unix time, and infinity stays")
    func epochBack() {
        #expect(PostgresEpoch.unixMicroseconds(from: 0) == 946_684_800_000_000)
        #expect(PostgresEpoch.unixMicroseconds(from: .max) == .max)
    }

    private func hex(_ buffer: ByteBuffer) -> String {
        buffer.readableBytesView.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
