/// One record of a load sensor (载重传感器) inside the sensor group item 0xF3: sensors 0x70 and 0x71, 24 bytes.
///
/// The layout is no published standard: it agrees between a fleet platform, a terminal simulator and a sensor's firmware.
/// Other makers use item 0xF3 otherwise, so a group counts only when its records fill the item exactly.
public struct LoadSensorRecord: Equatable, Sendable {
    static let byteCount = 24

    /// 0x70 or 0x71.
    public var sensor: UInt8
    /// 0 ordinary, 1 important.
    public var important: UInt16
    /// Unit of both weights: 0 0.1 kg, 1 1 kg, 2 10 kg, 3 100 kg.
    public var unit: UInt8
    /// 1 empty, 2 full, 3 overloaded, 4 loading, 5 unloading, 6 light, 7 heavy.
    public var state: UInt8
    /// Number of loadings or unloadings.
    public var count: UInt32
    /// Weight of the load, in ``unit``.
    public var load: UInt32
    /// Weight just loaded or unloaded, in ``unit``.
    public var delta: UInt16
    public var relativeAD: UInt16
    public var originalAD: UInt32
    /// Floating zero.
    public var zeroAD: UInt32

    /// Grams in one step of ``unit``; nil for a unit that the layout does not define.
    public var gramsPerStep: Int64? {
        switch unit {
        case 0: 100
        case 1: 1_000
        case 2: 10_000
        case 3: 100_000
        default: nil
        }
    }

    private init?(_ span: RawSpan, at offset: Int, sensor: UInt8) {
        guard let important: UInt16 = span.load(at: offset), let unit: UInt8 = span.load(at: offset + 2),
            let state: UInt8 = span.load(at: offset + 3), let count: UInt32 = span.load(at: offset + 4),
            let load: UInt32 = span.load(at: offset + 8), let delta: UInt16 = span.load(at: offset + 12),
            let relativeAD: UInt16 = span.load(at: offset + 14), let originalAD: UInt32 = span.load(at: offset + 16),
            let zeroAD: UInt32 = span.load(at: offset + 20)
        else { return nil }
        self.sensor = sensor
        self.important = important
        self.unit = unit
        self.state = state
        self.count = count
        self.load = load
        self.delta = delta
        self.relativeAD = relativeAD
        self.originalAD = originalAD
        self.zeroAD = zeroAD
    }

    /// The load records of an item 0xF3, or nil when the item's shape is not that of a sensor group.
    public static func records(inItem value: RawSpan) -> [LoadSensorRecord]? {
        guard let count: UInt8 = value.load(at: 0), count >= 1 else { return nil }
        var offset = 1
        var records: [LoadSensorRecord] = []
        for _ in 0..<count {
            guard let sensor: UInt8 = value.load(at: offset), let length: UInt8 = value.load(at: offset + 1),
                offset + 2 + Int(length) <= value.byteCount
            else { return nil }
            if (sensor == 0x70 || sensor == 0x71) && Int(length) == byteCount,
                let record = LoadSensorRecord(value, at: offset + 2, sensor: sensor)
            {
                records.append(record)
            }
            offset += 2 + Int(length)
        }
        return offset == value.byteCount ? records : nil
    }
}
