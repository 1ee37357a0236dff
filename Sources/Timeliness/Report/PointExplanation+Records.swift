import Postgres

extension PointExplanation {
    /// A read and a lift of one bin are seconds apart.
    private static let sameBinSeconds = 180

    /// Lifts and reads here that completed nothing of this day, from its beginning, or that of its first window, to its end, or the last deadline.
    func uncounted(_ id: Int, _ day: String) throws -> [UncountedRecord] {
        let range = try session.query(
            """
            SELECT least(($2::date)::timestamptz, min(k.window_start))::text AS first,
                greatest(($2::date + 1)::timestamptz, max(k.deadline))::text AS last
            FROM ops.collection_task AS k WHERE k.service_date = $2::date AND k.collection_point_id = $1::bigint
            """, [.int(id), .text(day)])[0]
        let bounds: [PostgresValue] = [.int(id), .text(try range.text("first")), .text(try range.text("last"))]
        return try lightLifts(bounds) + reads(bounds) + unboundLifts(bounds, day)
    }

    /// Of bins that stand here. Parameters: point, from, to.
    private func lightLifts(_ bounds: [PostgresValue]) throws -> [UncountedRecord] {
        try session.query(
            """
            SELECT \(Self.columns("l")), y.name AS waste, b.waste_type, l.net_g / 1000.0 AS net_kg, \(Self.window("l")),
                l.time_quality <> 0 AS is_undated, l.net_g < coalesce(k.least_net_g, 0) AS is_touch, k.least_net_g,
                k.window_start IS NULL AS is_outside
            FROM telemetry.lift AS l
            \(Self.placed("l"))
            WHERE p.collection_point_id = $1::bigint AND l.recorded_at >= $2::timestamptz AND l.recorded_at < $3::timestamptz
                AND (l.recorded_at, l.terminal_id, l.boot_no, l.seq)
                IS DISTINCT FROM (k.collected_at, k.lift_terminal_id, k.lift_boot_no, k.lift_seq)
                AND (k.window_start IS NULL OR l.time_quality <> 0 OR l.weigh_mode <> 6 AND l.weigh_flags & 256 = 0
                    AND (l.net_g < k.least_net_g OR l.net_g < \(CollectionMatcher.shakenG)))
            """, bounds
        ).map { row in
            let reason: UncountedRecord.Reason =
                if try row.bool("is_undated") {
                    .undated
                } else if try row.bool("is_outside") {
                    .beforeTheFirstWindow
                } else if try row.bool("is_touch") { .touch(leastNetG: try row.text("least_net_g")) } else { .shaken }
            return try record(row, reason)
        }
    }

    /// Of tags of bins that stand here, by vehicles with a scale, where no lift of that tag came.
    private func reads(_ bounds: [PostgresValue]) throws -> [UncountedRecord] {
        try session.query(
            """
            SELECT \(Self.columns("r")), y.name AS waste, b.waste_type, NULL AS net_kg, \(Self.window("r"))
            FROM telemetry.tag_read AS r
            \(Self.placed("r"))
            WHERE p.collection_point_id = $1::bigint AND r.recorded_at >= $2::timestamptz AND r.recorded_at < $3::timestamptz
                AND r.time_quality = 0 AND coalesce(v.has_scale, true) AND NOT EXISTS (
                    SELECT FROM telemetry.lift AS l
                    WHERE l.tag_id = r.tag_id AND l.tag_tech = r.tag_tech
                        AND l.recorded_at BETWEEN r.recorded_at - interval '\(Self.sameBinSeconds) seconds'
                            AND r.recorded_at + interval '\(Self.sameBinSeconds) seconds'
                        AND l.recorded_at >= $2::timestamptz - interval '\(Self.sameBinSeconds) seconds'
                        AND l.recorded_at < $3::timestamptz + interval '\(Self.sameBinSeconds) seconds'
                )
            """, bounds
        ).map { try record($0, .weightless) }
    }

