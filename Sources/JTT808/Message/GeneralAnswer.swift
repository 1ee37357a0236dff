public import NIOCore

/// The generic answer of either side: 0x0001 from the terminal, 0x8001 from the platform (clauses 8.1 and 8.2).
public struct GeneralAnswer: Equatable, Sendable {
    /// 0 done, 1 failed, 2 message is wrong, 3 not supported; from the platform also 4: alarm confirmed.
    public struct Result: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        public static let done = Result(rawValue: 0)
        public static let failed = Result(rawValue: 1)
        public static let messageIsWrong = Result(rawValue: 2)
        public static let notSupported = Result(rawValue: 3)
        public static let alarmConfirmed = Result(rawValue: 4)
    }

    static let byteCount = 5

    /// Serial of the message that is answered.
    public var serial: UInt16
    /// Id of the message that is answered.
    public var messageID: MessageID
    public var result: Result

    public init(serial: UInt16, messageID: MessageID, result: Result) {
        self.serial = serial
        self.messageID = messageID
        self.result = result
    }

    /// Bytes behind the fifth are ignored, as everywhere: later editions append fields.
    public init(body: RawSpan) throws(BodyError) {
        guard let serial: UInt16 = body.load(at: 0), let id: UInt16 = body.load(at: 2),
            let result: UInt8 = body.load(at: 4)
        else { throw .length }
        self.init(serial: serial, messageID: MessageID(rawValue: id), result: Result(rawValue: result))
    }

    /// Appends a whole 0x8001 frame: the answer of the hot path, written without an allocation but the buffer's own growth.
    public func writeFrame(to address: TerminalAddress, serial replySerial: UInt16, into out: inout ByteBuffer) {
        let body: [5 of UInt8] = [
            UInt8(truncatingIfNeeded: serial >> 8), UInt8(truncatingIfNeeded: serial),
            UInt8(truncatingIfNeeded: messageID.rawValue >> 8), UInt8(truncatingIfNeeded: messageID.rawValue),
            result.rawValue,
        ]
        do {
            try FrameWriter.write(.platformAnswer, to: address, serial: replySerial, body: body.span.bytes, into: &out)
        } catch {
            preconditionFailure("five bytes fit every frame")
        }
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        body.writeInteger(messageID.rawValue)
        body.writeInteger(result.rawValue)
    }
}
