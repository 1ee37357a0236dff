/// What a region or a route is for: 区域属性, 路线属性.
public struct RegionAttributes: OptionSet, Hashable, Sendable {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }

    /// It holds between two times. Set by what is written: a region with a ``RegionPeriod`` has it, one without has not.
    public static let isTimed = RegionAttributes(rawValue: 1 << 0)
    /// It has a speed limit. Set by what is written, as ``isTimed``. Routes have their limits by segment.
    public static let hasSpeedLimit = RegionAttributes(rawValue: 1 << 1)
    public static let tellsDriverOnEntry = RegionAttributes(rawValue: 1 << 2)
    public static let tellsPlatformOnEntry = RegionAttributes(rawValue: 1 << 3)
    public static let tellsDriverOnExit = RegionAttributes(rawValue: 1 << 4)
    public static let tellsPlatformOnExit = RegionAttributes(rawValue: 1 << 5)
    public static let isSouth = RegionAttributes(rawValue: 1 << 6)
    public static let isWest = RegionAttributes(rawValue: 1 << 7)
    public static let keepsDoorsShut = RegionAttributes(rawValue: 1 << 8)
    public static let turnsRadioOff = RegionAttributes(rawValue: 1 << 14)
    public static let collectsDetailedGNSS = RegionAttributes(rawValue: 1 << 15)

    func with(_ attribute: RegionAttributes, _ isSet: Bool) -> RegionAttributes {
        isSet ? union(attribute) : subtracting(attribute)
    }
}
