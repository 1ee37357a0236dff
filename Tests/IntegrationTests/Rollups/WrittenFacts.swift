import Postgres
import Rollups
import Telemetry
import Testing

/// Telemetry and a registry of a handful of things, written as the gateway and the tools write them: rows with their marks in one
/// transaction.
struct WrittenFacts {
    static let firstDay = "2026-05-30"

    let session: PostgresSession

    /// In a database of its own, with the registry entered.
    static func with(_ body: (TestDatabase, WrittenFacts) async throws -> Void) async throws {
        try await TestDatabase.withSchema { database in
            let session = try database.session()
            defer { session.close() }
            let facts = WrittenFacts(session: session)
            try facts.enterRegistry()
            try await body(database, facts)
        }
    }

    /// Vehicles 1 and 2 with terminals 1 and 2, station 1 with terminal 3, plant 1 with terminal 4; points 1 and 2 in streets 1 and 2, with
    /// the bins and tags 1 and 2.
    func enterRegistry() throws {
        try session.execute(
            """
            INSERT INTO registry.street (code, name) VALUES ('s1', '一'), ('s2', '二');
            INSERT INTO registry.community (street_id, code, name) VALUES (1, 'c1', '一'), (2, 'c2', '二');
            INSERT INTO registry.responsible_unit (community_id, code, name, kind)
                VALUES (1, 'u1', '一', 'residential'), (2, 'u2', '二', 'non_resident');
            INSERT INTO registry.collection_point (code, name) VALUES ('p1', '一'), ('p2', '二');
            INSERT INTO registry.point_affiliation (collection_point_id, community_id, responsible_unit_id, valid)
                VALUES (1, 1, 1, '[2020-01-01 00:00+08,)'), (2, 2, 2, '[2020-01-01 00:00+08,)');
            INSERT INTO registry.bin (code, waste_type, volume_l) VALUES ('b1', 1, 240), ('b2', 2, 240);
            INSERT INTO registry.bin_placement (bin_id, collection_point_id, valid)
                VALUES (1, 1, '[2020-01-01 00:00+08,)'), (2, 2, '[2020-01-01 00:00+08,)');
            INSERT INTO registry.tag_binding (bin_id, tag_tech, tag_id, valid)
                VALUES (1, 3, '\\x00000001', '[2020-01-01 00:00+08,)'), (2, 3, '\\x00000002', '[2020-01-01 00:00+08,)');
            INSERT INTO registry.carrier (code, name) VALUES ('k1', '一'), ('k2', '二');
            INSERT INTO registry.vehicle (plate_no) VALUES ('京A10001'), ('京A10002');
            INSERT INTO registry.vehicle_assignment (vehicle_id, carrier_id, valid)
                VALUES (1, 1, '[2020-01-01 00:00+08,)'), (2, 2, '[2020-01-01 00:00+08,)');
            INSERT INTO registry.terminal (number) VALUES ('1'), ('2'), ('3'), ('4');
            INSERT INTO registry.station (street_id, code, name) VALUES (1, 'st1', '一');
            INSERT INTO registry.disposal_facility (code, name, kind) VALUES ('d1', '一', 'other');
            INSERT INTO registry.terminal_mount (terminal_id, vehicle_id, valid)
                VALUES (1, 1, '[2020-01-01 00:00+08,)'), (2, 2, '[2020-01-01 00:00+08,)');
            INSERT INTO registry.terminal_mount (terminal_id, station_id, valid) VALUES (3, 1, '[2020-01-01 00:00+08,)');
            INSERT INTO registry.terminal_mount (terminal_id, disposal_facility_id, valid) VALUES (4, 1, '[2020-01-01 00:00+08,)');
            """)
        for offset in -1...5 {
            try session.query(
                "SELECT telemetry.ensure_day($1::date + $2::integer)", [.text(Self.firstDay), .int(offset)])
        }
    }

    /// `2026-05-30 08:00:00+08` of day 0; later days follow.
    static func time(_ day: Int, _ clock: String) -> String {
        "(date '\(firstDay)' + \(day) + time '\(clock)') AT TIME ZONE 'Asia/Shanghai'"
    }

    func fix(
        _ terminal: Int, _ time: String, speedDkmh: Int = 300, lonE6: Int = 116_000_000, odometerHm: Int = 1_000,
        fuelDl: Int = 2_000, lagS: Int = 1
    ) throws {
        try write(
            """
            INSERT INTO telemetry.fix (terminal_id, recorded_at, received_at, alarm_bits, status_bits, odometer_hm, body_hash, lon_e6,
                lat_e6, altitude_m, speed_dkmh, course_deg, fuel_dl, time_quality, is_backfill)
            VALUES (\(terminal), \(time), \(time) + interval '\(lagS) s', 0, 3, \(odometerHm), 0, \(lonE6), 40000000, 40, \(speedDkmh), 0,
                \(fuelDl), 0, false) ON CONFLICT DO NOTHING
            """, marking: ["track"], at: time)
    }

    func lift(
        _ terminal: Int, _ time: String, seq: Int, netG: Int = 50_000, tag: Int? = 1, mode: Int = 1, flags: Int = 1,
        quality: Int = 0, wasteType: Int = 0, lagS: Int = 1
    ) throws {
        try write(
            """
            INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g, weigh_flags,
                weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id)
            VALUES (\(terminal), \(time), \(time) + interval '\(lagS) s', \(seq), 1, \(netG + 10_000), 10000, \(netG), \(flags), \(mode),
                \(wasteType), \(quality), 3, 0, \(tag.map { "int4send(\($0))" } ?? "NULL")) ON CONFLICT DO NOTHING
            """, marking: ["collection", "record", "trip"], at: time)
    }

