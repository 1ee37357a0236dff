package import Postgres

/// What became of duties, for people.
package struct DutyReport {
    package enum Grouping: String, Sendable, CaseIterable {
        case duty
        case person
        case post
        case street
    }

    let session: PostgresSession

    package init(_ session: PostgresSession) { self.session = session }

    /// Rows of a span of local days; the columns depend on the grouping.
    /// - Parameters:
    ///   - street: code of the only street; nil: all.
    package func rows(from: String, through: String, by grouping: Grouping, street: String? = nil) throws
        -> PostgresRows
    {
        let filter = """
            t.service_date BETWEEN $1::date AND $2::date AND ($3::text IS NULL OR st.code = $3)
            """
        let parameters: [PostgresValue] = [.text(from), .text(through), street.map { .text($0) } ?? .null]
        switch grouping {
        case .duty:
            return try session.query(
                """
                SELECT t.service_date, st.name AS street, p.code AS post, p.name AS post_name, u.code AS duty,
                    coalesce(s.name, b.number) AS person,
                    \(Self.clock("t.window_start")) || '-' || \(Self.clock("t.window_end")) AS window, t.outcome, t.cause,
                    \(Self.clock("t.arrived_at")) AS arrived, \(Self.clock("t.left_at")) AS left,
                    CASE WHEN t.arrived_at > t.window_start + make_interval(secs => t.late_s)
                        THEN floor(extract(epoch FROM t.arrived_at - t.window_start) / 60)::integer END AS late_min,
                    t.present_s / 60 AS present_min, t.least_s / 60 AS least_min, t.silent_s / 60 AS silent_min, t.fixes
                FROM \(Self.tables) WHERE \(filter)
                ORDER BY t.service_date, st.code, p.code, t.window_start, u.code
                """, parameters)
        case .person:
            return try summary(
                "coalesce(s.code, b.number) AS code, coalesce(s.name, b.number) AS name", filter, parameters)
        case .post: return try summary("p.code AS code, p.name AS name", filter, parameters)
        case .street: return try summary("st.code AS code, st.name AS name", filter, parameters)
        }
    }

    /// Whether a column of the report holds numbers.
    package static func isNumber(_ column: String) -> Bool {
        ["_min", "_h", "_percent"].contains { column.hasSuffix($0) }
            || ["fixes", "due", "present", "left_early", "short", "absent", "unconfirmed", "pending", "late"].contains(
                column)
    }

    private func summary(_ key: String, _ filter: String, _ parameters: [PostgresValue]) throws -> PostgresRows {
        let count = { (outcome: String) in "count(*) FILTER (WHERE t.outcome = '\(outcome)') AS \(outcome)" }
        return try session.query(
            """
            SELECT \(key), count(*) AS due,
                \(["present", "left_early", "short", "absent", "unconfirmed", "pending"].map(count).joined(separator: ", ")),
                count(*) FILTER (WHERE t.arrived_at > t.window_start + make_interval(secs => t.late_s)) AS late,
                round(coalesce(sum(t.present_s), 0) / 3600.0, 1) AS present_h, round(sum(t.least_s) / 3600.0, 1) AS least_h,
                round(coalesce(sum(t.silent_s), 0) / 3600.0, 1) AS silent_h,
                -- Of what is known: nobody is counted for or against by silence.
                round(100.0 * count(*) FILTER (WHERE t.outcome = 'present')
                    / nullif(count(*) FILTER (WHERE t.outcome NOT IN ('pending', 'unconfirmed')), 0), 1) AS present_percent
            FROM \(Self.tables) WHERE \(filter) GROUP BY 1, 2 ORDER BY 1, 2
            """, parameters)
    }

    private static let tables = """
        ops.duty_task AS t
        JOIN registry.duty AS u ON u.duty_id = t.duty_id
        JOIN registry.duty_post AS p ON p.duty_post_id = t.duty_post_id
        LEFT JOIN registry.street AS st ON st.street_id = t.street_id
        LEFT JOIN registry.supervisor AS s ON s.supervisor_id = t.supervisor_id
        LEFT JOIN registry.terminal AS b ON b.terminal_id = t.terminal_id
        """

    private static func clock(_ instant: String) -> String {
        "to_char(\(instant) AT TIME ZONE telemetry.site_time_zone(), 'HH24:MI')"
    }
}
