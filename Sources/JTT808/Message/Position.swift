public import NIOCore

/// The 28 fixed bytes of a position: the head of 0x0200 (clause 8.21), also found in 0x0201, 0x0500, 0x0704 and 0x0801.
///
/// Values are the wire's; whether a latitude above 90 degrees or a speed of 1000 km/h is plausible is for a later step.
public struct Position: Equatable, Sendable {
    static let byteCount = 28

    /// 报警标志, whole: vendors use the reserved bits too.
    public var alarmBits: UInt32
    /// 状态, whole. Bit 0 ACC on, bit 1 fixed, bit 2 south, bit 3 west.
    public var statusBits: UInt32
    /// Latitude in 1e-6 degree as sent, without a sign; the datum is WGS-84.
    public var latitudeE6: UInt32
    /// Longitude in 1e-6 degree as sent, without a sign.
    public var longitudeE6: UInt32
    /// Metres. Below sea level is not defined.
    public var altitudeM: UInt16
    /// Ground speed in tenths of a km/h.
    public var speedDkmh: UInt16
    /// 0 to 359, north 0, clockwise.
    public var courseDeg: UInt16
    public var time: TerminalTime

    public init(
        alarmBits: UInt32 = 0, statusBits: UInt32, latitudeE6: UInt32, longitudeE6: UInt32, altitudeM: UInt16,
        speedDkmh: UInt16, courseDeg: UInt16, time: TerminalTime
    ) {
        self.alarmBits = alarmBits
        self.statusBits = statusBits
        self.latitudeE6 = latitudeE6
        self.longitudeE6 = longitudeE6
        self.altitudeM = altitudeM
        self.speedDkmh = speedDkmh
        self.courseDeg = courseDeg
        self.time = time
    }

    /// - Throws: ``BodyError/length`` when fewer than 28 bytes follow `offset`.
    public init(_ span: RawSpan, at offset: Int = 0) throws(BodyError) {
        guard let alarmBits: UInt32 = span.load(at: offset), let statusBits: UInt32 = span.load(at: offset + 4),
            let latitudeE6: UInt32 = span.load(at: offset + 8), let longitudeE6: UInt32 = span.load(at: offset + 12),
            let altitudeM: UInt16 = span.load(at: offset + 16), let speedDkmh: UInt16 = span.load(at: offset + 18),
            let courseDeg: UInt16 = span.load(at: offset + 20), let time = TerminalTime(span, at: offset + 22)
        else { throw .length }
        self.init(
            alarmBits: alarmBits, statusBits: statusBits, latitudeE6: latitudeE6, longitudeE6: longitudeE6,
            altitudeM: altitudeM, speedDkmh: speedDkmh, courseDeg: courseDeg, time: time)
    }

    /// Latitude in 1e-6 degree, south negative (status bit 2).
    public var signedLatitudeE6: Int64 { statusBits & 0b0100 != 0 ? -Int64(latitudeE6) : Int64(latitudeE6) }
    /// Longitude in 1e-6 degree, west negative (status bit 3).
    public var signedLongitudeE6: Int64 { statusBits & 0b1000 != 0 ? -Int64(longitudeE6) : Int64(longitudeE6) }

    public func encode(into body: inout ByteBuffer) {
        body.writeInteger(alarmBits)
        body.writeInteger(statusBits)
        body.writeInteger(latitudeE6)
        body.writeInteger(longitudeE6)
        body.writeInteger(altitudeM)
        body.writeInteger(speedDkmh)
        body.writeInteger(courseDeg)
        time.encode(into: &body)
    }
}
