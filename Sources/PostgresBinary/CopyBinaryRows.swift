package import NIOCore

/// Walks encoded rows, without header and trailer, and finds where each one lies.
///
/// For cutting a batch in two at a row: the content of the fields is not looked at.
package struct CopyBinaryRows: Sendable {
    private let buffer: ByteBuffer
    private var position: Int

    /// Walks the readable bytes of `buffer`, which are not copied.
    package init(_ buffer: ByteBuffer) {
        self.buffer = buffer
        self.position = buffer.readerIndex
    }

    /// Why bytes are no rows. Offsets are indices into the buffer, as in `ByteBuffer.getInteger(at:)`.
    package enum MalformedRow: Error, Equatable, Sendable {
        /// The bytes end inside the row that starts at `row`.
        case truncated(row: Int)
        /// A negative number of fields; -1 is the trailer of a stream, which is no row.
        case badFieldCount(Int, row: Int)
        /// A field length below -1 (NULL).
        case badFieldLength(Int, at: Int)
    }

    /// The indices of the next row in the buffer; nil at the end.
    ///
    /// After an error it throws the same one again.
    package mutating func next() throws(MalformedRow) -> Range<Int>? {
        let row = position
        if row == buffer.writerIndex { return nil }
        var end = row
        guard let fields = buffer.getInteger(at: end, as: Int16.self) else { throw .truncated(row: row) }
        guard fields >= 0 else { throw .badFieldCount(Int(fields), row: row) }
        end += 2
        for _ in 0..<fields {
            guard let length = buffer.getInteger(at: end, as: Int32.self) else { throw .truncated(row: row) }
            guard length >= -1 else { throw .badFieldLength(Int(length), at: end) }
            end += 4 + max(0, Int(length))
            guard end <= buffer.writerIndex else { throw .truncated(row: row) }
        }
        position = end
        return row..<end
    }

    /// The ranges of all rows in `buffer`.
    package static func ranges(in buffer: ByteBuffer) throws(MalformedRow) -> [Range<Int>] {
        var walk = CopyBinaryRows(buffer)
        var ranges: [Range<Int>] = []
        while let range = try walk.next() { ranges.append(range) }
        return ranges
    }
}
