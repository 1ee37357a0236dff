public import NIOCore

/// One additional item of a position, as sent: id, and a value whose length is part of its meaning.
public struct AdditionalItem: Hashable, Sendable {
    /// 1 to 255; 0 is not lawful and kept all the same.
    public var id: UInt8
    /// 0 to 255 bytes.
    public var value: [UInt8]

    public init(id: UInt8, value: [UInt8]) {
        self.id = id
        self.value = value
    }

    /// What the standard says it means; nil for vendor items and for a known id whose length is not the defined one.
    public var standard: StandardItem? { StandardItem(id: id, value: value.span.bytes) }

    /// - Precondition: the value has at most 255 bytes.
    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(id)
        body.writeInteger(UInt8(value.count))
        body.writeBytes(value)
    }

    /// Walks the items of a location body by their lengths from `start`, without copying.
    /// - Parameter visit: gets the id, and offset and length of the value inside `body`.
    /// - Returns: the offset of what forms no whole item: a lone id, or a value that runs past the end; the end when
    ///   every byte belongs to an item.
    @inlinable @inline(__always)
    package static func walk(
        _ body: RawSpan, from start: Int, _ visit: (_ id: UInt8, _ offset: Int, _ length: Int) -> Void
    ) -> Int {
        var offset = start
        while let id: UInt8 = body.load(at: offset), let length: UInt8 = body.load(at: offset + 1),
            offset + 2 + Int(length) <= body.byteCount
        {
            visit(id, offset + 2, Int(length))
            offset += 2 + Int(length)
        }
        return offset
    }
}
