import Postgres

/// Judges tasks whose deadlines have passed: what became of them, why, and the events of their warnings.
///
/// Everything is told by what was known when, so that a check a minute and one check at the end write the same rows:
///
/// - At the deadline and ``TimelinessSettings/patienceSeconds`` a warning is raised for what was not known to be collected then,
///   with the cause as it showed in what was known then.
/// - A silent terminal that came back is judged anew ``TimelinessSettings/settleSeconds`` after the last of what it had stored.
/// - So is a point that nobody is known to have come to, so long after reports came late of a vehicle that stood there.
/// - The first record that completes the task moves the warning on at the moment at which it was known: collected late, or
///   withdrawn.
struct TaskJudge {
    let session: PostgresSession
    let settings: TimelinessSettings
    let at: String
    /// What is new since the last check; nil: everything is looked at.
    var news: CollectionMatcher.Rows? = nil

    /// How far a check looks.
    enum Scope {
        /// What is due, what was touched, and what is unconfirmed and may not be any more.
        case due
        /// All of a day; causes are looked at again in all that is known now, and what was corrected is revised.
        case day(String)
    }

    /// - Returns: tasks that were judged.
    func judge(_ scope: Scope) throws -> Int {
        try makeTables()
        try LateReports(session: session, settings: settings, at: at, news: news).find()
        let judged = try gather(scope)
        guard judged > 0 else { return 0 }
        try findUsualVehicles()
        let causes = CauseFinder(session: session, settings: settings, at: at)
        try causes.findSilence()
        try settleReturns()
        try causes.findVisits(isRecheck: scope.isRecheck)
        try makeEvents(isRecheck: scope.isRecheck)
        try writeOutcomes()
        return judged
    }

    private func makeTables() throws {
        try session.execute(
            """
            CREATE TEMP TABLE IF NOT EXISTS timeliness_judged (
                service_date date, collection_point_id bigint, waste_type smallint, window_start timestamptz, window_end timestamptz,
                deadline timestamptz, decided_at timestamptz, street_id bigint, community_id bigint, responsible_unit_id bigint,
                in_time_known_at timestamptz, late_known_at timestamptz, in_time_record jsonb, late_record jsonb, suspension text,
                subject text,
                usual_vehicle_id bigint, usual_carrier_id bigint, usual_terminal_id bigint,
                has_warning boolean, returned_at timestamptz, is_silent_first boolean, is_silent_now boolean,
                -- Reports of a vehicle that stood there came late: which of `timeliness_near` show it first, and since when.
                is_late_visit boolean, visit_moment integer, visited_at timestamptz
            ) ON COMMIT DELETE ROWS;
            CREATE TEMP TABLE IF NOT EXISTS timeliness_event (
                subject text, rank integer, at timestamptz, action text, finding text, cause text, reason text, evidence jsonb
            ) ON COMMIT DELETE ROWS;
            CREATE INDEX IF NOT EXISTS timeliness_event_idx ON timeliness_event (subject, rank)
            """)
    }

    /// The suspension that touches the window of the task `k`: a query of its code, null without one.
    static let suspended = "SELECT min(s.code) FROM ops.collection_suspension AS s WHERE \(suspends)"

    /// Whether the suspension `s` excuses the task `k`.
    static let suspends = """
        s.valid && tstzrange(k.window_start, k.window_end)
        AND (s.waste_type IS NULL OR s.waste_type = k.waste_type)
        AND (s.collection_point_id = k.collection_point_id OR s.responsible_unit_id = k.responsible_unit_id
            OR s.community_id = k.community_id OR s.street_id = k.street_id
            OR num_nonnulls(s.collection_point_id, s.responsible_unit_id, s.community_id, s.street_id) = 0)
        """

