import Postgres
import Testing

/// What the simulator does not make: it is written into the tables of a day, and becomes stale as the gateway and the tools would have it.
extension SimulatedDay {
    static let nextDay = "2025-03-04"

    func addWhatIsNotSimulated() throws {
        try database.execute("SELECT telemetry.ensure_day('\(Self.nextDay)')")
        try addLifts()
        try addOtherRecords()
        try changeFixes()
        try refuel()
        try changeWeighings()
        try changeTasks()
        try moveThings()
        try database.execute(
            """
            INSERT INTO stats.dirty_day (kind, service_date)
            SELECT k.kind, d.day FROM stats.kind AS k CROSS JOIN (VALUES (date '\(Self.date)'), (date '\(Self.nextDay)')) AS d (day)
            """)
    }

    /// Terminals with lifts, as `ranked`: those with most first.
    private static let ranked = """
        WITH ranked AS (
            SELECT l.terminal_id, row_number() OVER (ORDER BY count(*) DESC, l.terminal_id) AS n
            FROM telemetry.lift AS l WHERE l.seq < 100000 GROUP BY l.terminal_id
        )
        """

    // MARK: Records

    /// Beside every third lift one of another sort: estimated, judged as contaminated or not at all, negative, of a broken sensor, under
    /// range, without a type of waste or a tag, with an unknown tag; some of them late.
    private func addLifts() throws {
        try database.execute(
            """
            INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, lon_e6, lat_e6, gross_g, tare_g, net_g,
                weigh_flags, weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id)
            SELECT terminal_id, recorded_at + interval '20 s',
                recorded_at + CASE WHEN n % 5 = 0 THEN interval '30 minutes' ELSE interval '22 s' END, seq + 500000, boot_no,
                lon_e6 + 10, lat_e6 + 10,
                CASE sort WHEN 0 THEN 0 WHEN 6 THEN 0 WHEN 7 THEN 0 ELSE 52500 END,
                CASE sort WHEN 0 THEN 0 WHEN 6 THEN 0 WHEN 7 THEN 0 ELSE 12500 END,
                CASE sort WHEN 0 THEN 30000 WHEN 2 THEN -500 WHEN 6 THEN 15000 WHEN 7 THEN 8000 ELSE 40000 END,
                CASE sort WHEN 2 THEN 9 WHEN 3 THEN 256 WHEN 4 THEN 16 WHEN 8 THEN 260 ELSE 1 END,
                CASE WHEN sort IN (0, 6, 7) THEN 6 ELSE 1 END,
                CASE sort WHEN 5 THEN 0 ELSE waste_type END,
                CASE sort WHEN 0 THEN 2 WHEN 1 THEN 2 WHEN 5 THEN 0 ELSE 1 END,
                tag_tech, 0, CASE WHEN sort = 6 THEN NULL WHEN sort IN (7, 8) THEN '\\xeeeeeeee' ELSE tag_id END
            FROM (
                SELECT r.*, r.n / 3 % 9 AS sort
                FROM (
                    SELECT q.*, row_number() OVER (ORDER BY q.terminal_id, q.recorded_at, q.seq) AS n
                    FROM telemetry.lift AS q WHERE q.tag_id IS NOT NULL
                ) AS r
                WHERE r.n % 3 = 0
            ) AS l;
            -- The bin of the first lift four times more within ten minutes, once with nothing in it.
            INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g,
                weigh_flags, weigh_mode, waste_type, quality, tag_tech, time_quality, tag_id)
            SELECT terminal_id, recorded_at + make_interval(mins => 2 * n), recorded_at + make_interval(mins => 2 * n), 510000 + n, boot_no,
                12500 + 500 * (n - 1), 12500, 500 * (n - 1), 1, 1, waste_type, 1, tag_tech, 0, tag_id
            FROM (SELECT * FROM telemetry.lift WHERE tag_id IN (SELECT tag_id FROM registry.tag_binding) ORDER BY recorded_at LIMIT 1) AS l
            CROSS JOIN generate_series(1, 4) AS n;
            -- After the last trip of the day, for the first one of the next.
            \(Self.ranked)
            INSERT INTO telemetry.lift (terminal_id, recorded_at, received_at, seq, boot_no, gross_g, tare_g, net_g,
                weigh_flags, weigh_mode, waste_type, quality, tag_tech, time_quality)
            SELECT terminal_id, timestamptz '\(Self.date) 23:50+08' + make_interval(mins => n), timestamptz '\(Self.date) 23:59+08', 520000 + n,
                60005, 70000, 20000, 50000, 1, CASE n WHEN 2 THEN 6 ELSE 1 END, 2, 1, 0, 0
            FROM (SELECT terminal_id FROM ranked WHERE ranked.n <= 2) AS r CROSS JOIN generate_series(1, 3) AS n
            """)
    }

