import Foundation
import Postgres
import Registry
import Testing

/// The collections of a small district's day with all its faults, in a database: every row as the gateway stored it, but received
/// when the vehicle sent it. The day before, the same vehicles collected everything.
struct SimulatedCollections {
    /// A `window` of the ground truth.
    struct Window: Decodable {
        let point, wasteType, opensAt, closesAt, outcome: String
        let cause, plateNo, visitFrom, reportedAt: String?
    }

    private struct Line: Decodable {
        let kind: String
        let terminal, silentFrom, silentTo: String?
        let clockOffsetS: Int?
    }

    static let day = "2025-03-03"
    static let dayBefore = "2025-03-02"

    let database: TestDatabase
    let windows: [Window]

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
                    "day", "--date", day, "--faults", "frequent", "--truth", truth, "--to",
                    "127.0.0.1:\(try await gateway.terminalPort())",
                ]
                    + size)
            #expect(try await gateway.terminate() == 0)
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let lines = try String(contentsOfFile: truth, encoding: .utf8).split(separator: "\n").map { Data($0.utf8) }
            let parsed = try lines.map { try decoder.decode(Line.self, from: $0) }
            let windows = try zip(lines, parsed).filter { $1.kind == "window" }.map { line, _ in
                try decoder.decode(Window.self, from: line)
            }
            try receive(parsed.filter { $0.kind == "vehicle" }, database)
            let collections = SimulatedCollections(database: database, windows: windows)
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
    private static func receive(_ vehicles: [Line], _ database: TestDatabase) throws {
        let rows = vehicles.map { line in
            "('\(line.terminal ?? "")', \(line.clockOffsetS ?? 0), "
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

    /// One lift for each window that a vehicle serves.
    private func collectTheDayBefore() throws {
        let served = windows.compactMap { window in
            window.plateNo.map {
                "('\(window.point)', '\(window.wasteType)', '\($0)', '\(window.opensAt)'::timestamptz)"
            }
        }
        try database.execute(
            """
            SELECT telemetry.ensure_day('\(Self.dayBefore)');
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

    // MARK: What the truth says

    /// Seconds from the beginning of a text such as 2025-03-03T07:00:00+08:00 to that of another.
    static func instant(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    /// `point waste opens outcome cause state`, as tables must show them once all data came; the state is - where nobody was warned.
    func expected() throws -> [String] {
        try windows.map { window in
            let decidedAt = try Self.instant(window.closesAt).addingTimeInterval(60)
            let isReportedLate = try window.reportedAt.map { try Self.instant($0) > decidedAt } ?? false
            let (outcome, state) =
                switch (window.outcome, window.cause) {
                case ("missed", "terminal_offline"): ("unconfirmed", "unconfirmed")
                case ("missed", _): ("missed", "raised")
                case ("late", _): ("late", "collected_late")
                default: ("on_time", isReportedLate ? "withdrawn" : "-")
                }
            return [window.point, window.wasteType, window.opensAt, outcome, window.cause ?? "-", state].joined(
                separator: " ")
        }.sorted()
    }

    /// The same, as tasks and warnings of the day say it.
    func judged() throws -> [String] {
        try database.query(
            """
            SELECT concat_ws(' ', p.code, y.code, \(Self.iso("k.window_start")), k.outcome, coalesce(k.cause, '-'), coalesce(n.state, '-'),
                CASE WHEN n.cause IS DISTINCT FROM k.cause THEN 'but warned of ' || coalesce(n.cause, 'no cause') END) AS line
            FROM ops.collection_task AS k
            JOIN registry.collection_point AS p ON p.collection_point_id = k.collection_point_id
            JOIN registry.waste_type AS y ON y.waste_type = k.waste_type
            LEFT JOIN ops.warning_now AS n ON n.kind = 'late_collection' AND n.service_date = k.service_date
                AND n.collection_point_id = k.collection_point_id AND n.waste_type = k.waste_type
                AND n.window_start = k.window_start
            WHERE k.service_date = '\(Self.day)'
            """
        ).map { $0["line"] ?? "" }.sorted()
    }

    static func iso(_ instant: String) -> String {
        "to_char(\(instant) AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD\"T\"HH24:MI:SS') || '+08:00'"
    }

    /// Everything that the job wrote, but for numbers and the times of writing.
    func tables() throws -> [String] {
        try database.query(
            """
            SELECT 'task ' || k::text AS line FROM ops.collection_task AS k
            UNION ALL
            SELECT 'warning ' || (to_jsonb(w) - 'warning_id')::text FROM ops.warning AS w
            UNION ALL
            SELECT 'event ' || w.kind || w.subject || (to_jsonb(e) - 'warning_id' - 'event_id' - 'written_at')::text
            FROM ops.warning_event AS e JOIN ops.warning AS w ON w.warning_id = e.warning_id
            """
        ).map { $0["line"] ?? "" }.sorted()
    }

    /// As before the first check. The owner of the register may not empty it, so it grants itself that first.
    func forgetChecks() throws {
        try database.execute(
            """
            GRANT TRUNCATE ON ops.warning, ops.warning_event TO CURRENT_USER;
            TRUNCATE ops.collection_task, ops.collection_day, ops.warning, ops.warning_event, ops.timeliness_watermark
            """)
    }
}
