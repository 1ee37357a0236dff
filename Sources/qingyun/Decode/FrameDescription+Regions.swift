import JTT808

/// Regions and routes.
extension FrameDescription {
    /// - Returns: nil for an id of another group.
    static func describeRegions(
        _ id: MessageID, _ body: RawSpan, _ edition: Edition
    ) throws(BodyError) -> [String: JSONValue]? {
        switch id {
        case .circleRegions: return describe(try CircleRegions(body: body, edition: edition), edition)
        case .rectangleRegions: return describe(try RectangleRegions(body: body, edition: edition), edition)
        case .polygonRegion:
            return ["polygon": describe(try PolygonRegion(body: body, edition: edition), edition)]
        case .route: return ["route": describe(try Route(body: body, edition: edition), edition)]
        case .circleDeletion, .rectangleDeletion, .polygonDeletion, .routeDeletion:
            return ["region_ids": list(try RegionDeletion(body: body).ids)]
        case .regionQuery:
            let query = try RegionQuery(body: body)
            return ["query_type": JSONValue(query.kind.rawValue), "region_ids": list(query.ids)]
        case .regionReport: return describe(try RegionReport(body: body))
        default: return nil
        }
    }

    private static func describe(_ set: CircleRegions, _ edition: Edition) -> [String: JSONValue] {
        let regions = set.regions.map { region in
            var fields: [String: JSONValue] = [
                "id": JSONValue(region.id), "attr": JSONValue(region.attributes.rawValue),
                "lat_raw": JSONValue(region.latitudeE6), "lon_raw": JSONValue(region.longitudeE6),
                "radius_m": JSONValue(region.radiusM),
            ]
            add(region.period, region.speedLimit, region.name, edition, to: &fields)
            return JSONValue.object(fields)
        }
        return [
            "action": JSONValue(set.action.rawValue), "count": JSONValue(regions.count), "regions": .array(regions),
        ]
    }

    private static func describe(_ set: RectangleRegions, _ edition: Edition) -> [String: JSONValue] {
        let regions = set.regions.map { region in
            var fields: [String: JSONValue] = [
                "id": JSONValue(region.id), "attr": JSONValue(region.attributes.rawValue),
                "top_lat_raw": JSONValue(region.topLatitudeE6), "left_lon_raw": JSONValue(region.leftLongitudeE6),
                "bottom_lat_raw": JSONValue(region.bottomLatitudeE6),
                "right_lon_raw": JSONValue(region.rightLongitudeE6),
            ]
            add(region.period, region.speedLimit, region.name, edition, to: &fields)
            return JSONValue.object(fields)
        }
        return [
            "action": JSONValue(set.action.rawValue), "count": JSONValue(regions.count), "regions": .array(regions),
        ]
    }

    private static func describe(_ polygon: PolygonRegion, _ edition: Edition) -> JSONValue {
        var fields: [String: JSONValue] = [
            "id": JSONValue(polygon.id), "attr": JSONValue(polygon.attributes.rawValue),
            "points": .array(polygon.vertices.map { [JSONValue($0.latitudeE6), JSONValue($0.longitudeE6)] }),
        ]
        add(polygon.period, polygon.speedLimit, polygon.name, edition, to: &fields)
        return .object(fields)
    }

    private static func describe(_ route: Route, _ edition: Edition) -> JSONValue {
        let points = route.points.map { point in
            var fields: [String: JSONValue] = [
                "segment": JSONValue(point.segmentID), "lat_raw": JSONValue(point.latitudeE6),
                "lon_raw": JSONValue(point.longitudeE6), "width_m": JSONValue(point.widthM),
                "attr": JSONValue(point.attributes.rawValue),
            ]
            if edition != .edition2011 { fields["id"] = JSONValue(point.pointID) }
            if let time = point.drivingTime {
                fields["too_long_s"] = JSONValue(time.longestS)
                if edition != .edition2011 { fields["too_short_s"] = JSONValue(time.shortestS) }
            }
            add(nil, point.speedLimit, nil, edition, to: &fields)
            return JSONValue.object(fields)
        }
        var fields: [String: JSONValue] = [
            "id": JSONValue(route.id), "attr": JSONValue(route.attributes.rawValue), "points": .array(points),
        ]
        add(route.period, nil, route.name, edition, to: &fields)
        return .object(fields)
    }

    /// The data stand there in hex; `regions` has them read, if they can be.
    private static func describe(_ report: RegionReport) -> [String: JSONValue] {
        var facts: [String: JSONValue] = [
            "query_type": JSONValue(report.kind.rawValue), "count": JSONValue(report.count),
            "data": .string(Hex.text(report.data)),
        ]
        guard let regions = try? report.regions() else { return facts }
        switch regions {
        case .circles(let sets): facts["regions"] = .array(sets.map { .object(describe($0, .edition2019)) })
        case .rectangles(let sets): facts["regions"] = .array(sets.map { .object(describe($0, .edition2019)) })
        case .polygons(let polygons): facts["regions"] = .array(polygons.map { describe($0, .edition2019) })
        case .routes(let routes): facts["regions"] = .array(routes.map { describe($0, .edition2019) })
        }
        return facts
    }

    private static func add(
        _ period: RegionPeriod?, _ limit: SpeedLimit?, _ name: WireText?, _ edition: Edition,
        to fields: inout [String: JSONValue]
    ) {
        // As digits: zeros in front mean "every".
        if let period {
            fields["start"] = .string(period.start.digits)
            fields["end"] = .string(period.end.digits)
        }
        if let limit {
            fields["max_speed"] = JSONValue(limit.topKmh)
            fields["overspeed_s"] = JSONValue(limit.durationS)
            if let night = limit.nightTopKmh { fields["night_max_speed"] = JSONValue(night) }
        }
        if edition == .edition2019, let name { add(name, as: "name", to: &fields) }
    }
}
