import JTT808
import NIOCore

extension CommandContent {
    private static let mostVertices = 1000

    static func message(_ circle: Circle, _ edition: Edition) throws(CommandError) -> CommandMessage {
        let place = try wire(circle.center)
        let radius = try check(Int(circle.radiusM), "radius in metres", 1...Int(UInt32.max))
        let region = CircleRegion(
            id: try id(circle.rules), attributes: try attributes(circle.rules, place), latitudeE6: place.latitudeE6,
            longitudeE6: place.longitudeE6, radiusM: UInt32(radius), period: try period(circle.rules),
            speedLimit: try speedLimit(circle.rules), name: try name(circle.rules))
        return CommandMessage(.circleRegions) {
            CircleRegions(action: .add, regions: [region]).encode(into: &$0, edition: edition)
        }
    }

    static func message(_ rectangle: Rectangle, _ edition: Edition) throws(CommandError) -> CommandMessage {
        let (top, bottom) = (rectangle.topLeft, rectangle.bottomRight)
        guard top.lat > bottom.lat, top.lon < bottom.lon else {
            throw CommandError(
                "the corners of the rectangle are no top left and bottom right; accepted: the first north and west of the "
                    + "second")
        }
        let (first, second) = (try wire(top), try wire(bottom))
        guard first.isSouth == second.isSouth, first.isWest == second.isWest else { throw crossing }
        let region = RectangleRegion(
            id: try id(rectangle.rules), attributes: try attributes(rectangle.rules, first),
            topLatitudeE6: first.latitudeE6, leftLongitudeE6: first.longitudeE6, bottomLatitudeE6: second.latitudeE6,
            rightLongitudeE6: second.longitudeE6, period: try period(rectangle.rules),
            speedLimit: try speedLimit(rectangle.rules), name: try name(rectangle.rules))
        return CommandMessage(.rectangleRegions) {
            RectangleRegions(action: .add, regions: [region]).encode(into: &$0, edition: edition)
        }
    }

    static func message(_ polygon: Polygon, _ edition: Edition) throws(CommandError) -> CommandMessage {
        let count = edition == .edition2011 ? 255 : mostVertices
        _ = try check(polygon.vertices.count, "number of vertices", 3...count)
        let places = try wires(polygon.vertices)
        guard places.allSatisfy({ $0.isSouth == places[0].isSouth && $0.isWest == places[0].isWest }) else {
            throw crossing
        }
        let region = PolygonRegion(
            id: try id(polygon.rules), attributes: try attributes(polygon.rules, places[0]),
            period: try period(polygon.rules), speedLimit: try speedLimit(polygon.rules),
            vertices: places.map { .init(latitudeE6: $0.latitudeE6, longitudeE6: $0.longitudeE6) },
            name: try name(polygon.rules))
        return CommandMessage(.polygonRegion) { region.encode(into: &$0, edition: edition) }
    }

    static func message(_ route: RouteLine, _ edition: Edition) throws(CommandError) -> CommandMessage {
        let count = edition == .edition2011 ? 255 : mostVertices
        _ = try check(route.points.count, "number of points", 2...count)
        let width = UInt8(try check(route.widthM, "width in metres", 1...255))
        let limit = try speedLimit(route.rules)
        var points: [RoutePoint] = []
        for (index, place) in try wires(route.points).enumerated() {
            points.append(
                RoutePoint(
                    pointID: UInt32(index + 1), segmentID: UInt32(index + 1), latitudeE6: place.latitudeE6,
                    longitudeE6: place.longitudeE6, widthM: width,
                    attributes: RoutePoint.Attributes(
                        (place.isSouth ? [.isSouth] : []) + (place.isWest ? [.isWest] : [])),
                    speedLimit: limit))
        }
        let line = Route(
            id: try id(route.rules), attributes: notices(route.rules), period: try period(route.rules), points: points,
            name: try name(route.rules))
        return CommandMessage(.route) { line.encode(into: &$0, edition: edition) }
    }

