public import NIOCore

/// A command for the driving recorder: 0x8700 reads (clause 8.42), 0x8701 sets (clause 8.44). 行驶记录.
public struct RecorderCommand: Equatable, Sendable {
    /// Command word of GB/T 19056.
    public var command: UInt8
    /// The block of GB/T 19056, its own head and check byte included.
    public var data: [UInt8]

    public init(command: UInt8, data: [UInt8] = []) {
        self.command = command
        self.data = data
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        command = try body.take(&offset)
        data = body.rest(from: offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(command)
        body.writeBytes(data)
    }
}
