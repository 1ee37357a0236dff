import Postgres
import Telemetry

/// Terminals that passed to another vehicle, or whose vehicle passed to another carrier, within a day: their fixes belong to the one or
/// the other by the moment.
struct MovedTerminals {
    private let moments: [(terminalID: Int, at: [String])]

    static let none = MovedTerminals(moments: [])

    private init(moments: [(terminalID: Int, at: [String])]) { self.moments = moments }

    init(on day: LocalDay, session: PostgresSession) throws(PostgresError) {
        let rows = try session.query(
            RollupTable.filled(
                """
                SELECT m.terminal_id, string_agg(DISTINCT m.at::text, '|') AS moments
                FROM (
                    SELECT mount.terminal_id, b.at
                    FROM registry.terminal_mount AS mount
                    CROSS JOIN LATERAL (VALUES (lower(mount.valid)), (upper(mount.valid))) AS b (at)
                    UNION ALL
                    SELECT mount.terminal_id, b.at
                    FROM registry.terminal_mount AS mount
                    JOIN registry.vehicle_assignment AS assignment USING (vehicle_id)
                    CROSS JOIN LATERAL (VALUES (lower(assignment.valid)), (upper(assignment.valid))) AS b (at)
                    WHERE mount.valid && assignment.valid
                ) AS m
                WHERE m.at > {from} AND m.at < {to}
                GROUP BY m.terminal_id
                """, day: day))
        var moments: [(Int, [String])] = []
        for row in rows {
            moments.append((try row.int("terminal_id"), try row.text("moments").split(separator: "|").map(String.init)))
        }
        self.moments = moments
    }

    /// What a fix `f` is grouped by: its terminal, and where one moved, the part of the day too.
    var lane: String {
        guard !moments.isEmpty else { return "f.terminal_id" }
        let cases = moments.map { terminal in
            let steps = terminal.at.map { "(f.recorded_at >= timestamptz '\($0)')::integer" }
            return "WHEN \(terminal.terminalID) THEN \(steps.joined(separator: " + "))"
        }
        return "(f.terminal_id * 1024 + CASE f.terminal_id \(cases.joined(separator: " ")) ELSE 0 END)"
    }

    /// The terminal of a lane of `x`.
    var terminal: String { moments.isEmpty ? "x.lane" : "(x.lane / 1024)" }
}
