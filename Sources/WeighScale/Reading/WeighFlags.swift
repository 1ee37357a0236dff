/// What is known about the quality of a weight, in the bits that uplink records and tables use.
public struct WeighFlags: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16

    public init(rawValue: UInt16) { self.rawValue = rawValue }

    public static let stable = WeighFlags(rawValue: 1 << 0)
    /// The weight is net: a tare is already taken off.
    public static let net = WeighFlags(rawValue: 1 << 1)
    public static let overRange = WeighFlags(rawValue: 1 << 2)
    public static let negative = WeighFlags(rawValue: 1 << 3)
    public static let underRange = WeighFlags(rawValue: 1 << 4)
    /// The indicator was switched on and has not found its zero yet.
    public static let notZeroed = WeighFlags(rawValue: 1 << 5)
    /// The display shows ten times finer than the scale is verified for: not to be billed.
    public static let expanded = WeighFlags(rawValue: 1 << 6)
    public static let enteredByHand = WeighFlags(rawValue: 1 << 7)
    public static let sensorFault = WeighFlags(rawValue: 1 << 8)
}
