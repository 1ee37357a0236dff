package import JTT808

/// What the bytes that a rule looks at say.
package enum Meaning: Equatable, Sendable {
    /// For the fix's own column, 0.1 km.
    case odometer(Measure)
    /// For the fix's own column, 0.1 l.
    case fuel(Measure)
    case load(LoadMeaning)
    case tag(TagMeaning)
    case lift(LiftMeaning)

    var isColumn: Bool {
        switch self {
        case .odometer, .fuel: true
        case .load, .tag, .lift: false
        }
    }
}

/// A reading of load cells.
package struct LoadMeaning: Equatable, Sendable {
    package var channel: SmallNumber
    package var weight: Measure
    package var flags: [WeightFlagRule]
}

/// A tag or card that was read.
package struct TagMeaning: Equatable, Sendable {
    package var reader: SmallNumber
    package var antenna: SmallNumber
    /// dBm; 0 when the device does not say.
    package var rssi: SmallNumber
    package var tag: TagField
}

/// A bin that was emptied. At least one of gross and net is there.
package struct LiftMeaning: Equatable, Sendable {
    /// As in ``Lift/mode``.
    package var mode: UInt8
    package var gross: Measure?
    package var tare: Measure?
    package var net: Measure?
    package var flags: [WeightFlagRule]
    package var wasteType: SmallNumber
    package var quality: SmallNumber
    package var tag: TagField?
}

/// A flag that is set when a condition holds.
package struct WeightFlagRule: Equatable, Sendable {
    package var flag: WeightFlags
    package var condition: Condition
}

extension [WeightFlagRule] {
    func flags(in span: RawSpan) -> WeightFlags {
        reduce(into: []) { flags, rule in
            if rule.condition.holds(for: span) { flags.insert(rule.flag) }
        }
    }
}
