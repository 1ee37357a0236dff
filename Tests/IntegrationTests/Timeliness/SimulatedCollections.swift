import Foundation
import Postgres
import Registry
import Testing

/// The collections of a small district's day with all its faults, in a database: every row as the gateway stored it, but received
/// when the vehicle sent it. The day before, the same vehicles collected everything and were switched off at nine in the evening.
///
/// Its rules have more than those of the simulation: kitchen waste has an hour and a half of grace, residual waste a minute; in every second
/// community kitchen waste may be collected all night, from ten to seven, besides its evening; and where recyclables are, every third
/// community is suspended. Four people stand at bin stations.
struct SimulatedCollections {
    /// A `window` of the ground truth.
    struct Window: Decodable {
        let point, wasteType, opensAt, closesAt, outcome: String
        let cause, plateNo, visitFrom, visitTo, reportedAt, evidence: String?
    }

    /// A `vehicle` of the ground truth.
    struct Vehicle: Decodable {
        let terminal, plateNo: String
        let silentFrom, silentTo, diesAt: String?
        let clockOffsetS: Int
        let hasScale: Bool?
    }

    private struct Line: Decodable { let kind: String }
    private struct Fault: Decodable { let fault: String? }

    static let day = "2025-03-03"
    static let dayBefore = "2025-03-02"

    let database: TestDatabase
    let windows: [Window]
    /// By plate number.
    let vehicles: [String: Vehicle]
    /// Codes of points at which kitchen waste may be collected all night, and where collections of recyclables are suspended.
    let nightly: Set<String>
    let suspended: Set<String>
    /// What is wrong with the lifts of the day.
    let faults: Set<String>

