import Postgres
import Testing

/// What came in and what was judged, row by row as it is stored: of this the figures are worked out in Swift. Instants are microseconds since
/// 1970.
struct ReceivedFacts {
    struct Fix {
        let terminal, at, receivedAt, speedDkmh: Int
        /// 1e-6 degree; nil: none that is valid.
        let place: (lon: Int, lat: Int)?
        let odometerHm, fuelDl: Int?
        let isSound, isBackfill: Bool
    }

    struct Lift {
        let terminal, at, receivedAt, boot, seq, grossG, tareG, netG, flags, mode, wasteType, quality, tagTech: Int
        let lon, lat: Int?
        /// In hexadecimal.
        let tag: String?
        let isSound: Bool
    }

    struct Weighing {
        let terminal, at, boot, seq, grossG, tareG, netG, flags, scale, direction, tareSource, wasteType, tagTech: Int
        let supersedes: Int?
        let ticket, plate, tag: String?
    }

    /// A record of any kind, as its terminal counts them.
    struct Numbered {
        enum Source: String {
            case tagRead = "tag_read"
            case loadSample = "load_sample"
            case lift
            case weighing = "station_weighing"
        }

        let source: Source
        let terminal, at, receivedAt, boot, seq: Int
        let isSound: Bool
    }

    struct Task {
        let day, point, wasteType, windowStart, deadline: Int
        let unit, community, street, collectedAt: Int?
        let outcome: String
    }

    var fixes: [Fix] = []
    var lifts: [Lift] = []
    var weighings: [Weighing] = []
    var records: [Numbered] = []
    var tasks: [Task] = []

    init(storedIn database: TestDatabase, withFixes: Bool = true) throws {
        let session = try database.session()
        defer { session.close() }
        let at = { (column: String) in "(extract(epoch FROM \(column)) * 1000000)::bigint AS \(column)" }
        let received = "\(at("recorded_at")), \(at("received_at"))"
        if withFixes { fixes = try Self.fixes(session, received) }
        lifts = try session.query(
            """
            SELECT \(received), terminal_id, boot_no, seq, gross_g, tare_g, net_g, weigh_flags, weigh_mode, waste_type, quality, tag_tech, time_quality,
                lon_e6, lat_e6, encode(tag_id, 'hex') AS tag
            FROM telemetry.lift
            """
        ).map { row in
            Lift(
                terminal: try row.int("terminal_id"), at: try row.int("recorded_at"),
                receivedAt: try row.int("received_at"), boot: try row.int("boot_no"), seq: try row.int("seq"),
                grossG: try row.int("gross_g"), tareG: try row.int("tare_g"), netG: try row.int("net_g"),
                flags: try row.int("weigh_flags"), mode: try row.int("weigh_mode"),
                wasteType: try row.int("waste_type"), quality: try row.int("quality"), tagTech: try row.int("tag_tech"),
                lon: try row.intIfPresent("lon_e6"), lat: try row.intIfPresent("lat_e6"), tag: row["tag"],
                isSound: try row.int("time_quality") == 0)
        }
        weighings = try session.query(
            """
            SELECT \(at("recorded_at")), terminal_id, boot_no, seq, supersedes, gross_g, tare_g, net_g, weigh_flags, scale_no, direction,
                tare_source, waste_type, tag_tech, ticket, plate_no, encode(tag_id, 'hex') AS tag
            FROM telemetry.station_weighing
            """
        ).map { row in
            Weighing(
                terminal: try row.int("terminal_id"), at: try row.int("recorded_at"), boot: try row.int("boot_no"),
                seq: try row.int("seq"), grossG: try row.int("gross_g"), tareG: try row.int("tare_g"),
                netG: try row.int("net_g"), flags: try row.int("weigh_flags"), scale: try row.int("scale_no"),
                direction: try row.int("direction"), tareSource: try row.int("tare_source"),
                wasteType: try row.int("waste_type"), tagTech: try row.int("tag_tech"),
                supersedes: try row.intIfPresent("supersedes"), ticket: row["ticket"], plate: row["plate_no"],
                tag: row["tag"])
        }
        for source in [Numbered.Source.tagRead, .loadSample, .lift, .weighing] {
            records += try session.query(
                "SELECT \(received), terminal_id, boot_no, seq, time_quality FROM telemetry.\(source.rawValue)"
            ).map { row in
                Numbered(
                    source: source, terminal: try row.int("terminal_id"), at: try row.int("recorded_at"),
                    receivedAt: try row.int("received_at"), boot: try row.int("boot_no"), seq: try row.int("seq"),
                    isSound: try row.int("time_quality") == 0)
            }
        }
        tasks = try session.query(
            """
            SELECT service_date - date '1970-01-01' AS day, \(at("window_start")), \(at("deadline")), \(at("collected_at")),
                collection_point_id, waste_type, responsible_unit_id, community_id, street_id, outcome
            FROM ops.collection_task
            """
        ).map { row in
            Task(
                day: try row.int("day"), point: try row.int("collection_point_id"),
                wasteType: try row.int("waste_type"), windowStart: try row.int("window_start"),
                deadline: try row.int("deadline"), unit: try row.intIfPresent("responsible_unit_id"),
                community: try row.intIfPresent("community_id"), street: try row.intIfPresent("street_id"),
                collectedAt: try row.intIfPresent("collected_at"), outcome: try row.text("outcome"))
        }
    }

    /// Tens of thousands: their columns are told by number.
    private static func fixes(_ session: PostgresSession, _ received: String) throws -> [Fix] {
        try session.query(
            """
            SELECT \(received), terminal_id, speed_dkmh, status_bits & 2, time_quality, CASE WHEN is_backfill THEN 1 ELSE 0 END,
                lon_e6, lat_e6, odometer_hm, fuel_dl
            FROM telemetry.fix
            """
        ).map { row in
            let values = (0..<11).map { row[$0].flatMap { Int($0) } }
            let number = { (index: Int) in try #require(values[index]) }
            let (lon, lat) = (values[7], values[8])
            return Fix(
                terminal: try number(2), at: try number(0), receivedAt: try number(1), speedDkmh: try number(3),
                place: try number(4) != 0 ? lon.flatMap { lon in lat.map { (lon, $0) } } : nil, odometerHm: values[9],
                fuelDl: values[10], isSound: try number(5) == 0, isBackfill: try number(6) == 1)
        }
    }

    static let second = 1_000_000
    static let daySeconds = 86_400

    /// The local day of an instant, as days since 1970: eight hours before Greenwich.
    static func day(of instant: Int) -> Int { (instant + 8 * 3600 * second) / (daySeconds * second) }

    /// Its midnight.
    static func midnight(_ day: Int) -> Int { (day * daySeconds - 8 * 3600) * second }

    /// Arrived more than ten minutes after it was made.
    static func isLate(_ at: Int, _ receivedAt: Int) -> Bool { receivedAt - at > 600 * second }
}