    static func message(_ deletion: Deletion) throws(CommandError) -> CommandMessage {
        guard deletion.ids.count <= RegionDeletion.mostIDs else {
            throw CommandError("\(deletion.ids.count) ids; accepted: at most \(RegionDeletion.mostIDs)")
        }
        let id: MessageID =
            switch deletion.shape {
            case .circle: .circleDeletion
            case .rectangle: .rectangleDeletion
            case .polygon: .polygonDeletion
            case .route: .routeDeletion
            }
        return CommandMessage(id) { RegionDeletion(ids: deletion.ids).encode(into: &$0) }
    }

    // MARK: Parts

    private struct WirePlace {
        var latitudeE6: UInt32
        var longitudeE6: UInt32
        var isSouth: Bool
        var isWest: Bool
    }

    private static let crossing = CommandError(
        "the region crosses the equator or a meridian where signs change, which the protocol cannot say")

    private static func wire(_ place: Place) throws(CommandError) -> WirePlace {
        guard (-90...90).contains(place.lat), (-180...180).contains(place.lon) else {
            throw CommandError(
                "\(place.lat),\(place.lon) is no place; accepted: LAT,LON in degrees, -90 to 90 and -180 to 180")
        }
        return WirePlace(
            latitudeE6: UInt32((abs(place.lat) * 1e6).rounded()), longitudeE6: UInt32((abs(place.lon) * 1e6).rounded()),
            isSouth: place.lat < 0, isWest: place.lon < 0)
    }

    private static func wires(_ places: [Place]) throws(CommandError) -> [WirePlace] {
        var wires: [WirePlace] = []
        for place in places { wires.append(try wire(place)) }
        return wires
    }

    private static func id(_ rules: Rules) throws(CommandError) -> UInt32 {
        UInt32(try check(Int(rules.id), "id", 1...Int(UInt32.max)))
    }

    private static func notices(_ rules: Rules) -> RegionAttributes {
        (rules.notices ?? []).reduce(into: RegionAttributes()) { attributes, notice in
            switch notice {
            case .driverEntry: attributes.insert(.tellsDriverOnEntry)
            case .driverExit: attributes.insert(.tellsDriverOnExit)
            case .platformEntry: attributes.insert(.tellsPlatformOnEntry)
            case .platformExit: attributes.insert(.tellsPlatformOnExit)
            }
        }
    }

    private static func attributes(_ rules: Rules, _ place: WirePlace) throws(CommandError) -> RegionAttributes {
        var attributes = notices(rules)
        if place.isSouth { attributes.insert(.isSouth) }
        if place.isWest { attributes.insert(.isWest) }
        return attributes
    }

    private static func speedLimit(_ rules: Rules) throws(CommandError) -> SpeedLimit? {
        guard let top = rules.topKmh else { return nil }
        return SpeedLimit(
            topKmh: UInt16(try check(top, "top speed in km/h", 1...Int(UInt16.max))),
            durationS: UInt8(try check(rules.overspeedS ?? 10, "overspeed in seconds", 0...255)))
    }

    private static func name(_ rules: Rules) throws(CommandError) -> WireText {
        guard let name = rules.name else { return "" }
        guard let wire = WireText(gbk: name), wire.bytes.count <= 255 else {
            throw CommandError("name: '\(name)' is not accepted; accepted: GBK characters, at most 255 bytes")
        }
        return wire
    }

    /// Zeros for the date: every day.
    private static func period(_ rules: Rules) throws(CommandError) -> RegionPeriod? {
        guard rules.from != nil || rules.until != nil else { return nil }
        return RegionPeriod(start: try clock(rules.from ?? "00:00"), end: try clock(rules.until ?? "23:59"))
    }

    private static func clock(_ text: String) throws(CommandError) -> TerminalTime {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isDigits = text.utf8.allSatisfy {
            $0 == UInt8(ascii: ":") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
        }
        guard isDigits, parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 }), let hour = Int(parts[0]), hour < 24,
            let minute = Int(parts[1]), minute < 60
        else { throw CommandError("'\(text)' is no time of day; accepted: HH:MM, such as 08:30") }
        let bcd = { (number: Int) in UInt64((number / 10) << 4 | number % 10) }
        return TerminalTime(bcd: bcd(hour) << 16 | bcd(minute) << 8)
    }
}
