/// What happens to the regions that a terminal has.
public struct RegionAction: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// 更新区域: all of this shape are replaced.
    public static let replaceAll = RegionAction(rawValue: 0)
    /// 追加区域.
    public static let add = RegionAction(rawValue: 1)
    /// 修改区域.
    public static let change = RegionAction(rawValue: 2)
}
