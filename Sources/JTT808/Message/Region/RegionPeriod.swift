import NIOCore

/// When a region or a route holds. Zeros in front mean "every": `000000083000` to `000000180000` is 08:30 to 18:00 of every
/// day.
public struct RegionPeriod: Equatable, Sendable {
    public var start: TerminalTime
    public var end: TerminalTime

    public init(start: TerminalTime, end: TerminalTime) {
        self.start = start
        self.end = end
    }

    init(_ body: RawSpan, _ offset: inout Int) throws(BodyError) {
        start = try body.takeTime(&offset)
        end = try body.takeTime(&offset)
    }

    func encode(into body: inout ByteBuffer) {
        start.encode(into: &body)
        end.encode(into: &body)
    }
}
