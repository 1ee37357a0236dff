public import NIOCore

/// Records sound: 0x8804 (clause 8.58). 录音开始命令.
public struct SoundRecording: Equatable, Sendable {
    /// 1 record, 0 stop.
    public var command: UInt8
    /// 0: without end.
    public var seconds: UInt16
    /// 1 keep, 0 send at once.
    public var store: UInt8
    /// 0 8 kHz, 1 11 kHz, 2 23 kHz, 3 32 kHz.
    public var rate: UInt8

    public init(command: UInt8, seconds: UInt16, store: UInt8, rate: UInt8) {
        self.command = command
        self.seconds = seconds
        self.store = store
        self.rate = rate
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        command = try body.take(&offset)
        seconds = try body.take(&offset)
        store = try body.take(&offset)
        rate = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(command)
        body.writeInteger(seconds)
        body.writeInteger(store)
        body.writeInteger(rate)
    }
}
