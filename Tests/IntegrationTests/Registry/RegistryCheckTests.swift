import Foundation
import Postgres
import Registry
import Testing

@Suite("RegistryCheck: the quality report", .enabled(if: TestDatabase.isEnabled))
struct RegistryCheckTests {
    /// Findings of one rule at 2026-07-01 12:00 local, as `subject: detail`.
    private func findings(_ rule: String, _ session: PostgresSession) throws -> [String] {
        var options = RegistryCheck.Options()
        options.at = "2026-07-01 12:00+08"
        options.rules = [rule]
        return try RegistryCheck(session, options: options).findings().map { "\($0.subject): \($0.detail)" }
    }

    @Test("points: without tag, place, community, or outside their community")
    func points() async throws {
        try await RegistryExamples.with { _, session in
            // From May on the only tag of P0001's bins is on a bin that stands at P0002 since June.
            #expect(try findings("point-without-tag", session) == ["P0001: 西关小区1号桶站: no bin with a tag"])
            #expect(try findings("point-outside-community", session) == [])
            _ = try RegistryImport.run(
                [
                    RegistryExamples.file(
                        "collection_point.csv", "code,name,lon,lat\nP0001,甲,116.25,40.225\nP0003,丙,,\n")
                ], session: session)
            // Half of the metres of 0.02 degrees of longitude at 40.225 north: 0.01 * 111,320 * cos(40.225) = 850.
            let outside = try findings("point-outside-community", session)
            #expect(outside.count == 1)
            let metres = outside[0].split(separator: " ").compactMap { Int($0) }.first ?? 0
            #expect((845...855).contains(metres), "\(outside)")
            #expect(try findings("point-without-place", session) == ["P0003: 丙: no coordinates", "S01: x"].dropLast())
            #expect(try findings("point-without-community", session) == ["P0003: 丙: belongs to no community"])
        }
    }

