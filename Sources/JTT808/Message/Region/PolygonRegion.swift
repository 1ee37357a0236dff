public import NIOCore

/// Sets a polygon on the map: 0x8604 (clause 8.36). 设置多边形区域.
public struct PolygonRegion: Equatable, Sendable {
    public struct Vertex: Equatable, Sendable {
        /// 1e-6 degree, without a sign.
        public var latitudeE6: UInt32
        /// 1e-6 degree, without a sign.
        public var longitudeE6: UInt32

        public init(latitudeE6: UInt32, longitudeE6: UInt32) {
            self.latitudeE6 = latitudeE6
            self.longitudeE6 = longitudeE6
        }
    }

    /// From 1, unique among polygons. One that is in use is overwritten.
    public var id: UInt32
    public var attributes: RegionAttributes
    public var period: RegionPeriod?
    public var speedLimit: SpeedLimit?
    /// At most 65,535, in order.
    public var vertices: [Vertex]
    /// 2019 only.
    public var name: WireText

    public init(
        id: UInt32, attributes: RegionAttributes, period: RegionPeriod? = nil, speedLimit: SpeedLimit? = nil,
        vertices: [Vertex], name: WireText = ""
    ) {
        self.id = id
        self.attributes = attributes.with(.isTimed, period != nil).with(.hasSpeedLimit, speedLimit != nil)
        self.period = period
        self.speedLimit = speedLimit
        self.vertices = vertices
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
        speedLimit = attributes.contains(.hasSpeedLimit) ? try SpeedLimit(body, &offset) : nil
        vertices = []
        for _ in 0..<(try body.takeLongCount(&offset, edition)) {
            vertices.append(Vertex(latitudeE6: try body.take(&offset), longitudeE6: try body.take(&offset)))
        }
        try speedLimit?.takeNight(body, &offset, edition)
        name = edition == .edition2019 ? try body.takeLongText(&offset) : ""
    }

    public func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(id)
        let attributes = attributes.with(.isTimed, period != nil).with(.hasSpeedLimit, speedLimit != nil)
        body.writeInteger(attributes.rawValue)
        period?.encode(into: &body)
        speedLimit?.encode(into: &body)
        body.writeLongCounted(vertices, edition) { vertex, body in
            body.writeInteger(vertex.latitudeE6)
            body.writeInteger(vertex.longitudeE6)
        }
        speedLimit?.encodeNight(into: &body, edition)
        if edition == .edition2019 { body.writeLongText(name) }
    }
}