    /// By vehicles that stood here when nothing came, as the warnings have it: whose bins they were nobody knows.
    private func unboundLifts(_ bounds: [PostgresValue], _ day: String) throws -> [UncountedRecord] {
        try session.query(
            """
            SELECT \(Self.columns("l")), NULL AS waste, w.waste_type, l.net_g / 1000.0 AS net_kg, w.window_start::text AS window_start,
                coalesce(length(l.tag_id), 0) = 0 AS is_tagless
            FROM ops.warning AS w
            CROSS JOIN LATERAL (
                SELECT e.evidence -> 'near' AS near FROM ops.warning_event AS e
                WHERE e.warning_id = w.warning_id AND e.evidence ? 'near' ORDER BY e.seq DESC LIMIT 1
            ) AS e
            CROSS JOIN LATERAL jsonb_to_recordset(e.near) AS n (vehicle text, "from" timestamptz, "to" timestamptz)
            JOIN registry.vehicle AS v ON v.plate_no = n.vehicle
            JOIN registry.terminal_mount AS m ON m.vehicle_id = v.vehicle_id
            JOIN telemetry.lift AS l ON l.terminal_id = m.terminal_id AND m.valid @> l.recorded_at
                AND l.recorded_at BETWEEN n."from" AND n."to"
            WHERE w.kind = 'late_collection' AND w.collection_point_id = $1::bigint AND w.service_date = $4::date
                AND l.recorded_at >= $2::timestamptz AND l.recorded_at < $3::timestamptz AND l.time_quality = 0
                AND NOT EXISTS (
                    SELECT FROM registry.tag_binding AS t
                    JOIN registry.bin_placement AS p ON p.bin_id = t.bin_id AND p.valid @> l.recorded_at
                    WHERE t.tag_id = l.tag_id AND t.tag_tech = l.tag_tech AND t.valid @> l.recorded_at
                )
            """, bounds + [.text(day)]
        ).map { try record($0, $0.bool("is_tagless") ? .tagless : .unknownTag) }
    }

    private func record(_ row: PostgresRow, _ reason: UncountedRecord.Reason) throws -> UncountedRecord {
        UncountedRecord(
            at: try row.text("at"), waste: row["waste"], netKg: row["net_kg"].flatMap(Double.init), tag: row["tag"],
            plateNumber: row["plate_no"], reason: reason, wasteType: try row.intIfPresent("waste_type"),
            windowStart: row["window_start"])
    }

    private static func columns(_ record: String) -> String {
        """
        to_char(\(record).recorded_at, 'YYYY-MM-DD HH24:MI:SS') AS at, upper(encode(\(record).tag_id, 'hex')) AS tag, v.plate_no
        """
    }

    /// The window, or its grace, in which a record lies.
    private static func window(_ record: String) -> String {
        "CASE WHEN \(record).recorded_at < k.deadline THEN k.window_start::text END AS window_start"
    }

    /// The bin of a record and where it stood, the vehicle, and the task that began last before it.
    private static func placed(_ record: String) -> String {
        """
        JOIN registry.tag_binding AS t
            ON t.tag_id = \(record).tag_id AND t.tag_tech = \(record).tag_tech AND t.valid @> \(record).recorded_at
        JOIN registry.bin AS b ON b.bin_id = t.bin_id
        JOIN registry.bin_placement AS p ON p.bin_id = b.bin_id AND p.valid @> \(record).recorded_at
        JOIN registry.waste_type AS y ON y.waste_type = b.waste_type
        LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = \(record).terminal_id AND m.valid @> \(record).recorded_at
        LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
        LEFT JOIN LATERAL (
            SELECT k.window_start, k.deadline, k.least_net_g, k.collected_at, k.lift_terminal_id, k.lift_boot_no, k.lift_seq
            FROM ops.collection_task AS k
            WHERE k.collection_point_id = p.collection_point_id AND k.waste_type = b.waste_type
                AND k.window_start <= \(record).recorded_at AND k.window_start > \(record).recorded_at - interval '7 days'
            ORDER BY k.window_start DESC LIMIT 1
        ) AS k ON true
        """
    }
}
