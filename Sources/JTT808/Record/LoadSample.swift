import NIOCore

/// A reading of the vehicle's load cells: record kind 2.
public struct LoadSample: Equatable, Sendable {
    public var channel: UInt8
    public var flags: WeightFlags
    public var weightG: Int32

    public init(channel: UInt8, flags: WeightFlags, weightG: Int32) {
        self.channel = channel
        self.flags = flags
        self.weightG = weightG
    }

    init(_ record: RawSpan, _ offset: inout Int) throws(BodyError) {
        channel = try record.take(&offset)
        flags = WeightFlags(rawValue: try record.take(&offset))
        weightG = try record.take(&offset)
    }

    func encode(into out: inout ByteBuffer) {
        out.writeInteger(channel)
        out.writeInteger(flags.rawValue)
        out.writeInteger(weightG)
    }
}
