import Postgres

/// Writes what the job found into the register of warnings: rows are added, never changed.
///
/// An event moves a warning on only when it goes further than the job's last one (raised, revised, collected, withdrawn), so that
/// writing the same twice writes nothing. What a person closed or dismissed stays so: the event is kept beside it. Only a licence or a
/// verification that has ended after its warning was closed is a new matter, and its warning is open again.
struct WarningWriter {
    static let actor = "timeliness"
    /// By what it did an event is told to be a job's: a person may have its name.
    private static let jobActions = "('raise', 'revise', 'collect', 'withdraw', 'resolve')"

    let session: PostgresSession
    let at: String

    /// Everybody who writes events waits for everybody else, so that numbers follow the order of commits.
    static func lock(_ session: PostgresSession) throws {
        try session.query("SELECT pg_advisory_xact_lock(hashtextextended('ops.warning_event', 0))")
    }

    /// Raises and moves on the warnings of the tasks in `timeliness_judged` by `timeliness_event`.
    /// - Returns: events by action.
    func writeCollections() throws -> [String: Int] {
        guard try session.query("SELECT EXISTS (SELECT FROM timeliness_event) AS is_any")[0].bool("is_any") else {
            return [:]
        }
        try Self.lock(session)
        try session.query(
            """
            INSERT INTO ops.warning (
                kind, subject, raised_at, service_date, collection_point_id, waste_type, window_start, window_end, deadline, street_id,
                community_id, responsible_unit_id, carrier_id, vehicle_id, terminal_id
            )
            SELECT
                'late_collection', j.subject, j.deadline, j.service_date, j.collection_point_id, j.waste_type, j.window_start,
                j.window_end, j.deadline, j.street_id, j.community_id, j.responsible_unit_id, j.usual_carrier_id, j.usual_vehicle_id,
                j.usual_terminal_id
            FROM timeliness_judged AS j
            JOIN timeliness_event AS e ON e.subject = j.subject AND e.rank = 1
            ORDER BY j.deadline, j.collection_point_id, j.waste_type
            ON CONFLICT (kind, subject) DO NOTHING
            """)
        return try writeEvents(kind: "late_collection")
    }

    /// Appends the events of `timeliness_event` that go further than what is there.
    func writeEvents(kind: String) throws -> [String: Int] {
        let rank = { (event: String) in
            "CASE \(event).action WHEN 'raise' THEN 1 WHEN 'revise' THEN 2 WHEN 'collect' THEN 3 WHEN 'withdraw' THEN 4 "
                + "WHEN 'resolve' THEN 4 ELSE 0 END"
        }
        let rows = try session.query(
            """
            WITH written AS (
                INSERT INTO ops.warning_event (warning_id, street_id, seq, at, action, state, cause, actor, reason, evidence)
                SELECT
                    w.warning_id, w.street_id,
                    coalesce(n.seq, 0) + row_number() OVER (PARTITION BY w.warning_id ORDER BY e.rank, e.at), e.at, e.action,
                    CASE
                        WHEN n.state = 'closed' AND e.cause = 'expired' AND w.kind LIKE '%expiry' THEN e.finding
                        WHEN n.state IN ('closed', 'dismissed') THEN n.state
                        WHEN e.rank IN (3, 4) THEN e.finding
                        WHEN n.state IN ('acknowledged', 'handled') THEN n.state
                        ELSE e.finding
                    END,
                    e.cause, '\(Self.actor)', e.reason, coalesce(e.evidence, '{}')
                FROM timeliness_event AS e
                JOIN ops.warning AS w ON w.kind = $1 AND w.subject = e.subject
                LEFT JOIN LATERAL (
                    SELECT v.seq, v.state FROM ops.warning_event AS v WHERE v.warning_id = w.warning_id ORDER BY v.seq DESC LIMIT 1
                ) AS n ON true
                LEFT JOIN LATERAL (
                    SELECT \(rank("v")) AS rank, v.action, v.cause, v.at FROM ops.warning_event AS v
                    WHERE v.warning_id = w.warning_id AND v.action IN \(Self.jobActions) ORDER BY v.seq DESC LIMIT 1
                ) AS m ON true
                WHERE CASE
                    WHEN e.rank = 5 THEN m.rank IS NULL OR m.action = 'resolve' OR m.rank <= 2 AND m.cause IS DISTINCT FROM e.cause
                    -- A warning may be revised more than once: by each terminal that comes back.
                    WHEN e.rank = 2 AND w.kind = 'late_collection'
                        THEN m.rank IS NULL OR m.rank <= 2 AND m.at < e.at AND m.cause IS DISTINCT FROM e.cause
                    ELSE e.rank > coalesce(m.rank, 0)
                END
                ORDER BY e.at, w.warning_id, e.rank
                RETURNING action
            )
            SELECT action, count(*) AS n FROM written GROUP BY action ORDER BY action
            """, [.text(kind)])
        var events: [String: Int] = [:]
        for row in rows { events[try row.text("action")] = try row.int("n") }
        return events
    }

