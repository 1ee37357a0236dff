public import NIOCore

/// Data of the driving recorder: 0x0700 (clause 8.43), the answer to 0x8700. 行驶记录数据上传.
public struct RecorderReport: Equatable, Sendable {
    /// Serial of the question; nil in 2011, which has none.
    public var serial: UInt16?
    /// Command word of GB/T 19056.
    public var command: UInt8
    /// Bytes in all, of which ``data`` may be a part; 2011 only.
    public var totalLength: UInt16?
    /// The block of GB/T 19056.
    public var data: [UInt8]

    public init(serial: UInt16?, command: UInt8, totalLength: UInt16? = nil, data: [UInt8]) {
        self.serial = serial
        self.command = command
        self.totalLength = totalLength
        self.data = data
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        if edition == .edition2011 {
            command = try body.take(&offset)
            totalLength = try body.take(&offset)
            let here: UInt16 = try body.take(&offset)
            data = try body.takeBytes(Int(here), &offset)
        } else {
            serial = try body.take(&offset)
            command = try body.take(&offset)
            data = body.rest(from: offset)
        }
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        if edition == .edition2011 {
            let data = data.prefix(Int(UInt16.max))
            body.writeInteger(command)
            body.writeInteger(totalLength ?? UInt16(data.count))
            body.writeInteger(UInt16(data.count))
            body.writeBytes(data)
        } else {
            body.writeInteger(serial ?? 0)
            body.writeInteger(command)
            body.writeBytes(data)
        }
    }
}
