public import NIOCore

/// Confirms an alarm by hand: 0x8203 (clause 8.25; 2013 and 2019), 人工确认报警消息.
public struct AlarmConfirmation: Equatable, Sendable {
    /// Alarms that can be confirmed: bits 0, 3, 20, 21, 22, 27, 28 of the alarm word.
    public static let confirmableBits: UInt32 = 0x1870_0009

    /// Serial of the report with the alarm; 0: all alarms of these kinds.
    public var serial: UInt16
    /// Bits as in the alarm word.
    public var alarmBits: UInt32

    public init(serial: UInt16, alarmBits: UInt32) {
        self.serial = serial
        self.alarmBits = alarmBits
    }

    public init(body: RawSpan) throws(BodyError) {
        var offset = 0
        serial = try body.take(&offset)
        alarmBits = try body.take(&offset)
    }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(serial)
        body.writeInteger(alarmBits)
    }
}