    /// - Parameter direction: 1 in, 2 out.
    func weighing(
        _ terminal: Int, _ time: String, seq: Int, direction: Int, grossG: Int = 9_000_000, tareG: Int = 0,
        netG: Int = 0, tareSource: Int = 0, flags: Int = 1, ticket: String? = nil, plate: String? = nil,
        tag: Int? = nil,
        supersedes: Int? = nil
    ) throws {
        try write(
            """
            INSERT INTO telemetry.station_weighing (terminal_id, recorded_at, received_at, seq, supersedes, boot_no, gross_g, tare_g, net_g,
                weigh_flags, scale_no, direction, weigh_mode, tare_source, waste_type, identified_by, tag_tech, time_quality, ticket,
                plate_no, tag_id)
            VALUES (\(terminal), \(time), \(time) + interval '1 second', \(seq), \(supersedes.map(String.init) ?? "NULL"), 1, \(grossG),
                \(tareG), \(netG), \(flags), 1, \(direction), 5, \(tareSource), 2, 2, \(tag == nil ? 0 : 3), 0,
                \(ticket.map { "'\($0)'" } ?? "NULL"), \(plate.map { "'\($0)'" } ?? "NULL"),
                \(tag.map { "int4send(\($0))" } ?? "NULL")) ON CONFLICT DO NOTHING
            """, marking: ["record", "station", "trip"], at: time)
    }

    /// A collection that was due at a point from some time of a day on, for two hours.
    /// - Parameter collected: the time of the lift, for those that were collected.
    func task(
        point: Int, day: Int, _ clock: String, wasteType: Int = 1, outcome: String, collected: String? = nil
    ) throws {
        let cause = ["missed": "'no_visit'", "unconfirmed": "'terminal_offline'"][outcome] ?? "NULL"
        let lift = collected == nil ? "NULL" : "1"
        try write(
            """
            DELETE FROM ops.collection_task WHERE collection_point_id = \(point) AND waste_type = \(wasteType)
                AND window_start = \(Self.time(day, clock));
            INSERT INTO ops.collection_task (service_date, collection_point_id, waste_type, window_start, window_end, deadline,
                collection_rule_id, least_net_g, street_id, community_id, responsible_unit_id, outcome, cause, known_at, collected_at,
                lift_terminal_id, lift_seq, lift_boot_no, evidence_kind, rule_code, rule_specificity)
            SELECT telemetry.local_day(w.at), \(point), \(wasteType), w.at, w.at + interval '2 hours', w.at + interval '2 hours', 1, 1000,
                c.street_id, c.community_id, a.responsible_unit_id, '\(outcome)', \(cause),
                \(outcome == "pending" ? "NULL" : "w.at"), \(collected ?? "NULL"), \(lift), \(lift), \(lift),
                \(collected == nil ? "NULL" : "'lift'"), 'K', 0
            FROM (SELECT \(Self.time(day, clock)) AS at) AS w
            LEFT JOIN registry.point_affiliation AS a ON a.collection_point_id = \(point) AND a.valid @> w.at
            LEFT JOIN registry.community AS c USING (community_id)
            """, marking: ["clearance"], at: Self.time(day, clock))
    }

    private func write(_ statement: String, marking kinds: [String], at time: String) throws {
        let marks = kinds.map { "('\($0)', telemetry.local_day(\(time)))" }.joined(separator: ", ")
        try session.execute("\(statement); INSERT INTO stats.dirty_day (kind, service_date) VALUES \(marks)")
    }

    /// Refreshes what is stale; `day kind` of each that was made again, day 0 as 0.
    @discardableResult
    func refresh() throws -> Set<String> {
        var refreshed: Set<String> = []
        let first = try #require(LocalDay(Self.firstDay))
        let summary = try RollupPass(session, waits: true).run(
            .init(),
            report: { step in
                refreshed.insert("\(step.unit.day.daysSince1970 - first.daysSince1970) \(step.unit.kind.rawValue)")
            })
        #expect(summary.failures == [])
        return refreshed
    }

    static func unit(_ day: Int, _ kind: RollupKind) throws -> RollupRefresher.Unit {
        RollupRefresher.Unit(kind: kind, day: try #require(LocalDay(firstDay)).advanced(by: day))
    }

    /// All figures, in one line.
    func figures() throws -> String {
        let tables = [
            "collection_day", "bin_day", "unbound_tag_day", "clearance_day", "track_day", "record_day", "station_day",
            "trip", "open_load",
        ]
        return try tables.map {
            try line("SELECT string_agg(t::text, ' ' ORDER BY t::text) FROM stats.\($0) AS t")
        }.joined(separator: "\n")
    }

    /// Rows that are wrong in days that nothing marks.
    func wrongRows() throws -> [RollupVerifier.Difference] {
        let verifier = try RollupVerifier(session)
        return try verifier.refreshedUnits().flatMap { unit in
            let finding = try verifier.verify(unit)
            return finding.isWrong ? finding.differences : []
        }
    }

    /// The one row of a statement, its columns with blanks between; several rows with line feeds.
    func line(_ sql: String) throws -> String {
        try session.query(sql).map { row in row.columns.indices.map { row[$0] ?? "-" }.joined(separator: " ") }
            .joined(separator: "\n")
    }
}
