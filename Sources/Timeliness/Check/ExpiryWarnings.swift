import Postgres

/// Warns of licences and verifications of scales that end: once so many days before, and again in the same warning on the day on
/// which they have ended. A new one, or a later end, resolves it.
struct ExpiryWarnings {
    let session: PostgresSession
    let settings: TimelinessSettings
    let at: String

    func write() throws -> [String: Int] {
        var events = try write(
            "qualification_expiry",
            """
            SELECT
                q.carrier_qualification_id || '/' || (upper(q.valid) - 1) AS subject, upper(q.valid) AS ends_on, q.carrier_id,
                NULL::bigint AS terminal_id, NULL::bigint AS street_id, q.carrier_qualification_id, q.waste_type,
                jsonb_strip_nulls(jsonb_build_object(
                    'carrier', c.name, 'licence', q.kind, 'certificate_no', q.certificate_no, 'last_day', upper(q.valid) - 1)) AS evidence,
                NOT EXISTS (
                    SELECT FROM registry.carrier_qualification AS n
                    WHERE n.carrier_id = q.carrier_id AND n.kind = q.kind AND n.waste_type IS NOT DISTINCT FROM q.waste_type
                        AND (n.valid @> upper(q.valid) OR upper(q.valid) <= t.today AND n.valid @> t.today)
                ) AND c.valid @> t.today AS is_needed
            FROM registry.carrier_qualification AS q
            JOIN registry.carrier AS c ON c.carrier_id = q.carrier_id
            CROSS JOIN today AS t
            WHERE NOT upper_inf(q.valid)
            """)
        events.merge(
            try write(
                "scale_verification_expiry",
                """
                SELECT
                    s.terminal_id || '/' || s.verified_until AS subject, s.verified_until + 1 AS ends_on, NULL::bigint AS carrier_id,
                    s.terminal_id, o.street_id, NULL::bigint AS carrier_qualification_id, NULL::smallint AS waste_type,
                    jsonb_strip_nulls(jsonb_build_object(
                        'scale', s.code, 'name', s.name, 'station', o.name, 'last_day', s.verified_until)) AS evidence,
                    s.status <> 'retired' AS is_needed
                FROM registry.scale AS s
                LEFT JOIN registry.terminal_mount AS m ON m.terminal_id = s.terminal_id AND m.valid @> $1::timestamptz
                LEFT JOIN registry.station AS o ON o.station_id = m.station_id
                WHERE s.verified_until IS NOT NULL AND s.kind <> 'reader'
                """), uniquingKeysWith: +)
        return events
    }

    /// - Parameter source: a query of what ends, over `today (today)`.
    private func write(_ kind: String, _ source: String) throws -> [String: Int] {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_expiry (
                subject text, ends_on date, carrier_id bigint, terminal_id bigint, street_id bigint, carrier_qualification_id bigint,
                waste_type smallint, evidence jsonb, is_needed boolean, warned_on date, is_near boolean, has_ended boolean
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_event (
                subject text, rank integer, at timestamptz, action text, finding text, cause text, reason text, evidence jsonb
            ) ON COMMIT DELETE ROWS;
            DELETE FROM timeliness_expiry;
            DELETE FROM timeliness_event
            """)
        try session.query(
            """
            INSERT INTO timeliness_expiry
            WITH today AS (SELECT telemetry.local_day($1::timestamptz) AS today)
            SELECT e.*, e.ends_on - \(settings.expiryDays), t.today >= e.ends_on - \(settings.expiryDays), t.today >= e.ends_on
            FROM (\(source)) AS e
            CROSS JOIN today AS t
            """, [.text(at)])
        let midnight = { (day: String) in "\(day)::timestamp AT TIME ZONE telemetry.site_time_zone()" }
        try session.execute(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, cause, evidence)
            SELECT e.subject, 1, \(midnight("e.warned_on")), 'raise', 'raised', 'expiring', e.evidence
            FROM timeliness_expiry AS e WHERE e.is_needed AND e.is_near
            UNION ALL
            SELECT e.subject, 2, \(midnight("e.ends_on")), 'revise', 'raised', 'expired', e.evidence
            FROM timeliness_expiry AS e WHERE e.is_needed AND e.has_ended
            """)
        // What was settled and is needed again: the new one was taken back.
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, cause, reason, evidence)
            SELECT e.subject, 5, $1::timestamptz, 'revise', 'raised', CASE WHEN e.has_ended THEN 'expired' ELSE 'expiring' END,
                'not renewed after all', e.evidence
            FROM timeliness_expiry AS e
            JOIN ops.warning AS w ON w.kind = $2 AND w.subject = e.subject AND w.raised_at <= $1::timestamptz
            JOIN LATERAL (
                SELECT v.action, v.cause FROM ops.warning_event AS v
                WHERE v.warning_id = w.warning_id AND v.action IN ('raise', 'revise', 'resolve') ORDER BY v.seq DESC LIMIT 1
            ) AS l ON l.action = 'resolve' OR l.action = 'revise' AND l.cause = 'expiring' AND e.has_ended
            WHERE e.is_needed AND e.is_near
            """, [.text(at), .text(kind)])
        // What is there and not needed any more: renewed, or gone from the registry.
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, reason, evidence)
            SELECT w.subject, 4, $1::timestamptz, 'resolve', 'resolved', 'renewed, or not in use any more', '{}'
            FROM ops.warning AS w
            WHERE w.kind = $2 AND w.raised_at <= $1::timestamptz AND NOT EXISTS (SELECT FROM timeliness_expiry AS e WHERE e.subject = w.subject AND e.is_needed)
            """, [.text(at), .text(kind)])
        guard try session.query("SELECT EXISTS (SELECT FROM timeliness_event) AS is_any")[0].bool("is_any") else {
            return [:]
        }
        try WarningWriter.lock(session)
        try session.query(
            """
            INSERT INTO ops.warning (
                kind, subject, raised_at, service_date, deadline, street_id, carrier_id, terminal_id, carrier_qualification_id, waste_type
            )
            SELECT
                $1, e.subject, \(midnight("e.warned_on")), e.warned_on, \(midnight("e.ends_on")), e.street_id, e.carrier_id,
                e.terminal_id, e.carrier_qualification_id, e.waste_type
            FROM timeliness_expiry AS e
            WHERE e.is_needed AND e.is_near
            ORDER BY e.ends_on, e.subject
            ON CONFLICT (kind, subject) DO NOTHING
            """, [.text(kind)])
        return try WarningWriter(session: session, at: at).writeEvents(kind: kind)
    }
}