    /// Load samples with numbers missing, of another start; and a read without a time of its own.
    private func addOtherRecords() throws {
        try database.execute(
            """
            \(Self.ranked)
            INSERT INTO telemetry.load_sample (terminal_id, recorded_at, received_at, seq, boot_no, weight_g, weigh_flags, channel, time_quality)
            SELECT terminal_id, timestamptz '\(Self.date) 10:00+08' + make_interval(mins => k::integer),
                timestamptz '\(Self.date) 10:00:03+08' + make_interval(mins => k::integer), k, 60004, 1000000, 1, 1, 0
            FROM ranked CROSS JOIN unnest(ARRAY[1, 2, 3, 7, 8, 12]) AS k WHERE n <= 3;
            \(Self.ranked)
            INSERT INTO telemetry.tag_read (terminal_id, recorded_at, received_at, seq, boot_no, tag_tech, reader, antenna, rssi_dbm,
                time_quality, tag_id)
            SELECT terminal_id, '\(Self.date) 11:00+08', '\(Self.date) 11:00+08', k, 60004, 3, 1, 1, -60, 1, '\\x01'
            FROM ranked CROSS JOIN unnest(ARRAY[9000, 9001]) AS k WHERE n <= 2
            """)
    }

    // MARK: Fixes

    /// Positions that are not valid, jumps, no gauge, gauges that tell nothing, an odometer that is wrong for a while, forty minutes
    /// without a fix, and fixes that come an hour late.
    private func changeFixes() throws {
        let update = { (change: String, place: Int, condition: String) in
            """
            \(Self.ranked)
            UPDATE telemetry.fix AS f SET \(change) FROM ranked
            WHERE ranked.terminal_id = f.terminal_id AND ranked.n = \(place) AND f.time_quality = 0 AND \(condition)
            """
        }
        let minute = "extract(minute FROM f.recorded_at)"
        let hour = "extract(hour FROM f.recorded_at AT TIME ZONE 'Asia/Shanghai')"
        try database.execute(
            [
                update("status_bits = status_bits & ~2::bigint", 1, "\(minute) = 7"),
                update(
                    "received_at = recorded_at + interval '1 hour'", 1,
                    "NOT is_backfill AND \(minute) BETWEEN 20 AND 29"),
                update("lon_e6 = lon_e6 + 300000", 2, "\(minute) = 30"),
                update("fuel_dl = NULL", 3, "true"),
                update("fuel_dl = CASE \(minute) WHEN 5 THEN 0 ELSE 65535 END", 1, "\(minute) IN (5, 15)"),
                update("odometer_hm = odometer_hm + 5000", 2, "\(minute) BETWEEN 40 AND 49"),
                """
                \(Self.ranked)
                DELETE FROM telemetry.fix AS f USING ranked
                WHERE ranked.terminal_id = f.terminal_id AND ranked.n = 2 AND (\(hour) = 5 AND \(minute) < 40 OR \(hour) = 10)
                """,
            ].joined(separator: ";\n"))
    }

    /// A vehicle gets 40 l while it stands, for twenty minutes at least.
    private func refuel() throws {
        let facts = try ReceivedFacts(storedIn: database)
        let terminal = try database.count("\(Self.ranked) SELECT terminal_id FROM ranked WHERE n = 4")
        let fixes = facts.fixes.filter { $0.terminal == terminal && $0.isSound }
        let slices = Dictionary(grouping: fixes) { $0.at / (600 * ReceivedFacts.second) }
        let levels = { (slice: Int) in Set((slices[slice] ?? []).compactMap(\.fuelDl)) }
        let stood = try #require(slices.keys.sorted().last { levels($0).count == 1 && levels($0) == levels($0 - 1) })
        try database.execute(
            """
            UPDATE telemetry.fix SET fuel_dl = fuel_dl + 400
            WHERE terminal_id = \(terminal) AND time_quality = 0 AND recorded_at >= to_timestamp(\(stood * 600))
            """)
    }

    // MARK: Weighings

    private static let weighingColumns = """
        terminal_id, recorded_at, received_at, seq, boot_no, supersedes, gross_g, tare_g, net_g, weigh_flags, scale_no, direction,
        weigh_mode, tare_source, waste_type, identified_by, tag_tech, time_quality, ticket, plate_no, tag_id
        """

