public import NIOCore

/// The events that a driver may report: 0x8301 (2011 and 2013). 事件设置.
public struct EventList: Equatable, Sendable {
    public struct Event: Equatable, Sendable {
        public var id: UInt8
        public var text: WireText

        public init(id: UInt8, text: WireText) {
            self.id = id
            self.text = text
        }
    }

    /// 0 clears all, and nothing follows; 1 replaces, 2 adds, 3 changes, 4 deletes.
    public var action: UInt8
    public var events: [Event]

    public init(action: UInt8, events: [Event]) {
        self.action = action
        self.events = events
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        action = try body.take(&offset)
        events = []
        if action == 0 && body.byteCount == offset { return }
        for _ in 0..<(try body.takeCount(&offset, edition)) {
            events.append(Event(id: try body.take(&offset), text: try body.takeShortText(&offset)))
        }
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(action)
        if action == 0 && events.isEmpty { return }
        body.writeCounted(events, edition) { event, body in
            body.writeInteger(event.id)
            body.writeShortText(event.text)
        }
    }
}
