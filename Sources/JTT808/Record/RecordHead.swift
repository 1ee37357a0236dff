import NIOCore

/// What every record begins with, after its kind: when, where, and the number that names it for ever.
public struct RecordHead: Equatable, Sendable {
    /// ``latitudeE6`` and ``longitudeE6`` when there was no fix.
    public static let noFix: Int32 = 0x7FFF_FFFF
    /// ``fixAgeDs`` when the age is not known.
    public static let unknownFixAge: UInt16 = 0xFFFF

    /// GMT+8, when it happened.
    public var time: TerminalTime
    /// 0 to 999.
    public var milliseconds: UInt16
    /// The terminal's count of starts.
    public var bootNumber: UInt16
    /// Counts the records since that start. Terminal, time, boot number and sequence name a record for ever.
    public var sequence: UInt32
    /// 1e-6 degree, south negative; WGS-84. ``noFix`` without one.
    public var latitudeE6: Int32
    /// 1e-6 degree, west negative. ``noFix`` without one.
    public var longitudeE6: Int32
    /// Tenths of a second between the fix and the record.
    public var fixAgeDs: UInt16

    public init(
        time: TerminalTime, milliseconds: UInt16, bootNumber: UInt16, sequence: UInt32,
        latitudeE6: Int32 = RecordHead.noFix, longitudeE6: Int32 = RecordHead.noFix,
        fixAgeDs: UInt16 = RecordHead.unknownFixAge
    ) {
        self.time = time
        self.milliseconds = milliseconds
        self.bootNumber = bootNumber
        self.sequence = sequence
        self.latitudeE6 = latitudeE6
        self.longitudeE6 = longitudeE6
        self.fixAgeDs = fixAgeDs
    }

    public var hasFix: Bool { latitudeE6 != Self.noFix && longitudeE6 != Self.noFix }

    init(_ record: RawSpan, _ offset: inout Int) throws(BodyError) {
        time = try record.takeTime(&offset)
        milliseconds = try record.take(&offset)
        bootNumber = try record.take(&offset)
        sequence = try record.take(&offset)
        latitudeE6 = try record.take(&offset)
        longitudeE6 = try record.take(&offset)
        fixAgeDs = try record.take(&offset)
    }

    func encode(into out: inout ByteBuffer) {
        time.encode(into: &out)
        out.writeInteger(milliseconds)
        out.writeInteger(bootNumber)
        out.writeInteger(sequence)
        out.writeInteger(latitudeE6)
        out.writeInteger(longitudeE6)
        out.writeInteger(fixAgeDs)
    }
}
