import Postgres
import Testing

@testable import Report

@Suite("sql/queries: connections", .enabled(if: TestDatabase.isEnabled))
struct ConnectionAnswersTests {
    @Test("flapping: too many connections in a day, or taken over again and again from several addresses")
    func flapping() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            try owner.execute(
                """
                SELECT telemetry.ensure_day('2026-05-31'), telemetry.ensure_day('2026-06-01');
                INSERT INTO registry.terminal (number)
                SELECT n FROM unnest(ARRAY['13900000001', '13900000002', '13900000003', '13900000004']) AS n;
                -- 1: comes twenty times; from one address, and always goes by itself.
                INSERT INTO telemetry.connection_event (terminal_id, happened_at, event, peer, reason)
                SELECT t.terminal_id, timestamptz '2026-06-01 08:00+08' + n * interval '1 minute' + (e - 1) * interval '30 s', e,
                    '10.0.0.1:' || n, CASE e WHEN 2 THEN 'peer' END
                FROM registry.terminal AS t, generate_series(1, 20) AS n, generate_series(1, 2) AS e WHERE t.number = '13900000001';
                -- 2: two devices, which take over from each other: four times until the end. 3: the same from one address.
                INSERT INTO telemetry.connection_event (terminal_id, happened_at, event, peer, reason)
                SELECT t.terminal_id, timestamptz '2026-06-01 08:00+08' + n * interval '1 minute' + (e - 1) * interval '1 minute', e,
                    CASE WHEN t.number = '13900000002' AND n % 2 = 0 THEN '[fe80::1]' ELSE '10.0.0.2' END || ':' || n,
                    CASE e WHEN 2 THEN 'superseded' END
                FROM registry.terminal AS t, generate_series(1, 5) AS n, generate_series(1, 2) AS e
                WHERE t.number IN ('13900000002', '13900000003') AND (n < 5 OR e = 1);
                -- 4: only nineteen times on each of two days.
                INSERT INTO telemetry.connection_event (terminal_id, happened_at, event, peer)
                SELECT t.terminal_id, d + n * interval '1 minute', 1, '10.0.0.4:' || n
                FROM registry.terminal AS t, generate_series(1, 19) AS n,
                    unnest(ARRAY['2026-05-31 23:00+08', '2026-06-01 00:00+08']::timestamptz[]) AS d
                WHERE t.number = '13900000004';
                """)
            try await AskedDay.withAnalyst(database, owner) { analyst in
                let ask = { (values: [String: String]) throws -> [[String?]] in
                    try analyst.query(try QueryCatalog.named("9").select(values)).map {
                        [$0["terminal_no"], $0["connections"], $0["addresses"], $0["taken_over"]]
                    }
                }
                let day = ["from": "2026-06-01", "to": "2026-06-01"]
                let usual = try ask(day)
                #expect(usual == [["13900000001", "20", "1", "0"], ["13900000002", "5", "2", "4"]])
                let stricter = try ask(day.merging(["least": "5", "connections": "19"]) { _, new in new })
                #expect(stricter == [["13900000001", "20", "1", "0"], ["13900000004", "19", "1", "0"]])
            }
        }
    }
}
