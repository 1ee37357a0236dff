public import NIOCore

/// Sets a route on the map: 0x8606 (clause 8.38). 设置路线.
public struct Route: Equatable, Sendable {
    /// From 1, unique among routes. One that is in use is overwritten.
    public var id: UInt32
    /// Of ``RegionAttributes`` a route has ``RegionAttributes/isTimed`` and those that tell driver and platform.
    public var attributes: RegionAttributes
    public var period: RegionPeriod?
    public var points: [RoutePoint]
    /// 2019 only.
    public var name: WireText

    public init(
        id: UInt32, attributes: RegionAttributes, period: RegionPeriod? = nil, points: [RoutePoint],
        name: WireText = ""
    ) {
        self.id = id
        self.attributes = attributes.with(.isTimed, period != nil)
        self.period = period
        self.points = points
        self.name = name
    }

    public init(body: RawSpan, edition: Edition) throws(BodyError) {
        var offset = 0
        try self.init(body, &offset, edition)
    }

    /// Reads one such body from a list of them.
    init(_ body: RawSpan, _ offset: inout Int, _ edition: Edition) throws(BodyError) {
        id = try body.take(&offset)
        attributes = RegionAttributes(rawValue: try body.take(&offset))
        period = attributes.contains(.isTimed) ? try RegionPeriod(body, &offset) : nil
        points = []
        for _ in 0..<(try body.takeLongCount(&offset, edition)) {
            points.append(try RoutePoint(body, &offset, edition))
        }
        name = edition == .edition2019 ? try body.takeLongText(&offset) : ""
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(id)
        body.writeInteger(attributes.with(.isTimed, period != nil).rawValue)
        period?.encode(into: &body)
        body.writeLongCounted(points, edition) { $0.encode(into: &$1, edition: edition) }
        if edition == .edition2019 { body.writeLongText(name) }
    }
}
