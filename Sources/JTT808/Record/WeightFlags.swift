/// What a scale says about a weight.
public struct WeightFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let stable = WeightFlags(rawValue: 1 << 0)
    public static let showsNet = WeightFlags(rawValue: 1 << 1)
    public static let overRange = WeightFlags(rawValue: 1 << 2)
    public static let negative = WeightFlags(rawValue: 1 << 3)
    public static let underRange = WeightFlags(rawValue: 1 << 4)
    public static let notZeroed = WeightFlags(rawValue: 1 << 5)
    public static let expandedTenfold = WeightFlags(rawValue: 1 << 6)
    public static let enteredByHand = WeightFlags(rawValue: 1 << 7)
    public static let sensorFault = WeightFlags(rawValue: 1 << 8)
}
