package import Postgres

/// What of a day must still be handed over, for whoever is about to drop its telemetry.
package struct HandoverBacklog {
    private let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Looks at the sets that are in use; of those that began at some day, at the days from then on.
    /// - Parameter day: local, `YYYY-MM-DD`
    /// - Returns: one reason for each set that needs the day's rows.
    package func obstacles(to day: String) throws -> [String] {
        try HandoverSet.all.compactMap { set in try obstacle(set, day).map { "\(set.name): \($0)" } }
    }

    private func obstacle(_ set: HandoverSet, _ day: String) throws -> String? {
        let unwritten = try session.query(
            """
            SELECT f.file_name FROM ops.export_window AS w JOIN ops.export_file AS f USING (export_set, file_no)
            WHERE w.export_set = $1 AND w.day = $2 AND f.written_at IS NULL
            """, [.text(set.name), .text(day)]
        ).first
        if let unwritten { return "\(try unwritten.text("file_name")) is not written" }
        // A day without rows has nothing to be kept for; one before all others was left out by --since.
        let new = try session.query(
            """
            SELECT FROM telemetry.\(set.table) AS r
            CROSS JOIN (
                SELECT min(c.day) AS first_day, coalesce(max(c.stored_before) FILTER (WHERE c.day = $2), '0') AS stored_before,
                    pg_snapshot_xmax(pg_current_snapshot()) AS newest
                FROM ops.export_cursor AS c
                WHERE c.export_set = $1
            ) AS c
            WHERE r.recorded_at >= report.day_start($2) AND r.recorded_at < report.day_start($2::date + 1)
                AND c.first_day <= $2::date AND ops.full_xid(r.xmin, c.newest) >= c.stored_before::text::bigint
            LIMIT 1
            """, [.text(set.name), .text(day)])
        return new.isEmpty ? nil : "it has rows that are in no file"
    }
}
