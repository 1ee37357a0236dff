public import NIOCore

/// Tags and weights as Qingyun's own terminals send them: the data of a 0x0900 of type 0xF1. docs/protocols/records.md.
///
///     version u8 = 1 | count u8 | count × (length u16 | record)
public struct RecordBatch: Equatable, Sendable {
    public static let version: UInt8 = 1
    /// Bytes before the first record, counted in the data of the 0x0900.
    package static let headLength = 2

    /// Number of records as declared. The data are read to their end all the same.
    public var declaredCount: UInt8
    /// Each record's bytes, for ``Record/init(_:)``: one that is no record costs itself alone.
    public var records: [[UInt8]]
    /// What is left when a length runs past the end.
    public var trailing: [UInt8]

    /// At most 255 records; more are left out.
    public init(_ records: [Record]) {
        self.records = records.prefix(Int(UInt8.max)).map { record in
            var out = ByteBuffer()
            record.encode(into: &out)
            return [UInt8](out.readableBytesView)
        }
        declaredCount = UInt8(self.records.count)
        trailing = []
    }

    /// - Parameter data: of the 0x0900, behind its type.
    /// - Throws: ``BodyError/length`` below 2 bytes, ``BodyError/version`` for any other than 1.
    public init(data: RawSpan) throws(BodyError) {
        declaredCount = try Self.checkHead(data)
        var records: [[UInt8]] = []
        let end = Self.walk(data) { offset, length in records.append(data.bytes(at: offset, count: length) ?? []) }
        self.records = records
        trailing = data.rest(from: end)
    }

    /// Where the data begin in the body of a 0x0900 of type 0xF1: behind the type, or, in the layout of 2011, behind the two
    /// lengths that follow it. The body itself tells: read as lengths, what version 1 begins with would be more than 16 MiB.
    package static func start(inPassthrough body: RawSpan) -> Int {
        let total: UInt32? = body.load(at: 1)
        let here: UInt16? = body.load(at: 5)
        return here.map(Int.init) == body.byteCount - 7 && total == here.map(UInt32.init) ? 7 : 1
    }

    /// - Returns: the declared number of records.
    package static func checkHead(_ data: RawSpan) throws(BodyError) -> UInt8 {
        guard let version: UInt8 = data.load(at: 0), let count: UInt8 = data.load(at: 1) else { throw .length }
        guard version == Self.version else { throw .version }
        return count
    }

    /// Walks the records by their lengths, without copying: `visit` gets offset and length of each.
    /// - Returns: the offset at which the list ends; less than the length of the data when something is left over.
    @inlinable @inline(__always)
    package static func walk(_ data: RawSpan, _ visit: (_ offset: Int, _ length: Int) -> Void) -> Int {
        var offset = 2
        while let length: UInt16 = data.load(at: offset), offset + 2 + Int(length) <= data.byteCount {
            visit(offset + 2, Int(length))
            offset += 2 + Int(length)
        }
        return min(offset, data.byteCount)
    }

    /// Appends the data of the 0x0900. A record of more than 65,535 bytes, which no frame can hold, is cut.
    public func encode(into out: inout ByteBuffer) {
        out.writeInteger(Self.version)
        out.writeInteger(declaredCount)
        for record in records {
            let record = record.prefix(Int(UInt16.max))
            out.writeInteger(UInt16(record.count))
            out.writeBytes(record)
        }
        out.writeBytes(trailing)
    }
}
