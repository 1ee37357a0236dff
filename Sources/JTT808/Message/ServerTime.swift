public import NIOCore

/// The platform's time: 0x8004, the answer to 0x0004 (clause 8.5). The one time on the wire that is UTC.
public struct ServerTime: Equatable, Sendable {
    /// Wall-clock time of UTC.
    public var time: TerminalTime

    public init(time: TerminalTime) { self.time = time }

    /// - Throws: ``BodyError/length`` below 6 bytes.
    public init(body: RawSpan) throws(BodyError) {
        guard let time = TerminalTime(body, at: 0) else { throw .length }
        self.init(time: time)
    }

    public func encode(into body: inout ByteBuffer) { time.encode(into: &body) }
}

extension TerminalTime {
    func encode(into body: inout ByteBuffer) {
        body.writeInteger(UInt16(truncatingIfNeeded: bcd >> 32))
        body.writeInteger(UInt32(truncatingIfNeeded: bcd))
    }
}
