/// Circles, rectangles, polygons or routes.
public struct RegionKind: RawRepresentable, Hashable, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let circle = RegionKind(rawValue: 1)
    public static let rectangle = RegionKind(rawValue: 2)
    public static let polygon = RegionKind(rawValue: 3)
    public static let route = RegionKind(rawValue: 4)
}
