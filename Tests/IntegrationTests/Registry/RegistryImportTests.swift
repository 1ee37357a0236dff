import Foundation
import Postgres
import Registry
import Testing

@Suite("RegistryImport: files become the registry", .enabled(if: TestDatabase.isEnabled))
struct RegistryImportTests {
    private func file(_ name: String, _ text: String) -> RegistryFile { RegistryExamples.file(name, text) }

    @Test("the examples go in, come out, and importing what was exported touches no row")
    func roundTrip() async throws {
        try await RegistryExamples.with { _, session in
            let before = try RegistryExamples.state(session)
            #expect(before.count == 8 + 53)
            var exported: [RegistryFile] = []
            try RegistryExport(session).files { name, bytes, _ in
                exported.append(RegistryFile(path: name, bytes: bytes))
            }
            #expect(exported.count == RegistryKind.all.count)
            for files in [exported, RegistryExamples.files, exported.reversed()] {
                let plan = try RegistryExamples.plan(RegistryImport.run(files, session: session))
                #expect(plan.isNothing)
                #expect(plan.changes.reduce(0) { $0 + $1.unchanged } == 61)
            }
            #expect(try RegistryExamples.state(session) == before)
        }
    }

    @Test("every value survives: odd times, areas, marks, quotes; from GB 18030 with CRLF as from UTF-8")
    func values() async throws {
        try await RegistryExamples.with { _, session in
            // Local 2026-06-01 05:00:00.5 is 21:00:00.5 UTC of the day before.
            let texts = [
                file(
                    "station.csv",
                    "\u{FEFF}code,name,street,lon,lat,area,note,first_day,last_day\r\n"
                        + "S02,\"北,\"\"站\"\"\",110114001,116.2000004,40.2,"
                        + "\"POLYGON ((116.1 40.1, 116.2 40.1, 116.2 40.2, 116.1 40.1))\",\\t,2026/1/1,2026-12-31\r\n"),
                file(
                    "terminal_mount.csv",
                    "terminal,station,valid_from,valid_to\n13912345680,S02,2026-06-01 05:00:00.5,\n"),
            ]
            let plan = try RegistryExamples.plan(RegistryImport.run(texts, session: session))
            #expect(plan.changes.map(\.added) == [1, 1])
            // The older mount of that terminal ends by itself.
            #expect(plan.changes[1].closed == 1)
            let station = try session.query(
                "SELECT name, ST_AsText(place, 7) AS place, ST_Area(area::geography) > 1e7 AS large, valid::text, note, address "
                    + "FROM registry.station WHERE code = 'S02'")[0]
            #expect(station["name"] == "北,\"站\"")
            #expect(station["place"] == "POINT(116.2 40.2)")
            #expect(station["valid"] == "[2026-01-01,2027-01-01)")
            #expect(station["note"] == "\\t")
            #expect(station["address"] == nil)
            #expect(try station.bool("large"))
            let mounts = try session.query(
                "SELECT valid = tstzrange('2026-05-31 21:00:00.5+00', NULL) AS exact FROM registry.terminal_mount WHERE station_id = "
                    + "(SELECT station_id FROM registry.station WHERE code = 'S02')")
            #expect(try mounts[0].bool("exact"))

            // 厨余站 in GB 18030.
            let gb = RegistryFile(
                path: "station.csv",
                bytes: Array("code,name,street\r\nS03,".utf8) + [0xB3, 0xF8, 0xD3, 0xE0, 0xD5, 0xBE]
                    + Array(",110114001\r\n".utf8))
            _ = try RegistryExamples.plan(RegistryImport.run([gb], session: session))
            #expect(try session.query("SELECT name FROM registry.station WHERE code = 'S03'")[0]["name"] == "厨余站")

            var exported: [RegistryFile] = []
            try RegistryExport(session).files(withMark: true) { name, bytes, _ in
                exported.append(RegistryFile(path: name, bytes: bytes))
            }
            #expect(try RegistryExamples.plan(RegistryImport.run(exported, session: session)).isNothing)
        }
    }

    @Test("a column that a file leaves out stays as it is; an empty field clears")
    func partial() async throws {
        try await RegistryExamples.with { _, session in
            func facts() throws -> PostgresRow {
                try session.query(
                    "SELECT plate_color, kind, load_kg FROM registry.vehicle WHERE plate_no = '京AD12345'")[0]
            }
            _ = try RegistryImport.run([file("vehicle.csv", "plate_no,kind\n京AD12345,hook_lift\n")], session: session)
            #expect(try facts()["load_kg"] == "7800")
            #expect(try facts()["plate_color"] == "5")
            #expect(try facts()["kind"] == "hook_lift")
            let plan = try RegistryExamples.plan(
                RegistryImport.run([file("vehicle.csv", "plate_no,load_kg,kind\n京AD12345,,\n")], session: session))
            #expect(plan.changes[0].details.map(\.text) == ["kind hook_lift -> collection; load_kg 7800 -> (empty)"])
            #expect(try facts()["load_kg"] == nil)
        }
    }

