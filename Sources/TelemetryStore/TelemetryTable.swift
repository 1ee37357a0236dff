/// The tables that ingest fills, with what the write path must know of each.
package enum TelemetryTable: Int, CaseIterable, Sendable {
    case fix
    case message
    case quarantine
    case tagRead
    case loadSample
    case lift
    case stationWeighing
    case media

    package var name: String {
        switch self {
        case .fix: "telemetry.fix"
        case .message: "telemetry.message"
        case .quarantine: "telemetry.quarantine"
        case .tagRead: "telemetry.tag_read"
        case .loadSample: "telemetry.load_sample"
        case .lift: "telemetry.lift"
        case .stationWeighing: "telemetry.station_weighing"
        case .media: "telemetry.media"
        }
    }

    init?(name: String) {
        guard let table = Self.allCases.first(where: { $0.name == name }) else { return nil }
        self = table
    }

    /// Where and when a record was made, and the number that names it: first in each table of records.
    private static let recordColumns = [
        "terminal_id", "recorded_at", "received_at", "boot_no", "seq", "lon_e6", "lat_e6", "fix_age_ds", "time_quality",
    ]

    /// Columns in the order in which rows are encoded.
    package var columns: [String] {
        switch self {
        case .fix:
            [
                "terminal_id", "recorded_at", "received_at", "alarm_bits", "status_bits", "odometer_hm", "body_hash",
                "lon_e6", "lat_e6", "altitude_m", "speed_dkmh", "course_deg", "fuel_dl", "satellites", "signal",
                "time_quality", "is_backfill", "extra", "raw_body",
            ]
        case .message:
            [
                "terminal_id", "received_at", "serial", "message_id", "package_total", "package_index", "encryption",
                "body",
            ]
        case .quarantine: ["received_at", "terminal_id", "message_id", "serial", "reason", "detail", "peer", "raw"]
        case .tagRead:
            Self.recordColumns + ["reader", "antenna", "rssi_dbm", "tag_tech", "tag_id", "extra", "raw"]
        case .loadSample: Self.recordColumns + ["channel", "weigh_flags", "weight_g", "extra", "raw"]
        case .lift:
            Self.recordColumns + [
                "weigh_mode", "weigh_flags", "gross_g", "tare_g", "net_g", "waste_type", "quality", "tag_tech",
                "tag_id", "extra", "raw",
            ]
        case .stationWeighing:
            Self.recordColumns + [
                "scale_no", "direction", "weigh_mode", "weigh_flags", "gross_g", "tare_g", "net_g", "tare_source",
                "waste_type", "identified_by", "supersedes", "ticket", "plate_no", "tag_tech", "tag_id", "extra", "raw",
            ]
        case .media:
            [
                "terminal_id", "recorded_at", "received_at", "media_id", "byte_count", "body_hash", "lon_e6", "lat_e6",
                "kind", "format", "event", "channel", "time_quality", "path",
            ]
        }
    }

    /// Whether a natural key makes a second copy of a row harmless. Quarantine has none.
    var hasKey: Bool { self != .quarantine }

    private var columnList: String { columns.joined(separator: ", ") }

    /// Straight into the table: the fast path.
    var copyStatement: String { "COPY \(name) (\(columnList)) FROM STDIN (FORMAT binary)" }

    /// Where rows wait that may be there already. It lives as long as the connection and is emptied at every commit.
    var createStagingStatement: String {
        """
        CREATE TEMPORARY TABLE IF NOT EXISTS \(stagingName) ON COMMIT DELETE ROWS
        AS SELECT \(columnList) FROM \(name) WITH NO DATA
        """
    }

    var copyToStagingStatement: String { "COPY pg_temp.\(stagingName) (\(columnList)) FROM STDIN (FORMAT binary)" }

    /// Moves the rows that are new. They are counted by the INSERT itself: the command tag of a distributed table may not say.
    var mergeStatement: String {
        """
        WITH stored AS (
            INSERT INTO \(name) (\(columnList))
            SELECT \(columnList) FROM pg_temp.\(stagingName)
            ON CONFLICT DO NOTHING
            RETURNING 1
        )
        SELECT count(*) AS stored FROM stored
        """
    }

    private var stagingName: String { "staged_" + name.dropFirst("telemetry.".count) }
}
