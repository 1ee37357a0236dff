import Postgres

/// A day that is not judged again: what it was judged by was dropped, and all that was found would be forgotten.
package struct DroppedTelemetry: Error, Equatable, CustomStringConvertible {
    /// Local day.
    package let day: String

    package init(day: String) { self.day = day }

    package var description: String {
        "\(day) cannot be judged again: its telemetry was dropped; what was judged stays as it is"
    }

    /// Refuses local days that are closed, or whose partitions are gone although something was found in them: days that were dropped
    /// before there were statistics are not closed.
    /// - Parameters:
    ///   - found: SQL, whether something was found in the telemetry of the day `d.day`.
    ///   - tables: those of `telemetry` that it was found in.
    ///   - lost: SQL, whether nothing of what was found is stored any more: a late row makes the partitions of a day that was dropped again.
    static func refuse(
        from first: String, through last: String, found: String, in tables: [String], lost: String = "false",
        on session: PostgresSession
    ) throws {
        // Until this is committed no day is closed, nor are its partitions dropped.
        try session.execute("LOCK TABLE stats.closed_day IN SHARE MODE")
        let names = tables.map { "'\($0)'" }.joined(separator: ", ")
        let dropped = try session.query(
            """
            SELECT d.day::date::text AS day
            FROM generate_series($1::timestamp, $2::timestamp, interval '1 day') AS d (day)
            WHERE EXISTS (SELECT FROM stats.closed_day AS c WHERE c.service_date = d.day::date)
                OR (SELECT count(DISTINCT p.table_name) FROM telemetry.day_partition AS p
                    WHERE p.day = d.day::date AND p.table_name IN (\(names))) < \(tables.count)
                    AND (\(found))
                OR (\(lost))
            ORDER BY d.day LIMIT 1
            """, [.text(first), .text(last)])
        if let row = dropped.first { throw DroppedTelemetry(day: try row.text("day")) }
    }

    /// Of all records that completed tasks of the day `d.day` none is stored any more. OFFSET keeps each a probe of the key, of which the first
    /// is enough as a rule.
    static let recordsAreLost: String = {
        let kept = [("lift", "<>"), ("tag_read", "=")].map { table, sign in
            """
            NOT EXISTS (
                SELECT FROM ops.collection_task AS k
                CROSS JOIN LATERAL (
                    SELECT FROM telemetry.\(table) AS r
                    WHERE r.terminal_id = k.lift_terminal_id AND r.recorded_at = k.collected_at AND r.boot_no = k.lift_boot_no
                        AND r.seq = k.lift_seq
                    OFFSET 0
                ) AS r
                WHERE k.service_date = d.day::date AND k.collected_at IS NOT NULL AND k.evidence_kind \(sign) 'tag_read')
            """
        }
        let found = """
            EXISTS (SELECT FROM ops.collection_task AS k WHERE k.service_date = d.day::date AND k.collected_at IS NOT NULL)
            """
        return ([found] + kept).joined(separator: " AND ")
    }()
}