    /// Moves on the warnings of the tasks in `timeliness_judged` whose last finding is not what became of the task: rows that were
    /// received in time came only now, or registry, rules or suspensions were corrected.
    /// - Returns: events by action.
    func correct() throws -> [String: Int] {
        guard
            try session.query("SELECT EXISTS (SELECT FROM timeliness_judged WHERE has_warning) AS is_any")[0].bool(
                "is_any")
        else { return [:] }
        try Self.lock(session)
        let rows = try session.query(
            """
            WITH stands AS (
                SELECT
                    w.warning_id, w.street_id, w.subject, n.seq, n.state, m.cause, k.outcome,
                    CASE m.action
                        WHEN 'collect' THEN 'collected_late'
                        WHEN 'withdraw' THEN 'withdrawn'
                        ELSE CASE m.cause WHEN 'terminal_offline' THEN 'unconfirmed' ELSE 'raised' END
                    END AS finding,
                    CASE k.outcome
                        WHEN 'late' THEN 'collected_late'
                        WHEN 'missed' THEN 'raised'
                        WHEN 'unconfirmed' THEN 'unconfirmed'
                        WHEN 'pending' THEN NULL
                        ELSE 'withdrawn'
                    END AS truth,
                    k.cause AS true_cause
                FROM timeliness_judged AS j
                JOIN ops.warning AS w ON w.kind = 'late_collection' AND w.subject = j.subject
                JOIN ops.collection_task AS k
                    ON k.service_date = j.service_date AND k.collection_point_id = j.collection_point_id
                    AND k.waste_type = j.waste_type AND k.window_start = j.window_start
                JOIN LATERAL (
                    SELECT v.seq, v.state FROM ops.warning_event AS v WHERE v.warning_id = w.warning_id ORDER BY v.seq DESC LIMIT 1
                ) AS n ON true
                JOIN LATERAL (
                    SELECT v.action, v.cause FROM ops.warning_event AS v
                    WHERE v.warning_id = w.warning_id AND v.action IN \(Self.jobActions) ORDER BY v.seq DESC LIMIT 1
                ) AS m ON true
                WHERE j.has_warning
            ),
            written AS (
                INSERT INTO ops.warning_event (warning_id, street_id, seq, at, action, state, cause, actor, reason, evidence)
                SELECT
                    s.warning_id, s.street_id, s.seq + 1, $1::timestamptz,
                    CASE s.truth WHEN 'withdrawn' THEN 'withdraw' WHEN 'collected_late' THEN 'collect' ELSE 'revise' END,
                    CASE WHEN s.state IN ('closed', 'dismissed') THEN s.state
                        WHEN s.truth IN ('raised', 'unconfirmed') AND s.state IN ('acknowledged', 'handled') THEN s.state
                        ELSE s.truth END,
                    s.true_cause, '\(Self.actor)',
                    CASE WHEN s.outcome = 'excused' THEN 'collection was suspended' ELSE 'data, registry or rules were corrected' END,
                    coalesce(f.evidence, '{}')
                FROM stands AS s
                -- What the judge found by which it has become so.
                LEFT JOIN LATERAL (
                    SELECT e.evidence FROM timeliness_event AS e
                    WHERE e.subject = s.subject AND e.cause IS NOT DISTINCT FROM s.true_cause AND e.finding = s.truth
                    ORDER BY e.rank DESC, e.at DESC LIMIT 1
                ) AS f ON true
                WHERE s.truth IS NOT NULL AND (s.finding <> s.truth OR s.truth IN ('raised', 'unconfirmed')
                    AND s.cause IS DISTINCT FROM s.true_cause)
                ORDER BY s.warning_id
                RETURNING action
            )
            SELECT action, count(*) AS n FROM written GROUP BY action ORDER BY action
            """, [.text(at)])
        var events: [String: Int] = [:]
        for row in rows { events[try row.text("action")] = try row.int("n") }
        return events
    }
}
