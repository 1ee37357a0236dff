import JTT808

/// Regions and routes.
extension FieldReader {
    /// - Returns: false for an id of another group.
    mutating func regions(_ id: MessageID, _ edition: Edition) throws(BodyError) -> Bool {
        switch id {
        case .circleRegions: try circles(edition)
        case .rectangleRegions: try rectangles(edition)
        case .polygonRegion: try polygon(edition)
        case .route: try route(edition)
        case .circleDeletion, .rectangleDeletion, .polygonDeletion, .routeDeletion:
            let count = try u8("count") { $0 == 0 ? "all of this kind" : nil }
            try numbers(Int(count), "region_id", UInt32.self)
        case .regionQuery:
            try choice("region_kind", Self.regionKinds)
            let count = try u32("count") { $0 == 0 ? "all of this kind" : nil }
            try numbers(Int(count), "region_id", UInt32.self)
        case .regionReport: try regionReport()
        default: return false
        }
        return true
    }

    private static let regionKinds: [UInt8: String] = [1: "circles", 2: "rectangles", 3: "polygons", 4: "routes"]

    /// A region that is cut off costs the rest of the list, not the message: the decoder keeps the data as they are.
    private mutating func regionReport() throws(BodyError) {
        let kind = try choice("region_kind", Self.regionKinds)
        try u32("count") { "\($0) declared; the end of the data decides" }
        guard (1...4).contains(kind) else { return rawRest("regions", "not a kind of the standard: kept raw") }
        try bounded("regions", remaining) { reader throws(BodyError) in
            try reader.groupsToEnd("body") { reader throws(BodyError) in
                switch kind {
                case 1: try reader.circles(.edition2019)
                case 2: try reader.rectangles(.edition2019)
                case 3: try reader.polygon(.edition2019)
                default: try reader.route(.edition2019)
                }
            }
        }
    }

    private mutating func circles(_ edition: Edition) throws(BodyError) {
        try regionAction()
        try groups(try count(edition), "circle") { reader throws(BodyError) in
            let attributes = try reader.regionHead()
            try reader.coordinates()
            try reader.u32("radius_m") { Words.metres($0) }
            try reader.limits(attributes, edition)
            try reader.name(edition)
        }
    }

    private mutating func rectangles(_ edition: Edition) throws(BodyError) {
        try regionAction()
        try groups(try count(edition), "rectangle") { reader throws(BodyError) in
            let attributes = try reader.regionHead()
            try reader.u32("top_latitude") { Words.degrees($0) }
            try reader.u32("left_longitude") { Words.degrees($0) }
            try reader.u32("bottom_latitude") { Words.degrees($0) }
            try reader.u32("right_longitude") { Words.degrees($0) }
            try reader.limits(attributes, edition)
            try reader.name(edition)
        }
    }

    private mutating func polygon(_ edition: Edition) throws(BodyError) {
        let attributes = try regionHead()
        if attributes.contains(.isTimed) { try period() }
        if attributes.contains(.hasSpeedLimit) { try speedLimit() }
        try groups(try longCount(edition), "vertex") { reader throws(BodyError) in try reader.coordinates() }
        if attributes.contains(.hasSpeedLimit) { try nightLimit(edition) }
        try name(edition)
    }

    private mutating func route(_ edition: Edition) throws(BodyError) {
        let attributes = try regionHead()
        if attributes.contains(.isTimed) { try period() }
        try groups(try longCount(edition), "point") { reader throws(BodyError) in
            if edition != .edition2011 { try reader.u32("point_id") }
            try reader.u32("segment_id")
            try reader.coordinates()
            try reader.u8("width_m") { Words.metres($0) }
            let segment = try reader.flags(
                "segment_attributes", UInt8.self, [0: "driving time", 1: "speed limit", 2: "south", 3: "west"])
            if segment & 1 != 0 {
                try reader.u16("longest_s") { Words.seconds($0) }
                if edition != .edition2011 { try reader.u16("shortest_s") { Words.seconds($0) } }
            }
            if segment & 2 != 0 {
                try reader.speedLimit()
                try reader.nightLimit(edition)
            }
        }
        try name(edition)
    }

    private mutating func regionAction() throws(BodyError) {
        try choice("action", [0: "replace all", 1: "add", 2: "change"])
    }

    private mutating func regionHead() throws(BodyError) -> RegionAttributes {
        try u32("region_id")
        return RegionAttributes(
            rawValue: try flags(
                "attributes", UInt16.self,
                [
                    0: "by time", 1: "speed limit", 2: "tell the driver on entry", 3: "tell the platform on entry",
                    4: "tell the driver on exit", 5: "tell the platform on exit", 6: "south", 7: "west",
                    8: "doors stay shut", 14: "radio off", 15: "detailed GNSS",
                ]))
    }

    private mutating func coordinates() throws(BodyError) {
        try u32("latitude") { Words.degrees($0) }
        try u32("longitude") { Words.degrees($0) }
    }

    private mutating func limits(_ attributes: RegionAttributes, _ edition: Edition) throws(BodyError) {
        if attributes.contains(.isTimed) { try period() }
        guard attributes.contains(.hasSpeedLimit) else { return }
        try speedLimit()
        try nightLimit(edition)
    }

    private mutating func period() throws(BodyError) {
        try time("start", zeros: "zeros stand for every day, month, year")
        try time("end", zeros: "zeros stand for every day, month, year")
    }

    private mutating func speedLimit() throws(BodyError) {
        try u16("top_kmh") { Words.kmh($0) }
        try u8("overspeed_s") { "overspeed from \($0) s on" }
    }

    private mutating func nightLimit(_ edition: Edition) throws(BodyError) {
        if edition == .edition2019 { try u16("night_top_kmh") { Words.kmh($0) } }
    }

    private mutating func name(_ edition: Edition) throws(BodyError) {
        if edition == .edition2019 { try longText("name") }
    }
}
