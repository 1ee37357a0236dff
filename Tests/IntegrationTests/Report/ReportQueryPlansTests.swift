import Postgres
import Testing

@testable import Report

/// No question reads days that it does not ask for: partitions of others are left out, and daily tables are read by their index.
@Suite("sql/queries: plans", .enabled(if: TestDatabase.isEnabled))
struct ReportQueryPlansTests {
    /// Of the days 2026-05-01 to 2026-05-31 those that a question with these values may read.
    private struct Question: Sendable {
        let number: Int
        let values: [String: String]
        let days: ClosedRange<Int>

        init(
            _ number: Int, _ days: ClosedRange<Int>,
            _ values: [String: String] = ["from": "2026-05-20", "to": "2026-05-20"]
        ) {
            self.number = number
            self.values = values
            self.days = days
        }
    }

    private static let questions = [
        Question(1, 20...20, ["day": "2026-05-20"]),
        // Seven days back, at most.
        Question(2, 13...20, ["at": "2026-05-20 10:00"]), Question(3, 20...20),
        Question(4, 20...20, ["at": "2026-05-20 10:00"]),
        Question(5, 19...20, ["at": "2026-05-20 10:00"]), Question(6, 20...20), Question(7, 20...20),
        Question(8, 20...20),
        Question(9, 20...20), Question(10, 20...20, ["day": "2026-05-20"]), Question(11, 20...20),
        Question(12, 20...20),
        // A box may have left the day before, a ticket is closed a day later, and corrected within 31 days.
        Question(13, 19...31, ["from": "2026-05-20", "to": "2026-05-20", "at": "2026-05-21 00:00"]),
        Question(14, 20...20),
        Question(15, 20...20), Question(16, 20...20), Question(17, 20...20),
        Question(18, 20...20, ["plate": "京A1", "day": "2026-05-20"]),
        Question(19, 20...20), Question(20, 20...20, ["month": "2026-05-20"]),
        // The weighing that was corrected lies up to 31 days back; its index finds it.
        Question(21, 1...20),
    ]

    /// A plan's lines for a question, run.
    private func plan(_ session: PostgresSession, _ question: Question) throws -> [String] {
        let select = try QueryCatalog.named("\(question.number)").select(question.values)
        return try session.query("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, SUMMARY OFF) \(select)").map { $0[0] ?? "" }
    }

    private static let example = """
        SELECT telemetry.ensure_day(d::date) FROM generate_series('2026-05-01'::date, '2026-05-31', '1 day') AS d;
        INSERT INTO registry.vehicle (plate_no) VALUES ('京A1');
        INSERT INTO registry.terminal (number) VALUES ('13900000001'), ('13900000002');
        INSERT INTO registry.station (street_id, code, name) SELECT street_id, 'Z1', '站'
        FROM (SELECT 1) AS one, LATERAL (SELECT street_id FROM registry.street LIMIT 1) AS s;
        INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid)
        SELECT t.terminal_id, v.vehicle_id, '[2026-01-01,)' FROM registry.vehicle AS v, registry.terminal AS t WHERE t.number LIKE '%1';
        INSERT INTO registry.terminal_mount (terminal_id, station_id, valid)
        SELECT t.terminal_id, s.station_id, '[2026-01-01,)' FROM registry.station AS s, registry.terminal AS t WHERE t.number LIKE '%2';
        INSERT INTO telemetry.fix (terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6, altitude_m,
            speed_dkmh, course_deg, time_quality, is_backfill)
        SELECT t.terminal_id, d + h * interval '1 hour', d + h * interval '1 hour', 0, 3, h, 116000000, 40000000, 0, 0, 0, 0, false
        FROM registry.terminal AS t, generate_series('2026-05-01 00:00+08'::timestamptz, '2026-05-31 00:00+08', '1 day') AS d,
            generate_series(1, 20) AS h;
        INSERT INTO stats.frozen_month VALUES ('2026-05-01', now(), 'x');
        INSERT INTO stats.dirty_day (service_date, kind) SELECT d, 'track' FROM generate_series('2026-05-19'::date, '2026-05-20', '1 day') AS d;
        """

    @Test("partitions of other days are not read")
    func pruning() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            try owner.execute("INSERT INTO registry.street (code, name) VALUES ('S1', '一街')")
            try owner.execute("DELETE FROM stats.dirty_day; " + Self.example)
            try owner.execute("ANALYZE")
            try await AskedDay.withAnalyst(database, owner) { analyst in
                for question in Self.questions {
                    let lines = try plan(analyst, question)
                    for line in lines where !line.contains("never executed") {
                        guard let day = line.firstMatch(of: /_202605(\d\d)/).flatMap({ Int($0.1) }) else { continue }
                        #expect(question.days.contains(day), "\(question.number): \(line)")
                    }
                }
            }
        }
    }

    @Test("daily figures, due collections and changes are read by an index")
    func indexes() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            try owner.execute("INSERT INTO registry.street (code, name) VALUES ('S1', '一街')")
            try owner.execute(Self.example)
            try await AskedDay.withAnalyst(database, owner) { analyst in
                // With some rows every table is read faster as a whole: what matters is that an index is there for the question.
                try analyst.execute("SET enable_seqscan = off")
                for question in Self.questions {
                    for line in try plan(analyst, question) {
                        let table = line.firstMatch(
                            of:
                                /Seq Scan on (collection_day|bin_day|unbound_tag_day|clearance_day|track_day|record_day|station_day|trip|collection_task|warning_event|audit|fix_\d+|lift_\d+)\b/
                        )
                        // A whole day of lifts or fixes is read as a whole, and hours of all fixes are: they lie on every page.
                        if let table, !table.1.contains("_2026") || [2, 18].contains(question.number) {
                            Issue.record("\(question.number): \(line)")
                        }
                    }
                }
            }
        }
    }

    @Test("a month of the views over days, and of a signed report, reads the days of that month")
    func months() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            try owner.execute("SET enable_seqscan = off")
            for view in ["street_month", "vehicle_month", "month_figure"] {
                let lines = try owner.query(
                    "EXPLAIN (COSTS OFF) SELECT * FROM stats.\(view) WHERE month = '2026-05-01'"
                )
                .map { $0[0] ?? "" }
                #expect(lines.contains { $0.contains("collection_day_month_idx") }, "\(view): \(lines)")
                #expect(!lines.contains { $0.contains("Seq Scan on collection_day") }, "\(view): \(lines)")
            }
        }
    }
}
