public import NIOCore

/// The stored media that a search found: 0x0802 (clause 8.56), the answer to 0x8802. 存储多媒体数据检索应答.
public struct MediaList: Equatable, Sendable {
    public struct Item: Equatable, Sendable {
        /// Nil in 2011, which has none.
        public var id: UInt32?
        /// 0 picture, 1 sound, 2 video.
        public var kind: UInt8
        public var channel: UInt8
        /// As in ``MediaEvent/event``.
        public var event: UInt8
        /// Where it was taken; no additional items.
        public var position: Position

        public init(id: UInt32?, kind: UInt8, channel: UInt8, event: UInt8, position: Position) {
            self.id = id
            self.kind = kind
            self.channel = channel
            self.event = event
            self.position = position
        }
    }

    /// Serial of the 0x8802.
    public var serial: UInt16
    /// Media found in all, of which ``items`` may be a part.
    public var total: UInt16
    public var items: [Item]
    /// 2013 and 2019, or 2011: items without an id behind a second count.
    public var layout: Edition

    public init(layout: Edition, serial: UInt16, total: UInt16, items: [Item]) {
        self.layout = layout
        self.serial = serial
        self.total = total
        self.items = items
    }

    /// Items go up to the end. The layout of the edition is taken, the other one when it alone fits.
    /// - Throws: ``BodyError/length`` when neither fits.
    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        let length = body.byteCount
        let fits2013 = length >= 4 && (length - 4).isMultiple(of: 7 + Position.byteCount)
        let here = body.load(at: 4, as: UInt16.self).map(Int.init)
        let fits2011 = here.map { 6 + $0 * (3 + Position.byteCount) } == length
        guard fits2013 || fits2011 else { throw .length }
        let is2011 = edition == .edition2011 ? fits2011 : !fits2013
        layout = is2011 ? .edition2011 : edition == .edition2011 ? .edition2013 : edition
        var offset = 0
        serial = try body.take(&offset)
        total = try body.take(&offset)
        if is2011 { offset += 2 }
        items = []
        while offset < length {
            let id: UInt32? = is2011 ? nil : try body.take(&offset)
            let kind: UInt8 = try body.take(&offset)
            let channel: UInt8 = try body.take(&offset)
            let event: UInt8 = try body.take(&offset)
            items.append(
                Item(id: id, kind: kind, channel: channel, event: event, position: try Position(body, at: offset)))
            offset += Position.byteCount
        }
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        body.writeInteger(total)
        if layout == .edition2011 { body.writeInteger(UInt16(clamping: items.count)) }
        for item in items {
            if layout != .edition2011 { body.writeInteger(item.id ?? 0) }
            body.writeBytes([item.kind, item.channel, item.event])
            item.position.encode(into: &body)
        }
    }
}
