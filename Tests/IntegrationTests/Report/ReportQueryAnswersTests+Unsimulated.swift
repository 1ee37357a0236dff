import Foundation
import Postgres
import Testing

@testable import Report

/// What a simulated day does not have.
extension ReportQueryAnswersTests {
    @Test("ingest lag: quantiles of what was sent at once, the rest as backfill, and what was refused")
    func ingestLag() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            try owner.execute(
                """
                SELECT telemetry.ensure_day('2026-06-01');
                INSERT INTO registry.terminal (number) VALUES ('13900000001');
                INSERT INTO telemetry.fix (terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, altitude_m, speed_dkmh,
                    course_deg, time_quality, is_backfill)
                SELECT t.terminal_id, r.at, r.at + make_interval(secs => CASE WHEN n = 21 THEN 3600 ELSE n END), 0, 0, n, 0, 0, 0, 0, n = 21
                FROM registry.terminal AS t, generate_series(1, 21) AS n,
                    LATERAL (SELECT timestamptz '2026-06-01 09:30+08' + make_interval(mins => n) AS at) AS r;
                INSERT INTO telemetry.quarantine (received_at, terminal_id, reason, raw)
                SELECT '2026-06-01 09:50+08', terminal_id, 'checksum', '\\x00' FROM registry.terminal, generate_series(1, 3);
                """)
            try await AskedDay.withAnalyst(database, owner) { analyst in
                let ask = { try analyst.query(try QueryCatalog.named("4").select($0)) }
                let rows = try ask(["at": "2026-06-01 10:55", "minutes": "90"])
                // Lags of 1 to 20 s: ten are 10 s or less, nineteen 19 s or less.
                #expect(
                    rows.map { [$0["item"], $0["reason"], $0["row_count"], $0["p50_s"], $0["p95_s"], $0["longest_s"]] }
                        == [
                            ["实时", nil, "20", "10.0", "19.0", "20.0"], ["拒收", "checksum", "3", nil, nil, nil],
                            ["补传", nil, "1", "3600.0", "3600.0", "3600.0"],
                        ])
                // It was received at 10:51, of which nobody knew at ten; and is what came within the last ten minutes at 10:55.
                #expect(try ask(["at": "2026-06-01 10:00"]).map { $0["item"] } == ["实时", "拒收"])
                #expect(try ask(["at": "2026-06-01 10:55", "minutes": "10"]).map { $0["item"] } == ["补传"])
            }
        }
    }

    @Test("a terminal that has lost its position, and sends its last one, stays nowhere")
    func lostPosition() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            // It stands at the point from 06:30 to 06:35, and drives away without knowing where.
            try owner.execute(
                """
                SELECT telemetry.ensure_day('2026-06-01');
                INSERT INTO registry.collection_point (code, name, place)
                    VALUES ('P1', '一点', ST_SetSRID(ST_MakePoint(116, 40), 4326));
                INSERT INTO registry.vehicle (plate_no) VALUES ('京A1');
                INSERT INTO registry.terminal (number) VALUES ('13900000001');
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid)
                SELECT t.terminal_id, v.vehicle_id, '[2026-01-01,)' FROM registry.vehicle AS v, registry.terminal AS t;
                INSERT INTO telemetry.fix (terminal_id, recorded_at, received_at, alarm_bits, status_bits, body_hash, lon_e6, lat_e6,
                    altitude_m, speed_dkmh, course_deg, time_quality, is_backfill)
                SELECT t.terminal_id, f.at, f.at, 0, CASE WHEN n <= 30 THEN 3 ELSE 1 END, n, 116000000, 40000000, 0, 0, 0, 0, false
                FROM registry.terminal AS t, generate_series(0, 120) AS n,
                    LATERAL (SELECT timestamptz '2026-06-01 06:30+08' + n * interval '10 seconds' AS at) AS f
                """)
            try await AskedDay.withAnalyst(database, owner) { analyst in
                let stays = try analyst.query(
                    try QueryCatalog.named("18").select(["plate": "京A1", "day": "2026-06-01"]))
                #expect(
                    stays.map { [$0["point_code"], $0["stayed_to"], $0["stayed_s"]] }
                        == [["P1", "2026-06-01 06:35:00", "300"]])
            }
        }
    }

    @Test("withdrawn warnings: those that were found wrong in these days, with their first cause")
    func withdrawn() async throws {
        try await TestDatabase.withSchema { database in
            let owner = try database.session()
            defer { owner.close() }
            try owner.execute(
                """
                INSERT INTO registry.street (code, name) VALUES ('S1', '一街');
                INSERT INTO ops.warning (kind, subject, raised_at, service_date, street_id)
                SELECT 'late_collection', n::text, '2026-06-01 07:00+08', '2026-06-01', street_id
                FROM registry.street, generate_series(1, 3) AS n;
                INSERT INTO ops.warning_event (warning_id, at, written_at, seq, action, state, cause)
                SELECT warning_id, raised_at, raised_at, 1, 'raise', 'unconfirmed', 'terminal_offline' FROM ops.warning;
                INSERT INTO ops.warning_event (warning_id, at, written_at, seq, action, state)
                SELECT warning_id, '2026-06-02 01:00+08', CASE subject WHEN '1' THEN '2026-06-02 01:00+08' ELSE '2026-06-04 01:00+08' END::timestamptz,
                    2, 'withdraw', 'withdrawn'
                FROM ops.warning WHERE subject <> '3';
                """)
            try await AskedDay.withAnalyst(database, owner) { analyst in
                let rows = try analyst.query(
                    try QueryCatalog.named("6").select(["from": "2026-06-01", "to": "2026-06-02"]))
                #expect(
                    rows.map { [$0["street_name"], $0["first_cause"], $0["withdrawn_at"]] } == [
                        ["一街", "终端离线", "2026-06-02 01:00:00"]
                    ])
                let other = try analyst.query(
                    try QueryCatalog.named("6").select(["from": "2026-06-01", "to": "2026-06-02", "street": "S2"]))
                #expect(other.isEmpty)
            }
        }
    }
}
