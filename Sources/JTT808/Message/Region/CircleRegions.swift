public import NIOCore

/// Sets circles on the map: 0x8600 (clause 8.32). 设置圆形区域.
public struct CircleRegions: Equatable, Sendable {
    public var action: RegionAction
    /// At most 255.
    public var regions: [CircleRegion]

    public init(action: RegionAction, regions: [CircleRegion]) {
        self.action = action
        self.regions = regions
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        try self.init(body, &offset, edition)
    }

    /// Reads one such body from a list of them.
    init(_ body: RawSpan, _ offset: inout Int, _ edition: Edition) throws(BodyError) {
        action = RegionAction(rawValue: try body.take(&offset))
        regions = []
        for _ in 0..<(try body.takeCount(&offset, edition)) {
            regions.append(try CircleRegion(body, &offset, edition))
        }
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(action.rawValue)
        body.writeCounted(regions, edition) { $0.encode(into: &$1, edition: edition) }
    }
}