    /// Corrections on the same day and the next, one of a correction; one that withdraws; weights that do not count; tickets of which a half
    /// is missing; a load that is weighed in and out; another scale; a vehicle that is told by its tag; and a first trip of the next day.
    private func changeWeighings() throws {
        let tickets = { (what: String) in lines("weighing").filter { $0.what == what }.compactMap(\.ticket) }
        let (tipped, carts, gates, boxes) = (tickets("tipped"), tickets("cart"), tickets("gate_in"), tickets("box"))
        try #require(tipped.count > 1 && carts.count > 3 && gates.count > 4 && !boxes.isEmpty)
        func correction(_ seq: Int, _ at: String, _ weights: String, of condition: String) -> String {
            """
            INSERT INTO telemetry.station_weighing (\(Self.weighingColumns))
            SELECT terminal_id, \(at), \(at), \(seq), boot_no, seq, \(weights), weigh_flags, scale_no, direction, weigh_mode, tare_source, 0,
                identified_by, 0, 0, NULL, NULL, NULL
            FROM telemetry.station_weighing WHERE \(condition)
            """
        }
        let noWeight = "0, 0, 0"
        let less = { (grams: Int) in "gross_g - \(grams), tare_g, net_g - \(grams)" }
        let next = "timestamptz '\(Self.nextDay) 09:00+08'"
        let gate =
            "SELECT terminal_id, boot_no FROM telemetry.station_weighing WHERE ticket = '\(gates[0])' AND direction = 1"
        func entry(
            _ seq: Int, _ at: String, direction: Int, net: Int, tareSource: Int, ticket: String, plate: String,
            tag: String = "NULL"
        )
            -> String
        {
            """
            INSERT INTO telemetry.station_weighing (\(Self.weighingColumns))
            SELECT w.terminal_id, timestamptz '\(at)+08', timestamptz '\(at)+08', \(seq), w.boot_no, NULL, \(net + 9_000_000), 9000000, \(net), 1, 2,
                \(direction), 5, \(tareSource), 2, 2, \(tag == "NULL" ? 0 : 3), 0, '\(ticket)', \(plate), \(tag)
            FROM (\(gate)) AS w
            """
        }
        let (one, other) = (try plate(rank: 1), try plate(rank: 2))
        try database.execute(
            [
                correction(100_001, next, less(100_000), of: "ticket = '\(tipped[0])'"),
                correction(100_002, "\(next) + interval '1 hour'", less(50_000), of: "seq = 100001"),
                correction(100_003, "recorded_at + interval '5 minutes'", less(20_000), of: "ticket = '\(tipped[1])'"),
                correction(100_004, "recorded_at + interval '5 minutes'", noWeight, of: "ticket = '\(carts[0])'"),
                "UPDATE telemetry.station_weighing SET weigh_flags = 256 WHERE ticket = '\(gates[1])' AND direction = 2",
                "UPDATE telemetry.station_weighing SET weigh_flags = 5 WHERE ticket = '\(gates[2])' AND direction = 1",
                "DELETE FROM telemetry.station_weighing WHERE ticket = '\(gates[3])' AND direction = 2",
                "UPDATE telemetry.station_weighing SET weigh_flags = 16 WHERE ticket = '\(boxes[0])' AND direction = 2",
                "UPDATE telemetry.station_weighing SET net_g = -500 WHERE ticket = '\(carts[1])'",
                "UPDATE telemetry.station_weighing SET ticket = NULL WHERE ticket = '\(carts[2])'",
                "UPDATE telemetry.station_weighing SET weigh_flags = 33 WHERE ticket = '\(carts[3])'",
                entry(
                    100_010, "\(Self.date) 15:00", direction: 1, net: 3_000_000, tareSource: 2, ticket: "X1",
                    plate: "'\(one)'"),
                entry(
                    100_011, "\(Self.date) 15:10", direction: 2, net: 2_990_000, tareSource: 1, ticket: "X1",
                    plate: "'\(one)'"),
                "INSERT INTO registry.tag_binding (vehicle_id, tag_tech, tag_id, valid) "
                    + "SELECT vehicle_id, 3, '\\xcccccccc', '[2020-01-01 00:00+08,)' FROM registry.vehicle WHERE plate_no = '\(other)'",
                entry(
                    100_012, "\(Self.date) 16:00", direction: 1, net: 1_000_000, tareSource: 2, ticket: "X2",
                    plate: "NULL",
                    tag: "'\\xcccccccc'"),
                entry(
                    100_013, "\(Self.nextDay) 07:00", direction: 1, net: 400_000, tareSource: 2, ticket: "X3",
                    plate: "'\(one)'"),
                // In before midnight, out after it.
                entry(
                    100_014, "\(Self.date) 23:58", direction: 1, net: 0, tareSource: 0, ticket: "X4",
                    plate: "'\(other)'"),
                entry(
                    100_015, "\(Self.nextDay) 00:06", direction: 2, net: 700_000, tareSource: 1, ticket: "X4",
                    plate: "'\(other)'"),
            ].joined(separator: ";\n"))
    }

