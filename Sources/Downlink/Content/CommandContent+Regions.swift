/// What regions and routes on the map are made of. Degrees are WGS-84, south and west negative.
extension CommandContent {
    package struct Place: Codable, Equatable, Sendable {
        /// -90 to 90.
        package var lat: Double
        /// -180 to 180.
        package var lon: Double

        package init(lat: Double, lon: Double) {
            self.lat = lat
            self.lon = lon
        }
    }

    /// Whom the terminal tells, and when.
    package enum Notice: String, Codable, CaseIterable, Sendable {
        case driverEntry = "driver_entry"
        case driverExit = "driver_exit"
        case platformEntry = "platform_entry"
        case platformExit = "platform_exit"
    }

    /// What all regions and routes have.
    package struct Rules: Codable, Equatable, Sendable {
        /// 1 to 4,294,967,295, unique for each shape; one that is in use is overwritten.
        package var id: UInt32
        /// Sent to terminals of 2019 alone: the others have no field for it.
        package var name: String?
        /// `HH:MM` of every day; with ``until``.
        package var from: String?
        package var until: String?
        /// km/h, 1 to 65,535. Not for routes.
        package var topKmh: Int?
        /// Seconds above it that count as overspeed, 0 to 255.
        package var overspeedS: Int?
        package var notices: [Notice]?

        package init(
            id: UInt32, name: String? = nil, from: String? = nil, until: String? = nil, topKmh: Int? = nil,
            overspeedS: Int? = nil, notices: [Notice]? = nil
        ) {
            self.id = id
            self.name = name
            self.from = from
            self.until = until
            self.topKmh = topKmh
            self.overspeedS = overspeedS
            self.notices = notices
        }
    }

    package struct Circle: Codable, Equatable, Sendable {
        package var rules: Rules
        package var center: Place
        /// 1 to 4,294,967,295.
        package var radiusM: UInt32

        package init(rules: Rules, center: Place, radiusM: UInt32) {
            self.rules = rules
            self.center = center
            self.radiusM = radiusM
        }
    }

    package struct Rectangle: Codable, Equatable, Sendable {
        package var rules: Rules
        package var topLeft: Place
        package var bottomRight: Place

        package init(rules: Rules, topLeft: Place, bottomRight: Place) {
            self.rules = rules
            self.topLeft = topLeft
            self.bottomRight = bottomRight
        }
    }

    package struct Polygon: Codable, Equatable, Sendable {
        package var rules: Rules
        /// 3 or more, in order.
        package var vertices: [Place]

        package init(rules: Rules, vertices: [Place]) {
            self.rules = rules
            self.vertices = vertices
        }
    }

    package struct RouteLine: Codable, Equatable, Sendable {
        package var rules: Rules
        /// 2 or more, in order; points and segments are numbered from 1.
        package var points: [Place]
        /// Width of the road in metres, 1 to 255.
        package var widthM: Int

        package init(rules: Rules, points: [Place], widthM: Int) {
            self.rules = rules
            self.points = points
            self.widthM = widthM
        }
    }
}
