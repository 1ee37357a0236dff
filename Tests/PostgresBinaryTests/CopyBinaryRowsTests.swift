import NIOCore
import PostgresBinary
import Testing

@Suite("CopyBinaryRows")
struct CopyBinaryRowsTests {
    /// Rows of 18, 2 and 6 bytes.
    static func sample() -> ByteBuffer {
        var writer = CopyRowWriter()
        writer.beginRow(fields: 3)
        writer.int16(7)
        writer.text("ab")
        writer.null()
        writer.beginRow(fields: 0)
        writer.beginRow(fields: 1)
        writer.text("")
        return writer.rows
    }

    @Test("each row's range comes in order and together they cover the buffer")
    func ranges() throws {
        #expect(try CopyBinaryRows.ranges(in: Self.sample()) == [0..<18, 18..<20, 20..<26])
        #expect(try CopyBinaryRows.ranges(in: ByteBuffer()) == [])
    }

    @Test("ranges are indices into the buffer, also when its reader index is not 0")
    func readerIndex() throws {
        var buffer = ByteBuffer(bytes: CopyBinaryFormat.header)
        buffer.writeImmutableBuffer(Self.sample())
        buffer.moveReaderIndex(forwardBy: CopyBinaryFormat.header.count)
        let ranges = try CopyBinaryRows.ranges(in: buffer)
        #expect(ranges == [19..<37, 37..<39, 39..<45])
        #expect(buffer.getSlice(at: 37, length: 2) == ByteBuffer(bytes: [0, 0]))
    }

    @Test("bytes cut anywhere inside a row are refused, at a row's end accepted", arguments: 0...26)
    func cut(at length: Int) {
        let buffer = Self.sample().getSlice(at: 0, length: length)!
        let expected: CopyBinaryRows.MalformedRow? =
            switch length {
            case 0, 18, 20, 26: nil
            case ..<18: .truncated(row: 0)
            case 19: .truncated(row: 18)
            default: .truncated(row: 20)
            }
        #expect(expected == error(of: buffer))
    }

    @Test("lengths and counts that cannot be are named with their place")
    func malformed() {
        #expect(error(of: ByteBuffer(bytes: CopyBinaryFormat.trailer)) == .badFieldCount(-1, row: 0))
        #expect(error(of: ByteBuffer(bytes: [0, 1, 0xFF, 0xFF, 0xFF, 0xFE])) == .badFieldLength(-2, at: 2))
        #expect(error(of: ByteBuffer(bytes: [0, 1, 0x7F, 0xFF, 0xFF, 0xFF, 1])) == .truncated(row: 0))
    }

    @Test("any bytes end in rows or in an error, the same one twice")
    func total() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            // Small values make counts and lengths that are often nearly right.
            let bytes = (0..<Int.random(in: 0..<40, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random) & (Bool.random(using: &random) ? 0x03 : 0xFF)
            }
            var walk = CopyBinaryRows(ByteBuffer(bytes: bytes))
            do {
                while let range = try walk.next() { #expect(!range.isEmpty) }
            } catch {
                #expect(throws: error) { try walk.next() }
            }
        }
    }

    private func error(of buffer: ByteBuffer) -> CopyBinaryRows.MalformedRow? {
        do throws(CopyBinaryRows.MalformedRow) {
            _ = try CopyBinaryRows.ranges(in: buffer)
            return nil
        } catch {
            return error
        }
    }
}
