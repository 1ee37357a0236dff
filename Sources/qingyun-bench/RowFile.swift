import ArgumentParser
import Foundation
import NIOCore
import PostgresBinary

/// The rows of a binary COPY file, in memory.
struct RowFile {
    /// Neighbouring rows that are written together.
    struct Batch: Sendable {
        let rows: ByteBuffer
        let count: Int
    }

    private let rows: ByteBuffer
    private let ranges: [Range<Int>]

    /// - Throws: `ValidationError` when the file cannot be read or is none.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw ValidationError("--rows: cannot read \(path)")
        }
        let header = CopyBinaryFormat.header.count
        let end = data.count - CopyBinaryFormat.trailer.count
        guard end > header, data.prefix(header).elementsEqual(CopyBinaryFormat.header),
            data.suffix(from: end).elementsEqual(CopyBinaryFormat.trailer)
        else {
            throw ValidationError("--rows: \(path) is not a file of COPY ... TO with FORMAT binary, or has no rows")
        }
        var rows = ByteBuffer()
        rows.writeBytes(data[header..<end])
        self.rows = rows
        ranges = try CopyBinaryRows.ranges(in: rows)
    }

    /// - Parameter batchRows: 0: all rows of a share are one batch.
    /// - Returns: for each share its batches.
    func split(into shares: Int, batchRows: Int) -> [[Batch]] {
        (0..<shares).map { share in
            let from = ranges.count * share / shares
            let to = ranges.count * (share + 1) / shares
            let size = batchRows == 0 ? max(1, to - from) : batchRows
            return stride(from: from, to: to, by: size).map { batch(from: $0, to: min($0 + size, to)) }
        }
    }

    private func batch(from: Int, to: Int) -> Batch {
        let start = ranges[from].lowerBound
        let slice = rows.getSlice(at: start, length: ranges[to - 1].upperBound - start)
        return Batch(rows: slice ?? ByteBuffer(), count: to - from)
    }
}
