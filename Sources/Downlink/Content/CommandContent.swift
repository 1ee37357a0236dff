/// A command with all that it says. The associated values are what `ops.command.arguments` holds, in JSON with names in
/// snake_case.
package enum CommandContent: Equatable, Sendable {
    case text(Text)
    case locate
    case interval(Interval)
    case parameters(ParameterSettings)
    case queryParameters(ParameterNames)
    case attributes
    case restart
    case track(Track)
    case circle(Circle)
    case rectangle(Rectangle)
    case polygon(Polygon)
    case route(RouteLine)
    case deleteRegions(Deletion)

    package struct Text: Codable, Equatable, Sendable {
        /// At most 1024 bytes in GBK.
        package var text: String
        package var urgent: Bool?
        /// Shown on the terminal's display; unless said otherwise it is.
        package var display: Bool?
        /// Read aloud.
        package var speak: Bool?

        package init(text: String, urgent: Bool? = nil, display: Bool? = nil, speak: Bool? = nil) {
            self.text = text
            self.urgent = urgent
            self.display = display
            self.speak = speak
        }
    }

    package struct Interval: Codable, Equatable, Sendable {
        /// Seconds between position reports, 1 to 86,400.
        package var seconds: Int

        package init(seconds: Int) { self.seconds = seconds }
    }

    package struct ParameterSettings: Codable, Equatable, Sendable {
        /// `ID=VALUE` each, see ``ParameterText``.
        package var set: [String]

        package init(set: [String]) { self.set = set }
    }

    package struct ParameterNames: Codable, Equatable, Sendable {
        /// Ids or names; none: all parameters.
        package var ids: [String]

        package init(ids: [String]) { self.ids = ids }
    }

    package struct Track: Codable, Equatable, Sendable {
        /// Seconds between position reports, 0 to 65,535; 0 stops tracking.
        package var seconds: Int
        /// For so many seconds.
        package var durationS: Int?

        package init(seconds: Int, durationS: Int? = nil) {
            self.seconds = seconds
            self.durationS = durationS
        }
    }

    package enum RegionShape: String, Codable, CaseIterable, Sendable {
        case circle, rectangle, polygon, route
    }

    package struct Deletion: Codable, Equatable, Sendable {
        package var shape: RegionShape
        /// None: all of the shape.
        package var ids: [UInt32]

        package init(shape: RegionShape, ids: [UInt32]) {
            self.shape = shape
            self.ids = ids
        }
    }

    package var kind: CommandKind {
        switch self {
        case .text: .text
        case .locate: .locate
        case .interval: .interval
        case .parameters: .parameters
        case .queryParameters: .queryParameters
        case .attributes: .attributes
        case .restart: .restart
        case .track: .track
        case .circle: .circle
        case .rectangle: .rectangle
        case .polygon: .polygon
        case .route: .route
        case .deleteRegions: .deleteRegions
        }
    }
}
