public import NIOCore

/// A position with its additional items: 0x0200 (clause 8.21), 位置信息汇报.
public struct LocationReport: Equatable, Sendable {
    public var position: Position
    /// In the order sent; an id may occur more than once.
    public var items: [AdditionalItem]
    /// Bytes at the end that form no whole item.
    public var trailing: [UInt8]

    public init(position: Position, items: [AdditionalItem] = [], trailing: [UInt8] = []) {
        self.position = position
        self.items = items
        self.trailing = trailing
    }

    /// - Throws: ``BodyError/length`` below 28 bytes. Faulty items never throw: they cost themselves, not the report.
    public init(body: RawSpan) throws(BodyError) {
        let position = try Position(body)
        var items: [AdditionalItem] = []
        let end = AdditionalItem.walk(body, from: Position.byteCount) { id, offset, length in
            items.append(AdditionalItem(id: id, value: body.bytes(at: offset, count: length) ?? []))
        }
        self.init(position: position, items: items, trailing: body.bytes(at: end, count: body.byteCount - end) ?? [])
    }

    public func encode(into body: inout ByteBuffer) {
        position.encode(into: &body)
        for item in items { item.encode(into: &body) }
        body.writeBytes(trailing)
    }
}
