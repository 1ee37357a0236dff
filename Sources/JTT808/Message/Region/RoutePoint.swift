import NIOCore

/// A corner of a ``Route`` (拐点) and the segment that begins there.
public struct RoutePoint: Equatable, Sendable {
    /// What the segment is for: 路段属性.
    public struct Attributes: OptionSet, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// Set by what is written: a point with a ``DrivingTime`` has it, one without has not.
        public static let hasDrivingTime = Attributes(rawValue: 1 << 0)
        /// Set by what is written, as ``hasDrivingTime``.
        public static let hasSpeedLimit = Attributes(rawValue: 1 << 1)
        public static let isSouth = Attributes(rawValue: 1 << 2)
        public static let isWest = Attributes(rawValue: 1 << 3)

        func with(_ attribute: Attributes, _ isSet: Bool) -> Attributes {
            isSet ? union(attribute) : subtracting(attribute)
        }
    }

    /// Seconds that driving through the segment may take.
    public struct DrivingTime: Equatable, Sendable {
        public var longestS: UInt16
        /// 2011 has the longest alone.
        public var shortestS: UInt16

        public init(longestS: UInt16, shortestS: UInt16) {
            self.longestS = longestS
            self.shortestS = shortestS
        }
    }

    /// 2011 has none; 0 there.
    public var pointID: UInt32
    public var segmentID: UInt32
    /// 1e-6 degree, without a sign.
    public var latitudeE6: UInt32
    /// 1e-6 degree, without a sign.
    public var longitudeE6: UInt32
    /// Metres.
    public var widthM: UInt8
    public var attributes: Attributes
    public var drivingTime: DrivingTime?
    public var speedLimit: SpeedLimit?

    public init(
        pointID: UInt32, segmentID: UInt32, latitudeE6: UInt32, longitudeE6: UInt32, widthM: UInt8,
        attributes: Attributes = [], drivingTime: DrivingTime? = nil, speedLimit: SpeedLimit? = nil
    ) {
        self.pointID = pointID
        self.segmentID = segmentID
        self.latitudeE6 = latitudeE6
        self.longitudeE6 = longitudeE6
        self.widthM = widthM
        self.attributes = attributes.with(.hasDrivingTime, drivingTime != nil)
            .with(.hasSpeedLimit, speedLimit != nil)
        self.drivingTime = drivingTime
        self.speedLimit = speedLimit
    }

    init(_ body: RawSpan, _ offset: inout Int, _ edition: Edition) throws(BodyError) {
        pointID = edition == .edition2011 ? 0 : try body.take(&offset)
        segmentID = try body.take(&offset)
        latitudeE6 = try body.take(&offset)
        longitudeE6 = try body.take(&offset)
        widthM = try body.take(&offset)
        attributes = Attributes(rawValue: try body.take(&offset))
        if attributes.contains(.hasDrivingTime) {
            let longest: UInt16 = try body.take(&offset)
            let shortest: UInt16 = edition == .edition2011 ? 0 : try body.take(&offset)
            drivingTime = DrivingTime(longestS: longest, shortestS: shortest)
        } else {
            drivingTime = nil
        }
        speedLimit = attributes.contains(.hasSpeedLimit) ? try SpeedLimit(body, &offset) : nil
        try speedLimit?.takeNight(body, &offset, edition)
    }

    func encode(into body: inout ByteBuffer, edition: Edition) {
        if edition != .edition2011 { body.writeInteger(pointID) }
        body.writeInteger(segmentID)
        body.writeInteger(latitudeE6)
        body.writeInteger(longitudeE6)
        body.writeInteger(widthM)
        let attributes = attributes.with(.hasDrivingTime, drivingTime != nil).with(.hasSpeedLimit, speedLimit != nil)
        body.writeInteger(attributes.rawValue)
        if let drivingTime {
            body.writeInteger(drivingTime.longestS)
            if edition != .edition2011 { body.writeInteger(drivingTime.shortestS) }
        }
        speedLimit?.encode(into: &body)
        speedLimit?.encodeNight(into: &body, edition)
    }
}