    private func gather(_ scope: Scope) throws -> Int {
        let decidedAt = "k.deadline + interval '\(settings.patienceSeconds) seconds'"
        let subject = """
            k.collection_point_id || '/' || k.waste_type || '/'
                || to_char(k.window_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            """
        // Also what was known in time but not stored then: it stood in a gateway's journal.
        let hasWarning =
            "EXISTS (SELECT FROM ops.warning AS w WHERE w.kind = 'late_collection' AND w.subject = \(subject))"
        let isWarned = "k.outcome <> 'on_time' OR k.known_at > \(decidedAt) OR \(hasWarning)"
        let chosen: String
        let parameters: [PostgresValue]
        let suspended = Self.suspended
        switch scope {
        case .due:
            let isFollowed = "k.service_date >= telemetry.local_day($1::timestamptz) - \(settings.followedDays)"
            var isNew = "true"
            var lateSince = "$1::timestamptz - interval '\(settings.followedDays) days'"
            if case .new(_, _, let since, let age) = news {
                parameters = [.text(at), .text(since)]
                isNew = """
                    \(settings.known("f")) > $2::timestamptz - interval '\(settings.settleSeconds) seconds' OR age(f.xmin) <= \(age)
                    """
                // An hour is the most that a warning may wait, and another run may have waited longer.
                lateSince = "$2::timestamptz - interval '1 hour'"
            } else {
                parameters = [.text(at)]
            }
            chosen = """
                SELECT k.* FROM ops.collection_task AS k
                WHERE k.outcome = 'pending' AND k.deadline <= $1::timestamptz - interval '\(settings.patienceSeconds) seconds'
                UNION
                SELECT k.* FROM ops.collection_task AS k
                JOIN (SELECT DISTINCT * FROM timeliness_touched) AS t
                    ON k.service_date = t.service_date AND k.collection_point_id = t.collection_point_id
                    AND k.waste_type = t.waste_type AND k.window_start = t.window_start
                WHERE \(decidedAt) <= $1::timestamptz AND (\(isWarned))
                UNION
                -- Found to be late before its warning was due.
                SELECT k.* FROM ops.collection_task AS k
                WHERE k.outcome = 'late' AND \(decidedAt) <= $1::timestamptz AND k.deadline > \(lateSince) AND NOT \(hasWarning)
                UNION
                SELECT k.* FROM ops.collection_task AS k
                JOIN (
                    WITH silent AS MATERIALIZED (
                        SELECT DISTINCT k.usual_vehicle_id, m.terminal_id, k.window_start, \(decidedAt) AS decided_at
                        FROM ops.collection_task AS k
                        JOIN registry.terminal_mount AS m ON m.vehicle_id = k.usual_vehicle_id AND m.valid @> k.window_start
                        WHERE k.outcome = 'unconfirmed' AND \(isFollowed)
                    )
                    SELECT DISTINCT s.usual_vehicle_id, s.window_start, s.decided_at
                    FROM silent AS s
                    -- LIMIT keeps it a probe of the key for each terminal and window, and one is enough.
                    CROSS JOIN LATERAL (
                        SELECT FROM telemetry.fix AS f
                        WHERE f.terminal_id = s.terminal_id
                            AND f.recorded_at >= s.window_start - interval '\(settings.silenceMinutes) minutes'
                            AND f.recorded_at < s.decided_at
                            AND f.recorded_at >= $1::timestamptz - interval '\(settings.followedDays + 3) days'
                            AND f.recorded_at < $1::timestamptz + interval '1 day'
                            AND \(settings.known("f")) <= $1::timestamptz AND (\(isNew))
                        UNION ALL
                        -- Of what came before that, only what was stored can be new.
                        SELECT FROM timeliness_late AS l
                        WHERE l.terminal_id = s.terminal_id AND l.recorded_at >= s.window_start - interval '1 day'
                            AND l.recorded_at < s.window_start
                        LIMIT 1
                    ) AS f
                ) AS n ON n.usual_vehicle_id = k.usual_vehicle_id AND n.window_start = k.window_start AND n.decided_at = \(decidedAt)
                WHERE k.outcome = 'unconfirmed' AND \(isFollowed)
                UNION
                SELECT k.* FROM ops.collection_task AS k
                WHERE k.outcome = 'unconfirmed' AND \(isFollowed) AND (\(suspended)) IS NOT NULL
                UNION
                SELECT k.* FROM ops.collection_task AS k
                JOIN (
                    SELECT DISTINCT v.service_date, v.collection_point_id, v.waste_type, v.window_start FROM timeliness_late_visit AS v
                ) AS v
                    ON k.service_date = v.service_date AND k.collection_point_id = v.collection_point_id
                    AND k.waste_type = v.waste_type AND k.window_start = v.window_start
                -- What was found out later is not to be judged by less.
                WHERE \(decidedAt) <= $1::timestamptz AND (k.known_at IS NULL OR k.known_at <= $1::timestamptz)
                """
        case .day(let day):
            parameters = [.text(at), .text(day)]
            chosen = """
                SELECT k.* FROM ops.collection_task AS k
                WHERE k.service_date = $2::date AND \(decidedAt) <= $1::timestamptz AND (\(isWarned))
                    -- What was found out later is not to be judged by less.
                    AND (k.known_at IS NULL OR k.known_at <= $1::timestamptz)
                """
        }
        // By which it was first known, not the first one by its device: that may have come later.
        let record = """
            jsonb_build_object(
                'terminal_id', coalesce(k.told_terminal_id, k.lift_terminal_id),
                'recorded_at', coalesce(k.told_recorded_at, k.collected_at), 'boot_no', coalesce(k.told_boot_no, k.lift_boot_no),
                'seq', coalesce(k.told_seq, k.lift_seq), 'by', coalesce(k.told_kind, k.evidence_kind))
            """
        try session.query(
            """
            INSERT INTO timeliness_judged
            SELECT
                k.service_date, k.collection_point_id, k.waste_type, k.window_start, k.window_end, k.deadline, \(decidedAt),
                k.street_id, k.community_id, k.responsible_unit_id,
                CASE WHEN k.outcome = 'on_time' THEN k.known_at END,
                CASE WHEN k.outcome = 'late' THEN k.known_at WHEN (\(suspended)) IS NULL THEN f.known_at END,
                CASE WHEN k.outcome = 'on_time' THEN \(record) END,
                CASE WHEN k.outcome = 'late' THEN \(record)
                    WHEN f.known_at IS NOT NULL AND (\(suspended)) IS NULL THEN jsonb_build_object(
                        'terminal_id', f.told_terminal_id, 'recorded_at', f.told_recorded_at, 'boot_no', f.told_boot_no,
                        'seq', f.told_seq, 'by', f.told_kind) END,
                (\(suspended)),
                \(subject), NULL, NULL, NULL, \(hasWarning), NULL, NULL, NULL, EXISTS (
                    SELECT FROM timeliness_late_visit AS v
                    WHERE v.service_date = k.service_date AND v.collection_point_id = k.collection_point_id
                        AND v.waste_type = k.waste_type AND v.window_start = k.window_start
                )
            FROM (\(chosen)) AS k
            LEFT JOIN timeliness_found AS f
                ON f.service_date = k.service_date AND f.collection_point_id = k.collection_point_id
                AND f.waste_type = k.waste_type AND f.window_start = k.window_start AND NOT f.is_in_time
            """, parameters)
        try session.execute("ANALYZE timeliness_judged")
        return try session.query("SELECT count(*) AS n FROM timeliness_judged")[0].int("n")
    }

