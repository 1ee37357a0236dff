public import NIOCore

/// Data of something attached to the terminal: 0x0900 up (clause 8.61), 0x8900 down (clause 8.60). 数据透传.
public struct Passthrough: Equatable, Sendable {
    /// Whose data they are.
    public struct Kind: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let gnssDetail = Kind(rawValue: 0x00)
        /// 道路运输证IC卡: 64 bytes up, 24 down.
        public static let transportCard = Kind(rawValue: 0x0B)
        public static let serialPort1 = Kind(rawValue: 0x41)
        public static let serialPort2 = Kind(rawValue: 0x42)
        /// Qingyun's own records of tags and weights: ``RecordBatch``.
        public static let records = Kind(rawValue: 0xF1)
        /// Regional standards: state of attached devices.
        public static let deviceStates = Kind(rawValue: 0xF7)
        /// Regional standards: make of attached devices.
        public static let deviceMakes = Kind(rawValue: 0xF8)
    }

    public var kind: Kind
    /// Bytes in all, of which ``data`` may be a part; 2011 only.
    public var totalLength: UInt32?
    public var data: [UInt8]

    public init(kind: Kind, totalLength: UInt32? = nil, data: [UInt8]) {
        self.kind = kind
        self.totalLength = totalLength
        self.data = data
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        kind = Kind(rawValue: try body.take(&offset))
        if edition == .edition2011 {
            totalLength = try body.take(&offset)
            let here: UInt16 = try body.take(&offset)
            data = try body.takeBytes(Int(here), &offset)
        } else {
            data = body.rest(from: offset)
        }
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(kind.rawValue)
        if edition == .edition2011 {
            let data = data.prefix(Int(UInt16.max))
            body.writeInteger(totalLength ?? UInt32(data.count))
            body.writeInteger(UInt16(data.count))
            body.writeBytes(data)
        } else {
            body.writeBytes(data)
        }
    }
}
