import NIOCore

/// How fast a vehicle may go inside a region or on a segment.
public struct SpeedLimit: Equatable, Sendable {
    /// km/h.
    public var topKmh: UInt16
    /// Seconds above it that count as overspeed.
    public var durationS: UInt8
    /// km/h at night; 2019 only. Nil is sent as ``topKmh`` there.
    public var nightTopKmh: UInt16?

    public init(topKmh: UInt16, durationS: UInt8, nightTopKmh: UInt16? = nil) {
        self.topKmh = topKmh
        self.durationS = durationS
        self.nightTopKmh = nightTopKmh
    }

    /// The part that all editions have. In 2019 the speed at night follows at once, or behind the vertices of a polygon.
    init(_ body: RawSpan, _ offset: inout Int) throws(BodyError) {
        topKmh = try body.take(&offset)
        durationS = try body.take(&offset)
        nightTopKmh = nil
    }

    func encode(into body: inout ByteBuffer) {
        body.writeInteger(topKmh)
        body.writeInteger(durationS)
    }

    mutating func takeNight(_ body: RawSpan, _ offset: inout Int, _ edition: Edition) throws(BodyError) {
        if edition == .edition2019 { nightTopKmh = try body.take(&offset) }
    }

    func encodeNight(into body: inout ByteBuffer, _ edition: Edition) {
        if edition == .edition2019 { body.writeInteger(nightTopKmh ?? topKmh) }
    }
}