    /// The vehicle that completed the most tasks of the point and type before, those of the same hour of the site first (times of day are the session's,
    /// which is the site's); as it was first known when the warning is raised.
    private func findUsualVehicles() throws {
        let vehicle = CollectionMatcher.firstVehicle
        let served = """
            k.collection_point_id = i.collection_point_id AND k.waste_type = i.waste_type
            AND k.window_start < i.window_start AND k.window_start >= i.window_start - interval '28 days'
            AND (k.known_at <= i.decided_at OR k.first_known_at <= i.decided_at)
            """
        try session.execute(
            """
            WITH asked AS MATERIALIZED (
                SELECT j.subject, j.collection_point_id, j.waste_type, j.window_start, j.decided_at, j.window_start::time AS clock
                FROM timeliness_judged AS j
            ),
            -- Most points are served by one vehicle: only where there are several they have to be counted.
            usual AS MATERIALIZED (
                SELECT i.subject, CASE WHEN r.least = r.greatest THEN r.least ELSE (
                    SELECT \(vehicle)
                    FROM ops.collection_task AS k
                    WHERE \(served) AND \(vehicle) IS NOT NULL
                    GROUP BY \(vehicle)
                    ORDER BY count(*) FILTER (WHERE k.window_start::time = i.clock) DESC, count(*) DESC, \(vehicle)
                    LIMIT 1
                ) END AS vehicle_id
                FROM asked AS i
                CROSS JOIN LATERAL (
                    SELECT min(\(vehicle)) AS least, max(\(vehicle)) AS greatest FROM ops.collection_task AS k WHERE \(served)
                ) AS r
                WHERE r.least IS NOT NULL
            ),
            -- Few vehicles serve many points.
            run AS MATERIALIZED (
                SELECT v.vehicle_id, v.window_start, a.carrier_id, m.terminal_id
                FROM (
                    SELECT u.vehicle_id, j.window_start, max(j.decided_at) AS decided_at
                    FROM usual AS u JOIN timeliness_judged AS j ON j.subject = u.subject
                    GROUP BY u.vehicle_id, j.window_start
                ) AS v
                LEFT JOIN registry.vehicle_assignment AS a ON a.vehicle_id = v.vehicle_id AND a.valid @> v.window_start
                -- Of several the one that was heard of last: another may have been replaced, or send no reports at all.
                LEFT JOIN LATERAL (
                    SELECT m.terminal_id FROM registry.terminal_mount AS m
                    WHERE m.vehicle_id = v.vehicle_id AND m.valid @> v.window_start
                    ORDER BY CASE WHEN count(*) OVER () > 1 THEN (
                        SELECT f.recorded_at FROM telemetry.fix AS f
                        WHERE f.terminal_id = m.terminal_id AND f.recorded_at < v.decided_at
                            AND f.recorded_at >= v.window_start - interval '3 days' AND \(settings.known("f")) <= v.decided_at
                        ORDER BY f.recorded_at DESC LIMIT 1
                    ) END DESC NULLS LAST, lower(m.valid) DESC, m.terminal_id
                    LIMIT 1
                ) AS m ON true
            )
            UPDATE timeliness_judged AS j
            SET usual_vehicle_id = r.vehicle_id, usual_carrier_id = r.carrier_id, usual_terminal_id = r.terminal_id
            FROM usual AS u
            JOIN run AS r ON r.vehicle_id = u.vehicle_id
            WHERE u.subject = j.subject AND r.window_start = j.window_start
            """)
    }

