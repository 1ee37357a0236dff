import Postgres
import Telemetry

/// Terminals whose fixes count for something else from some moment of a day on: they passed to another vehicle, their vehicle passed to
/// another carrier, or another terminal came to it or left it.
struct MovedTerminals {
    private let moments: [(terminalID: Int, at: [String])]

    static let none = MovedTerminals(moments: [])

    private init(moments: [(terminalID: Int, at: [String])]) { self.moments = moments }

    init(on day: LocalDay, session: PostgresSession) throws(PostgresError) {
        let rows = try session.query(
            RollupTable.filled(
                """
                WITH bound AS (
                    SELECT mount.vehicle_id, b.at
                    FROM registry.terminal_mount AS mount
                    CROSS JOIN LATERAL (VALUES (lower(mount.valid)), (upper(mount.valid))) AS b (at)
                    UNION
                    SELECT assignment.vehicle_id, b.at
                    FROM registry.vehicle_assignment AS assignment
                    CROSS JOIN LATERAL (VALUES (lower(assignment.valid)), (upper(assignment.valid))) AS b (at)
                ),
                -- Each with the terminals that were on the vehicle just before it or then.
                possible AS (
                    SELECT DISTINCT mount.terminal_id, b.at
                    FROM bound AS b
                    JOIN registry.terminal_mount AS mount
                        ON mount.vehicle_id = b.vehicle_id AND mount.valid && tstzrange(b.at - interval '1 microsecond', b.at, '[]')
                    WHERE b.at > {from} AND b.at < {to}
                ),
                meant AS (
                    SELECT
                        p.terminal_id, p.at, mount.vehicle_id, assignment.carrier_id,
                        ARRAY(
                            SELECT o.terminal_id FROM registry.terminal_mount AS o
                            WHERE o.vehicle_id = mount.vehicle_id AND o.valid @> i.at ORDER BY o.terminal_id
                        ) AS terminals
                    FROM possible AS p
                    CROSS JOIN LATERAL (VALUES (p.at - interval '1 microsecond'), (p.at)) AS i (at)
                    LEFT JOIN registry.terminal_mount AS mount ON mount.terminal_id = p.terminal_id AND mount.valid @> i.at
                    LEFT JOIN registry.vehicle_assignment AS assignment
                        ON assignment.vehicle_id = mount.vehicle_id AND assignment.valid @> i.at
                )
                SELECT t.terminal_id, string_agg(t.at::text, '|' ORDER BY t.at) AS moments
                FROM (
                    SELECT m.terminal_id, m.at
                    FROM meant AS m
                    GROUP BY m.terminal_id, m.at
                    HAVING count(DISTINCT ROW (m.vehicle_id, m.carrier_id, m.terminals)) > 1
                ) AS t
                GROUP BY t.terminal_id
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

    /// When a lane of `x` begins. Two of one vehicle that begin together are of terminals that were on it at once.
    var since: String {
        let cases = moments.flatMap { terminal in
            terminal.at.enumerated().map { number, at in
                "WHEN \(terminal.terminalID * 1024 + number + 1) THEN timestamptz '\(at)'"
            }
        }
        guard !cases.isEmpty else { return "timestamptz '-infinity'" }
        return "(CASE x.lane \(cases.joined(separator: " ")) ELSE '-infinity' END)"
    }
}
