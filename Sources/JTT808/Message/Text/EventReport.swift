public import NIOCore

/// The driver chose an event: 0x0301 (2011 and 2013). 事件报告.
public struct EventReport: Equatable, Sendable {
    /// As in ``EventList/Event/id``.
    public var eventID: UInt8

    public init(eventID: UInt8) { self.eventID = eventID }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        eventID = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) { body.writeInteger(eventID) }
}
