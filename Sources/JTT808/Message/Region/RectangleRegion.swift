import NIOCore

/// A rectangle on the map, one of those that ``RectangleRegions`` sets.
public struct RectangleRegion: Equatable, Sendable {
    /// From 1, unique among rectangles. One that is in use is overwritten.
    public var id: UInt32
    public var attributes: RegionAttributes
    /// Latitude of the top left corner in 1e-6 degree, without a sign.
    public var topLatitudeE6: UInt32
    /// Longitude of the top left corner in 1e-6 degree, without a sign.
    public var leftLongitudeE6: UInt32
    /// Latitude of the bottom right corner in 1e-6 degree, without a sign.
    public var bottomLatitudeE6: UInt32
    /// Longitude of the bottom right corner in 1e-6 degree, without a sign.
    public var rightLongitudeE6: UInt32
    public var period: RegionPeriod?
    public var speedLimit: SpeedLimit?
    /// 2019 only.
    public var name: WireText

    public init(
        id: UInt32, attributes: RegionAttributes, topLatitudeE6: UInt32, leftLongitudeE6: UInt32,
        bottomLatitudeE6: UInt32, rightLongitudeE6: UInt32,
        period: RegionPeriod? = nil, speedLimit: SpeedLimit? = nil, name: WireText = ""
    ) {
        self.id = id
        self.attributes = attributes.with(.isTimed, period != nil).with(.hasSpeedLimit, speedLimit != nil)
        self.topLatitudeE6 = topLatitudeE6
        self.leftLongitudeE6 = leftLongitudeE6
        self.bottomLatitudeE6 = bottomLatitudeE6
        self.rightLongitudeE6 = rightLongitudeE6
        self.period = period
        self.speedLimit = speedLimit
        self.name = name
    }

    init(_ body: RawSpan, _ offset: inout Int, _ edition: Edition) throws(BodyError) {
        id = try body.take(&offset)
        attributes = RegionAttributes(rawValue: try body.take(&offset))
        topLatitudeE6 = try body.take(&offset)
        leftLongitudeE6 = try body.take(&offset)
        bottomLatitudeE6 = try body.take(&offset)
        rightLongitudeE6 = try body.take(&offset)
        period = attributes.contains(.isTimed) ? try RegionPeriod(body, &offset) : nil
        speedLimit = attributes.contains(.hasSpeedLimit) ? try SpeedLimit(body, &offset) : nil
        try speedLimit?.takeNight(body, &offset, edition)
        name = edition == .edition2019 ? try body.takeLongText(&offset) : ""
    }

    func encode(into body: inout ByteBuffer, edition: Edition) {
        body.writeInteger(id)
        let attributes = attributes.with(.isTimed, period != nil).with(.hasSpeedLimit, speedLimit != nil)
        body.writeInteger(attributes.rawValue)
        body.writeInteger(topLatitudeE6)
        body.writeInteger(leftLongitudeE6)
        body.writeInteger(bottomLatitudeE6)
        body.writeInteger(rightLongitudeE6)
        period?.encode(into: &body)
        speedLimit?.encode(into: &body)
        speedLimit?.encodeNight(into: &body, edition)
        if edition == .edition2019 { body.writeLongText(name) }
    }
}