    static func with(seed: Int, _ body: (SimulatedCollections) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "qingyun-collections-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let size = [
            "--seed", "\(seed)", "--points", "40", "--vehicles", "12", "--stations", "2", "--communities", "22",
        ]
        let district = folder.appending(path: "district").path
        let truth = folder.appending(path: "truth.jsonl").path
        try await succeed("qingyun-fleetsim", ["district", "--out", district] + size)
        try await TestDatabase.withSchema { database in
            try await succeed("qingyun", ["registry", "import", district], database)
            let gateway = try GatewayProcess(database: database.url)
            try await succeed(
                "qingyun-fleetsim",
                [
                    "day", "--date", day, "--faults", "all", "--truth", truth, "--to",
                    "127.0.0.1:\(try await gateway.terminalPort())",
                ]
                    + size)
            #expect(try await gateway.terminate() == 0)
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let lines = try String(contentsOfFile: truth, encoding: .utf8).split(separator: "\n").map { Data($0.utf8) }
            let kinds = try lines.map { try decoder.decode(Line.self, from: $0).kind }
            func read<T: Decodable>(_ kind: String, _ type: T.Type) throws -> [T] {
                try zip(kinds, lines).filter { $0.0 == kind }.map { try decoder.decode(type, from: $0.1) }
            }
            let vehicles = try read("vehicle", Vehicle.self)
            try receive(vehicles, database)
            try setUp(vehicles, database)
            let points = { (sql: String) in Set(try database.query(sql).map { $0["code"] ?? "" }) }
            let collections = SimulatedCollections(
                database: database, windows: try read("window", Window.self),
                vehicles: Dictionary(uniqueKeysWithValues: vehicles.map { ($0.plateNo, $0) }),
                nightly: try points(affiliated("community_id % 2 = 0")),
                suspended: try points(affiliated("community_id % 3 = 0")),
                faults: Set(try (read("lift", Fault.self) + read("read", Fault.self)).compactMap(\.fault)))
            try collections.collectTheDayBefore()
            try await body(collections)
        }
    }

    private static func succeed(
        _ program: String, _ arguments: [String], _ database: TestDatabase? = nil
    ) async throws {
        let command = try await FinishedCommand.run(
            program, arguments, environment: database.map { ["QINGYUN_DATABASE_URL": $0.url] } ?? [:])
        #expect(command.status == 0, "\(program) \(arguments): \(command.errors)")
    }

    /// The day was streamed in seconds: this gives every row the moment at which the terminal sent it.
    private static func receive(_ vehicles: [Vehicle], _ database: TestDatabase) throws {
        let rows = vehicles.map { line in
            "('\(line.terminal)', \(line.clockOffsetS), "
                + "\(line.silentFrom.map { "'\($0)'" } ?? "NULL")::timestamptz, \(line.silentTo.map { "'\($0)'" } ?? "NULL")::timestamptz)"
        }
        for table in ["fix", "lift", "tag_read"] {
            try database.execute(
                """
                UPDATE telemetry.\(table) AS r
                SET received_at = CASE WHEN s.happened_at >= s.silent_from AND s.happened_at < s.silent_to THEN s.silent_to
                    ELSE s.happened_at END
                FROM (
                    SELECT q.ctid, q.tableoid, v.silent_from, v.silent_to, q.recorded_at - v.ahead * interval '1 second' AS happened_at
                    FROM telemetry.\(table) AS q
                    JOIN registry.terminal AS t ON t.terminal_id = q.terminal_id
                    JOIN (VALUES \(rows.joined(separator: ", "))) AS v (number, ahead, silent_from, silent_to) ON v.number = t.number
                    WHERE q.time_quality = 0
                ) AS s
                WHERE r.ctid = s.ctid AND r.tableoid = s.tableoid
                """)
        }
    }

    private static func affiliated(_ condition: String) -> String {
        """
        SELECT p.code FROM registry.collection_point AS p
        JOIN registry.point_affiliation AS a ON a.collection_point_id = p.collection_point_id WHERE a.\(condition)
        """
    }

    /// Rules, a suspension, vehicles without a scale, and people at bin stations.
    private static func setUp(_ vehicles: [Vehicle], _ database: TestDatabase) throws {
        let withoutScale = vehicles.filter { $0.hasScale == false }.map { "'\($0.plateNo)'" }
        try database.execute(
            """
            UPDATE registry.vehicle SET has_scale = false WHERE plate_no IN ('-', \(withoutScale.joined(separator: ", ")));
            UPDATE ops.collection_rule SET valid = '[2025-03-02,2025-03-06)',
                grace_min = CASE code WHEN 'KITCHEN' THEN 90 WHEN 'RESIDUAL' THEN 1 ELSE 0 END;
            INSERT INTO ops.collection_rule (code, name, community_id, waste_type, windows, grace_min, valid)
            SELECT 'NIGHT-' || c.code, '夜间', c.community_id, 1, '19:00-22:00 22:00-07:00', 90, '[2025-03-02,2025-03-06)'
            FROM registry.community AS c WHERE c.community_id % 2 = 0;
            INSERT INTO ops.collection_suspension (code, reason, community_id, waste_type, valid)
            SELECT 'ROAD-' || c.code, '道路施工', c.community_id, 3, tstzrange('2025-03-03 15:30+08', '2025-03-03 20:00+08')
            FROM registry.community AS c WHERE c.community_id % 3 = 0;
            SELECT telemetry.ensure_day('\(dayBefore)');
            -- The last report of a shift says that the ignition is off.
            INSERT INTO telemetry.fix (
                terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6, altitude_m, speed_dkmh,
                course_deg, time_quality, is_backfill
            )
            SELECT m.terminal_id, '\(dayBefore) 21:00+08', '\(dayBefore) 21:00+08', 0, 2, 1, 116000000, 40000000, 40, 0, 0, 0, false
            FROM registry.terminal_mount AS m WHERE m.vehicle_id IS NOT NULL;
            -- Badges: there all the time; gone at twenty past eight; elsewhere; there, and told at noon.
            INSERT INTO registry.terminal (number) SELECT '9900' || n FROM generate_series(1, 4) AS n;
            INSERT INTO registry.duty_post (code, name, collection_point_id)
            SELECT p.code, p.name, p.collection_point_id FROM registry.collection_point AS p WHERE p.code IN ('P00001', 'P00002', 'P00003', 'P00004');
            INSERT INTO registry.duty (code, duty_post_id, terminal_id, windows, valid)
            SELECT 'D' || right(t.number, 1), p.duty_post_id, t.terminal_id, '07:00-09:00', '[\(day),\(day)]'
            FROM registry.duty_post AS p JOIN registry.terminal AS t ON t.number = '9900' || right(p.code, 1);
            INSERT INTO telemetry.fix (
                terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6, altitude_m, speed_dkmh,
                course_deg, time_quality, is_backfill
            )
            SELECT u.terminal_id, g, CASE u.code WHEN 'D4' THEN '\(day) 12:00+08' ELSE g END, 0, 3, 1, round(ST_X(c.place) * 1e6),
                round(ST_Y(c.place) * 1e6) + CASE WHEN u.code = 'D3' OR u.code = 'D2' AND g >= '\(day) 08:20+08' THEN 5000 ELSE 0 END,
                40, 0, 0, 0, false
            FROM registry.duty AS u
            JOIN registry.duty_post AS p ON p.duty_post_id = u.duty_post_id
            JOIN registry.collection_point AS c ON c.collection_point_id = p.collection_point_id
            CROSS JOIN generate_series('\(day) 06:55+08'::timestamptz, '\(day) 09:05+08', interval '1 minute') AS g;
            """)
    }

    /// One lift for each window that a vehicle serves.
    private func collectTheDayBefore() throws {
        let served = windows.compactMap { window in
            window.plateNo.map {
                "('\(window.point)', '\(window.wasteType)', '\($0)', '\(window.opensAt)'::timestamptz)"
            }
        }
        try database.execute(
            """
            INSERT INTO telemetry.lift (
                terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags, weigh_mode, waste_type,
                quality, tag_tech, time_quality, tag_id
            )
            SELECT m.terminal_id, w.at, w.at, row_number() OVER (), 1, 60000, 10000, 50000, 1, 1, y.waste_type, 0, t.tag_tech, 0, t.tag_id
            FROM (
                SELECT point, waste, plate_no, opens_at - interval '1 day' + interval '30 minutes' AS at
                FROM (VALUES \(served.joined(separator: ", "))) AS v (point, waste, plate_no, opens_at)
            ) AS w
            JOIN registry.collection_point AS p ON p.code = w.point
            JOIN registry.waste_type AS y ON y.code = w.waste
            JOIN registry.vehicle AS v ON v.plate_no = w.plate_no
            JOIN registry.terminal_mount AS m ON m.vehicle_id = v.vehicle_id
            CROSS JOIN LATERAL (
                SELECT g.tag_tech, g.tag_id
                FROM registry.bin_placement AS b
                JOIN registry.bin AS i ON i.bin_id = b.bin_id AND i.waste_type = y.waste_type
                JOIN registry.tag_binding AS g ON g.bin_id = b.bin_id
                WHERE b.collection_point_id = p.collection_point_id
                ORDER BY g.tag_binding_id LIMIT 1
            ) AS t
            """)
    }
}
