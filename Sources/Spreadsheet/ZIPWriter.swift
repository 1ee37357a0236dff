internal import Gzip

/// Makes a ZIP file (PKWARE APPNOTE 6.3.x) of parts that come one after the other, in bounded memory.
///
/// A part's length and check value are not known before its end, so they stand behind it (general purpose bit 3). No ZIP64: a part
/// and the whole file stay below 4 GiB.
package struct ZIPWriter {
    private struct Entry {
        let name: [UInt8]
        let offset: UInt64
        var crc: UInt32 = 0
        var packedLength: UInt64 = 0
        var length: UInt64 = 0
    }

    /// 1980-01-01 00:00 in MS-DOS form, the earliest there is: the same content gives the same bytes.
    private static let time: [UInt8] = [0, 0, 0x21, 0]
    /// Sizes behind the data, and names in UTF-8.
    private static let flags: UInt16 = 1 << 3 | 1 << 11
    private static let deflated: UInt16 = 8
    private static let version: UInt16 = 20
    private static let mostBytes: UInt64 = 0xFFFF_FFFE

    private var entries: [Entry] = []
    private var open: (deflater: Deflater, crc: CRC32)?
    private var pending: [UInt8] = []
    /// Bytes before `pending`.
    private var taken: UInt64 = 0

    package init() {}

    /// The bytes made so far, which are then forgotten.
    package mutating func take() -> [UInt8] {
        defer { pending = [] }
        taken += UInt64(pending.count)
        return pending
    }

    /// Ends the part before and begins another.
    /// - Parameter name: path inside the file, with `/`.
    package mutating func begin(_ name: String) throws(WorkbookError) {
        try endPart()
        let entry = Entry(name: Array(name.utf8), offset: position)
        entries.append(entry)
        pending +=
            bytes(UInt32(0x0403_4B50)) + bytes(Self.version) + bytes(Self.flags) + bytes(Self.deflated) + Self.time
        pending += bytes(UInt32(0)) + bytes(UInt32(0)) + bytes(UInt32(0))
        pending += bytes(UInt16(entry.name.count)) + bytes(UInt16(0)) + entry.name
        open = (Deflater(), CRC32())
    }

    /// More of the part that is open.
    package mutating func append(_ content: [UInt8]) throws(WorkbookError) {
        guard open != nil, let last = entries.indices.last else { preconditionFailure("no part is open") }
        open?.crc.append(content)
        let before = pending.count
        open?.deflater.append(content, into: &pending)
        entries[last].packedLength += UInt64(pending.count - before)
        entries[last].length += UInt64(content.count)
        try check(entries[last].length)
    }

    /// Ends the last part and writes the directory; nothing may follow but ``take()``.
    package mutating func finish() throws(WorkbookError) {
        try endPart()
        let start = position
        for entry in entries {
            pending += bytes(UInt32(0x0201_4B50)) + bytes(Self.version) + bytes(Self.version) + bytes(Self.flags)
            pending += bytes(Self.deflated) + Self.time + bytes(entry.crc)
            pending += bytes(UInt32(entry.packedLength)) + bytes(UInt32(entry.length))
            pending += bytes(UInt16(entry.name.count)) + bytes(UInt16(0)) + bytes(UInt16(0)) + bytes(UInt16(0))
            pending += bytes(UInt16(0)) + bytes(UInt32(0)) + bytes(UInt32(entry.offset)) + entry.name
        }
        let length = position - start
        try check(position)
        pending += bytes(UInt32(0x0605_4B50)) + bytes(UInt16(0)) + bytes(UInt16(0))
        pending += bytes(UInt16(entries.count)) + bytes(UInt16(entries.count))
        pending += bytes(UInt32(length)) + bytes(UInt32(start)) + bytes(UInt16(0))
    }

    private var position: UInt64 { taken + UInt64(pending.count) }

    private mutating func endPart() throws(WorkbookError) {
        guard let part = open, let last = entries.indices.last else { return }
        let before = pending.count
        part.deflater.finish(into: &pending)
        entries[last].packedLength += UInt64(pending.count - before)
        entries[last].crc = part.crc.value
        open = nil
        try check(position)
        pending += bytes(UInt32(0x0807_4B50)) + bytes(entries[last].crc)
        pending += bytes(UInt32(entries[last].packedLength)) + bytes(UInt32(entries[last].length))
    }

    private func check(_ length: UInt64) throws(WorkbookError) {
        guard length <= Self.mostBytes else { throw .tooLarge }
    }

    private func bytes<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        (0..<Number.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) }
    }
}