    /// When a terminal that was silent at first and is not any more came back for good.
    private func settleReturns() throws {
        try session.execute(
            """
            UPDATE timeliness_judged AS j
            SET is_silent_first = s.is_silent_first, is_silent_now = s.is_silent_now,
                returned_at = CASE WHEN s.is_silent_first THEN s.returned_at END
            FROM timeliness_silence AS s
            WHERE s.terminal_id = j.usual_terminal_id AND s.window_start = j.window_start AND s.decided_at = j.decided_at
            """)
    }

    // MARK: Events

    private func makeEvents(isRecheck: Bool) throws {
        let completion = "least(j.in_time_known_at, j.late_known_at)"
        let nearby = """
            jsonb_agg(jsonb_build_object(
                'vehicle', v.plate_no, 'from', n.stood_from, 'to', n.stood_to, 'metres', n.metres) ORDER BY n.stood_from, v.plate_no
            ) AS near
            """
        // Once for each warning, and set by set: of a deadline there may be ten thousand.
        let causes = { (moment: Int, isSilent: String) in
            """
            LEFT JOIN (
                SELECT n.subject, \(nearby)
                FROM timeliness_near AS n JOIN registry.vehicle AS v ON v.vehicle_id = n.vehicle_id
                WHERE n.moment = \(moment)
                GROUP BY n.subject
            ) AS n ON n.subject = j.subject
            LEFT JOIN registry.vehicle AS u ON u.vehicle_id = j.usual_vehicle_id
            LEFT JOIN timeliness_silence AS s
                ON s.terminal_id = j.usual_terminal_id AND s.window_start = j.window_start AND s.decided_at = j.decided_at
            LEFT JOIN registry.terminal AS t ON t.terminal_id = s.terminal_id
            CROSS JOIN LATERAL (
                SELECT CASE WHEN n.near IS NOT NULL THEN 'visit_no_read' WHEN \(isSilent) THEN 'terminal_offline' ELSE 'no_visit' END AS cause
            ) AS c
            """
        }
        let finding = "CASE c.cause WHEN 'terminal_offline' THEN 'unconfirmed' ELSE 'raised' END"
        let evidence = """
            jsonb_strip_nulls(jsonb_build_object('usual_vehicle', u.plate_no)) || CASE c.cause
                WHEN 'visit_no_read' THEN jsonb_build_object('near', n.near)
                WHEN 'terminal_offline' THEN jsonb_build_object('silent', jsonb_strip_nulls(jsonb_build_object(
                    'terminal', t.number, 'silent_from', s.silent_from, 'silent_to', s.silent_to, 'last_heard_at', s.last_heard_at)))
                ELSE '{}' END
            """
        let lift = { (record: String) in
            """
            (
                SELECT jsonb_strip_nulls(j.\(record) - 'terminal_id' || jsonb_build_object('terminal', t.number, 'vehicle', v.plate_no))
                FROM registry.terminal AS t
                LEFT JOIN registry.terminal_mount AS m
                    ON m.terminal_id = t.terminal_id AND m.valid @> (j.\(record) ->> 'recorded_at')::timestamptz
                LEFT JOIN registry.vehicle AS v ON v.vehicle_id = m.vehicle_id
                WHERE t.terminal_id = (j.\(record) ->> 'terminal_id')::bigint
            )
            """
        }
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, cause, evidence)
            SELECT j.subject, 1, j.decided_at, 'raise', \(finding), c.cause, \(evidence)
            FROM timeliness_judged AS j
            \(causes(1, "j.is_silent_first"))
            WHERE j.suspension IS NULL AND (j.in_time_known_at IS NULL OR j.in_time_known_at > j.decided_at)
            """)
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, cause, reason, evidence)
            SELECT j.subject, 2, j.returned_at, 'revise', \(finding), c.cause, 'the terminal came back', \(evidence)
            FROM timeliness_judged AS j
            JOIN timeliness_event AS e ON e.subject = j.subject AND e.rank = 1 AND e.cause = 'terminal_offline'
            \(causes(2, "false"))
            WHERE j.returned_at IS NOT NULL AND (\(completion) IS NULL OR j.returned_at < \(completion))
                AND (j.visited_at IS NULL OR j.returned_at < j.visited_at)
            """)
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, cause, reason, evidence)
            SELECT j.subject, 2, j.visited_at, 'revise', 'raised', 'visit_no_read', 'reports of a vehicle that stood there came late',
                jsonb_strip_nulls(jsonb_build_object('usual_vehicle', u.plate_no)) || jsonb_build_object('near', n.near)
            FROM timeliness_judged AS j
            JOIN timeliness_event AS e ON e.subject = j.subject AND e.rank = 1
            JOIN (
                SELECT n.subject, n.moment, \(nearby)
                FROM timeliness_near AS n JOIN registry.vehicle AS v ON v.vehicle_id = n.vehicle_id
                GROUP BY n.subject, n.moment
            ) AS n ON n.subject = j.subject AND n.moment = j.visit_moment
            LEFT JOIN registry.vehicle AS u ON u.vehicle_id = j.usual_vehicle_id
            WHERE (\(completion) IS NULL OR j.visited_at < \(completion)) AND NOT EXISTS (
                SELECT FROM timeliness_event AS s WHERE s.subject = j.subject AND s.cause = 'visit_no_read'
            )
            """)
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, reason, evidence)
            SELECT j.subject, 3, greatest(j.late_known_at, j.decided_at), 'collect', 'collected_late', 'collected after the deadline',
                jsonb_build_object('lift', \(lift("late_record")))
            FROM timeliness_judged AS j
            JOIN timeliness_event AS e ON e.subject = j.subject AND e.rank = 1
            WHERE j.late_known_at IS NOT NULL AND (j.in_time_known_at IS NULL OR j.late_known_at < j.in_time_known_at)
            """)
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, reason, evidence)
            SELECT j.subject, 4, j.in_time_known_at, 'withdraw', 'withdrawn', 'collected in time, reported late',
                jsonb_build_object('lift', \(lift("in_time_record")))
            FROM timeliness_judged AS j
            JOIN timeliness_event AS e ON e.subject = j.subject AND e.rank = 1
            WHERE j.in_time_known_at IS NOT NULL
            UNION ALL
            SELECT j.subject, 4, $1::timestamptz, 'withdraw', 'withdrawn', 'collected in time, as is known only now',
                jsonb_build_object('lift', \(lift("in_time_record")))
            FROM timeliness_judged AS j
            WHERE j.has_warning AND j.in_time_known_at <= j.decided_at AND j.suspension IS NULL
            """, [.text(at)])
        try session.execute("ANALYZE timeliness_event (subject, rank)")
        guard isRecheck else { return }
        // As all that is known now shows it, where that is another cause than the last event's.
        try session.query(
            """
            INSERT INTO timeliness_event (subject, rank, at, action, finding, cause, reason, evidence)
            SELECT j.subject, 5, $1::timestamptz, 'revise', \(finding), c.cause, 'checked again', \(evidence)
            FROM timeliness_judged AS j
            JOIN LATERAL (
                SELECT e.cause FROM timeliness_event AS e WHERE e.subject = j.subject ORDER BY e.rank DESC, e.at DESC LIMIT 1
            ) AS l ON true
            \(causes(3, "j.is_silent_now"))
            WHERE \(completion) IS NULL AND c.cause IS DISTINCT FROM l.cause
            """, [.text(at)])
    }

    /// What became of the tasks that nothing completed, and who mostly served them; those that changed are added to `timeliness_touched`.
    private func writeOutcomes() throws {
        // Since when something is known does not change because it is found once more.
        let isKnown = "x.is_found_again AND k.outcome = x.outcome AND k.cause = x.cause"
        try session.execute(
            """
            WITH changed AS (
                UPDATE ops.collection_task AS k
                SET outcome = x.outcome, cause = x.cause, known_at = CASE WHEN \(isKnown) THEN k.known_at ELSE x.known_at END,
                    usual_vehicle_id = x.usual_vehicle_id, usual_carrier_id = x.usual_carrier_id
                FROM (
                    SELECT
                        j.service_date, j.collection_point_id, j.waste_type, j.window_start, j.usual_vehicle_id, j.usual_carrier_id,
                        CASE
                            WHEN j.in_time_known_at IS NOT NULL THEN 'on_time'
                            WHEN j.late_known_at IS NOT NULL THEN 'late'
                            WHEN j.suspension IS NOT NULL THEN 'excused'
                            WHEN e.finding = 'unconfirmed' THEN 'unconfirmed'
                            ELSE 'missed'
                        END AS outcome,
                        CASE WHEN coalesce(j.in_time_known_at, j.late_known_at) IS NULL THEN e.cause END AS cause,
                        coalesce(j.in_time_known_at, j.late_known_at, e.at, j.decided_at) AS known_at,
                        coalesce(j.in_time_known_at, j.late_known_at) IS NULL AND e.rank = 5 AS is_found_again
                    FROM timeliness_judged AS j
                    LEFT JOIN LATERAL (
                        SELECT e.rank, e.finding, e.cause, e.at FROM timeliness_event AS e WHERE e.subject = j.subject
                        ORDER BY e.rank DESC, e.at DESC LIMIT 1
                    ) AS e ON true
                ) AS x
                WHERE k.service_date = x.service_date AND k.collection_point_id = x.collection_point_id AND k.waste_type = x.waste_type
                    AND k.window_start = x.window_start
                    AND (k.outcome, k.cause, k.known_at, k.usual_vehicle_id, k.usual_carrier_id)
                    IS DISTINCT FROM (x.outcome, x.cause, CASE WHEN \(isKnown) THEN k.known_at ELSE x.known_at END, x.usual_vehicle_id,
                        x.usual_carrier_id)
                RETURNING k.service_date, k.collection_point_id, k.waste_type, k.window_start
            )
            INSERT INTO timeliness_touched SELECT * FROM changed
            """)
    }
}

extension TaskJudge.Scope {
    var isRecheck: Bool {
        switch self {
        case .due: false
        case .day: true
        }
    }
}
