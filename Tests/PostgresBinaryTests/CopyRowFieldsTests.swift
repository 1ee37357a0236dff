import NIOCore
import Testing

@testable import PostgresBinary

@Suite("CopyRowFields")
struct CopyRowFieldsTests {
    @Test("a row written at once has the same bytes as one written field by field")
    func same() {
        let bytes: [UInt8] = [1, 2, 3, 4, 5]
        var single = CopyRowWriter()
        single.beginRow(fields: 11)
        single.int64(-2)
        single.timestamptz(812_345_678)
        single.int32(7)
        single.int32(nil)
        single.int16(-1)
        single.int16(nil)
        single.bool(true)
        single.int64(nil)
        single.null()
        single.bytes(bytes)
        single.bytes(bytes)
        var whole = CopyRowWriter()
        whole.row(fields: 11, variableBytes: 10) { row in
            row.int64(-2)
            row.timestamptz(812_345_678)
            row.int32(7)
            row.int32(nil)
            row.int16(-1)
            row.int16(nil)
            row.bool(true)
            row.int64(nil)
            row.null()
            row.bytes(bytes.span.bytes)
            row.bytes(count: 5)
            row.append(bytes.span.bytes.extracting(0..<2))
            row.append(bytes.span.bytes.extracting(2..<5))
        }
        #expect(whole.rows == single.rows)
        #expect(whole.rowCount == 1)
    }

    @Test("another number of fields than announced ends the process")
    func wrongNumber() async {
        await #expect(processExitsWith: .failure) {
            var writer = CopyRowWriter()
            writer.row(fields: 2) { $0.int16(1) }
        }
        await #expect(processExitsWith: .failure) {
            var writer = CopyRowWriter()
            writer.row(fields: 1) { row in
                row.int16(1)
                row.null()
            }
        }
    }

    @Test("more bytes than announced end the process, and write nothing behind the row")
    func tooLong() async {
        await #expect(processExitsWith: .failure) {
            var writer = CopyRowWriter()
            writer.row(fields: 1, variableBytes: 2) { $0.bytes([UInt8](repeating: 0, count: 100).span.bytes) }
        }
    }
}
