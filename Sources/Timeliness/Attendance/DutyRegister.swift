import Postgres

/// Brings the register of warnings into line with the judged tasks.
///
/// A task has one warning at a time: of kind `duty_absent`, `duty_left_early` or `duty_short`, raised or, where the data does not
/// decide, unconfirmed. What a person closed or called a false alarm stays so.
struct DutyRegister {
    let session: PostgresSession

    /// - Parameters:
    ///   - from: the first local day whose tasks are looked at; `through`: the last.
    ///   - at: the moment of the check: that of a step which no younger fix accounts for.
    /// - Returns: how many events were written, by action.
    func reconcile(from: String, through: String, at: String) throws -> [String: Int] {
        // In a statement of its own, so that the next ones see what others wrote before they let go of it.
        try session.query("SELECT pg_advisory_xact_lock(hashtextextended('ops.warning_event', 0))")
        try session.query(
            """
            INSERT INTO ops.warning (kind, subject, raised_at, service_date, collection_point_id, window_start, window_end, deadline,
                street_id, community_id, terminal_id)
            SELECT w.kind, w.subject, w.known_at, w.service_date, w.collection_point_id, w.window_start, w.window_end, w.deadline,
                w.street_id, w.community_id, w.terminal_id
            FROM (\(Self.wanted)) AS w
            WHERE w.kind IS NOT NULL
            ORDER BY w.service_date, w.subject
            ON CONFLICT (kind, subject) DO NOTHING
            """, [.text(from), .text(through)])
        let rows = try session.query(
            """
            WITH wanted AS (\(Self.wanted)
            ), step AS (
                SELECT w.warning_id, w.street_id, l.seq, t.evidence,
                    CASE WHEN l.seq IS NULL OR t.known_at > l.at THEN t.known_at ELSE greatest(t.known_at, $3::timestamptz) END AS at,
                    CASE
                        WHEN t.kind IS DISTINCT FROM w.kind THEN CASE WHEN l.is_open THEN 'withdraw' END
                        WHEN l.seq IS NULL THEN 'raise'
                        WHEN l.state IN ('raised', 'unconfirmed') AND (l.state, l.cause) IS DISTINCT FROM (t.state, t.cause) THEN 'revise'
                        WHEN l.state IN ('acknowledged', 'handled') AND l.cause IS DISTINCT FROM t.cause THEN 'revise'
                        WHEN l.state = 'withdrawn' THEN 'revise'
                    END AS action,
                    CASE
                        WHEN t.kind IS DISTINCT FROM w.kind THEN 'withdrawn'
                        WHEN l.state IN ('acknowledged', 'handled') THEN l.state
                        ELSE t.state
                    END AS state,
                    CASE WHEN t.kind = w.kind THEN t.cause ELSE l.cause END AS cause
                FROM wanted AS t
                JOIN ops.warning AS w ON w.subject = t.subject AND w.kind IN ('duty_absent', 'duty_left_early', 'duty_short')
                LEFT JOIN LATERAL (
                    SELECT e.seq, e.at, e.state, e.cause, e.state IN ('raised', 'unconfirmed', 'acknowledged', 'handled') AS is_open
                    FROM ops.warning_event AS e
                    WHERE e.warning_id = w.warning_id
                    ORDER BY e.seq DESC
                    LIMIT 1
                ) AS l ON true
            ), written AS (
                INSERT INTO ops.warning_event (warning_id, at, street_id, seq, action, state, cause, actor, reason, evidence)
                SELECT s.warning_id, s.at, s.street_id, coalesce(s.seq, 0) + 1, s.action, s.state, s.cause, 'timeliness',
                    CASE WHEN s.action <> 'raise' THEN '按补传或更正的数据重新判定' END, s.evidence
                FROM step AS s
                WHERE s.action IS NOT NULL
                -- What is taken back comes before what takes its place.
                ORDER BY s.at, s.action = 'raise', s.warning_id
                RETURNING action
            )
            SELECT action, count(*) AS n FROM written GROUP BY action
            """, [.text(from), .text(through), .text(at)])
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0.text("action"), try $0.int("n")) })
    }

    /// What the register should say of each judged task of the local days $1 to $2; no kind: nothing.
    private static let wanted = """
        SELECT t.service_date, t.window_start, t.window_end, t.deadline, t.collection_point_id, t.street_id, t.community_id, t.terminal_id,
            t.known_at, t.cause,
            u.code || '/' || to_char(t.window_start AT TIME ZONE telemetry.site_time_zone(), 'YYYY-MM-DD"T"HH24:MI') AS subject,
            CASE t.outcome
                WHEN 'absent' THEN 'duty_absent'
                WHEN 'left_early' THEN 'duty_left_early'
                WHEN 'short' THEN 'duty_short'
                WHEN 'unconfirmed' THEN CASE WHEN t.arrived_at IS NULL THEN 'duty_absent' ELSE 'duty_short' END
            END AS kind,
            CASE WHEN t.outcome = 'unconfirmed' THEN 'unconfirmed' ELSE 'raised' END AS state,
            jsonb_strip_nulls(jsonb_build_object(
                'duty', u.code, 'post', p.code, 'person', coalesce(s.name, b.number), 'arrived_at', t.arrived_at, 'left_at', t.left_at,
                'present_min', round(t.present_s / 60.0, 1), 'least_min', round(t.least_s / 60.0, 1),
                'silent_min', round(t.silent_s / 60.0, 1), 'fixes', t.fixes
            )) AS evidence
        FROM ops.duty_task AS t
        JOIN registry.duty AS u ON u.duty_id = t.duty_id
        JOIN registry.duty_post AS p ON p.duty_post_id = t.duty_post_id
        LEFT JOIN registry.supervisor AS s ON s.supervisor_id = t.supervisor_id
        LEFT JOIN registry.terminal AS b ON b.terminal_id = t.terminal_id
        WHERE t.outcome <> 'pending' AND t.service_date BETWEEN $1::date AND $2::date
        """
}