    @Test("a tag that moves keeps both bindings, and a lift means the bin of its own time")
    func move() async throws {
        try await RegistryExamples.with { _, session in
            let moved = file(
                "tag_binding.csv", "tag_tech,tag_id,bin,valid_from\nhf,E0040150A1B2C3D4,B00003,2026-07-01 06:00\n")
            let plan = try RegistryExamples.plan(RegistryImport.run([moved], session: session)).changes[0]
            #expect((plan.added, plan.changed, plan.closed) == (1, 0, 1))
            #expect(plan.details.map(\.action) == [.close, .add])
            let meaning = try session.query(
                """
                SELECT at::text, b.code AS bin, t.waste_type, p.code AS point, u.code AS unit, c.code AS community, s.code AS street
                FROM (VALUES ('2025-12-31 23:59+08'), ('2026-04-30 23:59+08'), ('2026-05-01 00:00+08'), ('2026-06-01 05:00+08'),
                    ('2026-07-01 05:59+08'), ('2026-07-01 06:00+08')) AS v (at)
                LEFT JOIN LATERAL registry.tag_at(3::smallint, '\\xE0040150A1B2C3D4', at::timestamptz) AS t ON true
                LEFT JOIN registry.bin AS b ON b.bin_id = t.bin_id
                LEFT JOIN registry.collection_point AS p ON p.collection_point_id = t.collection_point_id
                LEFT JOIN registry.responsible_unit AS u ON u.responsible_unit_id = t.responsible_unit_id
                LEFT JOIN registry.community AS c ON c.community_id = t.community_id
                LEFT JOIN registry.street AS s ON s.street_id = t.street_id
                ORDER BY at
                """)
            #expect(meaning.map { $0["bin"] } == [nil, "B00001", "B00002", "B00002", "B00002", "B00003"])
            #expect(meaning.map { $0["waste_type"] } == [nil, "1", "2", "2", "2", "5"])
            // The bin moved too, on the first of June at five.
            #expect(meaning.map { $0["point"] } == [nil, "P0001", "P0001", "P0002", "P0002", "P0002"])
            #expect(meaning.map { $0["unit"] } == [nil, "U0001", "U0001", "U0002", "U0002", "U0002"])
            #expect(meaning[1]["community"] == "110114001001")
            #expect(meaning[1]["street"] == "110114001")
            // A unit's card means the unit, and by it community and street.
            let card = try session.query(
                "SELECT (registry.tag_at(3::smallint, '\\xE0040150A1B2C3F0', '2026-02-01')).*")[0]
            #expect(card["bin_id"] == nil)
            #expect(card["responsible_unit_id"] != nil)
            #expect(card["street_id"] != nil)
            // The same file again changes nothing.
            #expect(try RegistryExamples.plan(RegistryImport.run([moved], session: session)).isNothing)
        }
    }

    @Test("a terminal is traced to its vehicle and carrier, or to its station and street, of that time")
    func terminals() async throws {
        try await RegistryExamples.with { _, session in
            let rows = try session.query(
                """
                SELECT t.number, v.plate_no, c.code AS carrier, s.code AS station, a.street_id IS NOT NULL AS has_street
                FROM registry.terminal AS t
                LEFT JOIN LATERAL registry.terminal_at(t.terminal_id, '2026-02-01') AS a ON true
                LEFT JOIN registry.vehicle AS v ON v.vehicle_id = a.vehicle_id
                LEFT JOIN registry.carrier AS c ON c.carrier_id = a.carrier_id
                LEFT JOIN registry.station AS s ON s.station_id = a.station_id
                WHERE t.number < '13912345681'
                ORDER BY t.number
                """)
            #expect(rows.map { $0["plate_no"] } == ["京AG1234", "京AD12345", nil])
            #expect(rows.map { $0["carrier"] } == ["C01", "C02", nil])
            #expect(rows.map { $0["station"] } == [nil, nil, "S01"])
            #expect(rows.map { $0["has_street"] } == ["f", "f", "t"])
        }
    }

