import Telemetry

/// A kind of daily statistics (`stats.kind`): what one refresh of a day makes, in one transaction.
package enum RollupKind: String, CaseIterable, Sendable {
    // In the order in which a day is refreshed.
    case collection
    case clearance
    case record
    case track
    case station
    case trip

    /// The tables that it fills, in this order.
    var tables: [RollupTable] {
        switch self {
        case .collection: [.collectionDay, .binDay, .unboundTagDay]
        case .clearance: [.clearanceDay]
        case .record: [.recordDay]
        case .track: [.trackDay]
        case .station: [.stationDay]
        case .trip: [.openLoad, .trip]
        }
    }

    /// Version of the rules by which its figures are made. One more has every day that is not closed made again.
    var definition: Int {
        switch self {
        // Bins that were shaken once more are counted; what is filled up counts once, and a vehicle's way too; a load that is weighed
        // doubtfully has no weight.
        case .collection, .track, .station, .trip: 3
        // The last window decides a day's clearance; records without a time of their own are missed nowhere.
        case .clearance, .record: 2
        }
    }

    /// The telemetry tables that it is made of; without rows of a day in them there is nothing to make.
    var sources: [String] {
        switch self {
        case .collection: ["lift"]
        case .clearance: []
        case .record: ["tag_read", "load_sample", "lift", "station_weighing"]
        case .track: ["fix"]
        case .station: ["station_weighing"]
        case .trip: ["lift", "station_weighing"]
        }
    }
}

/// A table of daily figures, with the query that makes the rows of a day.
enum RollupTable: String, CaseIterable, Sendable {
    case collectionDay = "collection_day"
    case binDay = "bin_day"
    case unboundTagDay = "unbound_tag_day"
    case clearanceDay = "clearance_day"
    case recordDay = "record_day"
    case trackDay = "track_day"
    case stationDay = "station_day"
    case openLoad = "open_load"
    case trip = "trip"

    var name: String { "stats.\(rawValue)" }

    /// The rows of `day`, in a SELECT.
    func query(of day: LocalDay, moved: MovedTerminals) -> String {
        Self.filled(Self.text(rawValue), day: day, moved: moved)
    }

    /// A text of `Definitions` with its places filled in: `{day}`, the instants `{from}` and `{to}` between which it lies, `{lane}` of a
    /// fix `f`, `{terminal}` and `{since}` of a lane of `x`, and the common parts `{lift}`, `{weighing}` and `{arrival}`.
    static func filled(_ text: String, day: LocalDay, moved: MovedTerminals = .none) -> String {
        let instant = { (day: LocalDay) in
            "('\(day)'::date::timestamp AT TIME ZONE telemetry.site_time_zone())"
        }
        return
            text
            .replacing("{lift}", with: Self.text("fragment_lift"))
            .replacing("{arrival}", with: Self.text("fragment_arrival"))
            .replacing("{weighing}", with: Self.text("fragment_weighing"))
            .replacing("{day}", with: "'\(day)'::date")
            .replacing("{from}", with: instant(day))
            .replacing("{to}", with: instant(day.advanced(by: 1)))
            .replacing("{lane}", with: moved.lane)
            .replacing("{terminal}", with: moved.terminal)
            .replacing("{since}", with: moved.since)
    }

    /// The other days whose weighings are bound to those of `day`, as days since 1970.
    static func relatedDays(of day: LocalDay) -> String { filled(text("related_days"), day: day) }

    /// A row when a lift of the day is a repetition of one of the day before.
    static func midnightRepeat(of day: LocalDay) -> String { filled(text("midnight_repeat"), day: day) }

    private static func text(_ name: String) -> String {
        guard let file = EmbeddedTexts.files.first(where: { $0.name == "\(name).sql" }) else {
            preconditionFailure("no definition \(name).sql was embedded")
        }
        return file.text
    }
}
