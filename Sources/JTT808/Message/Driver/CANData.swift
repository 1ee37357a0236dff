public import NIOCore

/// Frames of the vehicle's CAN buses: 0x0705 (clause 8.49; 2013 and 2019). CAN总线数据上传.
public struct CANData: Equatable, Sendable {
    public struct Frame: Equatable, Sendable {
        static let byteCount = 12

        /// b31 bus 2, b30 extended, b29 averaged, b0 to b28 the CAN id.
        public var idBits: UInt32
        /// Eight bytes, the first one on top.
        public var data: UInt64

        public init(idBits: UInt32, data: UInt64) {
            self.idBits = idBits
            self.data = data
        }

        public var canID: UInt32 { idBits & 0x1FFF_FFFF }
        /// 1 or 2.
        public var bus: Int { idBits >> 31 == 1 ? 2 : 1 }
        public var isExtended: Bool { idBits >> 30 & 1 == 1 }
        public var isAveraged: Bool { idBits >> 29 & 1 == 1 }
    }

    /// Time of the first frame, `hhmmss` and four digits of milliseconds: five BCD bytes at the low end, as sent.
    public var timeBCD: UInt64
    public var frames: [Frame]

    public init(timeBCD: UInt64, frames: [Frame]) {
        self.timeBCD = timeBCD
        self.frames = frames
    }

    /// - Throws: ``BodyError/length`` when fewer frames are there than are declared.
    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        let count: UInt16 = try body.take(&offset)
        let high: UInt8 = try body.take(&offset)
        let low: UInt32 = try body.take(&offset)
        timeBCD = UInt64(high) << 32 | UInt64(low)
        guard Int(count) <= (body.byteCount - offset) / Frame.byteCount else { throw .length }
        frames = []
        for _ in 0..<count {
            frames.append(Frame(idBits: try body.take(&offset), data: try body.take(&offset)))
        }
    }

    public func encode(into body: inout ByteBuffer) {
        let frames = frames.prefix(Int(UInt16.max))
        body.writeInteger(UInt16(frames.count))
        body.writeInteger(UInt8(truncatingIfNeeded: timeBCD >> 32))
        body.writeInteger(UInt32(truncatingIfNeeded: timeBCD))
        for frame in frames {
            body.writeInteger(frame.idBits)
            body.writeInteger(frame.data)
        }
    }
}
