public import NIOCore

/// The information services that a driver may subscribe to: 0x8303 (2011 and 2013). 信息点播菜单设置.
public struct InformationMenu: Equatable, Sendable {
    public struct Item: Equatable, Sendable {
        public var kind: UInt8
        public var name: WireText

        public init(kind: UInt8, name: WireText) {
            self.kind = kind
            self.name = name
        }
    }

    /// 0 deletes all, and nothing follows; 1 replaces, 2 adds, 3 changes.
    public var action: UInt8
    public var items: [Item]

    public init(action: UInt8, items: [Item]) {
        self.action = action
        self.items = items
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        action = try body.take(&offset)
        items = []
        if action == 0 && body.byteCount == offset { return }
        for _ in 0..<(try body.takeCount(&offset, edition)) {
            items.append(Item(kind: try body.take(&offset), name: try body.takeLongText(&offset)))
        }
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(action)
        if action == 0 && items.isEmpty { return }
        body.writeCounted(items, edition) { item, body in
            body.writeInteger(item.kind)
            body.writeLongText(item.name)
        }
    }
}