    @Test("a binding is corrected, ended, and taken out by its beginning")
    func correction() async throws {
        try await RegistryExamples.with { _, session in
            let header = "vehicle,carrier,valid_from,valid_to\n"
            func change(_ row: String) throws -> ImportPlan.Changes {
                try RegistryExamples.plan(
                    RegistryImport.run([file("vehicle_assignment.csv", header + row)], session: session)
                ).changes[0]
            }
            let corrected = try change("京AG1234,C02,2026-01-01,\n")
            #expect((corrected.changed, corrected.closed) == (1, 0))
            let ended = try change("京AG1234,C02,2026-01-01,2026-03-01\n")
            #expect((ended.changed, ended.closed) == (0, 1))
            let removed = try change("京AG1234,C02,2026-01-01,2026-01-01\n")
            #expect((removed.removed, removed.changed, removed.closed) == (1, 0, 0))
            let again = try change("京AG1234,C02,2026-01-01,2026-01-01\n")
            #expect(again.isNothing)
            #expect(try session.query("SELECT 1 FROM registry.vehicle_assignment").count == 1)
        }
    }

    @Test("what occurs once may change hands in one import: exchanged between two rows, or given up to a new one")
    func exchanged() async throws {
        try await RegistryExamples.with { _, session in
            func vins() throws -> [String] {
                try session.query(
                    "SELECT plate_no || ' ' || coalesce(vin, '-') AS line FROM registry.vehicle ORDER BY plate_no"
                )
                .map { $0["line"] ?? "" }
            }
            let header = "plate_no,plate_color,vin\n"
            let (one, other) = ("LSVAA49J132047371", "LSVAA49J132047372")
            for rows in ["京AG1234,,\(one)\n京AD12345,,\(other)\n", "京AG1234,,\(other)\n京AD12345,,\(one)\n"] {
                _ = try RegistryExamples.plan(
                    RegistryImport.run([file("vehicle.csv", header + rows)], session: session))
            }
            #expect(try vins().filter { !$0.hasSuffix("-") } == ["京AD12345 \(one)", "京AG1234 \(other)"])
            _ = try RegistryExamples.plan(
                RegistryImport.run(
                    [file("vehicle.csv", header + "京AG5678,,\(other)\n京AG1234,,\n")], session: session))
            #expect(try vins().filter { !$0.hasSuffix("-") } == ["京AD12345 \(one)", "京AG5678 \(other)"])
            _ = try RegistryExamples.plan(
                RegistryImport.run(
                    [file("waste_type.csv", "number,code,name\n1,residual,其他垃圾\n2,kitchen,厨余垃圾\n")], session: session))
            // In one import as ever: what two rows claim is refused.
            let claimed = try RegistryImport.run(
                [file("vehicle.csv", header + "京AG5679,,\(other)\n")], session: session)
            #expect(
                RegistryExamples.faults(claimed) == ["vehicle.csv:2 vin '\(other)' another vehicle has it: 京AG5678"])
        }
    }

    @Test("a dry run says the same and changes nothing")
    func dryRun() async throws {
        try await RegistryExamples.with { _, session in
            let files = [
                file("bin.csv", "code,waste_type,volume_l\nB00001,kitchen,240\nB00009,residual,240\n"),
                file("bin_placement.csv", "bin,point,valid_from\nB00001,P0002,2026-08-01\nB00009,P0001,2026-08-01\n"),
            ]
            let before = try RegistryExamples.state(session)
            var options = RegistryImport.Options()
            options.isDryRun = true
            let dry = try RegistryExamples.plan(RegistryImport.run(files, options: options, session: session))
            #expect(try RegistryExamples.state(session) == before)
            let real = try RegistryExamples.plan(RegistryImport.run(files, session: session))
            #expect(real == dry)
            #expect(real.changes.map { [$0.added, $0.changed, $0.closed] } == [[1, 1, 0], [2, 0, 1]])
            #expect(try RegistryExamples.state(session) != before)
        }
    }

    @Test("gateways hear of changed terminals and mounts, and of nothing else")
    func notification() async throws {
        try await RegistryExamples.with { database, session in
            let listener = try database.session()
            defer { listener.close() }
            try listener.execute("LISTEN \(TerminalRegistry.changeChannel)")
            _ = try RegistryImport.run(RegistryExamples.files, session: session)
            _ = try RegistryImport.run([file("holiday.csv", "day,name\n2027-01-01,元旦\n")], session: session)
            #expect(try listener.waitForNotifications(timeoutMilliseconds: 0).isEmpty)
            _ = try RegistryImport.run([file("terminal.csv", "number,status\n13912345678,retired\n")], session: session)
            #expect(try listener.waitForNotifications(timeoutMilliseconds: 10_000).count == 1)
        }
    }
}