    @Test("terminals: silent, never seen, mounted nowhere")
    func terminals() async throws {
        try await RegistryExamples.with { _, session in
            try session.execute(
                """
                SELECT telemetry.ensure_day(date '2026-06-30'), telemetry.ensure_day(date '2026-07-01');
                INSERT INTO telemetry.message (terminal_id, received_at, serial, message_id, encryption, body)
                SELECT terminal_id, CASE number WHEN '13912345678' THEN '2026-07-01 11:00+08' ELSE '2026-06-30 09:30+08' END::timestamptz,
                    1, 2304, 0, ''
                FROM registry.terminal WHERE number <> '13912345680';
                INSERT INTO registry.terminal (number) VALUES ('99');
                """)
            #expect(
                try findings("terminal-silent", session) == [
                    "13912345679: 京AD12345: silent since 2026-06-30 09:30", "13912345680: 西关密闭式清洁站: never seen",
                ])
            #expect(try findings("terminal-unmounted", session) == ["99: mounted nowhere"])
        }
    }

    @Test("tags that were seen while bound to nothing, of the days asked for")
    func tags() async throws {
        try await RegistryExamples.with { _, session in
            let insert = { (time: String, tag: String, sequence: Int) in
                """
                INSERT INTO telemetry.tag_read (terminal_id, recorded_at, received_at, seq, boot_no, tag_tech, reader, antenna,
                    rssi_dbm, time_quality, tag_id)
                SELECT terminal_id, '\(time)', '\(time)', \(sequence), 1, 3, 1, 1, -60, 0, '\(tag)'
                FROM registry.terminal WHERE number = '13912345678';
                """
            }
            try session.execute(
                "SELECT telemetry.ensure_day(d::date) FROM generate_series(date '2026-06-20', '2026-07-01', '1 day') AS d;"
                    + insert("2026-06-30 08:00+08", "\\xAABBCCDD", 1) + insert("2026-07-01 08:05+08", "\\xAABBCCDD", 2)
                    // Bound; no tag; too long ago.
                    + insert("2026-07-01 08:06+08", "\\xE0040150A1B2C3D4", 3) + insert("2026-07-01 08:07+08", "\\x", 4)
                    + insert("2026-06-20 08:00+08", "\\xAABBCCDE", 5))
            #expect(
                try findings("tag-unknown", session) == [
                    "hf AABBCCDD: 2 times, last at 2026-07-01 08:05 by terminal 13912345678"
                ])
        }
    }

    @Test("vehicles without terminal or carrier, carriers without qualification")
    func vehicles() async throws {
        try await RegistryExamples.with { _, session in
            #expect(try findings("vehicle-without-terminal", session) == ["西关1号: cart: no terminal"])
            #expect(try findings("vehicle-with-two-terminals", session) == [])
            try session.execute(
                """
                INSERT INTO registry.terminal (number) VALUES ('100'), ('101');
                INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid)
                SELECT t.terminal_id, v.vehicle_id,
                    tstzrange('2026-06-01', CASE t.number WHEN '101' THEN timestamptz '2026-07-01 00:00+08' END)
                FROM registry.terminal AS t, registry.vehicle AS v WHERE t.number IN ('100', '101') AND v.plate_no = '京AG1234'
                """)
            #expect(
                try findings("vehicle-with-two-terminals", session) == ["京AG1234: terminals 13912345678, 100"])
            #expect(try findings("vehicle-without-carrier", session) == ["西关1号: cart: no carrier"])
            #expect(try findings("carrier-unqualified", session) == ["C02: 某清运有限公司: no qualification"])
            _ = try RegistryImport.run(
                [
                    RegistryExamples.file(
                        "carrier_qualification.csv",
                        "carrier,kind,waste_type,certificate_no,first_day,last_day\nC02,collection,,X,2025-07-01,2026-06-30\n"
                    )
                ], session: session)
            #expect(
                try findings("carrier-unqualified", session) == ["C02: 某清运有限公司: last qualification ended 2026-06-30"])
        }
    }

    @Test("scales whose verification has run out")
    func scales() async throws {
        try await RegistryExamples.with { _, session in
            try session.execute(
                """
                INSERT INTO registry.scale (terminal_id, code, name, dialect, registration, status, verified_until)
                SELECT terminal_id, 'W' || right(number, 1), '地磅', 'toledo', number,
                    CASE number WHEN '13912345679' THEN 'retired' ELSE 'active' END,
                    CASE number WHEN '13912345678' THEN date '2026-07-01' ELSE '2026-06-30' END
                FROM registry.terminal WHERE number < '13912345681'
                """)
            #expect(try findings("scale-overdue", session) == ["W0: 地磅: verified until 2026-06-30"])
        }
    }

    @Test("rules of one scope whose windows overlap, over midnight and over Sunday too")
    func ruleOverlap() async throws {
        try await RegistryExamples.with { _, session in
            try session.execute(
                """
                DELETE FROM ops.collection_rule;
                INSERT INTO ops.collection_rule (code, name, waste_type, windows, weekdays, holidays, valid) VALUES
                    ('NIGHT', '夜间', 1, '22:00-04:00', '17', 'same', '(,)'),
                    ('EARLY', '清晨', 1, '02:00-05:00', '12', 'same', '[2026-01-01,)'),
                    -- Touches NIGHT, and overlaps nothing.
                    ('DAWN', '黎明', 1, '05:00-07:00 09:00-11:00', '12', 'same', '(,)'),
                    -- Another waste type, another time, over by then, holidays alone.
                    ('OTHER', '其他', 2, '22:00-04:00', '1234567', 'same', '(,)'),
                    ('PAST', '以前', 1, '22:00-04:00', '1234567', 'same', '(,2026-07-01)'),
                    ('FEAST', '节日', 1, '02:00-05:00', '1234567', 'only', '(,)')
                """)
            #expect(
                try findings("rule-overlap", session) == [
                    "NIGHT: windows overlap those of rule EARLY: Mon 22:00-04:00 and Tue 02:00-05:00; "
                        + "Sun 22:00-04:00 and Mon 02:00-05:00"
                ])
            try session.execute("UPDATE ops.collection_rule SET weekdays = '4' WHERE code = 'EARLY'")
            #expect(try findings("rule-overlap", session) == [])
        }
    }

    @Test("bindings of what is out of service")
    func outOfService() async throws {
        try await RegistryExamples.with { _, session in
            #expect(try findings("bound-out-of-service", session) == [])
            _ = try RegistryImport.run(
                [
                    RegistryExamples.file(
                        "bin.csv", "code,waste_type,volume_l,last_day\nB00003,catering,120,2026-06-30\n"),
                    RegistryExamples.file("vehicle.csv", "plate_no,last_day\n京AG1234,2026-07-01\n"),
                ], session: session)
            #expect(
                try findings("bound-out-of-service", session) == [
                    "B00003: bin out of service, but at a collection point",
                    "B00003: bin out of service, but with a tag",
                ])
        }
    }

    @Test("the command reports as table and CSV, with exit status 1 when something was found and 0 when not")
    func command() async throws {
        try await RegistryExamples.with { database, _ in
            func check(_ arguments: String...) async throws -> FinishedCommand {
                try await FinishedCommand.run(
                    "qingyun", ["registry", "check"] + arguments, environment: ["QINGYUN_DATABASE_URL": database.url])
            }
            let csv = try await check("--format", "csv", "--rules", "vehicle-without-terminal")
            #expect(csv.status == 1)
            #expect(csv.output == "rule,subject,detail\nvehicle-without-terminal,西关1号,cart: no terminal\n")
            #expect(csv.errors == "")
            let clean = try await check("--rules", "terminal-unmounted", "bound-out-of-service")
            #expect(clean.status == 0)
            #expect(clean.output.hasSuffix("(0 rows)\n"))
            let all = try await check()
            #expect(all.status == 1)
            let unknown = try await check("--rules", "x")
            #expect(unknown.status == 64)
        }
    }
}