    private func plate(rank: Int) throws -> String {
        try #require(
            try database.query(
                """
                \(Self.ranked)
                SELECT v.plate_no FROM ranked JOIN registry.terminal_mount USING (terminal_id) JOIN registry.vehicle AS v USING (vehicle_id)
                WHERE n = \(rank)
                """
            ).first?["plate_no"])
    }

    // MARK: Tasks and the registry

    /// Excused, not due yet, collected after the day was over, and of nobody.
    private func changeTasks() throws {
        try database.execute(
            """
            UPDATE ops.collection_task AS t SET
                outcome = CASE
                    WHEN r.n % 4 = 0 THEN 'excused' WHEN r.n % 4 = 1 THEN 'pending' WHEN t.outcome = 'missed' THEN 'unconfirmed' ELSE t.outcome
                END,
                cause = CASE WHEN r.n % 4 < 2 THEN NULL WHEN t.outcome = 'missed' THEN 'terminal_offline' ELSE t.cause END,
                known_at = CASE WHEN r.n % 4 = 1 THEN NULL ELSE t.known_at END,
                collected_at = CASE WHEN r.n % 4 < 2 THEN NULL WHEN t.collected_at IS NOT NULL THEN timestamptz '\(Self.nextDay) 00:10+08' END,
                lift_terminal_id = CASE WHEN r.n % 4 < 2 THEN NULL ELSE t.lift_terminal_id END,
                lift_seq = CASE WHEN r.n % 4 < 2 THEN NULL ELSE t.lift_seq END,
                lift_boot_no = CASE WHEN r.n % 4 < 2 THEN NULL ELSE t.lift_boot_no END,
                evidence_kind = CASE WHEN r.n % 4 < 2 THEN NULL ELSE t.evidence_kind END,
                responsible_unit_id = CASE WHEN r.n % 4 = 3 THEN NULL ELSE t.responsible_unit_id END
            FROM (
                SELECT k.*, row_number() OVER (ORDER BY collection_point_id, waste_type, window_start) AS n FROM ops.collection_task AS k
            ) AS r
            WHERE r.n % 7 < 3 AND (t.service_date, t.collection_point_id, t.waste_type, t.window_start)
                = (r.service_date, r.collection_point_id, r.waste_type, r.window_start)
            """)
    }

    /// At noon two vehicles change terminals; a vehicle goes to another carrier, a point to another community and to no unit, a bin to another
    /// point, and a tag from its bin to a unit.
    private func moveThings() throws {
        func move(_ table: String, _ at: String, _ columns: String, _ values: String, where condition: String) -> String
        {
            """
            CREATE TEMPORARY TABLE moved AS SELECT * FROM registry.\(table) WHERE \(condition);
            UPDATE registry.\(table) AS t SET valid = tstzrange(lower(t.valid), '\(Self.date) \(at)+08') FROM moved WHERE moved = t;
            INSERT INTO registry.\(table) (\(columns), valid)
            SELECT \(values), tstzrange('\(Self.date) \(at)+08', NULL) FROM moved;
            DROP TABLE moved
            """
        }
        let first = { (rank: Int) in "(\(Self.ranked) SELECT terminal_id FROM ranked WHERE n = \(rank))" }
        try database.execute(
            [
                move(
                    "terminal_mount", "12:00", "terminal_id, vehicle_id",
                    "CASE terminal_id WHEN \(first(1)) THEN \(first(2)) ELSE \(first(1)) END, vehicle_id",
                    where: "terminal_id IN (\(first(1)), \(first(2)))"),
                move(
                    "vehicle_assignment", "13:00", "vehicle_id, carrier_id",
                    "vehicle_id, (SELECT min(carrier_id) FROM registry.carrier WHERE carrier_id <> moved.carrier_id)",
                    where:
                        "vehicle_id = (SELECT min(vehicle_id) FROM registry.terminal_mount WHERE terminal_id = \(first(3)))"
                ),
                move(
                    "point_affiliation", "10:00", "collection_point_id, community_id",
                    "collection_point_id, (SELECT min(community_id) FROM registry.community WHERE community_id <> moved.community_id)",
                    where: "collection_point_id = (SELECT min(collection_point_id) FROM registry.collection_point)"),
                move(
                    "bin_placement", "11:00", "bin_id, collection_point_id",
                    "bin_id, (SELECT max(collection_point_id) FROM registry.collection_point)",
                    where: "bin_id = (SELECT min(bin_id) FROM registry.bin_placement)"),
                move(
                    "tag_binding", "06:00", "tag_tech, tag_id, responsible_unit_id",
                    "tag_tech, tag_id, (SELECT max(responsible_unit_id) FROM registry.responsible_unit)",
                    where: "tag_id = (SELECT tag_id FROM telemetry.lift JOIN registry.tag_binding USING (tag_id) "
                        + "GROUP BY tag_id ORDER BY max(recorded_at) DESC LIMIT 1)"),
            ].joined(separator: ";\n"))
    }
}
