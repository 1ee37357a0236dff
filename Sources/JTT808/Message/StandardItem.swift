/// The meaning of an additional item that the standard defines (JT/T 808-2019, table 27, and JT/T 1078-2016, table 13).
///
/// Length is part of the meaning: a known id with another length is a vendor item in disguise and has no case here.
public enum StandardItem: Equatable, Sendable {
    /// Kinds of place in the alarms of regions and routes.
    public enum Place: UInt8, Sendable {
        case none = 0
        case circle, rectangle, polygon, segment
    }

    /// 0x01, 里程: 0.1 km.
    case odometerHm(UInt32)
    /// 0x02, 油量: 0.1 l. Some devices set the top bit to say that the rest is a plain value.
    case fuelDl(UInt16)
    /// 0x03: speed of the driving recorder, 0.1 km/h.
    case recorderSpeedDkmh(UInt16)
    /// 0x04: id of an alarm to be confirmed by hand, from 1.
    case alarmToConfirm(UInt16)
    /// 0x05, 2019: tyre pressures, a byte a wheel, front to back, left to right, 0xFF none; the unit is said to be Pa.
    case tyrePressures([UInt8])
    /// 0x06, 2019: compartment temperature in degrees Celsius; on the wire sign and magnitude.
    case compartmentTemperatureC(Int16)
    /// 0x11: overspeed; the id of the place unless there is none.
    case overspeed(place: UInt8, id: UInt32?)
    /// 0x12: region or route entered (0) or left (1).
    case crossing(place: UInt8, id: UInt32, direction: UInt8)
    /// 0x13: segment driven in too short (0) or too long (1) a time.
    case segmentTime(id: UInt32, seconds: UInt16, result: UInt8)
    /// 0x14, JT/T 1078.
    case videoAlarmBits(UInt32)
    /// 0x15, JT/T 1078: a bit a channel.
    case signalLostChannelBits(UInt32)
    /// 0x16, JT/T 1078: a bit a channel.
    case coveredChannelBits(UInt32)
    /// 0x17, JT/T 1078: bits 0 to 11 main, 12 to 15 backup storage.
    case storageFaultBits(UInt16)
    /// 0x18, JT/T 1078: b0 fatigue, b1 phone, b2 smoking; degree 0 to 100 where it is sent.
    case abnormalDriving(bits: UInt16, degree: UInt8?)
    /// 0x25: vehicle signals (lamps, horn, brake, ...).
    case vehicleSignalBits(UInt32)
    /// 0x2A: b0 deep sleep, b1 sleep.
    case ioStatusBits(UInt16)
    /// 0x2B: the low word is AD0, the high word AD1.
    case analogInputs(ad0: UInt16, ad1: UInt16)
    /// 0x30: strength of the radio signal.
    case signalStrength(UInt8)
    /// 0x31: satellites used.
    case satellites(UInt8)

    public init?(id: UInt8, value: RawSpan) {
        let byte: UInt8? = value.load(at: 0)
        let word: UInt16? = value.load(at: 0)
        let double: UInt32? = value.load(at: 0)
        switch (id, value.byteCount) {
        case (0x01, 4): self = .odometerHm(double ?? 0)
        case (0x02, 2): self = .fuelDl(word ?? 0)
        case (0x03, 2): self = .recorderSpeedDkmh(word ?? 0)
        case (0x04, 2): self = .alarmToConfirm(word ?? 0)
        case (0x05, 30): self = .tyrePressures(value.copiedBytes)
        case (0x06, 2):
            let magnitude = Int16((word ?? 0) & 0x7FFF)
            self = .compartmentTemperatureC((word ?? 0) & 0x8000 == 0 ? magnitude : -magnitude)
        case (0x11, 1) where byte == Place.none.rawValue: self = .overspeed(place: 0, id: nil)
        case (0x11, 5): self = .overspeed(place: byte ?? 0, id: value.load(at: 1))
        case (0x12, 6):
            self = .crossing(place: byte ?? 0, id: value.load(at: 1) ?? 0, direction: value.load(at: 5) ?? 0)
        case (0x13, 7):
            self = .segmentTime(id: double ?? 0, seconds: value.load(at: 4) ?? 0, result: value.load(at: 6) ?? 0)
        case (0x14, 4): self = .videoAlarmBits(double ?? 0)
        case (0x15, 4): self = .signalLostChannelBits(double ?? 0)
        case (0x16, 4): self = .coveredChannelBits(double ?? 0)
        case (0x17, 2): self = .storageFaultBits(word ?? 0)
        case (0x18, 2), (0x18, 3): self = .abnormalDriving(bits: word ?? 0, degree: value.load(at: 2))
        case (0x25, 4): self = .vehicleSignalBits(double ?? 0)
        case (0x2A, 2): self = .ioStatusBits(word ?? 0)
        case (0x2B, 4): self = .analogInputs(ad0: value.load(at: 2) ?? 0, ad1: word ?? 0)
        case (0x30, 1): self = .signalStrength(byte ?? 0)
        case (0x31, 1): self = .satellites(byte ?? 0)
        default: return nil
        }
    }
}
