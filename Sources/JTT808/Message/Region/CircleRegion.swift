import NIOCore

/// A circle on the map, one of those that ``CircleRegions`` sets.
public struct CircleRegion: Equatable, Sendable {
    /// From 1, unique among circles. One that is in use is overwritten.
    public var id: UInt32
    public var attributes: RegionAttributes
    /// Latitude of the centre in 1e-6 degree, without a sign.
    public var latitudeE6: UInt32
    /// Longitude of the centre in 1e-6 degree, without a sign.
    public var longitudeE6: UInt32
    /// Metres.
    public var radiusM: UInt32
    public var period: RegionPeriod?
    public var speedLimit: SpeedLimit?
    /// 2019 only.
    public var name: WireText

    public init(
        id: UInt32, attributes: RegionAttributes, latitudeE6: UInt32, longitudeE6: UInt32, radiusM: UInt32,
        period: RegionPeriod? = nil, speedLimit: SpeedLimit? = nil, name: WireText = ""
    ) {
        self.id = id
        self.attributes = attributes.with(.isTimed, period != nil).with(.hasSpeedLimit, speedLimit != nil)
        self.latitudeE6 = latitudeE6
        self.longitudeE6 = longitudeE6
        self.radiusM = radiusM
        self.period = period
        self.speedLimit = speedLimit
        self.name = name
    }

    init(_ body: RawSpan, _ offset: inout Int, _ edition: Edition) throws(BodyError) {
        id = try body.take(&offset)
        attributes = RegionAttributes(rawValue: try body.take(&offset))
        latitudeE6 = try body.take(&offset)
        longitudeE6 = try body.take(&offset)
        radiusM = try body.take(&offset)
        period = attributes.contains(.isTimed) ? try RegionPeriod(body, &offset) : nil
        speedLimit = attributes.contains(.hasSpeedLimit) ? try SpeedLimit(body, &offset) : nil
        try speedLimit?.takeNight(body, &offset, edition)
        name = edition == .edition2019 ? try body.takeLongText(&offset) : ""
    }

    func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(id)
        let attributes = attributes.with(.isTimed, period != nil).with(.hasSpeedLimit, speedLimit != nil)
        body.writeInteger(attributes.rawValue)
        body.writeInteger(latitudeE6)
        body.writeInteger(longitudeE6)
        body.writeInteger(radiusM)
        period?.encode(into: &body)
        speedLimit?.encode(into: &body)
        speedLimit?.encodeNight(into: &body, edition)
        if edition == .edition2019 { body.writeLongText(name) }
    }
}
